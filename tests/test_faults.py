"""Killed, interrupted, or on a full disk: every file is old or new, and nobody sees a traceback.

``python -m tests.faults.run --times 100`` does the same many more times.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from pmlint.cli import reviewing
from pmlint.formats import FORMATS
from tests.faults.faults import (
    Outcome,
    after_calls,
    at_moments,
    at_steps,
    can_trace,
    count,
    in_writes,
)
from tests.faults.scenes import LEFT, SCENES, Stage

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no signals of this kind")
ROOT = Path(__file__).parent.parent
WORDS = "# Outage\n\nThe retry interval was ridiculous.\n"
CHECK = ("check", "a.md", "--select", "PM9", "--isolated")
NAMES = [scene.name for scene in SCENES]


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Stage]:
    """Made when they are asked for."""
    return _Stages(tmp_path_factory)


class _Stages(dict[str, Stage]):
    def __init__(self, folders: pytest.TempPathFactory) -> None:
        self._folders = folders

    def __missing__(self, name: str) -> Stage:
        scene = next(one for one in SCENES if one.name == name)
        self[name] = Stage(scene, self._folders.mktemp("stage"))
        return self[name]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    Path("a.md").write_text(WORDS, encoding="utf-8")


def pmlint(*arguments: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    """A process.  *more* is of `subprocess.run`."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
    done: subprocess.CompletedProcess[bytes] = subprocess.run(
        [sys.executable, "-m", "pmlint", *arguments],
        **{"env": {**os.environ, "PYTHONPATH": str(ROOT)}, **streams, **more},  # type: ignore[call-overload]
    )
    assert b"Traceback" not in (done.stderr or b"")
    assert b"Exception ignored" not in (done.stderr or b"")
    return done


def left(outcomes: list[Outcome]) -> set[str]:
    """Files that were left behind."""
    return {name for one in outcomes for name in one.new if name.startswith(LEFT)}


# --- killed


@pytest.mark.parametrize("name", NAMES)
def test_killed_at_any_moment_files_are_old_or_new(stages: dict[str, Stage], name: str) -> None:
    outcomes = list(at_moments(stages[name], 3))
    assert outcomes[0].killed


@pytest.mark.parametrize("name", NAMES)
def test_killed_at_each_step_files_are_old_or_new(stages: dict[str, Stage], name: str) -> None:
    # What has to compile all expressions first takes long: some steps will do.
    some = None if stages[name].scene.warm else range(2, count(stages[name]) + 1, 4)
    outcomes = list(at_steps(stages[name], steps=some))
    assert len(outcomes) > 1
    assert all(one.killed for one in outcomes), "each step is one that is reached"
    if stages[name].new != stages[name].old:
        assert {name for one in outcomes for name in one.new} & set(stages[name].new)
        assert not all(one.new for one in outcomes), "the first kills come before any change"


@pytest.mark.parametrize("name", NAMES)
def test_killed_in_the_midst_of_writing_files_are_old_or_new(
    stages: dict[str, Stage], name: str
) -> None:
    outcomes = list(in_writes(stages[name], 2))
    assert outcomes[0].killed


@pytest.mark.skipif(not can_trace(), reason="no strace here that may watch processes")
@pytest.mark.parametrize("name", ["fix", "later cache"])
def test_killed_at_a_call_of_the_system_files_are_old_or_new(
    stages: dict[str, Stage], name: str
) -> None:
    outcomes = list(after_calls(stages[name], 5))
    assert outcomes[0].killed


def test_what_a_killed_run_leaves_is_never_taken_for_a_document() -> None:
    Path("pmlint.toml").write_text('include = ["*"]\n', encoding="utf-8")
    Path(f"{LEFT}x7.md").write_text(WORDS, encoding="utf-8")
    done = pmlint("check", ".", "--select", "PM905", "--format", "json")
    assert {one["path"] for one in json.loads(done.stdout)["findings"]} == {"a.md"}


# --- a full disk

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")


@needs_full
@pytest.mark.parametrize(
    "arguments",
    [
        *((*CHECK, "--format", form) for form in sorted(FORMATS)),
        (*CHECK, "--statistics"),
        ("report", ".", "--quarter", "2026Q3"),
        ("rules",),
        ("check", "--help"),
        ("--version",),
    ],
    ids=" ".join,
)
def test_a_full_disk_behind_standard_output_is_told_of(arguments: tuple[str, ...]) -> None:
    with FULL.open("wb") as full:
        done = pmlint(*arguments, stdout=full)
    assert done.returncode == 2
    assert b"pmlint: error: " in done.stderr
    assert b"No space left on device" in done.stderr


@needs_full
def test_a_full_disk_behind_standard_error_changes_no_status() -> None:
    with FULL.open("wb") as full:
        assert pmlint("check", "missing.md", stderr=full).returncode == 2
        assert pmlint("check", "--unknown", stderr=full).returncode == 2


@needs_full
@pytest.mark.parametrize(
    "arguments",
    [
        (*CHECK, "--output-file", "/dev/full"),
        (*CHECK, "--export", "sarif=/dev/full"),
        ("report", ".", "--quarter", "2026Q3", "-o", "/dev/full"),
    ],
)
def test_a_full_disk_behind_a_file_is_told_of(arguments: tuple[str, ...]) -> None:
    done = pmlint(*arguments)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"/dev/full: cannot be written: No space left on device" in done.stderr


@pytest.mark.parametrize("name", ["fix", "baseline", "report"])
def test_on_a_full_disk_files_stay_as_they_are(stages: dict[str, Stage], name: str) -> None:
    """What cannot be written in full is not written, told of, and leaves nothing behind."""
    (one,) = in_writes(stages[name], 1, "full")
    assert (one.status, one.new) == (2, ())
    assert "cannot be written: File too large" in one.stderr
    assert "Traceback" not in one.stderr


@pytest.mark.parametrize("name", ["first cache", "later cache"])
def test_on_a_full_disk_nothing_is_kept_and_all_is_found(
    stages: dict[str, Stage], name: str
) -> None:
    for one in in_writes(stages[name], 2, "full"):
        assert (one.status, one.stderr) == (stages[name].last.returncode, "")


# --- a cache that cannot be


def test_a_cache_folder_that_is_a_file_is_passed_over() -> None:
    plain = pmlint(*CHECK, "--no-cache")
    for name in ("file", "file/in"):
        Path("file").write_text("", encoding="utf-8")
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PMLINT_CACHE_DIR": name}
        done = pmlint(*CHECK, env=environment)
        assert (done.returncode, done.stdout, done.stderr) == (
            plain.returncode,
            plain.stdout,
            plain.stderr,
        )
        assert Path("file").read_bytes() == b""


def test_a_cache_folder_that_cannot_be_written_is_passed_over() -> None:
    powerless: list[str] = []
    if os.geteuid() == 0:  # who may write anywhere, unless that right is given up
        if shutil.which("setpriv") is None:
            pytest.skip("root writes everywhere, and there is no setpriv")
        powerless = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
    cache = Path("cache")
    cache.mkdir()
    cache.chmod(0o500)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PMLINT_CACHE_DIR": str(cache)}
    done = subprocess.run(
        [*powerless, sys.executable, "-m", "pmlint", *CHECK],
        env=environment,
        capture_output=True,
        check=False,
    )
    cache.chmod(0o700)
    assert list(cache.iterdir()) == []
    plain = pmlint(*CHECK, "--no-cache")
    assert (done.returncode, done.stdout, done.stderr) == (
        plain.returncode,
        plain.stdout,
        plain.stderr,
    )


# --- nobody reads


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        *(((*CHECK, "--fail-on", "never", "--format", form), 0) for form in sorted(FORMATS)),
        ((*CHECK, "--fail-on", "info"), 1),
        (("rules",), 0),
        (("--help",), 0),
        (("check", "--help"), 0),
        (("--version",), 0),
    ],
    ids=str,
)
def test_a_pipe_that_is_closed_changes_no_status(arguments: tuple[str, ...], status: int) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = pmlint(*arguments, stdout=writing)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (status, b"")


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_change_no_status(closed: str) -> None:
    """Nor does what a document's new file gets as its number, that of a stream, take its output."""
    before = Path("a.md").read_text(encoding="utf-8") + "\n## Root cause\n\nThe disk was full.\n"
    Path("a.md").write_text(before, encoding="utf-8")
    code = f'exec "$0" -m pmlint check a.md --fix --isolated --select PM5,PM9,PM301 --fail-on info {closed}'
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["bash", "-c", code, sys.executable], env=environment, capture_output=True, check=False
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    text = Path("a.md").read_text(encoding="utf-8")
    assert text != before
    assert "pmlint:" not in text
    assert "[" not in text


# --- interrupted


@pytest.mark.parametrize("name", ["fix", "baseline", "later cache", "report"])
def test_interrupted_at_any_step_it_ends_in_one_line(stages: dict[str, Stage], name: str) -> None:
    stage = stages[name]
    total = count(stage, "count-every")
    steps = range(1, total, total // 12)
    ended = 0
    for one in at_steps(stage, "interrupt", steps):
        assert "Traceback" not in one.stderr, one
        assert one.status in (130, -signal.SIGINT, stage.last.returncode), one
        assert not left([one])
        ended += one.status == 130
    assert ended > 6


def test_interrupted_in_writing_nothing_is_left(stages: dict[str, Stage]) -> None:
    stage = stages["fix"]
    kills = list(at_steps(stage))
    assert left(kills), "who is killed cannot tidy up"
    for one in at_steps(stage, "interrupt-writes", range(1, len(kills) + 1)):
        assert not left([one]), one
        assert "Traceback" not in one.stderr, one


@pytest.fixture
def spread() -> Iterator[subprocess.Popen[bytes]]:
    """A run with two processes, which have just been started."""
    for number in range(17):
        text = f"{WORDS}\nThis is {number}.\n"
        Path(f"{number:02}.md").write_text(text, encoding="utf-8")
    command = ["check", ".", "--isolated", "--no-cache", "--jobs", "2", "--format", "json"]
    process = subprocess.Popen(
        [sys.executable, "-m", "pmlint", *command],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while process.poll() is None and len(workers(process.pid)) < 2:
        time.sleep(0.01)
    yield process
    process.kill()
    process.communicate()


def workers(pid: int) -> list[int]:
    """The processes that review for *pid*."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
    lines = {child: Path(f"/proc/{child}/cmdline") for child in children}
    return [int(child) for child, file in lines.items() if b"popen_loky" in _bytes(file)]


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""  # it has ended


needs_processes = pytest.mark.skipif(
    sys.platform != "linux" or sys.version_info < (3, 11), reason="no processes are started here"
)


@needs_processes
@pytest.mark.parametrize("later", [0.0, 0.2, 0.4])
def test_interrupted_processes_say_nothing(spread: subprocess.Popen[bytes], later: float) -> None:
    time.sleep(later)
    os.killpg(spread.pid, signal.SIGINT)
    _, stderr = spread.communicate()
    # A helper of joblib's may tell of what it tidied up for those that were just being started.
    assert b"pmlint: interrupted." in stderr
    assert b"Traceback" not in stderr
    assert b"KeyboardInterrupt" not in stderr
    assert spread.returncode == 130


@pytest.mark.parametrize("interrupted", [True, False])
def test_threads_tell_where_they_failed_unless_interrupted(
    interrupted: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """Joblib's thread may be cut off by an interruption: `KeyError` of what is pending, once."""

    def failing() -> None:
        raise KeyError(1)

    before = threading.excepthook, signal.getsignal(signal.SIGINT)
    threading.excepthook = threading.__excepthook__
    try:
        with suppress(KeyboardInterrupt), reviewing._quiet_when_interrupted():
            try:
                if interrupted:
                    signal.raise_signal(signal.SIGINT)
            finally:
                thread = threading.Thread(target=failing)
                thread.start()
                thread.join()
        assert signal.getsignal(signal.SIGINT) is before[1]
    finally:
        threading.excepthook = before[0]
    assert ("KeyError" in capsys.readouterr().err) is not interrupted


@needs_processes
def test_a_process_that_is_killed_from_outside_costs_no_finding(
    spread: subprocess.Popen[bytes],
) -> None:
    os.kill(workers(spread.pid)[0], signal.SIGKILL)
    stdout, stderr = spread.communicate()
    assert b"a process was lost" in stderr
    alone = pmlint("check", ".", "--isolated", "--no-cache", "--jobs", "1", "--format", "json")
    assert stdout == alone.stdout
    assert spread.returncode == alone.returncode
