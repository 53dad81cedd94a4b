"""A contributing factor is answered by no action item.

Why: a factor that was found and left alone contributes to the next incident too.
Instead: add an item for it, or state that the risk is accepted and why. The other
direction, an action item without a factor, is PM417 (action-without-factor).
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document, Factor, Span
from pmlint.review.linking import unanswered_factors
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.blame import proposals

_LONGEST = 60


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for factor in unanswered_factors(document):
        if _is_a_person(document, factor):
            continue
        yield Hit(
            _place(document, factor),
            f'no action item answers the factor "{_short(factor)}" by its words',
            "Add an item for it, or state that the risk is accepted, and why.",
            confidence=0.5,
        )


def _is_a_person(document: Document, factor: Factor) -> bool:
    """Whether the factor is to go: it blames a person, of which PM101 to PM107 tell."""
    span = factor.text.span()
    return any(found.span.overlaps(span) for found in proposals(document))


def _place(document: Document, factor: Factor) -> Span:
    span = factor.text.span()
    _, end = document.source.line_bounds(document.source.line_of(span.start))
    return Span(span.start, max(span.start, min(span.end, end)))


def _short(factor: Factor) -> str:
    words = " ".join(factor.text.raw.split()).rstrip(".")
    return words if len(words) <= _LONGEST else words[: _LONGEST - 3].rsplit(" ", 1)[0] + "..."


_TAIL = (
    "\n## Action items\n\n- Page when the ledger backup is older than a day\n"
    "- Ask for confirmation in the purge tool\n"
)

RULE = Rule(
    code="PM421",
    name="factor-without-action",
    category=Category.ACTION_ITEMS,
    severity=Severity.INFO,
    summary="A contributing factor is answered by no action item.",
    check=check,
    bad=(
        "## Contributing factors\n\n- No alert watches the age of the ledger backup\n"
        "- The purge tool runs against production without a prompt\n"
        "- [[Support learned of the outage from social media]]\n" + _TAIL,
        "## Contributing factors\n\n1. The purge tool runs against production without a prompt\n"
        "2. [[Two time zones share one rota with a gap on Sunday]]\n" + _TAIL,
        "## Contributing factors\n\n- No alert watches the age of the ledger backup\n"
        "- [[The vendor contract has no weekend hours]]\n" + _TAIL,
    ),
    good=(
        "## Contributing factors\n\n- No alert watches the age of the ledger backup\n"
        "- The purge tool runs against production without a prompt\n"
        "- The reader of the tapes is within its limits and played no part\n" + _TAIL,
        "## Contributing factors\n\n- No alert watches the age of the ledger backup\n"
        "- The purge tool runs against production without a prompt\n" + _TAIL,
        "## Contributing factors\n\n- No alert watches the age of the ledger backup\n"
        "- The purge tool runs against production without a prompt\n"
        "- Support learned of it from social media; we accept that risk\n" + _TAIL,
        # Another finding asks to put a condition in the person's place.
        "## Contributing factors\n\n- No alert watches the age of the ledger backup\n"
        "- The purge tool runs against production without a prompt\n"
        "- Maria's change in #812 on the eve of the sale\n" + _TAIL,
        "## Contributing factors\n\n- Support learned of the outage from social media\n" + _TAIL,
        "## Contributing factors\n\n- No alert watches the age of the ledger backup\n"
        "- The vendor contract has no weekend hours\n",
    ),
)
