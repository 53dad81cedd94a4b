"""An e-mail address, a telephone number or a public IP address stands in the text.

Why: a postmortem is read by more people than were asked; an address that was
handy in the incident channel is personal data, or a target, once it is published.

Instead: name the role or the system ("the customer's administrator", "the office
network"). Shared mailboxes such as security@ and addresses for documentation are fine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmlint.document import MASK, Document, Profile, Sentence, Span, Topic
from pmlint.people import people
from pmlint.regexes import regex
from pmlint.rule import Category, Hit, Rule, Severity, option

if TYPE_CHECKING:
    from ipaddress import IPv4Address, IPv6Address

_SIGN = regex(r"[\d@]")  # all that is looked for holds one
_MAIL = regex(
    r"(?<![\w.%+@/:-])(?P<box>[A-Za-z0-9][\w.%+'-]{0,63})@"
    r"(?P<host>(?:[A-Za-z0-9-]{1,63}\.){1,6}(?P<top>[A-Za-z]{2,24}))(?![\w@-])"
)
_NO_MAIL_TOPS = frozenset(
    # Names of files and of hosts inside a network, and those kept for documentation.
    {"example", "test", "invalid", "localhost", "local", "internal", "lan", "corp", "home"}
    | {"png", "jpg", "jpeg", "gif", "svg", "webp", "js", "ts", "css", "yml", "yaml", "json"}
)
_NO_MAIL_HOST = regex(
    r"(?i)(?:^|\.)(?:example\.[a-z.]+|noreply\.[\w.-]+|lists?\.[\w.-]+|googlegroups\.com"
    r"|gserviceaccount\.com|compute\.amazonaws\.com)$"
)
_ROLE_WORDS = frozenset(
    {"abuse", "admin", "administrator", "alert", "alerts", "billing", "bot", "careers", "ci"}
    | {"community", "compliance", "contact", "customer", "daemon", "dev", "devops", "do"}
    | {"donotreply", "dpo", "engineering", "errors", "feedback", "finance", "git", "hello"}
    | {"help", "helpdesk", "hostmaster", "hr", "incident", "incidents", "info", "infra"}
    | {"infrastructure", "it", "jobs", "legal", "mail", "mailer", "marketing", "monitoring"}
    | {"news", "newsletter", "no", "noc", "noreply", "notifications", "notify", "office"}
    | {"oncall", "operations", "ops", "platform", "postmaster", "press", "privacy", "report"}
    | {"reports", "reply", "root", "sales", "sec", "secops", "security", "service"}
    | {"services", "soc", "sre", "status", "support", "sysadmin", "team", "ubuntu"}
    | {"data", "digital", "ec2", "me", "name", "product", "someone", "tech", "user", "username"}
    | {"accounts", "bookings", "cert", "csirt", "enquiries", "inquiries", "orders", "payments"}
    | {"psirt", "reception", "users", "vulnerability", "web", "webmaster", "www", "you", "your"}
)
_ROLE_ENDS = ("desk", "team", "line", "shift", "office", "support")
"""Of a box in one word: "servicedesk", "hotline", "nightshift"."""
_BOX_JOINTS = regex(r"[-._+]+")
_HOUSE_NAME = 4  # letters of a domain that, found in a mailbox too, make it the house's own
_REMOTE = regex(r"\b(?:ssh|scp|sftp|rsync|mosh)[ ](?:-\w+[ ]|\S+[ ])?$")

_PLUS_PHONE = regex(
    r"(?<![\w.+:-])\+[1-9]\d{0,14}(?:[ .-]\d{1,10}|[ .-]?\(\d{1,5}\)\d{0,8}){0,6}(?![\w+-]"
    r"|[.,:/]\d|[ ]?%)"
)
_US_PHONE = regex(
    r"(?<![\w.+-])(?:1[-. ])?(?:\([2-9]\d{2}\) ?[2-9]\d{2}-|[2-9]\d{2}([-.])[2-9]\d{2}\1)\d{4}"
    r"(?![\w-]|\.\d)"
)
_ANNOUNCED_PHONE = regex(
    r"(?i)\b(?:phone|mobile|cell|tel|telephone|call(?:ed)?|sms|text(?:ed)?|whatsapp|dial(?:led)?)"
    r"(?:[ ]number)?[ :.]{1,3}(?:is |was |on "
    r"|at )?(?P<number>\(?0\d{1,12}\)?(?:[ ./-]\(?\d{1,10}\)?){0,6})"
    r"(?![\w-]|[.,:]\d)"
)
_PHONE_BESIDE = regex(
    r"(?:(?P<who>(?:[^\W\d_][\w'’-]{1,40}[ ])?[^\W\d_][\w'’-]{1,40})|[\w-]\.[A-Za-z]{2,24})"
    r"[ ]?[,:(–—-][ ]?(?P<number>0\d{2,4}[ /-]\d{5,8}|0\d{4}[ ]\d{3}[ ]?\d{3}"
    r"|0\d(?:[ .]\d\d){4})(?![\w-]|[.,:]\d)"
)
"""A number as people dial it at home, right behind a name or an e-mail address."""
_PHONE_WORD = regex(
    r"(?i)\b(?:phone|mobile|cell|tel|telephone|call(?:ed|s)?|sms|text(?:ed)?|whatsapp|dial|number"
    r"|reach(?:ed|able)?|contact|hotline)\b"
)
_THOUSANDS = regex(r"\+\d{1,3}(?:[ .]\d{3}){1,5}")
_TOLL_FREE = regex(r"\+?1?[-. ]?\(?8(?:00|33|44|55|66|77|88)\)?")
_PHONE_DIGITS = range(8, 16)  # E.164 allows 15; fewer than 8 are not reachable from abroad

_IPV4 = regex(r"(?<![\w.@/-])(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)")
_IPV6 = regex(r"(?<![\w.:])[23][0-9A-Fa-f]{3}:[0-9A-Fa-f:]{2,35}(?![\w:])")
_VERSION_BEFORE = regex(
    r"(?i)(?:\bv|\b(?:versions?|release[ds]?|build|firmware|driver|kernel|package|image|tag"
    r"|upgrad(?:e|es|ed|ing)|downgrad(?:e|es|ed|ing))\b[^.!?]{0,40})$"
)
_VERSION_REACH = 60
_ADDRESS_WORD = regex(r"(?i)\b(?:ips?|ipv4|address(?:es)?|host)\b[^.!?]{0,20}$")
_LARGEST_VERSION_PART = 31
_WELL_KNOWN = frozenset(
    {"1.1.1.1", "1.0.0.1", "8.8.8.8", "8.8.4.4", "9.9.9.9", "149.112.112.112"}
    | {"208.67.222.222", "208.67.220.220", "2606:4700:4700::1111", "2606:4700:4700::1001"}
    | {"2001:4860:4860::8888", "2001:4860:4860::8844", "2620:fe::fe"}
)

_KINDS = {
    "email": ("the e-mail address", 'Name the role instead, such as "the account\'s owner".'),
    "phone": ("the telephone number", "Name the role or the rota that was called instead."),
    "ip": (
        "the public IP address",
        'Name the system or the network instead, such as "the office network", or use an '
        "address of the range 192.0.2.0/24, which is kept for documentation.",
    ),
    "attack": (
        "the public IP address",
        "If it is the attacker's, keep it for those who look out for it, and write it so that "
        'nobody opens it by chance: "198.51.100[.]7". If it is yours or a customer\'s, name the '
        "system.",
    ),
}


@dataclass(frozen=True)
class Options:
    """What counts as personal."""

    kinds: tuple[str, ...] = option(
        ("email", "phone", "ip"), "Kinds of data that are looked for: email, phone, ip."
    )
    allow: tuple[str, ...] = option(
        (), "Addresses, numbers or mail domains that may stand in the text."
    )


def check(document: Document, options: Options) -> Iterator[Hit]:
    wanted = frozenset(document.facts.authors) | frozenset(document.facts.attendees)
    named = [person.span for person in wanted]
    named += [item.owner.span for item in document.actions if item.owner]
    seen: set[str] = set()
    for sentence in document.sentences:
        if sentence.topic is Topic.PEOPLE:
            continue
        for kind, start, end in (*_finds(sentence), *_phones_of_people(document, sentence)):
            value, span = sentence.text.raw[start:end], sentence.text.span(start, end)
            known = value.lower() in seen or kind not in options.kinds
            if known or _allowed(value, options.allow) or any(map(span.overlaps, named)):
                continue
            if not _in_code(document, sentence, start):
                seen.add(value.lower())
                hostile = kind == "ip" and _tells_of_attack(document, sentence)
                yield _hit("attack" if hostile else kind, value, span)


def _tells_of_attack(document: Document, sentence: Sentence) -> bool:
    """Whether an address may be one to look out for, and is then worth keeping."""
    return document.profile is Profile.SECURITY or _ATTACK.search(sentence.text.raw) is not None


_ATTACK = regex(
    r"(?i)\b(?:attack(?:er|ers|ed|s)?|intruders?|botnet|malware|scann(?:er|ed)|c2|ddos)\b"
)


def _hit(kind: str, value: str, span: Span) -> Hit:
    what, hint = _KINDS[kind]
    kind = "ip" if kind == "attack" else kind
    return Hit(span, f'{what} "{value}" stands in the text', hint, data={"kind": kind})


def _finds(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """Kind, start and end of each address and number in the sentence's words."""
    raw = sentence.text.raw
    if not _SIGN.search(raw):
        return
    if "@" in raw:
        yield from (("email", *m.span()) for m in _MAIL.finditer(raw) if _is_personal_mail(m))
    yield from (("phone", *span) for span in _phones(raw))
    for match in _IPV4.finditer(raw):
        if _is_public(match[0]) and not _is_version(raw, match):
            yield ("ip", *match.span())
    for match in _IPV6.finditer(raw):
        if _is_public(match[0]):
            yield ("ip", *match.span())


def _allowed(value: str, allow: tuple[str, ...]) -> bool:
    lower = value.lower()
    return any(lower == one.lower() or lower.endswith("@" + one.lower()) for one in allow)


def _in_code(document: Document, sentence: Sentence, start: int) -> bool:
    """Whether the words at *start* stand in inline code: masked, after a backtick."""
    prose = sentence.text.prose
    while start > 0 and prose[start] == MASK and prose[start - 1] == MASK:
        start -= 1
    at = sentence.text.offset(start)
    return prose[start] == MASK and document.source.text[max(0, at - 1) : at] == "`"


def _is_personal_mail(match: re.Match[str]) -> bool:
    if match["top"].lower() in _NO_MAIL_TOPS or _NO_MAIL_HOST.search(match["host"]):
        return False
    box, labels = match["box"].lower(), match["host"].lower().split(".")
    shared = any(len(label) >= _HOUSE_NAME and label in box for label in labels)
    on_a_host = _REMOTE.search(match.string[: match.start()])
    words = _BOX_JOINTS.split(box)
    of_a_role = _ROLE_WORDS.intersection(words) or any(word.endswith(_ROLE_ENDS) for word in words)
    return not (shared or on_a_host or of_a_role)


def _phones(raw: str) -> Iterator[tuple[int, int]]:
    for match in _PLUS_PHONE.finditer(raw):
        counted = _THOUSANDS.fullmatch(match[0]) and not _PHONE_WORD.search(raw)
        if _is_phone(match[0]) and not counted:
            yield match.span()
    for match in _US_PHONE.finditer(raw):
        if _is_phone(match[0]):
            yield match.span()
    for match in _ANNOUNCED_PHONE.finditer(raw):
        if _is_phone(match["number"]):
            yield match.span("number")


def _phones_of_people(document: Document, sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    raw = sentence.text.raw
    for match in _PHONE_BESIDE.finditer(raw):
        who = (match["who"] or "").split()
        known = not who or any(map(people(document).is_name, who))
        if known and _is_phone(match["number"]):
            yield ("phone", *match.span("number"))


def _is_phone(number: str) -> bool:
    digits = sum(map(str.isdigit, number))
    return digits in _PHONE_DIGITS and not _TOLL_FREE.match(number)


def _is_public(text: str) -> bool:
    """Whether *text* is an address that the whole internet can reach, and not known to all."""
    address = _address(text)
    return address is not None and address.is_global and address.compressed not in _WELL_KNOWN


def _address(text: str) -> IPv4Address | IPv6Address | None:
    from ipaddress import ip_address  # few documents need it, and all would wait for it

    try:
        return ip_address(text.rstrip(":"))
    except ValueError:
        return None


def _is_version(raw: str, match: re.Match[str]) -> bool:
    """Four small numbers, or four numbers after a word for versions; or a whole network."""
    before = raw[max(0, match.start() - _VERSION_REACH) : match.start()]
    if raw[match.end() : match.end() + 1] == "/" and not raw.startswith("/32", match.end()):
        return True
    if _ADDRESS_WORD.search(before):
        return False
    small = all(int(part) <= _LARGEST_VERSION_PART for part in match[0].split("."))
    return small or bool(_VERSION_BEFORE.search(before))


RULE = Rule(
    code="PM902",
    name="personal-data",
    category=Category.DISCLOSURE,
    severity=Severity.WARNING,
    summary="An e-mail address, a telephone number or a public IP address stands in the text.",
    check=check,
    options=Options(),
    bad=(
        "The report came from [[maria.keller@fjordbank.no]] at noon.\n",
        "## Timeline\n\n- 14:32 The pager rang at [[+49 170 5550182]]\n- 14:40 Rollback\n",
        "We called the customer on [[(415) 555-2671]] and left a message.\n",
        "The scan came from [[45.83.64.12]], outside our networks.\n",
        "| Client | Address |\n|---|---|\n| Import job | [[2a02:26f0:dc::5f65]] |\n",
        "**Ask [[jo_park@northline.io]]** for the dashboard.\n",
        "Phone: [[020 7946 0958]] rings at the night desk.\n",
        "We woke Maria Ruhland ([[0170 5550182]]), who came.\n",
        "The attacker came from [[45.83.64.12]], and again at night.\n",
    ),
    good=(
        "Write to security@fjordbank.no or to support@fjordbank.no.\n",
        "Write to servicedesk@fjordbank.no, it-support@fjordbank.no or reception@fjordbank.no.\n",
        "The ticket (0170 5550182) and the job, 0170 555018, were closed.\n",
        "The test mail went to jane@example.com and to bob@mail.example.org.\n",
        "The pod moved from 10.0.12.4 to 192.168.3.7, and 127.0.0.1 answered.\n",
        "Clients fell back to 8.8.8.8 and 1.1.1.1.\n",
        "We upgraded the driver from 4.18.0.2 to version 91.0.44.2.\n",
        "The runbook uses 203.0.113.9 and 198.51.100.20 as samples.\n",
        "## Action items\n\n| Item | Owner | Due |\n|---|---|---|\n"
        "| Alert on queue depth above 500 | ana.ruiz@fjordbank.no | 2031-05-02 |\n",
        "The clone of git@github.com:fjord/deploy.git hung.\n",
        "Run `curl 45.83.64.12` from the bastion.\n",
        "Traffic grew by +15 000 000 requests in 12 345 678 sessions.\n",
        "The range 45.83.64.0/19 was announced by two routers.\n",
        "The ticket 2031-04-18-0042 names the icon logo@2x.png.\n",
        "We paged oncall-payments@fjordbank.no twice, then fjordbankdesk@fjordbank.no.\n",
        "Log in with ssh deploy7@bastion.fjordbank.no first.\n",
    ),
)
