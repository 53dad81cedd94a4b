"""What a rule is: a value with a code, examples and one function.

A rule looks at a document and yields hits. It does not know its severity as
configured, whether it is selected, or how findings are printed: the engine
stamps all that, so that a house rule and a built-in one cannot differ.
"""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from msgspec import Struct, field

from pmlint.document import Document, Span
from pmlint.regexes import regex

__all__ = ["Category", "Edit", "Fix", "Hit", "NoOptions", "Rule", "Severity", "option"]

T = TypeVar("T")

_CODE = regex(r"[A-Z]{2,8}\d{3}")
_NAME = regex(r"[a-z]+(-[a-z]+)*")


class Category(enum.Enum):
    """What a rule is about; can be selected by this name."""

    BLAME = "blame"
    HINDSIGHT = "hindsight"
    HUMAN_ERROR = "human-error"
    ACTION_ITEMS = "action-items"
    STRUCTURE = "structure"
    TIMELINE = "timeline"
    FACTORS = "factors"
    LIMITS = "limits"
    PROCESS = "process"
    DISCLOSURE = "disclosure"
    TONE = "tone"
    HOUSE = "house"
    INTERNAL = "internal"


class Severity(enum.Enum):
    """How bad a finding is; `--fail-on` compares by `rank`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """3 for an error, 2 for a warning, 1 for an info."""
        return {"error": 3, "warning": 2, "info": 1}[self.value]

    @property
    def lower(self) -> Severity:
        """The next lower severity; nothing is below an info."""
        return Severity.WARNING if self is Severity.ERROR else Severity.INFO


class Edit(Struct, frozen=True):
    """Text that takes the place of `span`; an empty span inserts."""

    span: Span
    text: str


class Fix(Struct, frozen=True):
    """A change of form that loses nothing and rewrites no prose.

    `summary` says what is done, as in "Rename the heading". Edits do not overlap. Fixes of
    one document that touch the same text are applied one at a time.
    """

    summary: str
    edits: tuple[Edit, ...]


class Hit(Struct, frozen=True):
    """A place where a rule speaks.

    `message` says what is wrong there, `hint` how to rewrite it (the rule's own
    hint if empty). `confidence` is between 0 and 1; below 0.5, the finding counts one severity
    lower. `severity` overrides the rule's, for rules whose weight depends on the section. `data`
    holds facts for machines: counts, limits, names of sections; JSON values only. `fix` is a
    change of form that ``--fix`` can make.
    """

    span: Span
    message: str
    hint: str = ""
    confidence: float = 1.0
    severity: Severity | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    fix: Fix | None = None


def option(default: T, doc: str, *, least: float | None = 0) -> T:
    """A field of a rule's `Options`: its default, and one sentence for users.

    A number below *least* is refused; None takes all numbers.
    """
    made: T = dataclasses.field(default=default, metadata={"doc": doc, "least": least})
    return made


@dataclass(frozen=True)
class NoOptions:
    """A rule without options."""


Check = Callable[[Document, Any], Iterable[Hit]]


class Rule(Struct, frozen=True):
    """One thing that pmlint reviews.

    `bad` are documents or sentences with the exact words that are found between
    ``[[`` and ``]]``; `good` are those that must stay silent. Both are the rule's
    documentation and its tests. `options` is a frozen dataclass with defaults.
    `enabled` is False for rules that are off until selected. `fixable` tells that some of
    its hits bring a `Fix`. `hint` is the advice
    given where a hit brings none of its own.

    Raises:
        ValueError: the code or name is not of the form that selection needs.
    """

    code: str
    name: str
    category: Category
    severity: Severity
    summary: str
    check: Check
    bad: tuple[str, ...]
    good: tuple[str, ...]
    hint: str = ""
    options: Any = field(default_factory=NoOptions)
    enabled: bool = True
    fixable: bool = False
    doc: str = ""
    """The module's docstring: why, and what to do instead. Filled in by the registry."""
    path: str = ""

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code):
            raise ValueError(f"rule code {self.code!r} is not letters and three digits")
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"rule name {self.name!r} is not in kebab-case")
