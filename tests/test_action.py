"""The GitHub Action and the workflow of ``pmlint init``: what they say, and what they do.

The steps of ``action.yml`` are run by bash as the runner would do it, with its variables and
files on disk, in repositories that are checked out as actions/checkout does it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from pmlint.cli import main

ROOT = Path(__file__).parent.parent
SOURCE = (ROOT / "action.yml").read_text(encoding="utf-8")
ACTION: dict[str, Any] = yaml.safe_load(SOURCE)
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
BIN = Path(sys.executable).parent
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")

# Found without the model: each run takes a second.
SETTINGS = 'select = ["PM403", "PM405", "HOUSE"]\n'
HEAD = "# Checkout outage\n\n## Action items\n\n"
BAD = f"{HEAD}- Improve monitoring\n"
GOOD = (
    f"{HEAD}- Page the on-call when the queue holds 500 jobs (owner: Maria Lopez, due 2026-05-02)\n"
)
HOUSE_RULE = '''"""The word {word} stands in the document.

Why: it is the word of this test.
Instead: take another.
"""

from pathlib import Path

from pmlint.document import Span
from pmlint.rule import Category, Hit, Rule, Severity

{code}


def check(document, options):
    at = document.source.text.find("{word}")
    if at >= 0:
        yield Hit(Span(at, at + 5), "{word}")


RULE = Rule(
    code="HOUSE001",
    name="word",
    category=Category.HOUSE,
    severity=Severity.WARNING,
    summary="A word.",
    check=check,
    bad=("An [[{word}]].",),
    good=("A fig.",),
)
'''
PWN = 'from pathlib import Path\nPath("pwned").touch()\n'


# What the files say


def rendered(folder: Path) -> Path:
    """The workflow that `pmlint init` writes."""
    assert CliRunner().invoke(main, ["init", str(folder)]).exit_code == 0
    return folder / ".github" / "workflows" / "pmlint.yml"


def test_all_that_is_used_is_pinned(tmp_path: Path) -> None:
    for text in (SOURCE, rendered(tmp_path).read_text(encoding="utf-8")):
        assert text.count("uses:") == len(PINNED.findall(text)) > 0


def test_no_expression_stands_in_a_script() -> None:
    scripts = [step["run"] for step in STEPS if "run" in step]
    scripts += [
        path.read_text(encoding="utf-8") for path in (ROOT / ".github" / "action").iterdir()
    ]
    assert len(scripts) > 5
    for script in scripts:
        assert "${{" not in script
        assert "set -euo pipefail" in script or re.fullmatch(
            r'bash "\$GITHUB_ACTION_PATH/\.github/action/\w+\.sh"', script
        )


def test_inputs_and_outputs_are_documented_and_used() -> None:
    for name, about in {**ACTION["inputs"], **ACTION["outputs"]}.items():
        assert about["description"].endswith("."), name
    for name in ACTION["inputs"]:
        assert re.search(rf"inputs\.{name}\b", SOURCE), name


@pytest.mark.parametrize("schema", ["vendor.github-actions", "vendor.github-workflows"])
def test_files_keep_their_schema(schema: str, tmp_path: Path) -> None:
    path = ROOT / "action.yml" if schema.endswith("actions") else rendered(tmp_path)
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_finds_nothing(tmp_path: Path) -> None:
    # The strictest persona but the one that reports what may be nothing. --offline leaves out
    # what asks GitHub about the actions used.
    command = [
        str(BIN / "zizmor"),
        "--offline",
        "--persona=pedantic",
        "--no-config",
        "--no-ignores",
    ]
    files = [
        str(ROOT / "action.yml"),
        str(ROOT / ".pre-commit-hooks.yaml"),
        str(rendered(tmp_path)),
    ]
    done = subprocess.run([*command, *files], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert all(f"completed {file}" in done.stderr for file in files)


# What the steps do


def git(folder: Path, *args: str) -> str:
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.org")
    done = subprocess.run(
        ["git", *identity, "-c", "protocol.file.allow=always", *args],
        cwd=folder,
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def clean_environment() -> dict[str, str]:
    """Without the variables of a git hook or a runner that the tests may run in."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT")}
    return {**kept, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


@dataclass
class Done:
    """What one use of the action has left."""

    status: int
    log: str
    summary: str
    outputs: dict[str, str]

    @property
    def commands(self) -> list[str]:
        """Lines of the log that the runner takes for commands, as its own rules are."""
        found, stopped = [], None
        for line in self.log.splitlines():
            text = line.lstrip()
            if stopped is not None:
                stopped = None if text == f"::{stopped}::" else stopped
            elif text.startswith("::stop-commands::"):
                stopped = text.removeprefix("::stop-commands::")
            elif text.startswith("::") or "##[" in text:
                found.append(text)
        return found


@dataclass
class Project:
    """A repository on a server, and its checkout on a runner."""

    root: Path
    ids: dict[str, str] = field(default_factory=dict)

    @property
    def server(self) -> Path:
        """Where commits are made."""
        return self.root / "server"

    @property
    def checkout(self) -> Path:
        """Where the action runs."""
        return self.root / "checkout"

    def commit(self, name: str, files: Mapping[str, str]) -> None:
        """Commit *files* on the branch where we are; the commit is remembered as *name*."""
        for path, text in files.items():
            target = self.server / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        git(self.server, "add", "--all")
        git(self.server, "commit", "--quiet", "--allow-empty", "-m", name)
        self.ids[name] = git(self.server, "rev-parse", "HEAD")

    def pull_request(
        self, files: Mapping[str, str], later: Mapping[str, str] = {}, depth: int = 1
    ) -> None:
        """Propose *files* while *later* is committed to main, and check the merge out."""
        git(self.server, "switch", "--quiet", "--create", "change")
        self.commit("tip", files)
        git(self.server, "switch", "--quiet", "main")
        if later:
            self.commit("later", later)
        git(self.server, "switch", "--quiet", "--detach")
        git(self.server, "merge", "--quiet", "--no-ff", "-m", "merge", "change")
        self.check_out("HEAD", depth)

    def check_out(self, reference: str, depth: int = 1) -> None:
        """As actions/checkout does it: by default one commit, no history."""
        git(self.server, "update-ref", "refs/pull/1/merge", reference)
        git(self.root, "init", "--quiet", "checkout")
        git(self.checkout, "remote", "add", "origin", self.server.as_uri())
        git(self.checkout, "fetch", "--quiet", f"--depth={depth}", "origin", "refs/pull/1/merge")
        git(self.checkout, "checkout", "--quiet", "FETCH_HEAD")

    def event(self) -> dict[str, Any]:
        """The event of the pull request."""
        change = {
            "number": 1,
            "base": {"sha": self.ids["base"]},
            "head": {"sha": self.ids["tip"]},
        }
        return {"pull_request": change}

    def use(
        self,
        event: Mapping[str, Any] | None = None,
        environment: Mapping[str, str] = {},
        *,
        uploaded: bool = True,
        **inputs: str,
    ) -> Done:
        """Run the action. Names of *inputs* have underscores for hyphens."""
        files = {
            name: self.root / name for name in ("EVENT_PATH", "OUTPUT", "STEP_SUMMARY", "PATH")
        }
        for file in files.values():
            file.write_text("", encoding="utf-8")
        files["EVENT_PATH"].write_text(json.dumps(event or {}), encoding="utf-8")
        (self.root / "temp").mkdir(exist_ok=True)
        runner = {
            **clean_environment(),
            **{f"GITHUB_{name}": str(file) for name, file in files.items()},
            "GITHUB_EVENT_NAME": "pull_request" if event else "push",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_WORKSPACE": str(self.checkout),
            "GITHUB_REPOSITORY": "octo/postmortems",
            "RUNNER_TEMP": str(self.root / "temp"),
            **environment,
        }
        known = {name: about["default"] for name, about in ACTION["inputs"].items()}
        known |= {name.replace("_", "-"): value for name, value in inputs.items()}
        values = {f"inputs.{name}": value for name, value in known.items()}
        values |= {
            "github.token": "",
            "steps.python.outputs.python-path": sys.executable,
            "steps.install.outputs.pmlint": str(BIN / "pmlint"),
            "steps.upload.outcome": "success" if uploaded else "failure",
        }
        log = ""
        status = 0
        for step in STEPS:
            wanted = "run" in step and step.get("id") != "install"
            if not wanted or not holds(step.get("if", ""), values):
                continue
            environment = {k: resolved(v, values) for k, v in step.get("env", {}).items()}
            run = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                cwd=self.checkout,
                env={**runner, **environment},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            log += run.stdout
            written = files["OUTPUT"].read_text(encoding="utf-8").splitlines()
            for name, _, value in (line.partition("=") for line in written):
                values[f"steps.review.outputs.{name}"] = value
            status = run.returncode
            if status:
                break
        outputs = {
            name: resolved(about["value"], values) for name, about in ACTION["outputs"].items()
        }
        return Done(status, log, files["STEP_SUMMARY"].read_text(encoding="utf-8"), outputs)


def resolved(text: str, values: Mapping[str, str]) -> str:
    """*text* with its expressions replaced."""
    return re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda match: values.get(match[1], ""), text)


def holds(condition: str, values: Mapping[str, str]) -> bool:
    """Whether a condition of the form ``a == 'b' && ...`` holds."""
    for part in filter(None, condition.split(" && ")):
        name, sign, value = part.split(" ", 2)
        assert sign in ("==", "!=")
        if (values.get(name, "") == value.strip("'")) is not (sign == "=="):
            return False
    return True


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "server")
    made.commit(
        "base", {"pmlint.toml": SETTINGS, "old.md": BAD, "older.md": f"{BAD}- Be careful\n"}
    )
    return made


def test_a_pull_request_is_reviewed_where_it_changes(project: Project) -> None:
    project.pull_request(
        {"docs/new.md": BAD, "old.md": f"{BAD}- Raise awareness\n"}, later={"elsewhere.md": BAD}
    )
    done = project.use(project.event())
    assert done.status == 1
    places = {re.sub(r",col.*?title=(\w+) .*", r" \1", line) for line in done.commands}
    assert places == {
        "::error file=docs/new.md,line=5,endLine=5 PM405",
        "::error file=docs/new.md,line=5,endLine=5 PM403",
        "::error file=old.md,line=6,endLine=6 PM405",
        "::error file=old.md,line=6,endLine=6 PM403",
    }
    sarif = done.outputs.pop("sarif")
    results = json.loads(Path(sarif).read_text(encoding="utf-8"))["runs"][0]["results"]
    assert len(results) == 4
    assert done.outputs == {
        "findings": "4",
        "errors": "4",
        "warnings": "0",
        "infos": "0",
        "files": "2",
        "status": "1",
    }
    assert "`docs/new.md`" in done.summary
    assert "Hint:" in done.summary
    assert "elsewhere" not in done.summary
    assert project.use(project.event(), fail_on="never").status == 0


def test_all_is_well(project: Project) -> None:
    project.pull_request({"new.md": GOOD})
    done = project.use(project.event())
    assert (done.status, done.commands) == (0, [])
    assert "All clear: 1 file reviewed. Nice work!" in done.summary
    assert done.outputs["findings"] == "0"


def test_other_events_review_all_that_is_named(project: Project) -> None:
    project.commit("more", {"a b/c.md": BAD, "a b/pmlint.toml": SETTINGS})
    project.check_out("HEAD")
    whole = project.use(annotations="false")
    assert (whole.status, whole.outputs["files"], whole.commands) == (1, "3", [])
    assert "`a b/c.md`" in whole.log
    below = project.use(working_directory="a b", paths="c.md\n../old.md\n", config="pmlint.toml")
    assert below.outputs["files"] == "2"
    assert "file=a b/c.md,line=5" in below.log
    alone = project.use(working_directory="a b")
    assert alone.outputs["files"] == "1"
    assert "file=a b/c.md,line=5" in alone.log


def test_a_change_of_no_document(project: Project) -> None:
    project.pull_request({"main.c": "int main;"})
    done = project.use(project.event())
    assert (done.status, done.outputs["files"]) == (0, "0")
    assert "nothing to review" in done.summary


def test_a_merge_queue_is_reviewed_like_its_pull_request(project: Project) -> None:
    project.pull_request({"new.md": GOOD})
    done = project.use({"merge_group": {"base_sha": project.ids["base"]}})
    assert (done.status, done.outputs["files"]) == (0, "1")


def test_a_base_that_cannot_be_had(project: Project) -> None:
    project.pull_request({"new.md": GOOD})
    event = project.event()
    event["pull_request"]["base"]["sha"] = "0" * 40
    event["pull_request"]["head"]["sha"] = "1" * 40
    done = project.use(event, sarif="true")
    assert (done.status, done.outputs["status"], done.outputs["files"]) == (2, "2", "")
    (said,) = done.commands
    assert "fetch-depth: 0" in said
    assert "fetch-depth: 0" in done.summary


HOSTILE_NAMES = (
    "$(touch pwned).md",
    "`touch pwned`.md",
    "\"; touch pwned; '.md",
    "%0A::error::pwned.md",
    "a\n::error::pwned.md",
    "##[error]pwned.md",
    "-rf.md",
    "--rules=x.md",
    "größe 故障.md",
)
HOSTILE_TEXT = (
    f"{HEAD}- Improve $(touch pwned) `touch pwned` monitoring %0A::error::pwned\n"
    "- Improve \u2028::error::pwned \"'; touch pwned; ##[error]pwned <img src=x> @octocat\n"
)


def test_hostile_names_and_text_stay_inert(project: Project) -> None:
    files = dict.fromkeys(HOSTILE_NAMES, HOSTILE_TEXT)
    for module in ("json", "re", "secrets", "pmlint", "click", "sitecustomize"):
        files[f"{module}.py"] = PWN
    project.pull_request(files)
    done = project.use(project.event())
    assert (done.status, done.outputs["files"]) == (1, str(len(HOSTILE_NAMES)))
    assert len(done.commands) == int(done.outputs["findings"]) >= 2 * len(HOSTILE_NAMES)
    for line in done.commands:
        assert re.match(r"::error file=[^:]+,title=PM40[35] [\w-]+::", line)
    assert "<img" not in re.sub(r"`[^`]+`", "", done.summary)
    assert not list(project.root.rglob("pwned"))


def test_hostile_inputs_are_text(project: Project) -> None:
    project.check_out("HEAD")
    for name in ("paths", "config", "rules", "fail_on", "working_directory"):
        given: dict[str, Any] = {name: '$(touch pwned)`touch pwned`"; touch pwned'}
        done = project.use(**given)
        assert (done.status, done.outputs["status"]) == (2, "2"), name
    assert project.use(paths="--exit-zero").status == 2
    assert not list(project.root.rglob("pwned"))


def test_house_rules_are_those_of_the_base(project: Project) -> None:
    project.commit("base", {"house/word.py": HOUSE_RULE.format(word="apple", code="")})
    mine = {"house/word.py": HOUSE_RULE.format(word="peach", code=PWN)}
    project.pull_request({**mine, "new.md": f"{GOOD}\napple peach\n"})
    done = project.use(project.event(), rules="./house/")
    assert [line.rsplit("::", 1)[1] for line in done.commands] == ["apple"]
    assert not list(project.root.rglob("pwned"))
    absent = project.use(project.event(), rules="none")
    assert absent.status == 0
    assert "not in the base branch" in absent.log


@pytest.mark.parametrize("key", ["rules", "##[error]pwned"])
def test_configuration_of_a_pull_request_runs_no_code(project: Project, key: str) -> None:
    rule = HOUSE_RULE.format(word="peach", code=PWN)
    settings = f'"{key}" = ["house"]\n'
    project.pull_request({"house/word.py": rule, "pmlint.toml": settings, "new.md": "peach"})
    done = project.use(project.event())
    assert done.status == 2
    assert done.commands == [
        "::error title=pmlint::Nothing was reviewed. The log of this step says why."
    ]
    assert f'unknown key "{key}"' in done.log
    assert not list(project.root.rglob("pwned"))


GH = """#!/usr/bin/env bash
printf '%s\\n' "${*%%?page*}" >>"$GH_CALLS"
case "$*" in
    *--jq*) printf '%s' "$GH_KNOWN"; exit "$GH_STATUS" ;;
    *) for last; do :; done; cat "${last#body=@}" >"$GH_BODY"; exit "$GH_STATUS" ;;
esac
"""
Comment = Callable[..., tuple[Done, list[str], str]]


@pytest.fixture
def comment(project: Project) -> Comment:
    """Run the action with a `gh` that keeps what it is told."""
    tools = project.root / "tools"
    tools.mkdir()
    (tools / "gh").write_text(GH, encoding="utf-8")
    (tools / "gh").chmod(0o755)
    calls, body = project.root / "calls", project.root / "body"

    def use(known: str = "", status: int = 0) -> tuple[Done, list[str], str]:
        calls.write_text("", encoding="utf-8")
        body.write_text("", encoding="utf-8")
        environment = {
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "GH_CALLS": str(calls),
            "GH_BODY": str(body),
            "GH_KNOWN": known,
            "GH_STATUS": str(status),
        }
        done = project.use(project.event(), environment, comment="true")
        return done, calls.read_text().splitlines(), body.read_text(encoding="utf-8")

    return use


def test_one_comment_is_made_and_kept(project: Project, comment: Comment) -> None:
    project.pull_request({"new.md": BAD})
    done, calls, body = comment()
    assert done.status == 1
    assert len(calls) == 2
    assert "--method POST repos/octo/postmortems/issues/1/comments" in calls[1]
    assert re.match(r"<!-- pmlint.*-->\n### pmlint\n", body)
    assert "`new.md`" in body
    done, calls, again = comment(known="77\n88\n")
    assert "--method PATCH repos/octo/postmortems/issues/comments/77 " in calls[1]
    assert again == body


def test_praise_makes_no_comment_but_mends_one(project: Project, comment: Comment) -> None:
    project.pull_request({"new.md": GOOD})
    assert len(comment()[1]) == 1
    done, calls, body = comment(known="77")
    assert (done.status, len(calls)) == (0, 2)
    assert "Nice work!" in body


def test_a_fork_has_no_token_and_is_reviewed_all_the_same(
    project: Project, comment: Comment
) -> None:
    project.pull_request({"new.md": GOOD})
    done, _, body = comment(status=1)
    assert (done.status, body) == (0, "")
    assert [line.split("::")[1] for line in done.commands] == ["notice title=pmlint"]
    upload = project.use(project.event(), sarif="true", uploaded=False)
    assert upload.status == 0
    assert "security-events: write" in upload.log


def test_the_workflow_of_init_reviews_what_changes(project: Project, tmp_path: Path) -> None:
    (tmp_path / "init").mkdir()
    workflow = yaml.safe_load(rendered(tmp_path / "init").read_text(encoding="utf-8"))
    checkout, *_, check = workflow["jobs"]["review"]["steps"]
    project.pull_request({"new.md": BAD}, {"later.md": BAD}, checkout["with"]["fetch-depth"])
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-e", "-c", check["run"]],
        cwd=project.checkout,
        env={**clean_environment(), "PATH": path},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    found = [line.split(",")[0] for line in done.stdout.splitlines()]
    assert found == ["::error file=new.md", "::error file=new.md"]


@pytest.mark.parametrize(("version", "wanted"), [("", str(ROOT)), ("1.2.3", "pmlint==1.2.3")])
def test_install_uses_an_environment_of_its_own(version: str, wanted: str, tmp_path: Path) -> None:
    fake = tmp_path / "python"
    fake.write_text(
        '#!/usr/bin/env bash\necho "$PWD $*" >>"$CALLS"\n'
        'if [ "$3" = venv ]; then mkdir -p "$4/bin" && cp "$0" "$4/bin/python"; fi\n',
        encoding="utf-8",
    )
    fake.chmod(0o755)
    calls, output = tmp_path / "calls", tmp_path / "output"
    (step,) = (step for step in STEPS if step.get("id") == "install")
    environment = {
        **clean_environment(),
        "PYTHON": str(fake),
        "VERSION": version,
        "CALLS": str(calls),
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_OUTPUT": str(output),
        "GITHUB_ACTION_PATH": str(ROOT),
    }
    subprocess.run(["bash", "-c", step["run"]], env=environment, check=True)
    made, installed = calls.read_text(encoding="utf-8").splitlines()
    assert "-I -m venv" in made
    assert "-I -m pip install" in installed
    assert installed.endswith(wanted)
    assert all(line.startswith(f"{tmp_path}/pmlint-env.") for line in (made, installed))
    assert output.read_text(encoding="utf-8").startswith(f"pmlint={tmp_path}/pmlint-env.")
