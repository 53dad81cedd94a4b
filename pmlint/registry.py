"""Folders of rule files to rules: the one loader, for built-in and house rules alike.

A rule file is found by its place and loaded by its path, so that nobody ever
imports a rule, and a folder outside the package works the same as the built-in one.
"""

from __future__ import annotations

import dataclasses
import hashlib
import sys
import traceback
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import overload

from msgspec.structs import replace

import pmlint
from pmlint.rule import Rule
from pmlint.suppressions import INTERNAL_RULES

__all__ = [
    "RuleFileError",
    "all_rules",
    "builtin_folder",
    "builtin_rules",
    "join_rules",
    "load_folder",
]


class RuleFileError(Exception):
    """A rule file cannot be used; the message names the file and says what to do."""


def builtin_folder() -> Path:
    """Where the rules that come with pmlint stand: in the package, or in a checkout.

    Raises:
        RuleFileError: the installation is broken, there is no such folder.
    """
    for root in pmlint.__path__:
        folder = Path(root) / "rules"
        if folder.is_dir():
            return folder
    raise RuleFileError("pmlint's own rules are not installed. Reinstall pmlint.")


@lru_cache(maxsize=1)
def builtin_rules() -> tuple[Rule, ...]:
    """The rules that come with pmlint, by code. They are loaded once a process.

    Raises:
        RuleFileError: one of them is broken.
    """
    return load_folder(builtin_folder())


def load_folder(folder: Path) -> tuple[Rule, ...]:
    """All rules of *folder*, by code; files that begin with ``_`` are not rules.

    Raises:
        RuleFileError: the folder is none, a file is broken, or two rules share a
            code or a name.
    """
    if not folder.is_dir():
        raise RuleFileError(f"{folder}: no such folder of rules. Check the path.")
    names = _package_of(folder)
    files = sorted(path for path in folder.glob("*.py") if not path.name.startswith("_"))
    return join_rules([_load_file(path, f"{names}{path.stem}") for path in files])


class RuleSet(Sequence[Rule]):
    """The rules as `all_rules` gives them, loaded when the first is asked for.

    Loading takes longer than all else in a run whose documents have not changed.
    """

    def __init__(self, house: Iterable[Path] = ()) -> None:
        self._house = tuple(house)

    @cached_property
    def _rules(self) -> tuple[Rule, ...]:
        return all_rules(self._house)

    def __len__(self) -> int:
        return len(self._rules)

    def __bool__(self) -> bool:
        return True  # without looking: the engine has rules of its own

    @overload
    def __getitem__(self, index: int) -> Rule: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Rule, ...]: ...

    def __getitem__(self, index: int | slice) -> Rule | tuple[Rule, ...]:
        return self._rules[index]


def all_rules(house: Iterable[Path] = ()) -> tuple[Rule, ...]:
    """The engine's own rules, the built-in ones and those of *house* folders, by code.

    Raises:
        RuleFileError: a folder or file is broken, or two rules share a code or a name.
    """
    return join_rules(INTERNAL_RULES, builtin_rules(), *map(load_folder, house))


def join_rules(*groups: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules of all *groups*, by code.

    Raises:
        RuleFileError: two rules share a code or a name; the message names both files.
    """
    taken: dict[str, Rule] = {}
    rules = sorted((rule for group in groups for rule in group), key=lambda rule: rule.code)
    for rule in rules:
        for key in (rule.code, rule.name):
            other = taken.setdefault(key, rule)
            if other is not rule:
                raise RuleFileError(
                    f"{rule.path}: {key} is already taken by {other.path}. "
                    "Give the rule another code and name."
                )
    return tuple(rules)


def _package_of(folder: Path) -> str:
    """Start of the module names of a folder's rules, different for each folder."""
    where = str(folder.resolve())
    if any(Path(root, "rules").resolve() == folder.resolve() for root in pmlint.__path__):
        return "pmlint.rules."
    digest = hashlib.sha256(where.encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return f"pmlint_house_{digest}_"


def _load_file(path: Path, name: str) -> Rule:
    spec = spec_from_file_location(name, path)
    if spec is None:
        raise RuleFileError(f"{path}: is not a Python file, so it cannot be a rule.")
    module = _execute(spec, path)
    rule = getattr(module, "RULE", None)
    if not isinstance(rule, Rule):
        raise RuleFileError(
            f"{path}: holds no rule. End the file with `RULE = Rule(...)`, "
            "or begin its name with `_` if it is not meant to be one."
        )
    if not dataclasses.is_dataclass(rule.options):
        raise RuleFileError(f"{path}: the rule's options are not a dataclass. Make them one.")
    return replace(rule, doc=(module.__doc__ or "").strip(), path=str(path))


def _execute(spec: ModuleSpec, path: Path) -> ModuleType:
    """Run a rule file; dataclasses look their module up while it still runs."""
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    try:
        if spec.loader is not None:
            spec.loader.exec_module(module)
    except Exception as error:
        del sys.modules[spec.name]
        raise RuleFileError(
            f"{path}: the rule cannot be loaded: {_cause(error, path)}. "
            "Correct the file, or take it out of the folder."
        ) from error
    return module


def _cause(error: Exception, path: Path) -> str:
    if isinstance(error, SyntaxError):
        return f"{error.msg} (line {error.lineno})"
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if Path(frame.filename) == path]
    where = f" (line {lines[-1]})" if lines else ""
    return f"{type(error).__name__}: {error}{where}".replace("\n", " ")
