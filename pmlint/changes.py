"""The lines that a change touches: from git, or from a patch.

A finding counts as new where its lines were changed, or where its whole file is new. What an
edit far away has caused in an old file (a section that was taken out) is not seen.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pmlint.engine import Finding, Findings
from pmlint.paths import real

__all__ = ["Changes", "ChangesError", "changed_since", "changes_of_patch"]

_PLAIN = ("--no-color", "--no-ext-diff", "--no-textconv", "--unified=0", "--find-renames")
_PREFIXES = ("--src-prefix=a/", "--dst-prefix=b/")


class ChangesError(Exception):
    """What was changed cannot be told; the message says why and what to do."""


class Changes(Struct, frozen=True):
    """Changed lines by file, as absolute paths; None is a file that is new as a whole."""

    lines: Mapping[Path, frozenset[int] | None]

    @property
    def missing(self) -> tuple[Path, ...]:
        """Files that are said to be changed, and are not there."""
        return tuple(path for path in self.lines if not os.path.lexists(path))

    def with_those_of(self, other: Changes) -> Changes:
        """What either has changed, in one repository or in two."""
        return Changes({**self.lines, **other.lines})

    def touches(self, path: Path) -> bool:
        """Whether the file was changed at all."""
        return real(path) in self.lines

    def kept(self, findings: Findings, paths: Mapping[str, Path]) -> Findings:
        """*findings* without those on lines that stayed as they were.

        *paths* tells where the files are that the findings name.
        """
        places = {name: real(path) for name, path in paths.items()}
        return replace(
            findings,
            findings=tuple(one for one in findings.findings if self._holds(one, places)),
            suppressed=tuple(one for one in findings.suppressed if self._holds(one, places)),
            known=tuple(one for one in findings.known if self._holds(one, places)),
        )

    def _holds(self, finding: Finding, places: Mapping[str, Path]) -> bool:
        lines = self.lines.get(places[finding.path], frozenset())
        touched = range(finding.line, finding.end_line + 1)
        return lines is None or any(number in lines for number in touched)


def changed_since(reference: str, folder: Path) -> Changes:
    """What the working tree around *folder* has changed since it left *reference*.

    That is the difference to the merge base of *reference* and ``HEAD``, and all files that
    git does not know yet.

    Raises:
        ChangesError: there is no git or no repository, no such commit, or no common history.
    """
    root = Path(_git(folder, "rev-parse", "--show-toplevel").strip())
    base = _base(reference, root)
    patch = _git(root, "-c", "core.quotePath=false", "diff", *_PLAIN, *_PREFIXES, base, "--")
    known = dict(changes_of_patch(patch, root).lines)
    unknown = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    known |= {real(root / name): None for name in unknown.split("\0") if name}
    return Changes(known)


def _base(reference: str, root: Path) -> str:
    if not reference or reference.startswith("-"):
        raise ChangesError(f'"{reference}" is no commit. Name a branch, tag or commit.')
    commit = _commit(_start(reference, root), root)
    try:
        return _git(root, "merge-base", commit, "HEAD").strip()
    except ChangesError:
        raise ChangesError(
            f'"{reference}" and HEAD have no common history here. In a shallow clone, fetch more '
            "of it (`git fetch --unshallow`), or give the patch with `--diff -`."
        ) from None


def _start(reference: str, root: Path) -> str:
    """What *reference* begins with, if it is a range ("main...topic") up to what is here.

    Raises:
        ChangesError: it ends elsewhere, and the lines of what is here are not its lines.
    """
    left, dots, right = reference.partition("..")
    if not dots:
        return reference
    start, end = left or "HEAD", right.removeprefix(".") or "HEAD"
    if _commit(end, root) != _commit("HEAD", root):
        raise ChangesError(
            f'"{reference}" ends at {end}, and pmlint reviews the files as they are here. '
            f"Check {end} out, and give --diff {start}."
        )
    return start


def _commit(name: str, root: Path) -> str:
    try:
        return _git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").strip()
    except ChangesError:
        raise ChangesError(
            f'git knows no commit "{name}" here. Check the name; in a shallow clone, fetch it.'
        ) from None


def _git(folder: Path, *arguments: str) -> str:
    import subprocess  # Only here: most runs ask git nothing.

    try:
        run = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            ["git", *arguments],  # noqa: S607 - the user's git
            cwd=folder,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise ChangesError(f"git cannot be run: {error.strerror}. Install git.") from error
    if run.returncode != 0:
        said = run.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[-1].removeprefix("fatal: ") if said else "no reason given"
        raise ChangesError(
            f"--diff needs a git repository around the files ({reason}). Run it inside of one, or "
            "give a patch on standard input with `--diff -`."
        )
    return run.stdout.decode("utf-8", "surrogateescape")


def changes_of_patch(patch: str, root: Path, *others: Path) -> Changes:
    """What a unified *patch* changes; its paths are seen from *root*.

    If more of its files are seen from one of *others*, as after ``git diff --relative``, then
    they are seen from there.

    Raises:
        ChangesError: it is no patch.
    """
    # Only here: most runs have no patch to read.
    from unidiff.errors import UnidiffParseError
    from unidiff.patch import PatchSet

    try:
        files = PatchSet.from_string(patch)
    except UnidiffParseError as error:
        raise ChangesError(
            f"the patch cannot be read: {error}. Make it with `git diff --unified=0`."
        ) from error
    if patch.strip() and not files and "diff --git" not in patch:
        raise ChangesError("this is no unified patch. Make it with `git diff --unified=0`.")
    lines: dict[str, frozenset[int] | None] = {}
    for file in files:
        if not file.is_removed_file:
            added = (line.target_line_no for hunk in file for line in hunk if line.is_added)
            whole = None if file.is_added_file else frozenset(one for one in added if one)
            name = _unquoted(file.path).replace("\0", "")  # which no file's name has
            lines[name] = whole
    roots = dict.fromkeys((root, *others)) if others else (root,)
    seen = (Changes({real(one / name): whole for name, whole in lines.items()}) for one in roots)
    return min(seen, key=lambda one: len(one.missing)) if others else next(seen)


def _unquoted(name: str) -> str:
    """A name as it is: git puts those with quotes and control characters in C's form."""
    if len(name) < 2 or not name.startswith('"'):
        return name
    try:
        inner = name.strip('"').encode("utf-8", "surrogateescape").decode("unicode_escape")
        inner = inner.encode("latin-1").decode("utf-8", "surrogateescape")
    except UnicodeError:
        return name  # not what git writes, and no file's name
    return inner.removeprefix("b/")
