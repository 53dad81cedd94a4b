"""Reviews that are kept: equal to fresh ones, never believed when anything changed, never fatal."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from joblib.externals.loky import get_reusable_executor
from msgspec.structs import replace

import pmlint
from pmlint import caching, results, store
from pmlint.classifier import Classifier, Judgement, builtin_classifier, load_classifier
from pmlint.cli import check as cli_check
from pmlint.cli import main, reviewing, streaming
from pmlint.config import Settings
from pmlint.document import Document
from pmlint.engine import Findings, Problem, lint, review, review_together
from pmlint.passages import Passage
from pmlint.registry import all_rules
from pmlint.results import Results, digest_of, from_json, stamp, to_json
from pmlint.source import Source

DOCS = Path(__file__).parent.parent / "corpus" / "postmortems" / "docs"
BAD = "# Outage, 3 May 2026\n\n## Root cause\n\nThe root cause was human error.\n"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PMLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(caching, "_OFF", False)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "cache"


@pytest.fixture
def reviews(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the documents that were reviewed afresh."""
    made: list[str] = []

    def counted(asked: Iterable[tuple[Source, Settings]]) -> Iterator[Findings]:
        every = list(asked)
        made.extend(source.path for source, _ in every)
        return review_together(every)

    monkeypatch.setattr(reviewing, "review_together", counted)
    return made


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--format", "json", *arguments])


def test_findings_are_the_same_after_being_kept() -> None:
    rules = all_rules()
    settings = Settings(rules)
    for path in sorted(DOCS.glob("*.md"))[:12]:
        found = review(Source.from_path(path, path.name), rules, settings)
        assert from_json(to_json(found)).with_rules(rules) == found


def test_an_unchanged_document_is_not_reviewed_again(tmp_path: Path, reviews: list[str]) -> None:
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    first, second = check("a.md"), check("a.md")
    assert reviews == ["a.md"]
    assert (first.exit_code, first.output) == (second.exit_code, second.output)
    assert '"PM301"' in first.output


@pytest.mark.parametrize(
    "change",
    [
        lambda: Path("a.md").write_text(f"{BAD}\nMore.\n", encoding="utf-8"),
        lambda: Path("pmlint.toml").write_text('ignore = ["PM301"]\n', encoding="utf-8"),
        lambda: Path("pmlint.toml").write_text('systems = ["Root"]\n', encoding="utf-8"),
    ],
)
def test_a_change_of_text_or_settings_is_seen(
    tmp_path: Path,
    reviews: list[str],
    change: object,
) -> None:
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    check("a.md")
    change()  # type: ignore[operator]
    check("a.md")
    assert reviews == ["a.md", "a.md"]


def test_options_and_house_rules_and_their_day_are_seen(
    tmp_path: Path, reviews: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    house = tmp_path / "house"
    house.mkdir()
    rule = DOCS.parent.parent.parent / "rules" / "platitude.py"
    text = rule.read_text(encoding="utf-8").replace("PM", "ZZ").replace("platitude", "empty-word")
    (house / "empty_word.py").write_text(text, encoding="utf-8")
    check("a.md")
    check("a.md", "--ignore", "PM301")
    check("a.md", "--rules", "house")
    (house / "empty_word.py").write_text(f"{text}\n# changed\n", encoding="utf-8")
    check("a.md", "--rules", "house")
    assert len(reviews) == 4
    check("a.md", "--rules", "house")
    assert len(reviews) == 4

    class Tomorrow:
        @staticmethod
        def today() -> str:
            return "tomorrow"

    monkeypatch.setattr("pmlint.cli.reviewing.dt.date", Tomorrow)
    check("a.md", "--rules", "house")
    assert len(reviews) == 5
    check("a.md")  # without rules of a house, a day is like another
    assert len(reviews) == 5


def report(*arguments: str) -> str:
    options = ("--quarter", "2026Q2", "--as-of", "2026-07-01", "--isolated", "-q")
    result = CliRunner().invoke(main, ["report", ".", *options, *arguments])
    assert result.exit_code == 0
    return result.output


def test_a_report_knows_what_was_reviewed(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    first = report("--format", "json")
    assert '"PM301"' in first
    monkeypatch.setattr("pmlint.cli.report.lint", None)  # it is not asked again
    assert report("--format", "json") == first
    monkeypatch.undo()
    monkeypatch.setenv("PMLINT_CACHE_DIR", str(cache))
    monkeypatch.chdir(tmp_path)
    asked: list[str] = []

    def counted(document: Document, *more: Any) -> Findings:
        asked.append(document.source.path)
        return lint(document, *more)

    monkeypatch.setattr("pmlint.cli.report.lint", counted)
    assert report("--format", "json", "--no-cache") == first
    assert asked


def test_no_cache_neither_reads_nor_writes(
    tmp_path: Path, cache: Path, reviews: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    check("a.md", "--no-cache")
    assert not cache.exists()
    monkeypatch.setattr(caching, "_OFF", False)
    check("a.md")
    check("a.md", "--no-cache")
    assert len(reviews) == 3


def test_sarif_and_baselines_know_the_rules_of_kept_results(
    tmp_path: Path, reviews: list[str]
) -> None:
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    runs = [CliRunner().invoke(main, ["check", "--format", "sarif", "a.md"]) for _ in range(2)]
    assert runs[0].output == runs[1].output
    assert '"id": "PM301"' in runs[0].output
    written = CliRunner().invoke(main, ["check", "a.md", "--write-baseline"])
    assert written.exit_code == 0, written.output
    fine = "# Outage\n\nNothing.\n"
    (tmp_path / "a.md").write_text(fine, encoding="utf-8")
    pruned = [
        CliRunner().invoke(
            main, ["check", "a.md", "--baseline", "pmlint-baseline.json", "--prune-baseline"]
        )
        for _ in range(2)
    ]
    assert "PM301" not in (tmp_path / "pmlint-baseline.json").read_text(encoding="utf-8")
    assert pruned[0].exit_code == pruned[1].exit_code
    assert len(reviews) == 2


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 9000])
def test_a_damaged_cache_begins_anew(tmp_path: Path, cache: Path, damage: bytes) -> None:
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    first = check("a.md")
    (cache / "results.sqlite3").write_bytes(damage)
    second = CliRunner().invoke(main, ["check", "--format", "json", "a.md"])
    assert second.stdout == first.stdout
    assert second.exit_code == first.exit_code
    assert check("a.md").stderr == ""
    with sqlite3.connect(cache / "results.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM results").fetchone() == (1,)


def test_a_row_that_is_no_result_begins_anew(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    first = check("a.md")
    with sqlite3.connect(cache / "results.sqlite3") as database:
        database.execute("UPDATE results SET found = '{\"findings\": 3}'")
    database.close()
    again = check("a.md")
    assert again.stdout == first.stdout
    assert "begins anew" in again.stderr


def test_a_locked_or_unwritable_cache_is_passed_over(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_PATIENCE", 0.01)
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    first = check("a.md")
    (tmp_path / "a.md").write_text(f"{BAD}\nMore.\n", encoding="utf-8")
    other = sqlite3.connect(cache / "results.sqlite3", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        assert check("a.md").exit_code == first.exit_code
    finally:
        other.close()
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("PMLINT_CACHE_DIR", str(tmp_path / "file" / "in"))
    assert check("a.md").exit_code == first.exit_code


def test_what_went_wrong_is_not_kept() -> None:
    kept = Results()
    kept.add(b"key", Findings(errors=(Problem("a.md", "a rule failed"),), files=1))
    kept.close()
    assert Results().find(b"key") is None


def test_the_oldest_results_give_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(results._MOST, "results", 10)
    monkeypatch.setattr(store, "_SPARE", 5)
    for number in range(12):
        kept = Results()
        assert (kept.find(b"0") is None) == (number == 0), number
        kept.add(str(number).encode(), Findings(files=number))
        kept.close()
    left = [number for number in range(12) if Results().find(str(number).encode()) is not None]
    assert left[0] == 0, "what is used stays"
    assert left[-1] == 11
    assert len(left) <= 10
    assert 1 not in left


LATE = "Nobody on the team thought of the replica until it was far too late."
TOLD = (
    f"# Outage, 3 May 2026\n\n## What went poorly\n\n{LATE}\n\nTom dropped the table by mistake.\n"
)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences that the encoder was asked for, by a process that has judged none yet."""
    asked: list[str] = []
    original = Classifier._read

    def counted(
        self: Classifier, some: Sequence[tuple[Passage, Collection[str]]]
    ) -> list[Judgement | None]:
        asked.extend(passage.text for passage, _ in some)
        return original(self, some)

    monkeypatch.setattr(Classifier, "_read", counted)
    return asked


@pytest.fixture
def new_processes() -> Iterator[None]:
    """Processes are of this test: joblib keeps those of another one, with its cache folder."""
    get_reusable_executor().shutdown(wait=True)
    yield
    get_reusable_executor().shutdown(wait=True)


def check_afresh(*arguments: str) -> Result:
    """As a new process would: nothing is in memory."""
    load_classifier.cache_clear()
    return check(*arguments)


def test_sentences_of_a_changed_document_are_not_read_again(
    tmp_path: Path, read: list[str]
) -> None:
    (tmp_path / "a.md").write_text(TOLD, encoding="utf-8")
    check_afresh("a.md")
    assert LATE in read
    read.clear()
    more = f"{TOLD}\nThe intern forgot the flag, too.\n"
    (tmp_path / "a.md").write_text(more, encoding="utf-8")
    changed = check_afresh("a.md")
    assert read == ["The intern forgot the flag, too."]
    read.clear()
    (tmp_path / "b.md").write_text(f"{TOLD}\nThe end.\n", encoding="utf-8")
    check_afresh("b.md")
    assert not read, "another document says the same"
    assert check_afresh("a.md", "--no-cache").stdout == changed.stdout
    assert LATE in read


@pytest.mark.usefixtures("new_processes")
def test_what_processes_have_read_is_known_to_the_next_run(tmp_path: Path, read: list[str]) -> None:
    names = [f"{number:02}.md" for number in range(17)]
    for name in names:
        (tmp_path / name).write_text(f"{TOLD}\nThis is {name}.\n", encoding="utf-8")
    check("--jobs", "2", *names)
    for name in names:
        with (tmp_path / name).open("a", encoding="utf-8") as file:
            file.write("\nThe end.\n")
    second = check_afresh("--jobs", "1", *names)
    assert not read
    assert second.stdout == check_afresh("--jobs", "1", "--no-cache", *names).stdout
    assert read


@pytest.mark.usefixtures("new_processes")
def test_processes_keep_nothing_without_a_cache(tmp_path: Path, cache: Path) -> None:
    names = [f"{number:02}.md" for number in range(17)]
    for name in names:
        (tmp_path / name).write_text(f"{TOLD}\nThis is {name}.\n", encoding="utf-8")
    assert check("--jobs", "2", "--no-cache", *names).exit_code == 1
    assert not cache.exists()


@pytest.mark.parametrize("damage", [b"\xc1", b"\x93\x01\x02\x03", b""])
def test_a_row_that_is_no_judgement_begins_anew(tmp_path: Path, cache: Path, damage: bytes) -> None:
    (tmp_path / "a.md").write_text(TOLD, encoding="utf-8")
    check_afresh("a.md")
    with sqlite3.connect(cache / "results.sqlite3") as database:
        database.execute("UPDATE judgements SET found = ?", (damage,))
    database.close()
    (tmp_path / "a.md").write_text(f"{TOLD}\nThe end.\n", encoding="utf-8")
    again = check_afresh("a.md")
    assert "begins anew" in again.stderr
    assert again.stdout == check_afresh("a.md", "--no-cache").stdout


def test_judgements_and_results_have_a_bound_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(results._MOST, "judgements", 10)
    for number in range(12):
        made = Results()
        made.add_judgements({str(number).encode(): Judgement({"blame": number / 20})})
        made.add(str(number).encode(), Findings(files=number))
        made.close()
    kept = Results()
    keys = [str(number).encode() for number in range(12)]
    found = kept.find_judgements(keys)
    assert sorted(map(int, found)) == list(range(2, 12))
    assert found[b"11"] == Judgement({"blame": 0.55})
    assert all(kept.find(key) for key in keys)


def test_more_keys_are_asked_for_than_fit_a_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_ASKED_AT_ONCE", 3)
    keys = [str(number).encode() for number in range(10)]
    first = Results()
    first.add_judgements(dict.fromkeys(keys[:8]))
    assert first.find_judgements(keys) == dict.fromkeys(keys[:8]), "before they are written, too"
    first.close()
    assert Results().find_judgements(keys) == dict.fromkeys(keys[:8])


def test_a_judgement_is_of_its_evidence_and_installation() -> None:
    passage = Passage("timeline", "Tom dropped the table.", ((0, 3, 2),))
    key = builtin_classifier()._key
    keys = {
        key("one", passage, ()),
        key("two", passage, ()),
        key("one", passage, ("blame",)),
        key("one", replace(passage, section="impact"), ()),
        key("one", replace(passage, actors=()), ()),
        key("one", replace(passage, text="Tom dropped it."), ()),
    }
    assert len(keys) == 6
    assert key("one", passage, {"a", "b"}) == key("one", passage, ("b", "a"))


def test_digests_tell_parts_from_each_other() -> None:
    assert digest_of("ab", "c") != digest_of("a", "bc")
    assert digest_of("a", "b") == digest_of(b"a", b"b")


def test_the_stamp_changes_with_the_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    before = stamp()
    stamp.cache_clear()
    monkeypatch.setattr("pmlint.__version__", "9.9.9")
    try:
        assert stamp() != before
    finally:
        stamp.cache_clear()


def test_an_installed_package_is_told_by_its_list_of_files(tmp_path: Path) -> None:
    info = tmp_path / f"pmlint-{pmlint.__version__}.dist-info"
    info.mkdir()
    line = "pmlint/engine.py,sha256=abc,120"
    (info / "RECORD").write_text(f"{line}\npmlint/x.pyc,,\n", encoding="utf-8")
    assert results._recorded([tmp_path / "pmlint"]) == [line]


def test_processes_find_the_same_in_the_same_order(tmp_path: Path) -> None:
    names = []
    for number, path in enumerate(sorted(DOCS.glob("*.md"))[:17]):
        names.append(f"{number:02}.md")
        (tmp_path / names[-1]).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    names.insert(3, "missing.md")
    alone = check("--no-cache", "--jobs", "1", *names)
    spread = check("--no-cache", "--jobs", "2", *names)
    assert alone.stdout == spread.stdout
    assert alone.exit_code == spread.exit_code == 2


def test_processes_import_nothing_from_where_they_are(tmp_path: Path) -> None:
    pwned = f"open({str(tmp_path / 'pwned')!r}, 'w')"
    for module in ("json", "re", "secrets", "pmlint", "click", "joblib", "sitecustomize"):
        (tmp_path / f"{module}.py").write_text(pwned, encoding="utf-8")
    names = [f"{number:02}.md" for number in range(17)]
    for name in names:
        (tmp_path / name).write_text(f"# Outage\n\nThis is {name}.\n", encoding="utf-8")
    script = Path(sys.executable).with_name("pmlint")
    command = [script] if script.is_file() else [sys.executable, "-P", "-m", "pmlint"]
    run = subprocess.run(
        [*command, "check", "--no-cache", "--jobs", "2", *names],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert b"17 files" in run.stdout, run.stderr
    assert not run.stderr
    assert not (tmp_path / "pwned").exists()


DEADLY = (
    "import os\n"
    "from pmlint.rule import Category, Rule, Severity\n"
    "def check(document, options):\n"
    "    if str(os.getpid()) != os.environ.get('PMLINT_TEST_PARENT'):\n"
    "        os.kill(os.getpid(), 9)\n"
    "    return ()\n"
)


@pytest.mark.skipif(
    sys.platform != "linux" or sys.version_info < (3, 11), reason="no processes are started here"
)
def test_a_killed_process_costs_time_and_no_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"{number:02}.md" for number in range(17)]
    for name in names:
        (tmp_path / name).write_text(f"{BAD}\nThis is {name}.\n", encoding="utf-8")
    house = tmp_path / "house"
    house.mkdir()
    rule = DOCS.parent.parent.parent / "rules" / "platitude.py"
    text = rule.read_text(encoding="utf-8").replace("PM", "ZZ").replace("platitude", "deadly")
    text += f"\n{DEADLY}\nRULE = __import__('msgspec.structs').structs.replace(RULE, check=check)\n"
    (house / "deadly.py").write_text(text, encoding="utf-8")
    monkeypatch.setenv("PMLINT_TEST_PARENT", str(os.getpid()))
    alone = check("--no-cache", "--jobs", "1", "--rules", "house", *names)
    spread = check("--no-cache", "--jobs", "2", "--rules", "house", *names)
    assert alone.stdout == spread.stdout, spread.output
    assert "a process was lost" in spread.stderr


def test_documents_are_reviewed_and_kept_by_and_by(
    tmp_path: Path, reviews: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"{number}.md" for number in range(7)]
    for name in names:
        (tmp_path / name).write_text(f"{BAD}\nThis is {name}.\n", encoding="utf-8")
    whole = check("--no-cache", *names).stdout
    monkeypatch.setattr(caching, "_OFF", False)
    monkeypatch.setattr(reviewing, "_WINDOW", 3)
    broken: list[str] = []

    def interrupted(asked: Iterable[tuple[Source, Settings]]) -> Iterator[Findings]:
        for source, settings in asked:
            if source.path == "5.md" and not broken:
                broken.append(source.path)
                raise KeyboardInterrupt
            reviews.append(source.path)
            yield review(source, settings.rules, settings)

    monkeypatch.setattr(reviewing, "review_together", interrupted)
    assert check(*names).exit_code == 130
    reviews.clear()
    assert check(*names).stdout == whole
    assert reviews == names[3:], "what was reviewed before the interruption is known"


@pytest.mark.parametrize("value", ["0", "-1", "two", "1.5"])
def test_a_wrong_number_of_processes_is_an_error(value: str) -> None:
    result = check("--jobs", value)
    assert result.exit_code == 2
    assert "number of processes" in result.output


def test_runs_at_the_same_time_do_not_disturb_each_other(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    command = [sys.executable, "-m", "pmlint", "check", "--format", "json", "a.md"]
    environment = {**os.environ, "PMLINT_CACHE_DIR": str(cache)}
    runs = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    outputs = {run.communicate() for run in runs}
    assert len(outputs) == 1
    assert not next(iter(outputs))[1]


def test_clean_removes_what_is_kept_and_nothing_else(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    check("a.md")
    (cache / "mine.txt").write_text("keep", encoding="utf-8")
    result = CliRunner().invoke(main, ["clean"])
    assert result.exit_code == 0
    assert [path.name for path in cache.iterdir()] == ["mine.txt"]
    (cache / "mine.txt").unlink()
    CliRunner().invoke(main, ["clean"])
    assert not cache.exists()
    assert "no cache" in CliRunner().invoke(main, ["clean"]).output


def test_clean_leaves_nothing_of_its_own_run(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    command = [sys.executable, "-m", "pmlint"]
    environment = {**os.environ, "PMLINT_CACHE_DIR": str(kept)}
    subprocess.run([*command, "clean"], env=environment, check=True)
    assert not kept.exists()
    subprocess.run([*command, "rules"], env=environment, check=True, stdout=subprocess.DEVNULL)
    assert kept.exists()
    subprocess.run([*command, "clean"], env=environment, check=True)
    assert not kept.exists()


def test_a_kept_result_loads_no_rule(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    check("a.md")
    code = (
        "import sys; from pmlint.cli import main\n"
        "try: main(['check', '-q', 'a.md'])\n"
        "except SystemExit: pass\n"
        "print(*sorted(m for m in sys.modules if m.startswith(('pmlint.rules', 'pmlint.wording',"
        " 'pmlint.reading', 'numpy', 'joblib', 'markdown_it'))), file=sys.stderr)"
    )
    environment = {**os.environ, "PMLINT_CACHE_DIR": str(cache)}
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=True
    )
    assert b"PM301" in run.stdout
    assert run.stderr.split() == []


def test_a_result_is_replaced_and_not_doubled() -> None:
    for files in (1, 2):
        store = Results()
        store.add(b"key", replace(Findings(), files=files))
        store.close()
    found = Results().find(b"key")
    assert found is not None
    assert found.files == 2


def test_endless_standard_input_is_not_read_to_the_end(tmp_path: Path) -> None:
    with Path("/dev/zero").open("rb") as endless:
        run = subprocess.run(
            [sys.executable, "-m", "pmlint", "check", "-"],
            stdin=endless,
            capture_output=True,
            cwd=tmp_path,
            check=False,
        )
    assert run.returncode == 2
    assert b"20,000,000 bytes" in run.stderr


@pytest.mark.parametrize("form", ["full", "concise"])
def test_findings_of_many_documents_are_printed_by_and_by(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"{number}.md" for number in range(7)]
    for name in names:
        (tmp_path / name).write_text(f"{BAD}\nThis is {name}.\n", encoding="utf-8")
    (tmp_path / "3.md").write_text(f"{BAD}\n<!-- never closed\n", encoding="utf-8")
    (tmp_path / "5.md").write_bytes(b"\xff\x00\xff")
    whole = CliRunner().invoke(main, ["check", "--format", form, *names])
    monkeypatch.setattr(cli_check, "WINDOW", 2)
    monkeypatch.setattr(streaming, "WINDOW", 2)
    monkeypatch.delattr(cli_check, "render")  # by which all of them are printed at once
    again = CliRunner().invoke(main, ["check", "--format", form, *names])
    assert again.exit_code == whole.exit_code == 2
    assert again.stdout == whole.stdout
    # Problems are told of when their document comes, and a note of a part that was not read, too.
    assert sorted(again.stderr.splitlines()) == sorted(whole.stderr.splitlines())
    assert "3.md" in again.stderr
