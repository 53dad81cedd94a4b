"""A contributing factor is only a catchword.

Why: "communication" or "technical debt" is true of every incident. Nobody can tell what
was missing, so nobody can change it.

Instead: name the component and the condition: "No alert on certificate expiry", "The
change was announced in a channel that support does not read".
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document, Factor, Text
from pmlint.regexes import regex
from pmlint.review.placeholders import is_nothing, is_template_text
from pmlint.rule import Category, Hit, Rule, Severity

_CATCHWORD_LIST = (
    "communication communications collaboration coordination process processes procedure "
    "procedures debt complexity misconfiguration misconfigurations configuration configurations "
    "config configs monitoring alerting observability visibility testing tests test documentation "
    "docs planning tooling tools automation architecture design scale scaling scalability capacity "
    "load traffic legacy bug bugs defect defects issue issues problem problems error errors "
    "failure failures fault faults glitch glitches network networking infrastructure infra "
    "hardware software system systems code codebase quality culture time pressure resources "
    "resourcing staffing budget priorities prioritisation prioritization ownership knowledge "
    "information understanding redundancy resilience resiliency reliability robustness performance "
    "latency security dependency dependencies integration maintenance management governance "
    "oversight review reviews deployment deployments deploy release change changes "
    "change-management vendor third-party external internal technical technological operational "
    "organisational organizational environmental environment data server servers database timing "
    "circumstances workload silos handover handovers onboarding standards guidelines policy "
    "policies practices safeguards guardrails checks validation edge case cases race condition "
    "conditions regression incident incidents outage downtime instability miscommunication "
    "misunderstanding misunderstandings assumptions assumption expectations breakdown gap gaps "
    "weakness weaknesses shortcomings limitations drift constraints factors factor cause causes "
    "reasons"
)
_CATCHWORDS = frozenset(_CATCHWORD_LIST.split())
_QUALIFIER_LIST = (
    "a an the our tech human broke down some any all of in with for and or & / to no not lack "
    "lacking lacked absence missing poor poorly bad insufficient inadequate limited weak weaker "
    "improper incorrect wrong faulty general various several many multiple other unclear unknown "
    "unforeseen unexpected unplanned overall simple small large big major minor certain high low "
    "too much little less more better old older outdated broken team teams team's cross-team "
    "between across within due is was were are has had been being there it this that caused by "
    "because from related possible possibly probably likely human-free temporary transient "
    "internal-only proper properly enough sufficient adequate good effective issue-related need "
    "needs needed"
)
_QUALIFIERS = frozenset(_QUALIFIER_LIST.split())
_WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[&/]|\S")
_NOISE = frozenset(".,;:!()*-–—\"'")
_LONGEST = 8


def check(document: Document, options: object) -> Iterator[Hit]:  # noqa: ARG001
    for factor in document.factors:
        if _is_bare(factor):
            yield _hit(factor)


def _hit(factor: Factor) -> Hit:
    text = factor.text.strip(" \t.*_:;")
    return Hit(
        text.span(),
        f'the factor "{text.raw}" does not say what was missing or where',
        hint="Name the component and the condition that mattered here, such as "
        '"no alert on certificate expiry": which part was it, and what was so about it?',
    )


def _is_bare(factor: Factor) -> bool:
    """Whether the factor is made of catchwords, and nothing explains it."""
    if any(detail.raw.strip() for detail in factor.details):
        return False
    if is_nothing(factor.text.raw) or is_template_text(factor.text):
        return False
    return _is_catchword(factor.text)


def _is_catchword(text: Text) -> bool:
    words = [word.lower() for word in _WORD.findall(text.prose) if word not in _NOISE]
    if not 0 < len(words) <= _LONGEST:
        return False
    known = all(word in _CATCHWORDS or word in _QUALIFIERS for word in words)
    return known and any(word in _CATCHWORDS for word in words)


RULE = Rule(
    code="PM708",
    name="vague-factor",
    category=Category.FACTORS,
    severity=Severity.WARNING,
    summary="A contributing factor is only a catchword.",
    bad=(
        "## Contributing factors\n\n- [[Communication]]\n- The pool was too small for the load.\n",
        "## Contributing factors\n\n- [[Technical debt]]\n- [[Lack of monitoring]].\n",
        "## Root cause\n\n[[A misconfiguration]].\n",
        "## Contributing factors\n\n1. [[Poor communication between teams]]\n2. [[A software "
        "bug]]\n",
        "## Contributing factors\n\n| Factor |\n|---|\n| [[Insufficient testing]] |\n",
        "## Contributing factors\n\n- [[There was a config error]]\n- No alert on the pool.\n",
    ),
    good=(
        "## Contributing factors\n\n- No alert on certificate expiry\n",
        "## Contributing factors\n\n- The pool was too small for the load of a Monday.\n",
        "## Contributing factors\n\n- Communication: support does not read #deploys, where the "
        "change was announced\n",
        "## Contributing factors\n\n- Technical debt\n  - The scheduler still runs on the 2014 "
        "host, without a second one.\n",
        "## Contributing factors\n\n### Monitoring\n\nNo alert watched the age of the queue.\n",
        "## Contributing factors\n\n- Misconfiguration of `max_connections` in the pooler\n",
        "## Contributing factors\n\n- Missing index on orders.customer_id\n",
        "## Action items\n\n- Better communication\n",
    ),
    check=check,
)
