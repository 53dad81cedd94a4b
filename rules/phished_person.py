"""The person who was deceived is made the finding.

Why: one message in a thousand is clicked, whoever reads it; a review that stops at
the click leaves every other reader of that mailbox as exposed as before.

Instead: name what let one click do harm: a login that could be phished, a mail
filter that passed the message, a session that no second device had to confirm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import Document, Sentence, Topic
from pmlint.names import GIVEN
from pmlint.regexes import Regex, regex
from pmlint.rule import Category, Hit, Rule, Severity

_ROLE = (
    r"(?:employee|engineer|developer|colleague|contractor|administrator|admin|manager|analyst"
    r"|accountant|assistant|staff(?:[ ]member)?|team[ ]member|member|user|person|worker|operator"
    r"|intern"
    r"|executive|director|recruiter|agent|responder|maintainer|contributor|owner)"
)
_NAMED = regex(r"(?:[A-Z][a-z]+(?:[ ][A-Z][a-z]+)?|@[\w-]{2,39})")
_NAME = r"(?-i:[A-Z][a-z]+(?:[ ][A-Z][a-z]+)?|@[\w-]{2,39})"
_WHERE = r"(?:[ ](?:of|in|from|at|on)[ ](?:\w+[ ]){0,2}\w+)?"
_PERSON = (
    rf"(?:(?:an?|the|one|our|that|this|another)[ ](?:[\w-]+[ ]){{0,3}}?{_ROLE}{_WHERE}"
    rf"|(?:someone|somebody){_WHERE}|he|she|they|I|{_NAME})"
)
_DECEIT = (
    r"(?:phish\w*|spear-?phish\w*|smish\w*|vish\w*|scam\w*|malicious|fake|forged|spoofed|fraudulent"
    r"|bogus|lookalike|suspicious|social[ -]engineer\w*|impersonat\w+|attacker\w*|rogue)"
)
_ACT = (
    r"(?:click(?:s|ed|ing)?|open(?:s|ed|ing)?|enter(?:s|ed|ing)?|submit(?:s|ted|ting)?|typed?"
    r"|follow(?:s|ed)|approv(?:es|ed)|accept(?:s|ed)|confirm(?:s|ed)|download(?:s|ed)"
    r"|install(?:s|ed)"
    r"|r(?:an|uns)|provid(?:es|ed)|gave|gives|handed|shar(?:es|ed)|sent|sends|disclos(?:es|ed)"
    r"|reveal(?:s|ed)|respond(?:s|ed)|repl(?:ies|ied)|answer(?:s|ed)|scann(?:s|ed)|logged|bought)"
)
_MIDDLE = r"(?:[ ][\w'’-]+){0,2}?[ ]"
_CLICKED = regex(
    rf"(?i)\b(?P<who>{_PERSON})(?:,)?(?:[ ]who)?(?:[ ](?:had|has|then|accidentally|mistakenly"
    rf"|unknowingly"
    rf"|inadvertently|also|unwittingly|apparently|reportedly)){{0,2}}[ ]{_ACT}\b"
    rf"(?:[ ][\w'’/-]+){{0,9}}?[ ]{_DECEIT}"
    r"(?:[ -](?:e-?mails?|links?|page|site|website|messages?|attachments?|attacks?|form|domain|text"
    r"|prompts?|requests?|invoice|login|push|file|document|app|url))?\b"
)
_CLICKED_LINK = regex(
    rf"(?i)\b(?P<who>{_PERSON})(?:[ ]who)?(?:[ ](?:had|has|then|accidentally)){{0,2}}[ ]"
    r"(?:click(?:s|ed)|open(?:s|ed)|follow(?:s|ed))(?:[ ]on)?[ ](?:the|a|an|that|this|its)[ ]"
    r"(?:links?|attachment|e-?mail|message)\b"
)
_FELL = regex(
    rf"(?i)\b(?P<who>{_PERSON})(?:[ ]who)?(?:[ ](?:had|has|have|then|also|unknowingly)){{0,2}}[ ]"
    r"(?:f(?:ell|alls?|allen)[ ](?:for|victim[ ]to)|took[ ]the[ ]bait|(?:was|were|been|got"
    r"|being)[ ]"
    r"(?:tricked|duped|fooled|lured|conned|deceived)[ ](?:by|into))\b(?:[ ][\w'’/-]+){0,6}"
)
_PHISHING = regex(r"(?i)\b(?:phish\w*|smish\w*|scam\w*|social[ -]engineer\w*)")
_DECEIT_WORD = regex(rf"(?i)\b{_DECEIT}\b|\b(?:credentials?|password|bait|login)\b")
_CONDITION = regex(
    r"(?i)\b(?:because|since|so[ ]that)\b|,[ ]as\b|\bMFA\b|\b2FA\b|\b(?:second|hardware"
    r"|security)[ -](?:factor|keys?)\b"
    r"|\b(?:filter|gateway|quarantine|DMARC|DKIM|passkeys?|WebAuthn|FIDO2?|conditional[ ]access)\b"
    r"|\bphishing-resistant\b|\b(?:did|does|do|was|were|is|are|could|can)(?:[ ]not|n['’]t)\b"
)
_REJECTED = regex(r"(?i)^[^.;]{0,40}(?:\b(?:is|was|are|were)(?:[ ]not|n['’]t)[ ](?:the|a|to|at)\b)")
_OUTSIDER = regex(r"(?i)\b(?:attackers?|customers?|adversar\w+|actors?|they|scammers?)\b")
_DRILL = regex(r"(?i)\b(?:simulat\w+|exercise|drill|campaign|if|whenever|would|could|can)\b")
_REACH = 80  # characters around the deed that can turn its meaning
_FACTS_ONLY = frozenset({Topic.TIMELINE, Topic.GROUND_RULES, Topic.APPENDIX})


def check(document: Document, options: object) -> Iterator[Hit]:  # noqa: ARG001
    persons = (*document.facts.attendees, *document.facts.authors, *document.facts.responders)
    known = document.people | {person.name for person in persons}
    told = document.sentences_with(_PHISHING)
    phishing = any(_PHISHING.search(sentence.text.prose) for sentence in told)
    patterns = (_CLICKED, _FELL, _CLICKED_LINK) if phishing else (_CLICKED, _FELL)
    for sentence in document.sentences_with(*patterns):
        if sentence.topic not in _FACTS_ONLY:
            yield from _hits(sentence, known, patterns)


def _hits(sentence: Sentence, known: frozenset[str], patterns: tuple[Regex, ...]) -> Iterator[Hit]:
    prose = sentence.text.prose
    if _CONDITION.search(prose):
        return
    for match in (found for pattern in patterns for found in pattern.finditer(prose)):
        if _is_person(match["who"], known) and _is_finding(prose, match):
            yield Hit(
                sentence.text.span(*match.span()),
                f'the finding stops at the person who was deceived ("{match["who"]}")',
            )
            return


def _is_person(who: str, known: frozenset[str]) -> bool:
    """Roles and pronouns are persons; a word with a capital letter must be a name."""
    if not _NAMED.fullmatch(who) or who == "I":
        return True
    first = who.split()[0]
    return who.startswith("@") or who in known or first in known or first.lower() in GIVEN


def _is_finding(prose: str, match: re.Match[str]) -> bool:
    """Whether somebody inside was really deceived, and is held to it."""
    told = _CLICKED_LINK.made(match)  # the deceit is told elsewhere in the document
    if not (told or _DECEIT_WORD.search(prose, match.start(), match.end() + _REACH)):
        return False
    if _OUTSIDER.fullmatch(match["who"].split()[-1]):
        return False
    rejected = _REJECTED.match(prose[match.end() : match.end() + _REACH])
    return not (rejected or _DRILL.search(prose, max(0, match.start() - _REACH), match.end()))


RULE = Rule(
    code="PM904",
    name="phished-person",
    category=Category.DISCLOSURE,
    severity=Severity.ERROR,
    summary="The person who was deceived is made the finding.",
    hint="Name what let one click do harm, such as a login without phishing-resistant MFA, and "
    "leave out who it was.",
    check=check,
    bad=(
        "## Contributing factors\n\n- [[An employee clicked a link in a phishing e-mail]].\n",
        "[[The engineer who clicked the phishing link]] gave the intruder a foothold.\n",
        "## Root cause\n\n[[Maria entered her password on a fake login]] page.\n",
        "## What happened\n\n[[Someone in the finance team opened a malicious attachment]].\n",
        "## Lessons learned\n\n- [[A contractor fell for a forged invoice]].\n",
        "A phishing wave reached us.\n\n## Root cause\n\n[[An employee clicked the link]].\n",
        "The breach began when [[our accountant was tricked into sharing her password]].\n",
    ),
    good=(
        "MFA was not phishing-resistant, so one stolen password was enough.\n",
        "The engineer who clicked a phishing link isn't the problem.\n",
        "## Timeline\n\n- 09:12 An employee clicked a link in a phishing e-mail\n",
        "A colleague clicked a phishing link because the gateway had stripped its warning.\n",
        "The attacker opened a fake support ticket.\n",
        "A user clicked the link, and the export page timed out.\n",
        "An engineer opened the dashboard and clicked the restart button.\n",
        "In the simulation one employee clicked a phishing link.\n",
        "## Action items\n\n- Require hardware keys for the mail login\n",
        "Phishing messages reached 40 mailboxes; the filter passed them all.\n",
        "Alerts opened a suspicious number of tickets, and Jenkins ran a rogue job.\n",
        "The support agent reported the phishing e-mail at 09:20.\n",
    ),
)
