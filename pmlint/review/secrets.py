"""Secrets in a text: keys, tokens and passwords, told by their form or by the name before them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from pmlint.document import Block, BlockKind, Document, Span
from pmlint.regexes import Regex, regex

__all__ = ["Secret", "is_phrase", "secrets_of"]


class Secret(Struct, frozen=True):
    """What looks like a secret: its kind, as "a GitHub token", and its place."""

    kind: str
    span: Span


def secrets_of(document: Document) -> tuple[Secret, ...]:
    """The secrets in *document*, the surest kinds first. Two of them may overlap."""
    return document.memo("secrets", lambda: tuple(Secret(*one) for one in _candidates(document)))


_FORMATS: tuple[tuple[str, Regex], ...] = (
    ("an AWS access key", regex(r"(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])")),
    ("a GitHub token", regex(r"(?<!\w)gh[pousr]_[A-Za-z0-9]{30,255}(?!\w)")),
    ("a GitHub token", regex(r"(?<!\w)github_pat_\w{20,255}")),
    ("a GitLab token", regex(r"(?<!\w)gl(?:pat|ptt|dt|rt|ft|cbt|soat)-[\w-]{18,255}")),
    ("a Slack token", regex(r"(?<!\w)(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{10,255}")),
    (
        "a Slack webhook",
        regex(r"hooks\.slack\.com/(?:services|workflows)/[A-Za-z0-9/]{20,255}"),
    ),
    ("a Stripe key", regex(r"(?<!\w)(?:[sr]k_live_|whsec_)[A-Za-z0-9]{16,255}")),
    ("a Google API key", regex(r"(?<!\w)AIza[\w-]{35}(?![\w-])")),
    ("a Google OAuth secret", regex(r"(?<!\w)(?:GOCSPX-[\w-]{20,64}|ya29\.[\w-]{20,512})")),
    (
        "a JSON web token",
        regex(r"(?<!\w)eyJ[\w-]{8,4096}\.eyJ[\w-]{8,4096}\.[\w-]{8,4096}"),
    ),
    ("an npm token", regex(r"(?<!\w)npm_[A-Za-z0-9]{30,64}(?!\w)")),
    ("a PyPI token", regex(r"(?<!\w)pypi-[\w-]{40,512}")),
    ("a Docker token", regex(r"(?<!\w)dckr_pat_[\w-]{20,64}")),
    ("a SendGrid key", regex(r"(?<!\w)SG\.[\w-]{16,64}\.[\w-]{16,64}")),
    ("a DigitalOcean token", regex(r"(?<!\w)do[opr]_v1_[a-f0-9]{64}")),
    ("a Vault token", regex(r"(?<!\w)hv[bs]\.[\w-]{20,512}")),
    ("an AI service key", regex(r"(?<![\w-])sk-(?:proj-|ant-|svcacct-)?[\w-]{24,255}")),
    ("a Hugging Face token", regex(r"(?<!\w)hf_[A-Za-z]{30,64}(?!\w)")),
    ("a Shopify token", regex(r"(?<!\w)shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}")),
    ("a Telegram bot token", regex(r"(?<!\w)\d{8,10}:AA[\w-]{33}(?![\w-])")),
    ("a storage account key", regex(r"AccountKey=([A-Za-z0-9+/]{60,100}={0,2})")),
    ("a bearer token", regex(r"(?i)\bbearer[ ]+([\w.~+/-]{24,4096}=*)")),
    (
        "a login",
        regex(r"(?i)\bauthorization[\"']?[ ]?[:=][ ]?[\"']?basic[ ]+([a-z0-9+/]{12,512}={0,2})"),
    ),
    ("a password in an address", regex(r"://[^\s/:@\"'<>]{0,64}:([^\s/@\"'<>]{3,128})@")),
)

_PEM = regex(r"-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----")
_PEM_END = regex(r"-----END (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----")
_PEM_LIMIT = 20_000  # characters; the longest keys in use are a third of that
_PEM_BODY = regex(r"[A-Za-z0-9+/]{40}")

_NAME = (
    r"(?P<name>password|passwd|passphrase|pwd|secret|token|credentials?"
    r"|(?:api|access|secret|private|signing|encryption|auth|account|master)[_ .-]?key)"
)
_VALUE = r"(?P<value>[^\s\"'`,;|]{8,512})"
_NAMED: tuple[Regex, ...] = (
    # password: X, **Token:** X, "api_key" => "X", ?secret=X
    regex(
        rf"(?i){_NAME}[\"'`*_]{{0,4}}\]?[ \t]{{0,3}}(?::=|=>|==?|:)[ \t\"'`*_]{{0,6}}{_VALUE}",
    ),
    # | Password | X |, without the commands of a pipe
    regex(
        rf"(?im)^[ \t]{{0,8}}(?:\|[ \t*_`]{{0,6}}(?:[\w-]{{1,20}} ){{0,2}}|[*_`]{{0,3}}){_NAME}"
        rf"[*_`:]{{0,4}}[ \t]{{0,60}}\|[ \t\"'`*_]{{0,60}}{_VALUE}"
    ),
    # the password is X, the token for the nightly job was set to X
    regex(
        r"(?i)\b(?P<name>password|passphrase|secret|token|api key)"
        r"(?:[ ](?:for|of|on)[ ][^.:;|\n]{1,40})?[ ](?:(?:is|was)[ ](?:set[ ]to[ ])?[ \"'`*_]{0,4}"
        r"|to[ ]{1,2}[\"'`*_]{1,4})(?P<value>[^\s\"'`,;|]{8,128})"
    ),
)
_NAMED_PHRASE = regex(
    r"(?i)(?P<name>pass(?:word|wd|phrase)?|pwd)[\"'`*_]{0,4}[ \t]{0,3}(?:=>|[:=])[ \t*_]{0,4}"
    r"[\"'`](?P<value>[a-z]{3,16}(?:[ ][a-z]{3,16}){3,7})[\"'`]"
)
_COLUMN = regex(rf"(?i)(?:[\w-]{{1,20}} ){{0,2}}{_NAME}s?")
_COMMANDS: tuple[Regex, ...] = (
    regex(
        r"\bcurl\b(?:\\\n|[^\n`]){0,200}?[ \t](?:-[A-Za-z]{0,6}[uU]|--(?:proxy-)?user)"
        r"[ =]?[\"']?[^\s:\"'`]{1,64}:(?P<value>[^\s\"'`]{3,128})"
    ),
    regex(
        r"\b(?:mysql|mariadb)[\w-]{0,12}(?P<between>(?:\\\n|[^\n`]){0,200}?)[ \t]-p"
        r"[\"']?(?P<value>[^\s\"'`-][^\s\"'`]{2,128})"
    ),
    regex(
        r"\b(?:sshpass[ \t]{1,3}-p|redis-cli\b(?P<between>(?:\\\n|[^\n`]){0,200}?)[ \t]-a)"
        r"[ \t]{0,3}[\"']?(?P<value>[^\s\"'`-][^\s\"'`]{2,128})"
    ),
)
"""Commands that are given a password; of some, the words between their name and the option."""

_PLACEHOLDER = regex(
    r"(?i)example|redact|placeholder|dummy|change[_-]?(?:me|it)|your[_-]|fake|sample|insert"
    r"|hidden|masked|removed|scrubbed|censored|x{4,}|\*{2,}|\.{3}|…|•{2,}|[<>{}()\[\]]"
    r"|\$\w|^%\w+%?$|^\$|not[_-]?(?:a[_-]?)?real"
)
_STAND_IN = regex(
    r"(?i)pass(?:word|wd|phrase)?|pwd|secret|token|key|change_?me|user(?:name)?|root|admin|test"
    r"|none|null|true|false|undefined"
)
_UUID = regex(r"(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_HEX = regex(r"(?i)(?:0x)?[0-9a-f]+")
_LEAST_HEX = 16  # digits; what is shorter is as often a number
_MOMENT = regex(r"[\d.:/TZ+-]+")
# "next_page_token", "trace token": what everybody may see.
_OF_A_CALL = regex(
    r"(?i)(?:page|next|contin\w{1,9}|cursor|sync|trace|span|request|correlation|idempotency"
    r"|fencing|lease)[ _.-]?$"
)
_BEFORE = 16  # characters before a name that may say of what it is
_HASHED = regex(r"(?i)^(?:sha\d{1,3}|md5|bcrypt|argon2\w*|\$2[aby]?)[:$=-]")
_JOINTS = regex(r"[-_./:@\\]+")
_WORD = regex(r"[A-Za-z]+\d{0,3}|\d+[A-Za-z]{0,2}|[vV]\d+|[A-Za-z]\d+[A-Za-z]")
_RUN = regex(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_AFTER_PARAMETER = regex(r"&\w{1,40}=")
_BEHIND = ".\\*_)]"  # what may stand behind a value without being part of it
_TITLED = regex(r"[A-Z]?[a-z]{2,}")
_LEAST_WORDS = 3
# Words that say something of a password, or where it is kept: then they are none themselves.
_SAYS = regex(
    r"(?i)an?|the|and|or|not?|is|was|are|be|been|to|of|in|on|at|by|for|from|with|without|as|per|via"
    r"|after|before|until|since|than|then|its?|this|that|must|may|can|should|will|see|set|yet|only"
    r"|same|never|always|out|off|up|down|over|under|plain|required|missing|unknown|soon|one|two"
    r"|\w{3,20}(?:ed|ing)|(?:pass|env|conf|auth|prod|stag|dev|test)\w{0,20}|secrets?|vaults?"
    r"|credentials?|creds|keys?|tokens?|files?|paths?|accounts?|services?|users?|admins?|root"
    r"|database|default"
)
_MIN_ENTROPY = 2.5  # bits a character: "aaaa1111" has 1, eight different characters 3
_MIN_RUN = 2.6  # characters: words run on in one case, random strings change all the time


def _candidates(document: Document) -> Iterator[tuple[str, Span]]:
    """What looks like a secret, the surest kinds first."""
    text = document.source.text
    yield from _private_keys(text)
    for what, pattern in _FORMATS:
        for match in pattern.finditer(text):
            group = match.lastindex or 0
            if not _is_stand_in(match[group]):
                yield what, Span(*match.span(group))
    yield from _in_commands(text)
    yield from _named(text)
    for block in document.blocks:
        if block.kind is BlockKind.TABLE:
            yield from _in_columns(block)


def _named(text: str) -> Iterator[tuple[str, Span]]:
    """Values whose name stands before them."""
    for pattern in _NAMED:
        for match in pattern.finditer(text):
            if _is_of_a_call(text, match):
                continue
            value = _bare(match["value"])
            if _looks_secret(match["name"], value):
                yield _in_clear(match["name"], match.start("value"), value)
    for match in _NAMED_PHRASE.finditer(text):
        if not any(map(_SAYS.fullmatch, match["value"].split())):
            yield _in_clear(match["name"], match.start("value"), match["value"])


def _is_of_a_call(text: str, named: re.Match[str]) -> bool:
    start = named.start("name")
    is_token = named["name"].lower() == "token"
    return is_token and _OF_A_CALL.search(text[max(0, start - _BEFORE) : start]) is not None


def _bare(value: str) -> str:
    """*value* without the marks behind it, and without the next parameter of an address."""
    following = _AFTER_PARAMETER.search(value)
    return (value[: following.start()] if following else value).rstrip(_BEHIND)


def _in_clear(name: str, start: int, value: str) -> tuple[str, Span]:
    return f"{_with_article(name)} in clear", Span(start, start + len(value))


def _with_article(name: str) -> str:
    """What a field is called, in words: "an access key" for ``ACCESS_KEY``."""
    plain = regex(r"[_.-]").sub(" ", name.lower())
    return f"{'an' if plain[0] in 'aeiou' else 'a'} {plain}"


def _in_columns(table: Block) -> Iterator[tuple[str, Span]]:
    """Cells of a table whose columns are headed "Password" and the like."""
    head, *rows = table.children or (table,)
    names = [_COLUMN.fullmatch(cell.words) for cell in head.children]
    if not any(names):
        return
    for row in rows:
        for name, cell in zip(names, row.children, strict=False):
            value = cell.text.strip() if name and cell.text else None
            if name and value and _is_secret_cell(name["name"], value.raw):
                yield f"{_with_article(name['name'])} in clear", value.span()


def _is_secret_cell(name: str, value: str) -> bool:
    return len(value.split()) == 1 and _looks_secret(name, value)


def _in_commands(text: str) -> Iterator[tuple[str, Span]]:
    """What a command line hands over: it is a password whatever it looks like."""
    for pattern in _COMMANDS:
        for match in pattern.finditer(text):
            value = match["value"]
            between = match.groupdict().get("between") or ""
            if _is_arguments(between) and not _is_of_no_use(value):
                yield "a password in a command", Span(*match.span("value"))


def _is_arguments(words: str) -> bool:
    """Whether *words* are arguments of one command: many in a row, and no option, are prose."""
    plain = 0
    for word in words.split():
        plain = 0 if word.startswith("-") else plain + 1
        if plain > _MOST_PLAIN:
            return False
    return True


_MOST_PLAIN = 2  # a database, and the value of an option


def _is_of_no_use(value: str) -> bool:
    return value.isdigit() or _is_stand_in(value)


def _private_keys(text: str) -> Iterator[tuple[str, Span]]:
    begins = [match.span() for match in _PEM.finditer(text)]
    limits = [start for start, _ in begins[1:]] + [len(text)]
    for (start, body), limit in zip(begins, limits, strict=False):
        stop = _key_end(text, body, min(limit, body + _PEM_LIMIT))
        if _PEM_BODY.search(text, body, stop):
            yield "a private key", Span(start, stop)


def _key_end(text: str, body: int, limit: int) -> int:
    """Where a key ends: after its last line, or with the paragraph if it is cut off."""
    end = _PEM_END.search(text, body, limit)
    if end:
        return end.end()
    blank = text.find("\n\n", body, limit)
    return blank if blank >= 0 else limit


def _is_stand_in(value: str) -> bool:
    """Whether *value* only shows where a secret would stand."""
    body = value.rsplit("_", 1)[-1].rsplit("-", 1)[-1]
    # "ghp_xxxx" has a form before it, while "2022" ends a password that is none of a form.
    few = len(set((body if len(body) * 2 >= len(value) else value).lower())) <= 2
    return few or bool(_STAND_IN.fullmatch(value) or _PLACEHOLDER.search(value))


def _looks_secret(name: str, value: str) -> bool:
    if not 8 <= len(value) <= 512 or _is_stand_in(value) or _is_public(value):
        return False
    is_password = name.lower().startswith(("pass", "pwd"))
    if is_password and is_phrase(value):
        return True
    if not (_mixed(value) and _entropy(value) >= _MIN_ENTROPY):
        return False
    if _HEX.fullmatch(value):
        return is_password or "key" in name.lower() or len(value) >= _LEAST_HEX
    return not _joined_words(value) and (is_password or _mean_run(value) < _MIN_RUN)


def _is_public(value: str) -> bool:
    """Identifiers, digests and moments: long and random, but of no use to a thief."""
    return bool(_UUID.fullmatch(value) or _HASHED.match(value) or _MOMENT.fullmatch(value))


def is_phrase(value: str) -> bool:
    """Whether *value* is a password of words with hyphens: "amber-canyon-violin", "Maple-2031".

    Names of things look alike, as "payments-db-prod", and so does what is said of a password, as
    "set-by-operator": these have words that no phrase is made of.
    """
    parts = value.split("-")
    words = [part for part in parts if not part.isdigit()]
    if len(parts) < 2 or not all(map(_TITLED.fullmatch, words)) or any(map(_SAYS.fullmatch, words)):
        return False
    if len(words) >= _LEAST_WORDS:
        return all(len(word) >= 3 for word in words)
    return any(word[0].isupper() for word in words) and any(
        part.isdigit() and len(part) > 1 for part in parts
    )


def _mixed(value: str) -> bool:
    """Digits and letters, or letters of both cases and a sign."""
    digit = any(map(str.isdigit, value))
    lower, upper = any(map(str.islower, value)), any(map(str.isupper, value))
    sign = not value.isalnum()
    return (digit and (lower or upper)) or (lower and upper and sign and "/" not in value)


def _joined_words(value: str) -> bool:
    """``db-prod-2``, ``config.db.password``, ``/run/secrets/db``: a name, not a secret."""
    parts = [part for part in _JOINTS.split(value) if part]
    return len(parts) > 1 and all(_WORD.fullmatch(part) for part in parts)


def _mean_run(value: str) -> float:
    """Mean length of the runs of one kind of character."""
    runs = _RUN.findall(value)
    return len(value) / len(runs) if runs else 0.0


def _entropy(value: str) -> float:
    """Shannon entropy in bits a character."""
    total = len(value)
    return -sum(n / total * math.log2(n / total) for n in Counter(value).values())
