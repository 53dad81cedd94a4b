"""The hooks, run by the real pre-commit in a repository, from a clean cache."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from pmlint.cli import main
from pmlint.cli.places import included
from pmlint.config import DEFAULT_INCLUDE
from pmlint.patterns import Included

ROOT = Path(__file__).parent.parent
HOOKS: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
)

BAD = "# Outage\n\n## Action items\n\n- Improve monitoring\n"
GOOD = f"{BAD.strip()} (owner: Maria Lopez, due 2026-05-02)\n"
# Found without the model, so that many files take no time.
SETTINGS = 'select = ["PM403"]\nexclude = ["**/template*.md"]\n'


def test_init_writes_the_same_hook(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["init", str(tmp_path)]).exit_code == 0
    text = (tmp_path / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    (written,) = yaml.safe_load(text)["repos"][0]["hooks"]
    ours = HOOKS[0]
    assert {key: written[key] for key in ours if key != "description"} == {
        key: ours[key] for key in ours if key != "description"
    }


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("postmortems/2026-05-02.md", True),
        ("docs/Post-Mortems/a/b.txt", True),
        ("post_mortem/x.md", True),
        ("team/incidents/42.md", True),
        ("retro/x.md", True),
        ("RCA/x.md", True),
        ("docs/2026-checkout-postmortem.md", True),
        ("POSTMORTEM.md", True),
        ("Incident/2026.mdx", True),
        ("team/Retrospectives/may.MD", True),
        ("rcas/2026/x.markdown", True),
        ("2026_post_mortem.txt", True),
        ("README.md", False),
        ("docs/incident-response.md", False),
        ("src/retrofit/notes.md", False),
    ],
)
def test_which_paths_are_like_postmortems(path: str, taken: bool) -> None:
    assert bool(re.search(HOOKS[0]["files"], path)) is taken
    assert Included(tuple(included()), DEFAULT_INCLUDE).takes(path) is taken


def environment(cache: Path) -> dict[str, str]:
    """Without the variables of a git hook that the tests may run in."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    who = {
        f"GIT_{role}_{key}": "t@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for key in ("NAME", "EMAIL")
    }
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "NO_COLOR": "1"}
    return {**kept, **who, **quiet, "PRE_COMMIT_HOME": str(cache)}


Done = subprocess.CompletedProcess[str]


class Repository:
    """A repository whose commits go through the hooks of this checkout."""

    def __init__(self, root: Path) -> None:
        self.root = root / "project"
        self.environment = environment(root / "cache")
        hooks = root / "pmlint"
        self.run(ROOT / ".ci" / "copy", hooks, folder=root)
        # Without compression: the model is most of it, and is compressed already.
        for args in (("init",), ("add", "--all"), ("commit", "-m", "All")):
            self.git("-c", "core.compression=0", *args, folder=hooks)
        self.git("init", self.root, folder=root)
        used = {
            "repo": str(hooks),
            "rev": self.git("rev-parse", "HEAD", folder=hooks).stdout.strip(),
            "hooks": [{"id": "pmlint"}, {"id": "pmlint-all", "stages": ["manual"]}],
        }
        self.write(
            {"pmlint.toml": SETTINGS, ".pre-commit-config.yaml": yaml.safe_dump({"repos": [used]})}
        )
        self.pre_commit("install", "--install-hooks")

    def run(self, *command: object, folder: Path | None = None) -> Done:
        """Run a command in *folder*; what it says on either stream is its `stdout`."""
        return subprocess.run(
            [str(word) for word in command],
            cwd=folder or self.root,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    def git(self, *args: object, folder: Path | None = None) -> Done:
        """Run git. Only a commit may fail."""
        done = self.run("git", *args, folder=folder)
        assert "commit" in args or done.returncode == 0, done.stdout
        return done

    def pre_commit(self, *args: object) -> Done:
        """Run pre-commit itself."""
        return self.run(sys.executable, "-m", "pre_commit", *args)

    def write(self, files: Mapping[str, str]) -> None:
        """Write *files*, and the folders that they are in."""
        for name, text in files.items():
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            (self.root / name).write_text(text, encoding="utf-8")

    def commit(self, files: Mapping[str, str]) -> tuple[bool, str]:
        """Whether a commit of *files* went through, and what was said."""
        self.write(files)
        self.git("add", "--all")
        done = self.git("commit", "-m", "Change")
        return done.returncode == 0, done.stdout


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Repository]:
    yield Repository(tmp_path)
    # Hundreds of megabytes, with the model in each copy.
    shutil.rmtree(tmp_path)


def test_commits_are_reviewed(project: Repository) -> None:
    # One test: installing pmlint for the hooks takes most of its time.
    through, said = project.commit({"README.md": BAD, "docs/incident-response.md": BAD})
    assert through, said
    assert "no files to check" in said

    through, said = project.commit({"postmortems/bad.md": BAD})
    assert not through
    assert "postmortems/bad.md:5:3: PM403 [error]" in said
    assert "README.md" not in said

    through, said = project.commit({"postmortems/bad.md": GOOD})
    assert through, said
    assert "Passed" in said

    # pre-commit names excluded files as it does all others.
    through, said = project.commit({"postmortems/template.md": BAD})
    assert through, said
    assert "Passed" in said

    odd = 'Incidents/Ausfall größer — 故障 (it\'s "$HOME").txt'
    through, said = project.commit({odd: BAD})
    assert not through
    assert f"{odd}:5:3: PM403" in said

    many = {odd: GOOD} | {f"retros/{'long name ' * 10}{number}.md": BAD for number in range(500)}
    through, said = project.commit(many)
    assert not through
    assert said.count("Found ") == 1
    assert "Found 500 findings in 500 of 501 files" in said

    project.write({"pmlint.toml": f'{SETTINGS}include = ["docs/*.md"]\n'})
    through, said = project.commit({"retros/left-out.md": BAD})
    assert through, said

    every = project.pre_commit("run", "--hook-stage", "manual", "pmlint-all", "--all-files")
    assert every.returncode == 1
    assert "docs/incident-response.md:5:3: PM403" in every.stdout
    assert "Found 1 finding in 1 file" in every.stdout
