"""The only factor is what set the incident off: a deploy, a change, a restart.

Why: changes happen all day, and most do no harm. The trigger says when it broke; what
made this one harmful is still to be found.

Instead: name the guard that was missing: what let the change go out, what did not catch
it, what made its effect so large?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import Document, Factor
from pmlint.regexes import regex
from pmlint.rule import Category, Hit, Rule, Severity

_EVENT = (
    r"(?:(?:re-?)?deploy(?:ment|ing|s)?|releas(?:e|ing)|roll[ -]?out|rolling out|changes?|update"
    r"|upgrad(?:e|ing)|updating|migration|migrating|restart(?:ing)?|reboot(?:ing)?|fail[ -]?over"
    r"|push|merge|merging|switch|switch-?over|maintenance|patch(?:ing)?|commit|rotation|cut-?over"
    r"|(?:traffic |load )?spike|(?:surge|increase|jump) (?:in|of) (?:traffic|load|requests)"
    r"|installation|feature flag|pull request|pr #?\d+|scale-?down|scale-?up|rename|removal)"
)
_DONE = (
    r"(?:deployed|released|rolled out|changed|updated|upgraded|migrated|restarted|rebooted"
    r"|failed over|pushed|merged|switched|patched|rotated|enabled|disabled|removed|installed"
    r"|renamed|scaled)"
)
_DETERMINER = r"(?:(?:the|an?|our|this|that|one)\s+)?"
_TRIGGER = regex(
    r"^\W*(?:(?:it|this|the (?:incident|outage|issue|problem)) (?:was|is|were) )?"
    r"(?:caused|triggered|(?:due|owing) to|because of)?(?: by)?\s*"
    rf"{_DETERMINER}(?:[\w./-]+\s+){{0,4}}?{_EVENT}\b"
    rf"|^\W*(?:we|the team|someone|an engineer|ops) (?:\w+ly )?{_DONE}\b"
    rf"|^\W*{_DETERMINER}(?:[\w./-]+\s+){{1,5}}?(?:was|were|got|had been) (?:\w+ly )?{_DONE}\b",
    re.IGNORECASE,
)
# Words that name a condition, a mechanism or a missing guard beside the event.
_CONDITION = regex(
    r"\b(?:no|not|never|nothing|nobody|without|lack\w*|miss(?:ing|ed)|un\w{4,}|only|because|since"
    r"|in(?:sufficient|adequate|compatible|complete|correct\w*|valid)\w*|although|while|which|that"
    r"|whose|as|so|but|despite|even though|too|fail(?:s|ed|ing)?|allow\w*|lets?|bypass\w*|skipp\w+"
    r"|could|cannot|can['’]t|[a-z]+n['’]t|assum\w+|default\w*|hidden|silently|exceed\w*|limit\w*"
    r"|full|where|when|if|until|expect\w*|conflict\w*|bug|wrong\w*|mis\w{3,}|stale|expired"
    r"|deadlock\w*|leak\w*|race|overload\w*|exhaust\w*|depend\w*|relied|how|why|instead|unless"
    r"|prevent\w*|broken?|during|los(?:e|es|t|ing))\b",
    re.IGNORECASE,
)
_LONG = 25
"""Words from which on a factor says more than what happened."""


def check(document: Document, options: object) -> Iterator[Hit]:  # noqa: ARG001
    if len(document.factors) != 1 or document.why_chains:
        return
    factor = document.factors[0]
    if _is_trigger(factor):
        words = " ".join(factor.text.raw.strip(" .").split())
        yield Hit(
            factor.text.strip().span(),
            f'the only factor, "{words}", is what set it off, not what made it possible',
            hint="Keep it in the timeline, and name the guard that was missing here: what let "
            "it go out, what did not catch it, and what made its effect so large?",
        )


def _is_trigger(factor: Factor) -> bool:
    text = factor.text
    if any(detail.raw.strip() for detail in factor.details) or len(text.raw.split()) >= _LONG:
        return False
    match = _TRIGGER.match(text.prose)
    return match is not None and _CONDITION.search(text.prose) is None


RULE = Rule(
    code="PM709",
    name="trigger-as-cause",
    category=Category.FACTORS,
    severity=Severity.INFO,
    summary="The only factor is what set the incident off.",
    bad=(
        "## Root cause\n\n[[A deploy of search v8.]]\n",
        "## Contributing factors\n\n- [[Configuration change in the load balancer]]\n",
        "## Contributing factors\n\n- [[The restart of the queue host at 10:02]]\n",
        "## Root cause\n\n[[The outage was caused by the upgrade of the database to version "
        "14.]]\n",
        "## Contributing factors\n\n- [[We deployed search v8 at 10:02.]]\n",
        "## Contributing factors\n\n- [[The certificate of the gateway was rotated at noon.]]\n",
    ),
    good=(
        "## Contributing factors\n\n- A deploy of search v8\n- No alert on the age of the index\n",
        "## Contributing factors\n\n- The deploy of search v8 went out without a canary.\n",
        "## Root cause\n\nThe upgrade changed the default pool size, which the load exceeded.\n",
        "## Contributing factors\n\n- The deployment script has no confirmation step.\n",
        "## Contributing factors\n\n- Deploy of search v8\n  - The pipeline lets untested images "
        "pass.\n",
        "## Timeline\n\n- 10:02 Deploy of search v8\n",
    ),
    check=check,
)
