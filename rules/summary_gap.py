"""The summary leaves out what happened, how long it lasted, or what the impact was.

Why: most people read the summary only. Without these three they cannot tell
whether the incident concerns them.
Instead: one plain clause for each, with figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import Document, HeadingStyle, Profile, Section, Topic
from pmlint.regexes import regex
from pmlint.review.quantities import counts_things, says_how_long
from pmlint.review.summaries import summaries, summary_span, summary_words
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity

_HAPPENED = regex(
    r"\b(?:fail\w*|down|outage\w*|errors?|unavailab\w+|slow\w*|degrad\w+|crash\w*|los[st]\w*"
    r"|delet\w+"
    r"|expir\w+|deploy\w*|br(?:oke|eak|eaks|oken)|stop\w*|leak\w*|expos\w+|delay\w*|drop\w*"
    r"|time ?outs?"
    r"|timeouts?|attack\w*|unreachable|offline|stall\w*|halt\w*|stuck|overload\w*|exhaust\w*"
    r"|corrupt\w*"
    r"|inaccessible|disrupt\w*|unresponsive|bugs?|compromis\w+|vulnerab\w+|misconfig\w*|returned"
    r"|serv\w+"
    r"|incorrect\w*|unable|could(?: not|n't)|exploit\w*|latency|reject\w*|wrong\w*|duplicat\w+"
    r"|missing|[45]\d\ds?|restart\w*|full|ran out|rolled|merged|upgrad\w+|migrat\w+|revok\w+"
    r"|interrupt\w*)\b",
    re.IGNORECASE,
)
# "An incident occurred" says that something happened, not what.
_EMPTY_EVENT = regex(
    r"\b(?:occurred|happened|resolved|detected|noticed|reported|identified|experienced|declared"
    r"|affected"
    r"|impacted|fixed|restored)\b",
    re.IGNORECASE,
)
_PAST = regex(
    r"\b(?:\w{2,}ed|did|had|went|came|got|made|took|gave|began|left|lost|sent|set|put|became|fell"
    r"|grew"
    r"|kept|let|ran|used to|can be|allows?|causes?)\b",
    re.IGNORECASE,
)
_SENTENCE = 8  # words
_IMPACT = regex(
    r"\b(?:users?|customers?|clients?|visitors?|tenants?|subscribers?|merchants?|people|everyone"
    r"|requests?|orders?|payments?|transactions?|jobs|builds|sessions?|tickets|calls|e-?mails"
    r"|messages"
    r"|patients?|passengers?|residents?|pupils?|guests?|callers?|\w{2,15}holders?"
    r"|students?|members?|players?|developers?|employees?|staff|consumers?|validators?|nodes"
    r"|farmers"
    r"|impact\w*|affect\w*|unable|could(?: not|n't)|cannot|data loss|revenue|lost|no one|nobody"
    r"|sales"
    r"|unavailab\w+|inaccessible|unreachable|offline|funds|workloads|deployments|traffic|records"
    r"|pages|all (?:services|sites|teams|regions|clusters)|website|services|teams?|sequences"
    r"|interrupt\w*|access|downtime)\b"
    r"|\d ?%|[$€£] ?\d",
    re.IGNORECASE,
)
_WHAT, _LONG, _IMPACT_NAME = "what happened", "how long", "impact"
_FIELD_STYLES = frozenset(
    {HeadingStyle.LABEL, HeadingStyle.TABLE, HeadingStyle.FRONT_MATTER, HeadingStyle.ITEM}
)


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    found = list(summaries(document))
    words = "\n".join(summary_words(document, summary) for summary in found)
    gaps = _gaps(document, words) if words.strip() else []
    if gaps:
        yield Hit(
            summary_span(document, found[0]),
            f"the summary does not say {_join(gaps)}",
            f"Add a clause for it: {'; '.join(_ADVICE[gap] for gap in gaps)}.",
            data={"gaps": gaps},
        )


def _join(gaps: list[str]) -> str:
    named = [_PHRASES[gap] for gap in gaps]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} or {named[-1]}"


def _gaps(document: Document, words: str) -> list[str]:
    told = {
        _WHAT: _tells_event(words),
        _LONG: says_how_long(words) or _has_duration_field(document) or _is_open(document, words),
        _IMPACT_NAME: _tells_impact(words) or _has_impact_section(document),
    }
    return [gap for gap, said in told.items() if not said]


def _tells_impact(words: str) -> bool:
    """Whether somebody was affected, or so many things were."""
    return _IMPACT.search(words) is not None or counts_things(words)


def _tells_event(words: str) -> bool:
    if _HAPPENED.search(words):
        return True
    return (
        len(words.split()) >= _SENTENCE and _PAST.search(_EMPTY_EVENT.sub(" ", words)) is not None
    )


# A hole is there until it is closed, which a summary tells of in other words.
_HOLE = regex(
    r"\b(?:vulnerab\w+|exploit\w*|CVE|attack(?:er)?s?|malicious|phish\w*|leak\w*|bugs?)\b", re.I
)


def _is_open(document: Document, words: str) -> bool:
    """Whether what happened is no outage that lasted for a time."""
    return document.profile is Profile.SECURITY or _HOLE.search(words) is not None


def _has_duration_field(document: Document) -> bool:
    """Whether a field ("Duration: 18 min") beside the summary says how long."""
    facts = document.facts
    if facts.duration_text is not None:
        return True
    return facts.started is not None and facts.resolved is not None


def _has_impact_section(document: Document) -> bool:
    """Whether a section or field of its own is given to the impact."""
    return any(_tells(section) for section in document.sections)


def _tells(section: Section) -> bool:
    if section.own_topic is not Topic.IMPACT:
        return False
    return section.style in _FIELD_STYLES or bool(section.blocks)


_PHRASES = {
    _WHAT: "what happened",
    _LONG: "how long it lasted",
    _IMPACT_NAME: "what the impact was",
}
_ADVICE = {
    _WHAT: "which service did what it does not usually do",
    _LONG: 'the length or both ends ("from 14:32 to 14:50")',
    _IMPACT_NAME: "who noticed what, with a figure",
}

RULE = Rule(
    code="PM802",
    name="summary-gap",
    category=Category.PROCESS,
    severity=Severity.WARNING,
    summary="The summary leaves out what happened, how long, or the impact.",
    check=check,
    bad=(
        "## [[Summary]]\n\nCheckout failed. Customers got an error page.\n",
        "## [[Summary]]\n\nThe search cluster crashed. It took 40 minutes to come back.\n",
        "**[[Summary]]**\n\nThe search cluster crashed after an upgrade. It was rolled back.\n",
        "## [[Summary]]\n\nMost students got a timeout, and about 60 lost their kernels.\n",
        "## [[TL;DR]]\n\nA certificate expired on Tuesday. 12% of customers could not log in.\n",
    ),
    good=(
        "## Summary\n\nCheckout failed from 14:32 to 14:50. 34% of payments were declined.\n",
        "## Summary\n\nFor 18 minutes customers could not log in after a certificate expired.\n",
        "## Summary\n\n- What happened: search crashed\n- Duration: 40 minutes\n"
        "- Impact: no results for 2,000 customers\n",
        "## Summary\n\nThe search cluster was offline for two hours. No customer was affected.\n",
        "Duration: 40 minutes\n\n## Summary\n\nSearch crashed. All requests got an error.\n",
        "## Summary\n\nSearch crashed for 40 minutes.\n\n## Impact\n\nNo search results in"
        " eu-west.\n",
        "## Summary\n\nFrom 09:00 to 11:00 cardholders were debited in duplicate.\n",
        "## Summary\n\nFor two hours 412 parcels were sorted to the wrong hall.\n",
        "## Summary\n\nA bug let an attacker read the orders of other customers.\n",
        "## Timeline\n\n- 14:32 Deploy starts\n",
    ),
)
