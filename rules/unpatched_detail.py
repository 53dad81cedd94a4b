"""Detail of a vulnerability stands in a document that does not say it is fixed.

Why: until the fix is out everywhere, a published postmortem is a manual for
whoever wants to do it again.

Instead: say the fixed status first ("patched in 2.4.2", "fixed on May 3"). If
there is none, keep the document to those who work on the fix, with a date on
which that is reviewed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import Document, Sentence, Topic
from pmlint.rule import Category, Hit, Rule, Severity

_KIND = (
    r"(?:(?:remote|arbitrary) code execution|(?:SQL|command|code|template|header|LDAP)[ -]injection"
    r"|RCE|XSS|SSRF|CSRF|XXE|IDOR|cross-site (?:scripting|request forgery)"
    r"|server-side request forgery|privilege escalation|directory traversal|path traversal"
    r"|auth(?:entication|orization)? bypass|buffer overflow|heap overflow|use-after-free"
    r"|insecure deserialization|open redirect|zero-day|0-day|account takeover|sandbox escape)"
)
_DETAIL = re.compile(
    rf"(?i)\b{_KIND}(?:s)?\b"
    r"|\b(?:vulnerabilit(?:y|ies)|exploit|security (?:hole|flaw|bug)|backdoor)"
    r"[ ](?:in|that|which|allow(?:s|ed|ing)|lets?|via|through|affect(?:s|ed|ing)|exists?|is|was)\b"
    r"|\b(?:can|could|may|might|is|are|was|were|be|being|been)[ ](?:still[ ]"
    r"|easily[ ]|be[ ]){0,2}exploit(?:ed|able)\b"
    r"|\bexploit(?:s|ed|ing)?[ ](?:this|the|a|our|it)[ ](?:\w+[ ])?"
    r"(?:vulnerability|flaw|bug|weakness|hole|endpoint|misconfiguration|issue)\b"
    r"|\b(?:attackers?|anyone|an?[ ](?:unauthenticated|anonymous)[ ]\w+)[ ](?:can|could|may"
    r"|might)[ ]"
    r"(?:still[ ]|then[ ]|easily[ ])?(?:read|steal|bypass|forge|inject|execute|run|impersonate"
    r"|access|take[ ]over"
    r"|escalate|upload|download|guess|enumerate|exfiltrate|craft|send|log[ ]in|call|delete)\b"
)
_OPEN = re.compile(
    r"(?i)\b(?:(?:not|n't|never|yet|still)[ ](?:yet[ ]|been[ ]|be[ ]|to[ ]|fully[ ]"
    r"|completely[ ]){0,3}"
    r"(?:patched|fixed|mitigated|remediated|closed|addressed|resolved)|unpatched|unfixed"
    r"|unmitigated"
    r"|still[ ](?:be[ ])?(?:vulnerable|exploitable|exposed|exploited|open|works?|possible)"
    r"|remains?[ ](?:vulnerable|exploitable|exposed|open|unfixed|unpatched)"
    r"|no[ ](?:patch|fix|mitigation)(?:[ ](?:yet|exists?|is|so[ ]far|available))?\b"
    r"|(?:patch|fix)[ ](?:is|will[ ]be)[ ](?:planned|pending|in[ ]progress|scheduled|coming)"
    r"|(?:will|to)[ ]be[ ](?:patched|fixed|remediated)|awaiting[ ](?:a[ ]|the[ ])?(?:patch|fix))\b"
)
_FIXED = re.compile(
    r"(?i)\b(?:patch(?:ed|es)|hot-?fix(?:ed)?|fix(?:ed|es)|remediated|mitigated|resolved|closed"
    r"|addressed"
    r"|corrected|removed|disabled|revoked|rotated|upgraded|rolled[ ](?:out|back)|reverted"
    r"|blocked|no[ ]longer[ ](?:vulnerable|exploitable|possible|affected|works?)"
    r"|(?:deployed|released|shipped|published|applied|merged|pushed|issued)[ ](?:a[ ]|the[ ]"
    r"|an[ ]){0,1}"
    r"(?:\w+[ ]){0,2}(?:patch|fix|update|release|version)"
    r"|(?:patch|fix|update)[ ](?:was|is|has[ ]been|were|had[ ]been)[ ]"
    r"(?:now[ ]|then[ ]|quickly[ ])?(?:deployed|released|shipped|live|applied|merged|out"
    r"|in[ ]place|pushed"
    r"|issued|available|published))\b"
)
_REJECTED = re.compile(
    r"(?i)\b(?:no|not|never|without|cannot|nor)\b(?:[ ]\w+){0,4}[ ]?$|n't(?:[ ]\w+){0,4}[ ]?$"
)
_TOOLING = re.compile(
    r"(?i)^[ -](?:scan|management|report|database|disclosure|program|assessment|detection|test"
    r"|check"
    r"|protection|prevention|filter|training|attempt|rule)"
)
_NEGATION_REACH = 50
_NOT_A_REPORT = frozenset({Topic.GROUND_RULES, Topic.ACTIONS, Topic.APPENDIX})


def check(document: Document, options: object) -> Iterator[Hit]:  # noqa: ARG001
    reported = [one for one in document.sentences if one.topic not in _NOT_A_REPORT]
    fixed = _says_fixed(document, reported)
    for sentence in reported:
        # Where the document says it is fixed, only what it says is still open counts.
        if fixed and not _OPEN.search(sentence.text.prose):
            continue
        match = _detail(sentence)
        if match:
            yield Hit(
                sentence.text.span(*match.span()),
                f'"{match[0]}" is described, and '
                + ("this part is said to be open" if fixed else "nothing says that it is fixed"),
                data={"fixed": fixed},
            )
            return


def _says_fixed(document: Document, sentences: list[Sentence]) -> bool:
    """Whether any sentence, or the document's status, says that the hole is closed."""
    status = document.facts.status
    if status and _is_fixed(status.prose):
        return True
    return any(_is_fixed(sentence.text.prose) for sentence in sentences)


def _is_fixed(prose: str) -> bool:
    return bool(_FIXED.search(prose)) and not _OPEN.search(prose)


def _detail(sentence: Sentence) -> re.Match[str] | None:
    prose = sentence.text.prose
    for match in _DETAIL.finditer(prose):
        before = prose[max(0, match.start() - _NEGATION_REACH) : match.start()]
        if not (_REJECTED.search(before) or _TOOLING.match(prose[match.end() :])):
            return match
    return None


RULE = Rule(
    code="PM903",
    name="unpatched-detail",
    category=Category.DISCLOSURE,
    severity=Severity.WARNING,
    summary="Detail of a vulnerability stands in a document that does not say it is fixed.",
    hint='Say its fixed status, such as "patched in 2.4.2". If it is still open, restrict the '
    "document and set a date on which that is reviewed.",
    check=check,
    bad=(
        "The upload form has a [[path traversal]]: a file name may begin with two dots.\n",
        "## Contributing factors\n\n- A [[SQL injection]] in the search field returned all rows.\n"
        "- The scanner does not cover the old portal.\n",
        "An [[attacker could forge]] the session cookie with the default key.\n",
        "The [[vulnerability in]] the export job has not been patched yet.\n",
        "The login page was patched on May 3. The mobile endpoint is still vulnerable to "
        "[[account takeover]] through the reset link.\n",
        "The flaw [[can still be exploited]] from the partner network.\n",
    ),
    good=(
        "The path traversal in the upload form was patched in 2.4.2.\n",
        "A SQL injection returned all rows.\n\n## Resolution\n\nThe fix was deployed at 15:10.\n",
        "**Status:** Resolved\n\nAn attacker could forge the session cookie.\n",
        "The vulnerability scanner used all the memory of the build host.\n",
        "This was not a remote code execution, and no data was read.\n",
        "The queue exploited the spare capacity of the second zone.\n",
        "## Action items\n\n- Test the forms against SQL injection in the nightly build\n",
        "The hole was closed by release 7.1; until then an attacker could read invoices.\n",
        "The cache was exposed to more load than it could hold.\n",
    ),
)
