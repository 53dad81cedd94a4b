"""Changed modules of the reader against its tests, each in a process of its own."""

from __future__ import annotations

import importlib.abc
import importlib.util
import os
import signal
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

from tests.mutation.mutants import Mutant

__all__ = ["TESTS", "survives"]

TESTS = (
    *("test_reading.py", "test_outline.py", "test_timeline.py", "test_work.py", "test_factors.py"),
    *("test_facts.py", "test_dates.py", "test_deadlines.py", "test_places.py", "test_markdown.py"),
    *("test_chronology.py", "test_placeholders.py", "test_examples.py", "test_rules.py"),
    "test_readings.py",
)
"""Those that read the most, of those that are quick: what is noticed is so within seconds."""

_CHOICE = "not test_rules or (test_example and (PM4 or PM5 or PM6 or PM7 or PM8))"
"""Of the rules' examples those of rules that ask what the reader made of the document."""

_SECONDS = 60
_FOLDER = Path(__file__).parent.parent


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads the changed code for the one module that it belongs to."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant
        inner = mutant.path.relative_to(_FOLDER.parent).with_suffix("")
        self._name = ".".join(inner.parts).removesuffix(".__init__")

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        """The changed module, if it is asked for."""
        if fullname != self._name:
            return None
        where = [str(self._mutant.path.parent)] if self._mutant.path.stem == "__init__" else None
        return importlib.util.spec_from_file_location(
            fullname, self._mutant.path, loader=self, submodule_search_locations=where
        )

    def create_module(self, spec: ModuleSpec) -> None:  # noqa: ARG002
        """As usual."""
        return

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed code."""
        exec(compile(self._mutant.code, str(self._mutant.path), "exec"), module.__dict__)  # noqa: S102


def survives(mutant: Mutant) -> bool:
    """Whether all of `TESTS` pass with the changed code.

    The process is forked from one that has not imported pmlint yet.
    """
    child = os.fork()
    if not child:
        _run(mutant)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _run(mutant: Mutant) -> None:
    """Never returns: the process ends with pytest's status, or is killed when time is up."""
    signal.alarm(_SECONDS)
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    sys.meta_path.insert(0, _Finder(mutant))
    import pytest

    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-k", _CHOICE]
    status = pytest.main([*options, *(str(_FOLDER / name) for name in TESTS)])
    os._exit(int(status))
