"""Every kind of input has a defined result: reviewed, or told of with exit status 2."""

from __future__ import annotations

import codecs
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import pmlint.cli.files
from pmlint.cli import main
from pmlint.config import ConfigError, check_values, find_config
from pmlint.patterns import PatternError, check_pattern, compile_lines
from pmlint.registry import all_rules
from pmlint.source import MAX_BYTES, Source, SourceError, read_regular

ROOT = Path(__file__).parent.parent
WORDS = "The retry interval was ridiculous for such a queue.\n"
FOUND = "PM905"
ARGS = ("--select", FOUND, "--fail-on", "never", "--format", "concise", "--quiet")
RULES = all_rules()
AT_ONCE = 30  # seconds in which a process must end that could hang


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def check(*args: str, stdin: bytes | None = None) -> Result:
    """``pmlint check`` with one rule of which no model is asked."""
    result = CliRunner().invoke(main, ["check", *args, *ARGS], input=stdin)
    assert "Traceback" not in result.output
    assert "internal error" not in result.output
    return result


def process(*args: str) -> subprocess.CompletedProcess[str]:
    """The same in a process of its own, which must end soon."""
    return subprocess.run(
        [sys.executable, "-m", "pmlint", "check", *args, *ARGS],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=AT_ONCE,
    )


def write(name: str, content: str | bytes = WORDS) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def reviewed(result: Result) -> list[str]:
    """Files in which the word was found."""
    return [line.split(":")[0] for line in result.stdout.splitlines() if FOUND in line]


def test_notes_are_told_and_fail_nothing() -> None:
    write("a.md", "---\ntitle: [unclosed\n---\n\n" + WORDS)
    for _ in range(2):  # the second time from the cache
        result = process("a.md", "--export", "sarif=found.sarif")
        assert result.returncode == 0
        assert "a.md: the front matter is not valid YAML" in result.stderr
        found = json.loads(Path("found.sarif").read_text(encoding="utf-8"))
        (invocation,) = found["runs"][0]["invocations"]
        (note,) = invocation["toolExecutionNotifications"]
        assert invocation["executionSuccessful"]
        assert note["level"] == "note"
        assert "not valid YAML" in note["message"]["text"]


def missing() -> None:
    """There is no such file."""


def device() -> None:
    Path("bad.md").symlink_to("/dev/zero")


def pipe() -> None:
    os.mkfifo("bad.md")


def circle() -> None:
    Path("bad.md").symlink_to("bad.md")


def under_a_file() -> None:
    write("a")
    Path("bad.md").symlink_to("a/b.md")


def unreadable() -> None:
    if os.geteuid() == 0:
        pytest.skip("root reads everything")
    write("bad.md").chmod(0)


def holding(content: bytes) -> Callable[[], None]:
    """A file with *content*."""

    def make() -> None:
        write("bad.md", content)

    return make


def dangling() -> None:
    """A link whose file is gone."""
    Path("bad.md").symlink_to("gone.md")


UNUSABLE = [
    (missing, "no such file"),
    (device, "not a regular file"),
    (pipe, "not a regular file"),
    (circle, "cannot be read: Too many levels of symbolic links"),
    (under_a_file, "no such file"),
    (unreadable, "cannot be read: Permission denied"),
    (holding(bytes(range(256)) * 4), "this looks like a binary file"),
    (dangling, "no such file: the link leads to gone.md"),
    (holding(b"\x00\x01\x02\x03" * 100), "this looks like a binary file"),
    (holding("Störung".encode("latin-1")), "not valid UTF-8 (byte 2)"),
    (holding(WORDS.encode("utf-16-le")), "this looks like a binary file"),
    (holding(codecs.BOM_UTF16_LE + b"a"), "not valid UTF-16"),
    (holding(b"a" * (MAX_BYTES + 1)), "the file has more than 20,000,000 bytes"),
]


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes and devices among files")
@pytest.mark.parametrize(
    ("make", "says"), UNUSABLE, ids=lambda part: getattr(part, "__qualname__", str(part))[:25]
)
def test_unusable_input_is_two_and_the_others_are_reviewed(
    make: Callable[[], None], says: str
) -> None:
    make()
    write("good.md")
    result = check("bad.md", "good.md")
    assert result.exit_code == 2
    assert f"pmlint: bad.md: {says}" in result.stderr
    assert reviewed(result) == ["good.md"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        codecs.BOM_UTF8,
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.replace("\n", "\r\n").encode(),
        b"A\rlone\rreturn\r" + WORDS.encode(),
        f"\u202eA text\u202c \u2066that\u2069 turns. {WORDS}".encode(),
        b"One NUL\x00 in a text that is long enough to be one, and no binary file. "
        + WORDS.encode(),
        f"\U0001f34e \u0000 {WORDS * 9}".encode(),
    ],
)
def test_any_text_is_reviewed(content: bytes) -> None:
    write("a.md", content)
    result = check("a.md")
    assert (result.exit_code, result.stderr) == (0, "")
    assert bool(reviewed(result)) == (len(content) > 3)
    assert not set(result.stdout) & set("\x00\r\u202e\u2066")


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (codecs.BOM_UTF8 + b"It was ridiculous.", "1:8"),
        (codecs.BOM_UTF16_BE + "\r\nIt was ridiculous.".encode("utf-16-be"), "2:8"),
        (b"a\r\n\r\nIt was ridiculous.\r\n", "3:8"),
        (b"a\rIt was ridiculous.\r", "1:10"),
        ("\U0001f34e\u202e It was ridiculous.".encode(), "1:11"),
        (b"\x00 It was ridiculous, and this is a text of more than fifty letters.", "1:10"),
    ],
)
def test_places_count_lines_by_line_feeds_and_columns_by_code_points(
    content: bytes, place: str
) -> None:
    write("a.md", content)
    assert check("a.md").stdout.startswith(f"a.md:{place}: {FOUND} ")


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.one_of(
        st.binary(max_size=80),
        st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.text(max_size=40).map(lambda text: text.encode("utf-16", "surrogatepass")),
        st.builds(lambda head, tail: head + tail, st.binary(max_size=8), st.just(WORDS.encode())),
    )
)
def test_any_bytes_are_reviewed_or_told_of(content: bytes) -> None:
    write("any.md", content)
    write("good.md")
    result = check("any.md", "good.md")
    assert "good.md" in reviewed(result)
    assert result.exit_code == (2 if "pmlint: any.md: " in result.stderr else 0)
    piped = check("-", stdin=content)
    assert piped.exit_code == result.exit_code


# --- folders


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes among files")
def test_a_folder_with_all_kinds_of_entries_is_searched() -> None:
    write("d/a.md")
    write("d/folder.md/b.md")
    os.mkfifo("d/pipe.md")
    Path("d/circle.md").symlink_to("circle.md")
    Path("d/broken.md").symlink_to("nowhere")
    Path("d/device.md").symlink_to("/dev/zero")
    Path("d/up").symlink_to("..", target_is_directory=True)
    done = process("d")
    assert done.returncode == 0
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == [
        "d/a.md",
        "d/folder.md/b.md",
    ]


def test_a_folder_that_is_named_like_a_file_is_searched() -> None:
    write("x.md/a.md")
    assert reviewed(check("x.md")) == ["x.md/a.md"]


def test_links_that_leave_the_tree_are_passed_over_and_told_of() -> None:
    write("outside.md")
    write("d/a.md")
    Path("d/link.md").symlink_to(Path("outside.md").resolve())
    Path("d/passwd.md").symlink_to("/etc/passwd")
    result = check("d")
    assert reviewed(result) == ["d/a.md"]
    assert "d/link.md: this link leads out of what is reviewed" in result.stderr
    assert reviewed(check("d/link.md")) == ["d/link.md"], "a file that is named is reviewed"


@pytest.mark.parametrize("target", [".git/config", "secret.env", "kept/old.md", "logs/x.txt"])
def test_links_do_not_lead_to_what_is_ignored(target: str) -> None:
    write(".git/HEAD", "")
    write(".gitignore", "*.env\nlogs/\n")
    write("pmlint.toml", 'exclude = ["kept/"]\n')
    write(target)
    Path("pm").mkdir()
    Path("pm/link.md").symlink_to(Path("..", target))
    result = check("pm")
    assert reviewed(result) == []
    assert "pm/link.md: this link leads out" in result.stderr


def test_links_inside_the_repository_are_followed_once() -> None:
    write(".git/HEAD", "")
    write("incidents/4/report.md")
    Path("pm").mkdir()
    Path("pm/four.md").symlink_to("../incidents/4/report.md")
    assert reviewed(check("pm")) == ["pm/four.md"]
    assert len(reviewed(check("."))) == 1


def test_a_file_that_vanishes_between_listing_and_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    write("d/gone.md")
    write("d/there.md")

    def entries(self: object, *args: object) -> Iterator[object]:
        found = list(original(self, *args))
        Path("d/gone.md").unlink()
        yield from found

    original: Callable[..., Iterator[object]] = pmlint.cli.files.Walk._entries
    monkeypatch.setattr(pmlint.cli.files.Walk, "_entries", entries)
    result = check("d")
    assert result.exit_code == 2
    assert "d/gone.md: no such file" in result.stderr
    assert reviewed(result) == ["d/there.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes among files")
def test_a_file_that_becomes_a_pipe_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.md")
    before = path.stat()
    path.unlink()
    os.mkfifo(path)
    monkeypatch.setattr(Path, "stat", lambda *_args, **_options: before)
    with pytest.raises(SourceError, match="not a regular file"):
        read_regular(path)


def test_a_deep_tree_is_told_of_and_the_rest_is_searched() -> None:
    write("d/a.md")
    here = Path.cwd()
    os.chdir("d")
    for _ in range(1200):  # deeper than the interpreter's stack, and longer than a path may be
        Path("n").mkdir()
        os.chdir("n")
    os.chdir(here)
    try:
        result = check("d")
    finally:
        subprocess.run(["rm", "-rf", "d"], check=True)
    assert result.exit_code == 2
    assert "deep, so it was not searched" in result.stderr
    assert reviewed(result) == ["d/a.md"]


def test_names_that_are_too_long_or_lead_in_a_circle() -> None:
    Path("circle").symlink_to("circle")
    write("good.md")
    for name in ("n" * 300 + ".md", "circle/a.md", "good.md/a.md"):
        result = check(name, "good.md")
        assert result.exit_code == 2
        assert reviewed(result) == ["good.md"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems want names in UTF-8")
def test_a_name_that_is_no_text() -> None:
    Path(os.fsdecode(b"d\xff")).mkdir()
    write(os.fsdecode(b"d\xff/a\xfe.md"))
    for name in ("concise", "json", "sarif", "github", "junit"):
        result = CliRunner().invoke(main, ["check", ".", *ARGS, "--format", name])
        assert result.exit_code == 0
        assert FOUND in result.stdout


# --- what stands beside the documents


@pytest.mark.parametrize("target", ["/dev/zero", "/etc/passwd", "ignored"])
def test_a_link_in_place_of_gitignore_is_not_followed(target: str) -> None:
    write("ignored", "*.md\n")
    write("a.md")
    Path(".gitignore").symlink_to(target)
    done = process(".")
    assert (done.returncode, done.stdout.count(FOUND)) == (0, 1)


@pytest.mark.parametrize(
    "lines", ["!", "\\", "[z-a]", "a\\", "[[:x:]]", "\x00", "\ud800", "**a**" * 9]
)
def test_lines_that_are_no_patterns_are_passed_over(lines: str) -> None:
    write(".gitignore", f"{lines}\nb.md\n".encode("utf-8", "surrogatepass"))
    write("a.md")
    write("b.md")
    assert reviewed(check(".")) == ["a.md"]


@pytest.mark.parametrize("pattern", ["*a" * 12 + "b", "a/**/" * 12 + "b", "[a]*" * 9 + "b"])
def test_patterns_that_would_take_minutes_are_refused(pattern: str) -> None:
    with pytest.raises(PatternError, match="too many stars"):
        check_pattern(pattern)
    assert not compile_lines([pattern]).match_file("a" * 200)
    with pytest.raises(ConfigError, match="too many stars"):
        check_values({"exclude": [pattern]}, RULES)


@pytest.mark.parametrize(
    "pattern", ["*.md", "docs/**/*.md", "**/pm/**", "a/*/b/*/*.md", "*post*mortem*", "!keep.md"]
)
def test_usual_patterns_are_taken(pattern: str) -> None:
    check_pattern(pattern)


@pytest.mark.parametrize("key", ["include", "exclude", "profiles"])
def test_a_wrong_pattern_in_the_configuration_is_an_error(key: str) -> None:
    write("a.md")
    write("pmlint.toml", f"{key} = " + ('{"!" = "security"}' if key == "profiles" else '["!"]'))
    result = check("a.md")
    assert result.exit_code == 2
    assert "it is no pattern" in result.stderr


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        b"\x00",
        b"a = " + b"[" * 5000,
        b"a = 1e",
        b"as-of = 2026-02-31",
        b"min-confidence = 1" + b"0" * 5000,
        b"[options]\nPM505 = {}\n" * 2,
    ],
)
def test_a_broken_configuration_is_an_error_in_one_line(content: bytes) -> None:
    write("a.md")
    write("pmlint.toml", content)
    result = check("a.md")
    assert result.exit_code == 2
    assert "pmlint.toml" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("content", [b"[" * 100_000, b"\xff", b"\x00" * 100, b"{}", b""])
def test_a_broken_baseline_is_an_error_in_one_line(content: bytes) -> None:
    write("a.md")
    write("known.json", content)
    result = check("a.md", "--baseline", "known.json")
    assert result.exit_code == 2
    assert "known.json: " in result.stderr


def test_devices_in_place_of_baseline_and_configuration_do_not_hang() -> None:
    write("a.md")
    assert process("a.md", "--baseline", "/dev/zero").returncode == 2
    assert process("--fix", "/dev/zero").returncode == 2
    Path("pmlint.toml").symlink_to("/dev/zero")
    assert find_config(Path()) is None or find_config(Path()) != Path("pmlint.toml").absolute()
    assert process("a.md").returncode == 0


def test_problems_do_not_break_formats_for_programs() -> None:
    write("good.md")
    result = CliRunner().invoke(main, ["check", "bad.md", "good.md", *ARGS, "--format", "json"])
    assert json.loads(result.stdout)["errors"][0]["path"] == "bad.md"
    assert result.exit_code == 2


def test_at_most_one_byte_more_than_the_limit_is_read() -> None:
    path = write("big.md", b"a" * (MAX_BYTES + 100))
    assert len(read_regular(path)) == MAX_BYTES + 1
    with pytest.raises(SourceError, match="more than"):
        Source.from_path(path, "big.md")
    shutil.rmtree(path, ignore_errors=True)
