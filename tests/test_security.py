"""One test, or more, for each numbered line of ``SECURITY.md``."""

from __future__ import annotations

import ast
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from pmlint.cli import main
from pmlint.config import KEYS, ConfigError, check_values
from pmlint.formats import FORMATS
from pmlint.quarterly.data import _inert
from pmlint.registry import all_rules
from tests.test_inputs import process, write

ROOT = Path(__file__).parent.parent
RULES = all_rules()
SECRET = "ghp_" + "Zk3vQ9xL2mN8pR5tW7yB4cD6fG1hJ0sAqE2u"
HOSTILE = (
    "# ::error::owned <script>alert(1)</script> @everyone\n\n"
    '\x1b]0;title\x07\x1b[2J It was ridiculous \u202e\u2066, ]]> <!-- --> & "quoted" ![x](http://evil/)\n\n'
    "::set-env name=PATH::ridiculous ##[add-mask]a\r::error::two ridiculous things\n\n"
    "## Action items\n\n"
    '- =HYPERLINK("http://evil/") ridiculous ::warning::\n'
    "- <img src=http://evil/x onerror=alert(1)> `` ridiculous ``` @team #1\n\n"
    f"The token was {SECRET} and that is ridiculous.\n"
)
NAME = "a%0A::error::x,y:z`<b>&\u202e'\".md"
CHOICE = ("--select", "PM9,PM4", "--ignore", "PM401,PM402", "--fail-on", "never", "--quiet")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = tmp_path / "repository"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv("PMLINT_CACHE_DIR", str(tmp_path / "cache"))


def check(*args: str) -> Result:
    result = CliRunner().invoke(main, ["check", *args, *CHOICE])
    assert "Traceback" not in result.output
    return result


def hostile(form: str) -> str:
    """What a format makes of the hostile document under its hostile name."""
    write(NAME, HOSTILE)
    result = check(NAME, "--format", form)
    assert result.exit_code == 0
    assert "ridiculous" in result.stdout
    return result.stdout_bytes.decode()


def alone(*args: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """A command in a process that runs *before* first, as every such process does."""
    site = Path("../site")
    site.mkdir(exist_ok=True)
    (site / "sitecustomize.py").write_text(before, encoding="utf-8")
    paths = os.pathsep.join((str(site.resolve()), str(ROOT)))
    return subprocess.run(
        [sys.executable, "-P" if sys.version_info >= (3, 11) else "-B", "-m", "pmlint", *args],
        env={**os.environ, "PYTHONPATH": paths, "MPLCONFIGDIR": str(site.resolve())},
        input=SESSION,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def message(method: str, number: int | None, params: dict[str, object] | None = None) -> str:
    """One message of the language server protocol."""
    head = {} if number is None else {"id": number}
    body = json.dumps({"jsonrpc": "2.0", **head, "method": method, "params": params or {}})
    return f"Content-Length: {len(body)}\r\n\r\n{body}"


SESSION = (
    message("initialize", 1, {"processId": None, "rootUri": None, "capabilities": {}})
    + message("initialized", None)
    + message("shutdown", 2)
    + message("exit", None)
)

# --- a hostile document


def test_1_a_document_runs_nothing() -> None:
    """No part of pmlint evaluates text or, but for git, starts programs."""
    forbidden = {"eval", "exec", "os.system", "os.popen", "subprocess.Popen", "yaml.unsafe_load"}
    for path in lint_path_files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                assert ast.unparse(node.func) not in forbidden, path


def test_2_a_document_cannot_steer_a_terminal() -> None:
    for form in FORMATS:
        controls = {mark for mark in hostile(form) if not mark.isprintable() and mark != "\n"}
        assert not controls, form


def test_3_a_document_gives_a_runner_no_command() -> None:
    lines = hostile("github").splitlines()
    assert all(
        line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in lines
    )
    for form in sorted(set(FORMATS) - {"github"}):
        for line in hostile(form).splitlines():
            assert not line.lstrip().startswith("::"), form
            assert "##[" not in line, form


def test_4_reports_for_programs_parse() -> None:
    for form in ("json", "sarif", "gitlab"):
        assert json.loads(hostile(form))
    for form in ("junit", "checkstyle"):
        root = ElementTree.fromstring(hostile(form))  # noqa: S314 - our own output
        assert {element.tag for element in root.iter()} <= {
            *("testsuites", "testsuite", "testcase", "failure", "error", "properties", "property"),
            *("checkstyle", "file", "system-out"),
        }


def test_5_a_markdown_comment_has_no_live_markup() -> None:
    from markdown_it import MarkdownIt

    html = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(hostile("markdown"))
    assert not re.search(r"<(?:script|img|a|b)\b", html)
    outside = re.sub(r"<code>.*?</code>", "", html, flags=re.DOTALL)
    assert not re.search(r"(?<![\w&;])@(?:everyone|team)\b", outside)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1"])
def test_6_a_cell_of_the_csv_is_no_formula(cell: str) -> None:
    assert not _inert(cell).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_6_the_csv_of_a_report_holds_no_formula() -> None:
    write("a.md", f"{HOSTILE}\n2026-08-03\n")
    text = report("csv")
    for row in csv.reader(io.StringIO(text)):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_7_the_html_report_holds_only_text() -> None:
    write("a.md", "# Outage <script>alert(1)</script>, 3 August 2026\n\n" + HOSTILE)
    page = report("html")
    assert not re.search(r"<script|<img src=http|onerror=alert\(1\)>|href=\"http://evil", page)
    assert "default-src 'none'" in page


def report(form: str) -> str:
    result = CliRunner().invoke(
        main,
        ["report", ".", "--quarter", "2026Q3", "--as-of", "2026-10-01", "--format", form, "-q"],
    )
    assert result.exit_code == 0, result.output
    return result.stdout


def test_8_the_other_documents_are_reviewed() -> None:
    write("a.md", b"\xff\xff")
    write("b.md", "It was ridiculous.")
    result = check(".", "--format", "concise")
    assert result.exit_code == 2
    assert "b.md:1:8: PM905" in result.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes among files")
def test_9_nothing_is_waited_for() -> None:
    os.mkfifo("pipe.md")
    assert process("pipe.md", "/dev/zero").returncode == 2


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_10_a_secret_is_masked_in_every_format(form: str) -> None:
    assert SECRET[4:] not in hostile(form)
    assert SECRET[:20] not in hostile(form)


def test_10_a_secret_is_in_no_file_that_is_written() -> None:
    write("a.md", HOSTILE + "\n2026-08-03\n")
    check("a.md", "--write-baseline")
    check("a.md", "--export", "sarif=../out.sarif", "--output-file", "../out.txt")
    for form in ("json", "csv", "markdown", "html", "terminal"):
        assert SECRET[4:20] not in report(form), form
    for path in Path("..").rglob("*"):
        if path.is_file() and path.name != "a.md":
            assert SECRET[4:20].encode() not in path.read_bytes(), path


TOKEN = "ghp_" + "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5"
PASSWORD = "Hunter2" + "SuperS3cret!"
PHRASE = "tidal-lantern-" + "gravel"
QUOTED = f"""# Checkout down, 3 August 2026

Service: `api_key={TOKEN}`
Team: {TOKEN}

## Timeline

- 09:10 Dana pasted {TOKEN}
- 09:02 The release with password={PASSWORD} began

## Root cause

Dana forgot to rotate the token {TOKEN} before the release. The password is {PHRASE}.

## Action items

- Rotate token {TOKEN} for CI
- Change {PHRASE} everywhere
- Change DB password={PASSWORD}
- Improve the monitoring of https://ci:{PASSWORD[:10]}@ci.example.org and of all that it does for us
"""


@pytest.mark.parametrize("more", [(), ("--select", "PM1,PM3,PM4,PM6"), ("--show-suppressed",)])
def test_10_no_message_quotes_a_secret(more: tuple[str, ...]) -> None:
    write("a.md", QUOTED)
    for form in sorted(FORMATS):
        told = CliRunner().invoke(main, ["check", "a.md", "--format", form, *more]).output
        assert "Rotate token" in told, form
        assert PHRASE[5:12] not in told, form
        assert TOKEN[4:12] not in told, form
        assert PASSWORD[4:10] not in told, form


def test_10_no_report_quotes_a_secret() -> None:
    write("a.md", QUOTED)
    for form in ("json", "csv", "markdown", "html", "terminal"):
        text = report(form)
        assert TOKEN[4:12].lower() not in text.lower(), form
        assert PASSWORD[4:10] not in text, form
        assert PHRASE[5:12] not in text, form


def test_10_the_cache_holds_no_secret_and_is_its_users_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PMLINT_CACHE_DIR", str(tmp_path / "kept"))
    write("a.md", QUOTED)
    check("a.md")
    report("json")
    kept = tmp_path / "kept" / "results.sqlite3"
    assert TOKEN[4:12].encode() not in kept.read_bytes()
    assert PASSWORD[4:10].encode() not in kept.read_bytes()
    assert PHRASE[5:12].encode() not in kept.read_bytes()
    if sys.platform != "win32":
        assert kept.stat().st_mode & 0o777 == 0o600


def test_11_what_a_document_allows_is_counted() -> None:
    write("a.md", "<!-- pmlint: allow-file PM905 -->\n\nIt was ridiculous.\n")
    content = json.loads(check("a.md", "--format", "json").stdout)
    assert content["summary"]["suppressed"] == 1


# --- a hostile configuration


@pytest.mark.parametrize("key", ["rules", "house-rules", "plugins", "models", "model", "python"])
def test_12_and_13_no_key_loads_code_or_chooses_models(key: str) -> None:
    assert key not in KEYS
    write("house/evil.py", "raise SystemExit('ran')")
    with pytest.raises(ConfigError, match="unknown key"):
        check_values({key: "house"}, RULES)


@pytest.mark.parametrize("name", ["../known.json", "/known.json", "link.json", "d/../../x.json"])
def test_14_a_baseline_outside_of_the_repository_is_an_error(name: str) -> None:
    write(".git/HEAD", "")
    Path("link.json").symlink_to("../outside.json")
    write("pmlint.toml", f'baseline = "{name}"\n')
    write("a.md", "It was ridiculous.")
    for more in ((), ("--write-baseline",), ("--fix",)):
        result = check("a.md", *more)
        assert result.exit_code == 2
        assert "outside of the repository" in result.stderr
    assert not Path("../known.json").exists()
    assert not Path("../outside.json").exists()


def test_14_a_baseline_elsewhere_in_the_repository_is_taken() -> None:
    write(".git/HEAD", "")
    write("d/pmlint.toml", 'baseline = "../known.json"\n')
    write("d/a.md", "It was ridiculous.")
    os.chdir("d")
    assert check("a.md", "--write-baseline").exit_code == 0
    assert Path("../known.json").is_file()


def test_15_a_configuration_behind_a_link_is_an_error() -> None:
    Path("../secret.toml").write_text('people = "hunter2"\n', encoding="utf-8")
    Path("pmlint.toml").symlink_to("../secret.toml")
    write("a.md", "It was ridiculous.")
    result = check("a.md")
    assert result.exit_code == 2
    assert "is a link out of the repository" in result.stderr
    assert "hunter2" not in result.output
    assert check("a.md", "--isolated").exit_code == 0


def test_16_patterns_that_take_minutes_are_errors() -> None:
    write("pmlint.toml", f'exclude = ["{"*a" * 20}b"]\n')
    write("a" * 100 + ".md", "It was ridiculous.")
    result = check(".")
    assert result.exit_code == 2
    assert "too many stars" in result.stderr


def test_17_the_command_line_is_stronger_than_the_configuration() -> None:
    write("pmlint.toml", 'ignore = ["ALL"]\n')
    write("a.md", "It was ridiculous.")
    assert "PM905" in check("a.md", "--isolated").stdout
    write("../own.toml", 'select = ["PM905"]\n')
    assert "PM905" in check("a.md", "--config", "../own.toml").stdout


# --- a hostile repository


def test_18_links_lead_nowhere_else() -> None:
    write(".git/config", "[http]\n\textraheader = ridiculous\n")
    Path("../outside.md").write_text("It was ridiculous.", encoding="utf-8")
    Path("link.md").symlink_to("../outside.md")
    Path("config.md").symlink_to(".git/config")
    Path("folder").symlink_to("..", target_is_directory=True)
    result = check(".", "--format", "json")
    assert json.loads(result.stdout)["summary"]["files"] == 0
    assert "ridiculous" not in result.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes among files")
def test_19_the_search_goes_on() -> None:
    write("a.md", "It was ridiculous.")
    write(".gitignore", "!\n[z-a]\n" + "*a" * 20 + "\n")
    Path("circle.md").symlink_to("circle.md")
    os.mkfifo("pipe.md")
    done = process(".")
    assert done.stdout.startswith("a.md:1:8: PM905")
    assert done.returncode == 0


def test_20_python_files_of_the_repository_are_not_imported() -> None:
    for name in ("numpy", "yaml", "json", "pathspec", "markdown_it", "rules", "conftest", "pmlint"):
        write(f"{name}.py", "open('ran', 'w')")
    write("a.md", "---\ntitle: x\n---\n\nIt was ridiculous.")
    done = subprocess.run(
        [sys.executable, "-I", "-m", "pmlint", "check", "a.md", *CHOICE],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "PM905" in done.stdout, done.stderr
    assert not Path("ran").exists()


def test_21_nothing_is_cached_in_the_repository() -> None:
    write("a.md", "It was ridiculous.")
    done = alone("check", "a.md", *CHOICE)
    assert done.returncode == 0
    assert [path.name for path in Path().iterdir()] == ["a.md"]


def test_22_the_action_that_is_written_has_a_time_limit() -> None:
    """The workflow that `pmlint init` writes follows the advice of this line."""
    CliRunner().invoke(main, ["init", "."])
    workflow = Path(".github/workflows/pmlint.yml").read_text(encoding="utf-8")
    assert "timeout-minutes" in workflow


# --- pmlint itself

NO_NETWORK = """
import os, sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto",
                 "socket.gethostbyname", "http.client.connect", "urllib.Request"):
        os.write(2, f"NETWORK {event} {arguments}".encode())
        os._exit(99)

sys.addaudithook(refuse)
"""
COMMANDS = (
    ("check", "a.md", "--fail-on", "never"),
    ("report", ".", "--quarter", "2026Q3", "--format", "json"),
    ("report", ".", "--quarter", "2026Q3", "-o", "../report.html"),
    ("server",),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command[:1]))
def test_23_no_command_opens_a_connection(command: tuple[str, ...]) -> None:
    write("a.md", f"{HOSTILE}\nhttps://example.org/ 2026-08-03 see [x](http://example.org).\n")
    done = alone(*command, before=NO_NETWORK)
    assert "NETWORK" not in done.stderr
    assert done.returncode == 0, done.stderr


def test_23_no_configuration_names_a_cluster_or_an_address() -> None:
    assert not {"dask", "jobs"} & set(KEYS)
    names = 'include = ["s3://bucket/**", "*.md"]\nbaseline = "s3://bucket/base.json"\n'
    write("pmlint.toml", names)
    write("a.md", HOSTILE)
    done = alone("check", *CHOICE, before=NO_NETWORK)
    assert "NETWORK" not in done.stderr
    assert "base.json, and there is no such file" in done.stderr


def test_23_the_guard_of_this_test_sees_connections() -> None:
    probe = "import socket; socket.create_connection(('127.0.0.1', 9))"
    done = alone("--version", before=f"{NO_NETWORK}\n{probe}\n")
    assert done.returncode == 99


@pytest.mark.skipif(shutil.which("unshare") is None, reason="no unshare here")
@pytest.mark.parametrize("command", COMMANDS[:2], ids=lambda command: command[0])
def test_23_commands_do_without_a_network(command: tuple[str, ...]) -> None:
    if subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False).returncode:
        pytest.skip("no network namespaces here")
    write("a.md", HOSTILE)
    done = subprocess.run(
        ["unshare", "-n", sys.executable, "-I", "-m", "pmlint", *command],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


NO_PICKLE = """
import pickle, sys

def refuse(*_args, **_options):
    raise SystemExit("PICKLE")

pickle.load = pickle.loads = pickle._load = pickle._loads = refuse
pickle.Unpickler = pickle._Unpickler = refuse
sys.addaudithook(lambda event, _: refuse() if event == "pickle.find_class" else None)
import numpy

numpy.load = refuse
"""


def test_24_no_pickle_is_read() -> None:
    write("a.md", "# Outage\n\n## Summary\n\nDave forgot the flag, and that was careless of him.\n")
    done = alone("check", "a.md", "--fail-on", "never", "--no-cache", before=NO_PICKLE)
    assert "PICKLE" not in done.stderr
    assert (done.returncode, done.stderr) == (0, "")
    assert "finding" in done.stdout


def test_24_no_module_of_the_lint_path_imports_pickle() -> None:
    forbidden = {"pickle", "cPickle", "_pickle", "dill", "cloudpickle", "shelve", "marshal"}
    for path in lint_path_files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not forbidden.intersection(name.split(".")[0] for name in names), path
            if isinstance(node, ast.keyword):
                assert node.arg != "allow_pickle", path


def test_25_git_is_the_only_program() -> None:
    users = {
        path.relative_to(ROOT).as_posix()
        for path in lint_path_files()
        if re.search(r"\bsubprocess\b|os\.(?:spawn|exec|posix_spawn)", path.read_text("utf-8"))
    }
    assert users == {"pmlint/changes.py", "pmlint/quarterly/incidents.py"}
    for name in users:
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "shell=" not in text
        assert '["git", ' in text


def lint_path_files() -> list[Path]:
    """Every module but the trainer's."""
    files = [*(ROOT / "pmlint").rglob("*.py"), *(ROOT / "rules").glob("*.py")]
    return [path for path in files if "training" not in path.parts]


def test_every_line_has_a_test() -> None:
    lines = re.findall(r"^(\d+)\. ", (ROOT / "SECURITY.md").read_text("utf-8"), re.MULTILINE)
    assert lines == [str(number) for number in range(1, len(lines) + 1)]
    tests = re.findall(r"^def (test_[\w]+)", Path(__file__).read_text("utf-8"), re.MULTILINE)
    told = {number for name in tests for number in re.findall(r"\d+", name)}
    assert set(lines) <= told
