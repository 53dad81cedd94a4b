"""Old documents: what a baseline knows, and what a change has touched."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pmlint.baseline import Baseline, BaselineError, read_baseline
from pmlint.changes import Changes, ChangesError, changed_since, changes_of_patch
from pmlint.cli import main
from pmlint.config import Settings
from pmlint.engine import Findings, review
from pmlint.fingerprints import fingerprints
from pmlint.registry import builtin_rules
from pmlint.source import Source

RULES = tuple(rule for rule in builtin_rules() if rule.code in ("PM403", "PM501", "PM602"))
SETTINGS = Settings(RULES)
TEXT = "## Timeline\n\n- 10:05 B\n- 10:00 A\n\n## Action items\n\n- Pin the base image of the builder\n"


def found(text: str, path: str = "a.md") -> Findings:
    return review(Source(path, text), RULES, SETTINGS)


# --- fingerprints


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "New words above.\n\n" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("- 10:05 B\n", "- 10:05 B\n\n"),
        lambda text: text + "\nNew words below.\n",
        lambda text: text.replace("base image of the builder", "base image of the builder (#12)"),
    ],
)
def test_a_fingerprint_holds_when_text_moves(change: Callable[[str], str]) -> None:
    codes = ("PM602",)
    before = [
        mark
        for mark, one in zip(fingerprints(found(TEXT).findings), found(TEXT).findings, strict=True)
        if one.code in codes
    ]
    after = found(change(TEXT)).findings
    assert set(before) <= set(fingerprints(after))


def test_fingerprints_tell_what_is_missing_and_what_is_there_twice() -> None:
    twice = found(TEXT + "- Pin the base image of the builder\n").findings
    assert len(set(fingerprints(twice))) == len(twice)
    missing = [one for one in found("# A\n").findings if one.code == "PM501"]
    by_part = dict(
        zip((one.data["section"] for one in missing), fingerprints(missing), strict=True)
    )
    rest = [one for one in found("# A\n\n## Summary\n\nS.\n").findings if one.code == "PM501"]
    assert len(rest) == len(missing) - 1
    for one, mark in zip(rest, fingerprints(rest), strict=True):
        assert mark == by_part[one.data["section"]]


# --- the baseline


def test_a_baseline_knows_what_it_was_made_of_and_nothing_else() -> None:
    findings = found(TEXT)
    baseline = read_baseline(Baseline().renewed(findings, ["a.md"]).text(), Path())
    applied = baseline.applied(findings)
    assert (applied.findings, applied.known) == ((), findings.findings)
    assert baseline.applied(found(TEXT, "b.md")).known == ()
    more = baseline.applied(found(TEXT + "- Pin the base image of the builder\n"))
    assert [one.code for one in more.findings] == ["PM403"], "a second one is new"


def test_what_is_gone_is_stale_where_it_was_looked_for() -> None:
    baseline = Baseline().renewed(found(TEXT), ["a.md"])
    mended = found(TEXT.replace("- 10:00 A", "- 10:06 A"))
    assert [one.code for one in baseline.stale(mended, ["a.md"])] == ["PM602"]
    assert baseline.stale(mended, ["b.md"]) == ()
    without = replace(mended, rules=tuple(one for one in RULES if one.code != "PM602"))
    assert baseline.stale(without, ["a.md"]) == ()
    stale = baseline.stale(mended, ["a.md"])
    assert baseline.without(stale).stale(mended, ["a.md"]) == ()
    assert baseline.without(stale).applied(mended).findings == ()


def test_paths_are_seen_from_the_baseline(tmp_path: Path) -> None:
    folder = tmp_path / "team"
    written = Baseline(folder=folder).renewed(found(TEXT, str(folder / "x" / "a.md")), [])
    assert {one.path for one in written.entries} == {"x/a.md"}
    assert written.applied(found(TEXT, str(folder / "y" / ".." / "x" / "a.md"))).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"schema": 2, "findings": []}',
        '{"schema": 1}',
        '{"schema": 1, "findings": [{"path": "a"}]}',
        "\x00",
    ],
)
def test_what_is_no_baseline_is_an_error(text: str) -> None:
    with pytest.raises(BaselineError):
        read_baseline(text, Path())


@given(st.text(max_size=60))
def test_a_baseline_is_read_as_it_was_written(name: str) -> None:
    findings = replace(
        found(TEXT),
        findings=tuple(replace(one, path="a.md", excerpt=name) for one in found(TEXT).findings),
    )
    made = Baseline().renewed(findings, [])
    assert read_baseline(made.text(), Path()) == made


# --- changes


class Repository:
    """A git repository in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> str:
        """What git prints."""
        name = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
        run = subprocess.run(
            ["git", *name, *arguments], cwd=self.folder, check=True, capture_output=True
        )
        return run.stdout.decode()

    def write(self, name: str, text: str) -> Path:
        """A file of the working tree."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def commit(self) -> None:
        """Commit all there is."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "x")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    folder = tmp_path / "repository"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Repository(folder)


def lines_of(changes: Changes, folder: Path) -> dict[str, list[int] | None]:
    return {
        path.relative_to(folder.resolve()).as_posix(): None if lines is None else sorted(lines)
        for path, lines in changes.lines.items()
    }


def test_lines_changed_since_the_merge_base(repository: Repository) -> None:
    names = ("ä b.md", 'quote".md', "old.md", "gone.md", "same.md")
    for name in names:
        repository.write(name, "1\n2\n3\n4\n5\n6\n7\n")
    repository.commit()
    repository.git("checkout", "-q", "-b", "topic")
    repository.write("ä b.md", "1\ntwo\n3\n4\n5\n6\n7\n8\n")
    repository.write('quote".md', "1\n2\n4\n5\n6\n7\n")  # a line taken out changes no other
    repository.git("mv", "old.md", "new\tname.md")
    repository.write("new\tname.md", "1\n2\n3\n4\nfive\n6\n7\n")
    (repository.folder / "gone.md").unlink()
    repository.commit()
    repository.write("added.md", "1\n")
    repository.git("add", "added.md")
    repository.write("unknown.md", "1\n")
    repository.write(".gitignore", "ignored.md\n")
    repository.write("ignored.md", "1\n")
    repository.git("checkout", "-q", "main")
    repository.write("same.md", "1\n2\n3\n4\n5\n6\nseven\n")
    repository.git("commit", "-q", "-m", "x", "same.md")
    repository.git("checkout", "-q", "topic")
    assert lines_of(changed_since("main", repository.folder), repository.folder) == {
        "ä b.md": [2, 8],
        'quote".md': [],
        "new\tname.md": [5],
        "added.md": None,
        "unknown.md": None,
        ".gitignore": None,
    }


@pytest.mark.parametrize("reference", ["nowhere", "-x", "--output=x", ""])
def test_a_commit_that_is_none_is_an_error(repository: Repository, reference: str) -> None:
    repository.write("a.md", "1\n")
    repository.commit()
    with pytest.raises(ChangesError, match="no commit"):
        changed_since(reference, repository.folder)
    assert sorted(one.name for one in repository.folder.iterdir()) == [".git", "a.md"]


def test_a_commit_without_common_history_is_an_error(repository: Repository) -> None:
    repository.write("a.md", "1\n")
    repository.commit()
    repository.git("checkout", "-q", "--orphan", "other")
    repository.write("a.md", "2\n")
    repository.commit()
    with pytest.raises(ChangesError, match="common history"):
        changed_since("main", repository.folder)


def test_outside_of_a_repository_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ChangesError, match="needs a git repository"):
        changed_since("main", tmp_path)


@pytest.mark.parametrize("patch", ["hello\n", "+++ a\n", "\x00\xff"])
def test_a_patch_that_is_none_is_an_error(patch: str, tmp_path: Path) -> None:
    with pytest.raises(ChangesError, match="patch"):
        changes_of_patch(patch, tmp_path)


def test_a_nul_in_a_name_of_a_patch_is_no_part_of_it(tmp_path: Path) -> None:
    patch = "--- a\0\n+++ b/a.md\0\n@@ -1 +1 @@\n-a\n+b\n"
    assert list(changes_of_patch(patch, tmp_path).lines) == [tmp_path.resolve() / "a.md"]


def test_an_empty_patch_changes_nothing(tmp_path: Path) -> None:
    assert changes_of_patch("", tmp_path).lines == {}


@given(
    st.lists(
        st.sampled_from(
            [
                "--- a/x\n",
                "+++ b/x\n",
                "@@ -1,2 +1,3 @@\n",
                "+a\n",
                "-b\n",
                " c\n",
                "\\ No newline at end of file\n",
                "diff --git a/x b/x\n",
                "rename from x\n",
                "\n",
                "é\x0c\r\n",
                '+++ "b/\\303\\244"\n',
                '+++ "b/\\000\\u1234"\n',
                '+++ "b/\\\n',
            ]
        )
    )
)
def test_any_patch_is_read_or_refused(parts: Sequence[str]) -> None:
    try:
        changes_of_patch("".join(parts), Path())
    except ChangesError:
        return


# --- the command


def check(*arguments: str, patch: str | None = None) -> Result:
    return CliRunner().invoke(
        main,
        ["check", "--select", "PM403,PM501,PM602", "--format", "concise", *arguments],
        input=patch,
    )


def codes(result: Result) -> list[str]:
    return [line.split(": ")[1].split()[0] for line in result.stdout.splitlines() if ".md:" in line]


@pytest.fixture
def adopted(repository: Repository) -> Repository:
    """A repository with an old document, and its findings in a baseline that is configured."""
    repository.write("postmortems/a.md", TEXT)
    repository.write("pmlint.toml", 'baseline = "known.json"\n')
    assert check().exit_code == 2, "the baseline is not there yet"
    result = check("--write-baseline")
    assert (result.exit_code, codes(result)) == (0, [])
    repository.commit()
    return repository


def test_a_baseline_takes_old_findings_and_leaves_new_ones(adopted: Repository) -> None:
    result = check()
    assert result.exit_code == 0
    assert "findings known by the baseline" in result.stdout
    adopted.write(
        "postmortems/a.md", "Above.\n\n" + TEXT + "- Rotate the signing key of the agent\n"
    )
    assert (check().exit_code, codes(check())) == (1, ["PM403"])
    assert (
        codes(check("postmortems/a.md"))
        == codes(check(str(adopted.folder / "postmortems/a.md")))
        == ["PM403"]
    )


def test_stale_entries_are_told_and_pruned(adopted: Repository) -> None:
    before = (adopted.folder / "known.json").read_text(encoding="utf-8")
    adopted.write("postmortems/a.md", TEXT.replace("10:00", "10:06"))
    assert "PM602 is in the baseline, and is found no more" in check().stderr
    assert (adopted.folder / "known.json").read_text(encoding="utf-8") == before
    assert "removed" in check("--prune-baseline").stderr
    kept = json.loads((adopted.folder / "known.json").read_text(encoding="utf-8"))["findings"]
    assert {one["code"] for one in kept} == {"PM403", "PM501"}
    assert check().stderr == ""
    (adopted.folder / "postmortems/a.md").unlink()
    adopted.write("postmortems/b.md", TEXT)
    assert "stale" in check().stderr


@pytest.mark.usefixtures("adopted")
def test_a_baseline_holds_from_wherever_pmlint_is_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir("..")
    assert (check("repository").exit_code, codes(check("repository"))) == (0, [])
    Path("own").mkdir()
    Path("own/pmlint.toml").write_text('baseline = "own.json"\n', encoding="utf-8")
    for name in ("own/b.md", "free.md"):
        Path(name).write_text(TEXT, encoding="utf-8")
    assert check(".").exit_code == 2, "own.json is not there yet"
    result = check("--write-baseline", "own", "repository")
    assert (result.exit_code, codes(result)) == (0, [])
    assert not Path("pmlint-baseline.json").exists()
    found = check(".")
    assert {line.split(":")[0] for line in found.stdout.splitlines() if ".md:" in line} == {
        "free.md"
    }
    assert "known by the baseline" in found.stdout
    patch = check("--fix", "--diff", "own/b.md", "free.md", "repository/postmortems/a.md").stdout
    assert "free.md" in patch
    assert "own/b.md" not in patch
    assert check(".", "--baseline", "own/own.json").exit_code == 1
    Path("own/b.md").write_text(TEXT.replace("10:00", "10:06"), encoding="utf-8")
    assert "b.md: PM602 is in the baseline" in check(".", "--prune-baseline").stderr
    assert (codes(check("own")), check("own").stderr) == ([], "")


@pytest.mark.usefixtures("adopted")
def test_a_narrower_look_makes_nothing_stale() -> None:
    assert check("--severity", "error", "--prune-baseline").stderr == ""
    result = CliRunner().invoke(main, ["check", "--select", "PM602", "--prune-baseline"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert check().exit_code == 0


@pytest.mark.parametrize(
    "narrower",
    [
        ("--severity", "error"),
        ("--min-confidence", "1"),
        ("--profile", "near-miss"),
        ("--ignore", "PM403"),
    ],
)
def test_a_narrower_look_forgets_nothing(adopted: Repository, narrower: tuple[str, ...]) -> None:
    known = adopted.folder / "known.json"
    before = read_baseline(known.read_text(encoding="utf-8"), adopted.folder)
    result = check("--write-baseline", *narrower)
    assert result.exit_code == 0
    after = read_baseline(known.read_text(encoding="utf-8"), adopted.folder)
    assert set(before.entries) <= set(after.entries)
    assert ("with all that it knew" in result.stderr) is (narrower[0] != "--ignore")
    assert check().exit_code == 0


def test_a_damaged_baseline_is_written_anew_with_what_is_left(adopted: Repository) -> None:
    adopted.write("postmortems/b.md", TEXT)
    check("--write-baseline")
    known = adopted.folder / "known.json"
    whole = known.read_text(encoding="utf-8")
    conflict = whole.replace("\n", "\n<<<<<<< ours\n", 1)
    for damaged in (conflict, whole[:-4], '{"schema": 1, "findings": [\n', ""):
        known.write_text(damaged, encoding="utf-8")
        assert "Write it anew with --write-baseline" in check().stderr
        result = check("--write-baseline")
        assert "was damaged" in result.stderr
        assert (result.exit_code, known.read_text(encoding="utf-8")) == (0, whole)
    known.write_text(conflict, encoding="utf-8")
    check("--write-baseline", "postmortems/b.md")
    assert known.read_text(encoding="utf-8") == whole, "what was not reviewed stays"


@pytest.mark.parametrize("text", ["# Notes\n", "{}", "[1, 2]"])
def test_what_never_was_a_baseline_is_not_overwritten(adopted: Repository, text: str) -> None:
    adopted.write("notes.txt", text)
    result = check("--write-baseline", "--baseline", "notes.txt", "postmortems")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Name another file" in result.stderr
    assert (adopted.folder / "notes.txt").read_text(encoding="utf-8") == text


def test_stale_entries_of_a_document_are_one_line(adopted: Repository) -> None:
    adopted.write("postmortems/a.md", "# A\n\n## Timeline\n\nNone.\n")
    told = check().stderr.splitlines()
    assert told[0].endswith("a.md: PM403, PM501, PM602 are in the baseline, and are found no more.")
    for number in range(8):
        adopted.write(f"postmortems/{number}.md", TEXT)
    check("--write-baseline")
    for number in range(8):
        adopted.write(f"postmortems/{number}.md", TEXT.replace("10:00", "10:06"))
    told = check().stderr.splitlines()
    assert len([line for line in told if "PM602 is in the baseline" in line]) == 5
    assert "... and so in 3 more documents." in told[-2]


def test_who_names_a_baseline_that_is_missing_is_told(adopted: Repository) -> None:
    adopted.write("team/b.md", TEXT)
    adopted.write("team/pmlint.toml", 'baseline = "old.json"\n')
    said = check().stderr
    assert "team/pmlint.toml names the baseline team/old.json, and there is no such file" in said
    assert "`pmlint check --write-baseline team`" in said
    assert check("--write-baseline", "team").exit_code == 0
    assert check().exit_code == 0


def test_only_changed_lines_are_reported(adopted: Repository) -> None:
    adopted.write("pmlint.toml", "")
    adopted.write("postmortems/a.md", TEXT.replace("10:00", "10:01"))
    assert codes(check()) != ["PM602"]
    assert (codes(check("--diff", "HEAD")), check("--diff", "HEAD").exit_code) == (["PM602"], 1)
    assert codes(check("--diff", "-", patch=adopted.git("diff"))) == ["PM602"]
    adopted.write("postmortems/new.md", "# A\n")
    assert set(codes(check("--diff", "HEAD"))) == {"PM501", "PM602"}
    adopted.git("checkout", "-q", "postmortems/a.md")
    (adopted.folder / "postmortems/new.md").unlink()
    nothing = check("--diff", "HEAD")
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    assert "no document was changed" in nothing.stderr


def test_a_patch_is_seen_from_where_its_files_are(
    adopted: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    adopted.write("pmlint.toml", "")
    adopted.write("docs/a.md", "# A\n")
    adopted.commit()
    adopted.write("docs/a.md", TEXT)
    adopted.write("docs/reviews/b.md", TEXT)
    adopted.git("add", "-A")
    whole = adopted.git("diff", "--cached")
    relative = adopted.git("diff", "--cached", "--relative=docs")
    wanted = set(codes(check("docs", "--diff", "-", patch=whole)))
    assert "PM602" in wanted
    monkeypatch.chdir("docs")
    for patch in (whole, relative):
        assert set(codes(check("--diff", "-", patch=patch))) == wanted
    monkeypatch.chdir("../..")
    assert set(codes(check("repository", "--diff", "-", patch=whole))) == wanted
    assert set(codes(check("repository/docs", "--diff", "HEAD"))) == wanted
    lost = check("repository", "--diff", "-", patch=relative)
    assert (lost.exit_code, lost.stdout) == (2, "")
    assert "no file that the patch names is here: the first would be a.md" in lost.stderr
    part = check("repository", "--diff", "-", patch=whole.replace("b/docs/a.md", "b/a.md"))
    assert "1 file of the patch is not here, such as repository/a.md" in part.stderr
    assert set(codes(part)) == wanted


def test_a_range_up_to_what_is_here_is_its_start(adopted: Repository) -> None:
    adopted.git("checkout", "-q", "-b", "topic")
    adopted.write("new.md", TEXT)
    adopted.commit()
    plain = codes(check("--diff", "main"))
    assert "PM602" in plain
    for reference in ("main...topic", "main..topic", "main...", "main..HEAD"):
        assert codes(check("--diff", reference)) == plain, reference
    elsewhere = check("--diff", "topic...main")
    assert (elsewhere.exit_code, elsewhere.stdout) == (2, "")
    assert "Check main out, and give --diff topic." in elsewhere.stderr
    assert 'no commit "nowhere"' in check("--diff", "main...nowhere").stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--diff",), "--diff needs a commit"),
        (("--diff", "nowhere"), "knows no commit"),
        (("--diff", "HEAD", "--write-baseline"), "whole documents"),
        (("--fix", "--write-baseline"), "exclude each other"),
        (("--isolated", "--prune-baseline"), "needs a baseline"),
        (("--baseline", "no.json"), "cannot be read"),
        (("--baseline", "pmlint.toml"), "no baseline"),
    ],
)
def test_what_does_not_go_together_is_an_error(
    adopted: Repository, arguments: tuple[str, ...], said: str
) -> None:
    result = check(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert adopted.git("status", "--porcelain") == ""


def test_known_findings_are_not_fixed(adopted: Repository) -> None:
    check("--fix")
    assert adopted.git("status", "--porcelain") == ""
    adopted.write("pmlint.toml", "")
    check("--fix")
    assert "## Summary" in (adopted.folder / "postmortems/a.md").read_text(encoding="utf-8")


def test_one_run_writes_several_formats(adopted: Repository) -> None:
    adopted.write("pmlint.toml", "")
    result = check("--export", "json=out.json", "--export", "SARIF=out.sarif")
    assert result.exit_code == 1
    assert codes(result)
    findings = json.loads((adopted.folder / "out.json").read_text(encoding="utf-8"))["findings"]
    assert [one["code"] for one in findings] == codes(result)
    (run,) = json.loads((adopted.folder / "out.sarif").read_text(encoding="utf-8"))["runs"]
    assert len(run["results"]) == len(findings)
    for wrong in ("sarif", "sarif=", "saarif=x"):
        assert check("--export", wrong).exit_code == 2
    assert check("--export", "json=no/such/folder.json").exit_code == 2
