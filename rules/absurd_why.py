"""A why ends on something that nobody could or would change.

Why: "because the company exists" is true of every incident. It is a sign that the chain
went past the answer that mattered.

Instead: go back to the last answer that is particular to this system, and end there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import Document, Span, Text, Topic
from pmlint.regexes import regex
from pmlint.rule import Category, Hit, Rule, Severity

_ANYTHING = (
    r"(?:computers?|software|technology|the internet|the cloud|code|machines|electricity|it"
    r"|computing|science|an? (?:computer|website|company|business|product)|customers|users|humans"
    r"|people|servers|networks)"
)
_WHO = r"(?:we|our (?:company|team|organi[sz]ation)|the (?:company|business|team|organi[sz]ation))"
_END = (
    r"(?=\s*(?:[.,;:!?)\"”’']|$|in the first place|at all|to (?:do|run|make) (?:things|business)))"
)
_STOP = r"(?=\s*(?:[.,;:!?)\"”’']|$))"
_CHOSE = r"(?:chose|choose|decided|have chosen|need|needed|want|wanted|have|had) to"
_RUN = r"(?:use|have|rely on|write|build|run|depend on)"
_ABSURD = regex(
    r"\b(?:(?:the|our|this) (?:company|business|organi[sz]ation|firm|start-?up|world|universe"
    r"|internet|market|industry|product|service|site|team|planet)|we|humans?|people|humanity"
    r"|computers?|software|technology|life|time|entropy|gravity|physics)"
    rf"(?: still| simply| just)? exists?{_END}"
    rf"|\b{_WHO} {_CHOSE} (?:{_RUN}|exist|make money|earn money){_END}"
    rf"|\b{_WHO} {_CHOSE} {_RUN} {_ANYTHING}{_END}"
    rf"|\b{_WHO} (?:use|used|have|had|rely on|depend on|run on|write|employ) {_ANYTHING}{_END}"
    rf"|\b{_WHO} (?:is|are) (?:an? |in )(?:(?:software|tech|technology|it|internet|online) )?"
    rf"(?:company|business|start-?up){_END}"
    rf"|\b(?:the company|it|we) (?:was|were) (?:ever )?(?:founded|born|created){_STOP}"
    r"|\b(?:humans|people) (?:make|write|made|build) (?:software|mistakes|errors|computers)"
    rf"{_STOP}|\bentropy (?:always )?(?:increases|grows|wins)\b"
    r"|\b(?:computers|machines|software|technology|complex systems|things|everything|systems)"
    r"(?: can| always| do| just| simply| sometimes| will| eventually)*"
    r" (?:fails?|breaks?|crash|go(?:es)? wrong|have bugs)"
    rf"(?: eventually| sometimes| at some point)?{_STOP}"
    rf"|\b(?:(?:all|every) )?(?<!the )(?<!this )(?<!our )software (?:has|contains) bugs{_STOP}"
    r"|\b(?:nothing|nobody|no one|no system|no software) is (?:ever )?perfect\b"
    r"|\b(?:murphy['’]s law|shit happens|stuff happens|that['’]s life|bad luck|fate"
    r"|the laws? of physics|acts? of god|the second law of thermodynamics|capitalism)\b"
    r"|\btime (?:passes|flows|moves on)\b|\bthe (?:earth|world) (?:turns|spins|is round)\b",
    re.IGNORECASE,
)
_WHY_TOPICS = (Topic.FACTORS, Topic.WHYS)


def check(document: Document, options: object) -> Iterator[Hit]:  # noqa: ARG001
    seen: set[Span] = set()
    for text in _answers(document):
        match = _ABSURD.search(text.prose)
        if match is None:
            continue
        span = text.span(match.start(), match.end())
        if span not in seen:
            seen.add(span)
            yield _hit(span, " ".join(text.raw[match.start() : match.end()].split()))


def _hit(span: Span, words: str) -> Hit:
    return Hit(
        span,
        f'"{words}" is true of any incident, and nothing follows from it',
        hint="Go back to the last answer that is particular to this system, and end the chain "
        "there; an action item should be able to change it.",
    )


def _answers(document: Document) -> Iterator[Text]:
    """Levels of the chains, then the sentences where causes are given."""
    for chain in document.why_chains:
        yield from chain.levels
    for sentence in document.sentences_of(*_WHY_TOPICS):
        yield sentence.text


RULE = Rule(
    code="PM706",
    name="absurd-why",
    category=Category.FACTORS,
    severity=Severity.WARNING,
    summary="A why ends on something that is true of any incident.",
    bad=(
        "## Five whys\n\n1. The disk was full.\n2. Logs.\n3. Because [[the company exists]].\n",
        "## Five whys\n\n1. The disk was full.\n2. Logs.\n3. [[We chose to use computers]]\n",
        "## Contributing factors\n\n- It failed because [[computers break]].\n- No alert.\n",
        "## Contributing factors\n\n- [[All software has bugs]].\n- No test of the import.\n",
        "## Five whys\n\n- Why did it fail? The disk was full.\n- Why? Logs were kept.\n"
        "- Why? Because of [[Murphy's law]].\n",
        "## Five whys\n\n1. The disk was full.\n2. Logs.\n3. Because [[we use technology]].\n",
    ),
    good=(
        "## Five whys\n\n1. The disk was full.\n2. Logs were kept.\n3. We chose to use local disks "
        "for the queue, as the network storage was slow in 2019.\n",
        "## Contributing factors\n\n- The company had no second data centre.\n- No alert.\n",
        "## Contributing factors\n\n- No alert exists on the age of the queue.\n- No dashboard.\n",
        "## Contributing factors\n\n- Deploys break if the cache is cold.\n- We use computers of "
        "two vendors, and only one of them was tested.\n",
        "## Background\n\nThe company exists since 2009.\n",
        "## Contributing factors\n\n- The software has bugs in its lock handling (issue 412).\n- "
        "No test of two writers.\n",
    ),
    check=check,
)
