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

from pmlint.document import Document, Profile, Sentence, Topic
from pmlint.regexes import regex
from pmlint.rule import Category, Hit, Rule, Severity

_KIND = (
    r"(?:(?:remote|arbitrary) code execution|(?:SQL|command|code|template|header|LDAP)[ -]injection"
    r"|RCE|XSS|SSRF|CSRF|XXE|IDOR|cross-site (?:scripting|request forgery)"
    r"|server-side request forgery|privilege escalation|directory traversal|path traversal"
    r"|auth(?:entication|orization)? bypass|buffer overflow|heap overflow|use-after-free"
    r"|insecure deserialization|open redirect|zero-day|0-day|account takeover|sandbox escape)"
)
_DETAIL = regex(
    rf"(?i)\b{_KIND}s?\b"
    r"|\b(?:can|could|may|might|is|are|was|were|be|being|been)[ ](?:still[ ]|easily[ ]|be[ ]){0,2}"
    r"exploit(?:ed|able)\b"
    r"|\bexploit(?:s|ed|ing)?[ ](?:this|the|a|our|it)[ ](?:\w+[ ])?"
    r"(?:vulnerability|flaw|bug|weakness|hole|endpoint|misconfiguration|issue)\b"
    r"|\b(?:attackers?|anyone|an?[ ](?:unauthenticated|anonymous)[ ]\w+)[ ](?:can|could|may|might)"
    r"[ ](?:still[ ]|then[ ]|easily[ ])?(?:read|steal|bypass|forge|inject|execute|run|impersonate"
    r"|access|take[ ]over|escalate|upload|download|guess|enumerate|exfiltrate|craft|send|log[ ]in"
    r"|call|delete)\b"
)
_WEAKNESS = regex(
    r"(?i)\b(?:vulnerabilit(?:y|ies)|exploit|backdoor|security (?:hole|flaw|bug|weakness))"
    r"(?=[ ](?:in|that|which|allow(?:s|ed|ing)|lets?|via|through|affect(?:s|ed|ing)|exists?|is|was"
    r"|has|had)\b)"
)
_SECURITY = regex(
    r"(?i)\b(?:attack(?:s|ed|er|ers)?|malicious|exploit\w*|CVE-\d+|security|unauthori[sz]ed"
    r"|breach\w*"
    r"|hack(?:ed|er|ers)|intruders?|unpatched|patched|stolen|leaked)\b"
)
_OPEN = regex(
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
_FIXED = regex(
    r"(?i)\b(?:patch(?:ed|es)|hot-?fix(?:ed)?|fix(?:ed|es)|remediated|mitigated|resolved|closed"
    r"|addressed"
    r"|corrected|removed|disabled|revoked|rotated|upgraded|rolled[ ](?:out|back)|reverted"
    r"|blocked|no[ ]longer[ ](?:vulnerable|exploitable|possible|affected|works?)"
    r"|(?:deployed|released|shipped|published|applied|merged|pushed|issued)[ ](?:a[ ]|the[ ]"
    r"|an[ ]){0,1}"
    r"(?:\w+[ ]){0,2}(?:patch|fix|update|release|version)"
    r"|(?:patch|fix|update)\b[^.;]{0,60}?\b(?:deployed|released|shipped|live|applied|merged|out"
    r"|included|in[ ]place|pushed|issued|published))\b"
)
_REJECTED = regex(
    r"(?i)\b(?:no|not|never|without|cannot|nor)\b(?:[ ]\w+){0,4}[ ]?$|n't(?:[ ]\w+){0,4}[ ]?$"
)
_TOOLING = regex(
    r"(?i)^[ -](?:scan|management|report|database|disclosure|program|assessment|detection|test"
    r"|check"
    r"|protection|prevention|filter|training|attempt|rule)"
)
_NEGATION_REACH = 50
_NOT_A_REPORT = frozenset({Topic.GROUND_RULES, Topic.ACTIONS, Topic.APPENDIX})


def check(document: Document, options: object) -> Iterator[Hit]:  # noqa: ARG001
    reported = [one for one in document.sentences if one.topic not in _NOT_A_REPORT]
    fixed = _says_fixed(document, reported)
    about_security = _is_about_security(document, reported)
    for sentence in reported:
        # Where the document says it is fixed, only what it says is still open counts.
        if fixed and not _OPEN.search(sentence.text.prose):
            continue
        match = _detail(sentence, about_security)
        if match:
            span = sentence.text.span(*match.span())
            yield Hit(span, _message(match[0], fixed), data={"fixed": fixed})
            return


def _message(words: str, fixed: bool) -> str:
    state = "the text says that it is still open" if fixed else "nothing says that it is fixed"
    return f'"{words}" describes a weakness, and {state}'


def _is_about_security(document: Document, sentences: list[Sentence]) -> bool:
    """Whether "vulnerability" has its narrow sense here: a network can be vulnerable, too."""
    if document.profile is Profile.SECURITY:
        return True
    return any(_SECURITY.search(sentence.text.prose) for sentence in sentences)


def _says_fixed(document: Document, sentences: list[Sentence]) -> bool:
    """Whether any sentence, or the document's status, says that the hole is closed."""
    status = document.facts.status
    if status and _is_fixed(status.prose):
        return True
    return any(_is_fixed(sentence.text.prose) for sentence in sentences)


def _is_fixed(prose: str) -> bool:
    return bool(_FIXED.search(prose)) and not _OPEN.search(prose)


def _detail(sentence: Sentence, about_security: bool) -> re.Match[str] | None:
    patterns = (_DETAIL, _WEAKNESS) if about_security else (_DETAIL,)
    prose = sentence.text.prose
    for match in (found for pattern in patterns for found in pattern.finditer(prose)):
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
        "The [[vulnerability]] in the export job has not been patched yet.\n",
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
        "A vulnerability in the layout of the network let one cable stop both rings.\n",
        "An attacker could read invoices. A patch was written at once and is live since May 3.\n",
        "The cache was exposed to more load than it could hold.\n",
    ),
)
