"""Changed rules against their own examples and what they say of some documents."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from pmlint.marks import read_marks
from pmlint.reading import read
from pmlint.rule import Rule
from pmlint.source import Source
from tests.messages import TOLD, messages
from tests.mutation.mutants import Mutant

__all__ = ["survives"]

_NAME = "postmortem.md"
_SECONDS = 20  # for all examples of a rule, which take a fraction of one


class _TooLongError(BaseException):
    """No rule catches it."""


def survives(mutant: Mutant, rule: Rule) -> bool:
    """Whether all examples of *rule* come out as they should with the changed code."""
    try:
        with _in_time():
            names: dict[str, object] = {"__name__": "mutant", "__file__": str(mutant.path)}
            exec(compile(mutant.code, str(mutant.path), "exec"), names)  # noqa: S102 - our own
            changed = names["RULE"]
            assert isinstance(changed, Rule)
            bad = all(_places(changed, *read_marks(one)) for one in rule.bad)
            good = bad and all(_places(changed, one, ()) for one in rule.good)
            return good and all(
                messages(changed, text) == told for code, text, told in TOLD if code == rule.code
            )
    except (Exception, _TooLongError):
        return False


def _places(rule: Rule, text: str, wanted: object) -> bool:
    assert isinstance(wanted, tuple)
    hits = rule.check(read(Source(_NAME, text)), rule.options)
    found = sorted((hit.span.start, hit.span.end) for hit in hits)
    return found == [(span.start, span.end) for span in wanted]


@contextmanager
def _in_time() -> Iterator[None]:
    signal.signal(signal.SIGALRM, _raise)
    signal.alarm(_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)


def _raise(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
    raise _TooLongError
