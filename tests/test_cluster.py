"""``--dask`` on clusters of real processes: the same bytes, also when workers are killed."""

from __future__ import annotations

import json
import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import dask
import pytest
from click.testing import CliRunner, Result
from distributed import LocalCluster

import pmlint
from pmlint import caching
from pmlint.cli import main, streaming
from pmlint.cli.distant import job_of
from pmlint.cluster import client, worker
from pmlint.cluster.client import Asked, Cluster, Done
from pmlint.cluster.identity import difference, identity
from pmlint.cluster.worker import Job, Mismatch, Piece, Portion
from pmlint.engine import Findings
from tests.clusters import ROOT, house_rule, scheduler_process, smallest, worker_process

BAD = "# Outage, 3 May 2026\n\n## Root cause\n\nThe root cause was human error.\n"
QUICK = ("--select", "PM5", "--fail-on", "never")


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a cluster of three processes, which are started again when they die."""
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        LocalCluster(
            n_workers=3,
            threads_per_worker=1,
            dashboard_address=":0",
            local_directory=str(tmp_path_factory.mktemp("dask")),
            silence_logs=logging.CRITICAL,
        ) as cluster,
    ):
        yield cluster.scheduler_address


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(caching, "_OFF", False)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert "Traceback" not in result.output, result.output
    return result


def check(*arguments: str) -> Result:
    return run("check", "--format", "json", *arguments)


def written(count: int, text: str = BAD) -> list[str]:
    names = [f"{number:03}.md" for number in range(count)]
    for name in names:
        Path(name).write_text(f"{text}\nThis is {name}.\n", encoding="utf-8")
    return names


def paths(result: Result) -> list[str]:
    return [one["path"] for one in json.loads(result.stdout)["findings"]]


# --- nothing differs ------------------------------------------------------------------


def test_findings_are_the_same_bytes_wherever_they_are_made(
    scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in smallest(10):
        shutil.copy(path, ".")
    Path("missing").symlink_to("nowhere.md")
    names = [*sorted(map(str, Path().glob("*.md"))), "missing"]
    alone = check("--no-cache", "--jobs", "1", *names)
    assert alone.exit_code == 2
    assert len(json.loads(alone.stdout)["findings"]) > 80
    assert "missing: no such file" in alone.stderr
    for options in (
        ("--no-cache", "--jobs", "2"),
        ("--dask", scheduler),  # keeps what is found
        ("--dask", scheduler),
        ("--jobs", "1"),  # reads what the cluster found
    ):
        monkeypatch.setattr(caching, "_OFF", False)
        assert check(*options, *names).stdout == alone.stdout, options


def test_what_is_known_is_not_asked_for_again(
    scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = written(9)
    first = check(*QUICK, "--dask", scheduler, *names)
    sent: list[Any] = []
    monkeypatch.setattr(client._Run, "_send", lambda _, portion: sent.append(portion))
    again = check(*QUICK, "--dask", scheduler, *names)
    assert again.stdout == first.stdout
    assert len(paths(again)) >= 9
    assert not sent


def test_settings_of_each_folder_go_along(scheduler: str) -> None:
    (Path("a") / "near").mkdir(parents=True)
    (Path("b")).mkdir()
    Path("a/pmlint.toml").write_text(
        'select = ["PM5", "PM8"]\npeople = ["Jenkins"]\n[profiles]\n"near/**" = "near-miss"\n'
        '[per-file-ignores]\n"near/**" = ["PM501"]\n'
        '[aliases]\n"What bit us" = "contributing factors"\n[severity]\nPM501 = "info"\n',
        encoding="utf-8",
    )
    Path("b/pmlint.toml").write_text('ignore = ["PM5"]\nmin-severity = "error"\n', "utf-8")
    for name in ("a/near/1.md", "a/2.md", "b/3.md", "4.md"):
        Path(name).write_text(f"{BAD}\n## What bit us\n\n- Jenkins was wrong.\n", encoding="utf-8")
    alone = check("--no-cache", "--jobs", "1")
    spread = check("--no-cache", "--dask", scheduler)
    assert spread.stdout == alone.stdout
    found = json.loads(alone.stdout)["findings"]
    assert {one["path"] for one in found} == {"a/near/1.md", "a/2.md", "b/3.md", "4.md"}
    assert any(one["code"] == "PM812" and one["path"] == "a/near/1.md" for one in found)


def test_exit_status_formats_and_baseline_are_as_ever(scheduler: str) -> None:
    names = written(3)
    for form in ("sarif", "full", "markdown"):
        alone = run("check", "--no-cache", "--format", form, "--jobs", "1", *names)
        spread = run("check", "--no-cache", "--format", form, "--dask", scheduler, *names)
        assert (spread.stdout, spread.exit_code) == (alone.stdout, 1)
    assert run("check", "--dask", scheduler, "--write-baseline", *names).exit_code == 0
    known = run("check", "--dask", scheduler, "--baseline", "pmlint-baseline.json", *names)
    assert known.exit_code == 0
    assert "is found no more" not in known.stderr


def test_what_is_printed_by_and_by_is_what_is_printed_at_once(
    scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streaming, "WINDOW", 2)
    bad, good = written(5), "good.md"
    Path(good).write_text("<!-- pmlint: allow PM5 -->\n\nNothing.\n", encoding="utf-8")
    for names in ([good, *bad, "missing.md", good], [good], ["missing.md"]):
        for form in ("full", "concise"):
            options = ("check", "--select", "PM5", "--format", form, *names)
            alone = run(*options, "--no-cache", "--jobs", "1")
            spread = run(*options, "--no-cache", "--dask", scheduler)
            assert spread.stdout == alone.stdout
            assert spread.stderr == alone.stderr
            assert spread.exit_code == alone.exit_code
        assert run(*options, "-q", "--exit-zero", "--dask", scheduler).stdout == (
            run(*options, "-q", "--exit-zero", "--jobs", "1").stdout
        )


def test_findings_are_printed_before_all_are_made(
    scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streaming, "WINDOW", 2)
    monkeypatch.setattr(client, "_MOST_PIECES", 1)
    printed: list[str] = []
    out: list[int] = []
    settle = client._Run._settle

    def seen(self: client._Run[Any], futures: Any) -> None:  # noqa: ANN401 - of Dask
        out.append(len(printed))
        settle(self, futures)

    monkeypatch.setattr(client._Run, "_settle", seen)
    monkeypatch.setattr(streaming, "say", printed.append)
    run("check", *QUICK, "--format", "concise", "--dask", scheduler, *written(40))
    assert "".join(printed).count(": PM501 ") >= 40
    assert len(printed) == 20 + 1, "each window, and the summary"
    assert out[-1] >= 8, "most were printed while the last were still out"


# --- workers die ----------------------------------------------------------------------

MORTAL = """
def check(document, options):
    import os, signal
    from pathlib import Path
    from pmlint.document import Span
    from pmlint.rule import Hit
    marks = Path({marks!r})
    number = int(Path(document.source.path).stem)
    with (marks / f"{{number}}-{{os.getpid()}}").open("w"):
        pass
    if number in {once!r}:
        try:
            (marks / f"killed-{{number}}").touch(exist_ok=False)
        except FileExistsError:
            pass
        else:
            os.kill(os.getpid(), signal.SIGKILL)
    if number in {always!r}:
        os.kill(os.getpid(), signal.SIGKILL)
    yield Hit(Span(0, 1), "counted")
"""


def mortal(marks: Path, once: tuple[int, ...] = (), always: tuple[int, ...] = ()) -> str:
    """A folder with a rule that finds one thing in each document, and kills its process."""
    marks.mkdir()
    source = MORTAL.format(marks=str(marks), once=once, always=always)
    return str(house_rule(Path("house"), source))


def test_killed_workers_cost_time_and_no_finding(scheduler: str, tmp_path: Path) -> None:
    names = written(60)
    rules = ("--rules", mortal(tmp_path / "marks", once=(3, 25, 51)), "--select", "ZZ806,PM701")
    spread = check("--no-cache", "--dask", scheduler, *rules, *names)
    assert spread.exit_code == 0, spread.stderr
    killed = sorted(path.name for path in (tmp_path / "marks").glob("killed-*"))
    assert killed == ["killed-25", "killed-3", "killed-51"], "three workers were killed"
    twice = [
        name for name in names if len(list((tmp_path / "marks").glob(f"{int(name[:3])}-*"))) > 1
    ]
    assert twice, "some documents were reviewed twice"
    alone = check("--no-cache", "--jobs", "1", *rules, *names)
    assert spread.stdout == alone.stdout
    assert spread.exit_code == alone.exit_code
    assert paths(spread) == [name for name in names for _ in range(2)]


def test_a_result_that_is_computed_anew_while_others_are_fetched_is_taken() -> None:
    """Found by a run of the test above: "the scheduler has forgotten what it was asked"."""

    class Anew:
        """A future that is lost when first looked at, and done again afterwards."""

        key = "1"
        looks = 0
        released = False

        @property
        def status(self) -> str:
            self.looks += 1
            return "lost" if self.looks == 1 else "finished"

        def release(self) -> None:
            self.released = True

    class Fetching:
        def gathered(self, futures: list[Anew]) -> list[list[str]]:
            return [[future.key] for future in futures]

    made: Any = client._Run(Fetching(), worker.reviews, job_of(()), [], lambda *_: Findings(), 1)  # type: ignore[arg-type]
    future = Anew()
    made._out["1"] = (future, [(0, Asked("1", "", "", ()))])
    made._settle([future])
    assert not made._ready
    assert not future.released
    made._settle(made._wait())
    assert made._ready == {0: "1"}
    assert future.released


def test_a_document_that_no_worker_survives_is_told_of(scheduler: str, tmp_path: Path) -> None:
    names = written(40)
    rules = ("--rules", mortal(tmp_path / "marks", always=(5,)), "--select", "ZZ806")
    spread = check("--no-cache", "--dask", scheduler, *rules, *names)
    assert spread.exit_code == 2
    told = [line for line in spread.stderr.splitlines() if "pmlint:" in line]
    assert len(told) == 1
    assert told[0].startswith("pmlint: 005.md: was given up: every worker that reviewed it died")
    assert paths(spread) == [name for name in names if name != "005.md"]


def test_what_fails_otherwise_is_given_up_alone(scheduler: str) -> None:
    def lengths(_: Job, portion: Portion) -> list[int]:
        if any(piece.name == "7" for piece in portion.pieces):
            raise ZeroDivisionError("of seven")
        return [len(piece.text or "") for piece in portion.pieces]

    steps = [Asked(str(at), "x" * at, "", ()) for at in range(150)]
    reasons = []

    def given_up(name: str, reason: str) -> int:
        reasons.append((name, reason))
        return -1

    with Cluster(scheduler) as cluster:
        found = list(cluster.results(lengths, job_of(()), steps, given_up, len(steps)))
    assert found == [*range(7), -1, *range(8, 150)]
    assert [name for name, _ in reasons] == ["7"]
    assert "ZeroDivisionError: of seven" in reasons[0][1]


# --- how many at a time ---------------------------------------------------------------


def test_few_documents_are_out_at_a_time(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_MOST_PIECES", 2)
    monkeypatch.setattr(client, "_AHEAD", 1)
    taken: list[int] = []
    ahead = []

    def steps() -> Iterator[Asked | Done[str]]:
        for at in range(90):
            taken.append(at)
            yield Done(f"known {at}") if at % 3 == 0 else Asked(str(at), "", "", ())

    def names(_: Job, portion: Portion) -> list[str]:
        return [piece.name for piece in portion.pieces]

    with Cluster(scheduler) as cluster:
        cluster.client.wait_for_workers(3, timeout=60)
        assert cluster.threads() == 3
        for at, found in enumerate(cluster.results(names, job_of(()), steps(), str.format, 90)):
            assert found == (str(at) if at % 3 else f"known {at}")
            ahead.append(len(taken) - at)
    assert len(ahead) == len(taken) == 90
    assert max(ahead) <= 2 * 4 * 2, "four portions of two may be out, and as many wait"


def test_few_documents_are_sent_to_all_threads(scheduler: str) -> None:
    sizes = []

    def size(_: Job, portion: Portion) -> list[int]:
        return [len(portion.pieces)] * len(portion.pieces)

    for count in (5, 40, 500):
        steps = [Asked(str(at), "", "", ()) for at in range(count)]
        with Cluster(scheduler) as cluster:
            cluster.client.wait_for_workers(3, timeout=60)  # those that were killed come back
            found = cluster.results(size, job_of(()), steps, lambda *_: 0, count)
            sizes.append(max(found))
    assert sizes == [1, 3, 8]


def test_a_portion_has_no_more_text_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_MOST_CHARACTERS", 10)
    steps = iter([Asked(str(at), "x" * size, "", ()) for at, size in enumerate((4, 5, 6, 40, 1))])
    broken = Findings()
    made = client._Run(object(), worker.reviews, job_of(()), steps, lambda *_: broken, 5)  # type: ignore[arg-type]
    made._most = 10
    portions = []
    while not made._ended:
        portions.append([asked.name for _, asked in made._portion()])
    assert portions == [["0", "1", "2"], ["3"], ["4"]]


# --- clusters that do not fit ---------------------------------------------------------


def test_a_worker_with_another_pmlint_is_refused(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    for name in ("pmlint", "rules"):
        shutil.copytree(ROOT / name, elsewhere / name)
    (elsewhere / "models").symlink_to(ROOT / "models")
    environment = {**os.environ, "PYTHONPATH": str(elsewhere), "PMLINT_CACHE_DIR": ""}
    names = written(1)
    with scheduler_process(tmp_path) as (address, _):
        rule = elsewhere / "rules" / "platitude.py"
        rule.write_text(f"{rule.read_text('utf-8')}\n# changed\n", encoding="utf-8")
        with worker_process(tmp_path, address, environment):
            result = check("--dask", address, *names)
        assert result.exit_code == 2
        assert f"its pmlint {pmlint.__version__} has other code or rules" in result.stderr
        assert "Install the same pmlint there." in result.stderr
        module = elsewhere / "pmlint" / "__init__.py"
        text = re.sub(r'__version__ = ".*"', '__version__ = "0.0.9"', module.read_text("utf-8"))
        module.write_text(text, encoding="utf-8")
        with worker_process(tmp_path, address, environment):
            result = check("--dask", address, *names)
        assert f"it has pmlint 0.0.9, and this is {pmlint.__version__}" in result.stderr
        (elsewhere / "pmlint" / "cluster" / "worker.py").write_text("", encoding="utf-8")
        with worker_process(tmp_path, address, environment):
            result = check("--dask", address, *names)
        assert "could not answer for its pmlint" in result.stderr
        assert "AttributeError" in result.stderr
        assert "Install the same pmlint on all workers" in result.stderr


def test_a_worker_that_comes_later_is_refused_with_its_first_portion() -> None:
    other = Job(pmlint.cluster.identity.Identity("9.9.9", "3.11", "", ""))
    portion = Portion((Piece("a.md", BAD, "", 0),), ((),))
    with pytest.raises(Mismatch, match=r"it has pmlint .*, and this is 9\.9\.9"):
        worker.reviews(other, portion)


@pytest.mark.parametrize(
    ("field", "words"),
    [("version", "has pmlint x"), ("models", "models"), ("code", "code"), ("python", "Python x")],
)
def test_all_that_findings_rest_on_is_compared(field: str, words: str) -> None:
    from msgspec.structs import replace

    assert difference(identity(), identity()) == ""
    assert words in difference(identity(), replace(identity(), **{field: "x"}))


def test_no_scheduler_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_CONNECT", 1)
    names = written(1)
    for address in ("tcp://127.0.0.1:9", "nothing://here", "127.0.0.1"):
        result = check("--dask", address, *names)
        assert result.exit_code == 2
        assert f"--dask {address}: no scheduler answers there" in result.stderr
        assert "tcp://scheduler:8786" in result.stderr


def test_no_worker_and_a_lost_scheduler_are_errors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "_LOOK", 0.1)
    monkeypatch.setattr(client, "_WORKERLESS", 0.5)
    names = written(1)
    with scheduler_process(tmp_path) as (address, process):
        result = check("--dask", address, *names)
        assert result.exit_code == 2
        assert "has had no worker" in result.stderr
        monkeypatch.setattr(client, "_WORKERLESS", 600)
        monkeypatch.setattr(Cluster, "threads", lambda _: _killed(process))
        result = check("--dask", address, *names)
    assert result.exit_code == 2
    told = "scheduler was lost|has forgotten|results were lost"  # by where it was lost
    assert re.search(told, result.stderr), result.stderr


def _killed(process: subprocess.Popen[bytes]) -> int:
    """The scheduler is killed when it is asked for its threads, of which it would have one."""
    process.kill()
    return 1


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    names = written(1)
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = check("--dask", "tcp://127.0.0.1:9", *names)
    assert result.exit_code == 2
    assert "pip install 'pmlint[dask]'" in result.stderr


# --- what is read there ---------------------------------------------------------------


def test_workers_read_what_an_address_names(scheduler: str) -> None:
    names = written(12)
    Path("003.md").write_bytes(b"\xff\x00")
    base = f"file://{Path.cwd()}"
    alone = check(*QUICK, "--no-cache", "--jobs", "1", base)
    spread = check(*QUICK, "--no-cache", "--dask", scheduler, base)
    assert spread.stdout == alone.stdout
    assert spread.stderr == alone.stderr
    assert f"{base}/003.md: this looks like a binary file" in spread.stderr
    assert dict.fromkeys(paths(spread)) == dict.fromkeys(
        f"{base}/{name}" for name in names if name != "003.md"
    )
    sent = json.loads(check(*QUICK, "--no-cache", "--jobs", "1", *names).stdout)["findings"]
    assert len(sent) == len(paths(spread)), "the same as of files"


def test_workers_read_from_a_store(scheduler: str) -> None:
    def put() -> None:
        import fsspec

        for number in range(5):
            text = f"# Outage {number}\n\nThe root cause was human error.\n"
            fsspec.filesystem("memory").pipe(f"/bucket/{number}.md", text.encode())

    put()
    with Cluster(scheduler) as cluster:
        cluster.client.run(put)
    alone = check(*QUICK, "--no-cache", "memory://bucket")
    spread = check(
        *QUICK, "--no-cache", "--dask", scheduler, "memory://bucket", "memory:///bucket/2.md"
    )
    assert spread.stdout == alone.stdout
    assert sorted(set(paths(spread))) == [f"memory://bucket/{number}.md" for number in range(5)]
    gone = check(*QUICK, "--no-cache", "--dask", scheduler, "memory://bucket/9.md")
    assert gone.exit_code == 2
    assert "memory://bucket/9.md: no such file" in gone.stderr


def test_a_worker_that_lacks_a_file_system_is_told_of(scheduler: str) -> None:
    import fsspec

    class Here(fsspec.get_filesystem_class("memory")):  # type: ignore[misc]
        protocol = "hereonly"
        store: ClassVar[dict[str, Any]] = {}

    fsspec.register_implementation("hereonly", Here, clobber=True)
    result = check(*QUICK, "--dask", scheduler, "hereonly://bucket/a.md")
    assert result.exit_code == 2
    assert "tcp://127.0.0.1:" in result.stderr
    assert "hereonly" in result.stderr


# --- the report -----------------------------------------------------------------------


def test_the_report_is_the_same(scheduler: str) -> None:
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org"]
    for number, path in enumerate(sorted((ROOT / "corpus/quarters/payments").glob("*.md"))[:2]):
        shutil.copy(path, f"{number}.md")
    Path("undated.md").write_text("# Outage of search\n\nIt was human error.\n", encoding="utf-8")
    Path("broken.md").write_bytes(b"\xff\x00")
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", "x", "--date", "2026-08-03T12:00:00"], check=True)
    assert run("check", "--write-baseline", "0.md").exit_code == 0
    Path("pmlint.toml").write_text('baseline = "pmlint-baseline.json"\n', encoding="utf-8")
    options = ("report", "--quarter", "2026Q3", "--as-of", "2026-10-05", "--format", "json")
    alone = run(*options)
    spread = run(*options, "--dask", scheduler)
    assert alone.exit_code == 0
    assert spread.stdout == alone.stdout
    assert spread.stderr == alone.stderr
    assert "could not be read" in alone.stderr
    assert json.loads(alone.stdout)["undated"] == [], "git knows the day"
    far = run(*options, "--dask", scheduler, f"file://{Path.cwd()}/und*")
    assert far.exit_code == 0
    undated = [one["path"] for one in json.loads(far.stdout)["undated"]]
    assert undated == [f"file://{Path.cwd()}/undated.md"]


def test_house_rules_go_along_to_the_report(scheduler: str) -> None:
    written(2, "# Outage of 2026-08-03\n\nNothing.\n")
    rules = str(house_rule(Path("house"), "def check(document, options):\n    yield from ()\n"))
    options = ("report", "--quarter", "2026Q3", "--format", "json", "--rules", rules)
    assert run(*options, "--dask", scheduler).stdout == run(*options).stdout
