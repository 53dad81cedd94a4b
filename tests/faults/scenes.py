"""What pmlint is doing when it is disturbed, and what must hold of its files afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pmlint.baseline import read_baseline

__all__ = ["SCENES", "Scene", "Stage", "environment"]

ROOT = Path(__file__).parent.parent.parent
LEFT = ".pmlint-"
"""How the name begins of what a run that was killed may leave: it is never taken for a document."""

_RULES = "PM5,PM6,PM7,PM9"  # of which no model is asked: that only takes time
_SELECT = ("--isolated", "--select", _RULES)
_DOCUMENT = """# Outage of the checkout, 3 August 2026

## Summary

Payments failed for 20 minutes.

## Timeline

- 09:12 The alert fired.
- 09:07 The release went out.

## Root cause

The disk was full, and that is ridiculous.

## Action items

| Action | Owner |
|---|---|
| Page the on-call when the disk is 80% full | Platform team |
"""
_LONG = _DOCUMENT + "\nThe queue was long.\n" * 3000


@dataclass(frozen=True)
class Scene:
    """A command, the files that it finds, and what is asked of them when it was killed."""

    name: str
    arguments: tuple[str, ...]
    files: Mapping[str, str]
    before: tuple[tuple[str, ...], ...] = ()
    """Commands that ran before; the files of `after` are written when they have."""
    after: Mapping[str, str] | None = None
    warm: bool = True
    """Whether compiled expressions are kept already, which makes a run short."""
    check: Callable[[Stage, Path], None] | None = None


def _baseline_parses(_stage: Stage, folder: Path) -> None:
    file = folder / "pmlint-baseline.json"
    if file.exists():
        read_baseline(file.read_text(encoding="utf-8"), folder)


def _cache_is_usable(stage: Stage, folder: Path) -> None:
    """The next run finds with the cache what it finds without, and has nothing to complain of."""
    again = stage.command(folder, *_CHECK)
    assert (again.stdout, again.stderr) == (stage.found, ""), again.stderr


_CHECK = ("check", ".", "--jobs", "1", "--format", "json", *_SELECT)
_MANY = {f"{number:02}.md": f"{_DOCUMENT}\nThis is {number}.\n" for number in range(6)}
SCENES = (
    Scene(
        "fix",
        ("check", ".", "--fix", "--jobs", "1", *_SELECT),
        {"a.md": _DOCUMENT, "b.md": _LONG},
    ),
    Scene(
        "baseline",
        ("check", ".", "--write-baseline", "--jobs", "1", *_SELECT),
        {"a.md": _DOCUMENT},
        before=(("check", ".", "--write-baseline", *_SELECT),),
        after={"a.md": f"{_DOCUMENT}\nThat was silly.\n", **_MANY},
        check=_baseline_parses,
    ),
    Scene("first cache", _CHECK, _MANY, warm=False, check=_cache_is_usable),
    Scene(
        "later cache",
        _CHECK,
        _MANY,
        before=(_CHECK,),
        after={name: f"{text}\nMore.\n" for name, text in list(_MANY.items())[:4]},
        check=_cache_is_usable,
    ),
    Scene(
        "report",
        ("report", ".", "--quarter", "2026Q3", "--as-of", "2026-10-01", "-o", "report.html"),
        {
            "a.md": _DOCUMENT,
            "report.html": "the report of before",
            "pmlint.toml": f"select = {_RULES.split(',')}\n",
        },
    ),
)


def environment(cache: Path) -> dict[str, str]:
    """The environment of a pmlint that keeps its cache there."""
    return {**os.environ, "PMLINT_CACHE_DIR": str(cache), "PYTHONPATH": str(ROOT)}


class Stage:
    """One scene, ready to be played again and again in folders of its own."""

    def __init__(self, scene: Scene, folder: Path) -> None:
        self.scene = scene
        self._folder = folder
        self._start = folder / "start"
        self._set()
        done = self.fresh("done")
        self.last = self.command(done, *scene.arguments)
        assert self.last.returncode in (0, 1), self.last.stderr
        self.old = _contents(self._start / "work")
        self.new = _contents(done)
        written = [path for path in (folder / "done").rglob("*.*") if path.is_file()]
        self.largest = max(path.stat().st_size for path in written)
        self.found = self.command(done, *_CHECK, "--no-cache").stdout

    def _set(self) -> None:
        work = self._start / "work"
        work.mkdir(parents=True)
        (self._start / "cache").mkdir()
        _write(work, self.scene.files)
        for command in self.scene.before:
            self.command(work, *command)
        _write(work, self.scene.after or {})
        if self.scene.warm:
            done = self.fresh("warm")
            self.command(done, *self.scene.arguments)
            for file in (self._folder / "warm" / "cache").glob("regexes-*"):
                shutil.copy(file, self._start / "cache")

    def fresh(self, name: str = "run") -> Path:
        """A folder of work as it is before the command runs."""
        whole = self._folder / name
        shutil.rmtree(whole, ignore_errors=True)
        shutil.copytree(self._start, whole)
        return whole / "work"

    def command(self, work: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        """pmlint, undisturbed."""
        return subprocess.run(
            [sys.executable, "-m", "pmlint", *arguments],
            cwd=work,
            env=environment(work.parent / "cache"),
            capture_output=True,
            text=True,
            check=False,
        )

    def verify(self, work: Path) -> list[str]:
        """Which files are new, if all is well; leftovers are among them.

        Raises:
            AssertionError: a file is neither as it was nor as it should be.
        """
        now = _contents(work)
        assert set(self.old) <= set(now), "a file is gone"
        for name, data in now.items():
            if name.startswith(LEFT):
                continue
            wanted = (self.old.get(name), self.new.get(name))
            assert data in wanted, f"{name} is neither old nor new"
        if self.scene.check is not None:
            self.scene.check(self, work)
        return [name for name, data in now.items() if data != self.old.get(name)]


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
