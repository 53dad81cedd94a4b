"""Secrets in a text: keys, tokens and passwords, told by their form or by the name before them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from pmlint.document import Document, Span
from pmlint.regexes import Regex, regex

__all__ = ["Secret", "secrets_of"]


class Secret(Struct, frozen=True):
    """What looks like a secret: its kind, as "a GitHub token", and its place."""

    kind: str
    span: Span


def secrets_of(document: Document) -> tuple[Secret, ...]:
    """The secrets in *document*, the surest kinds first. Two of them may overlap."""
    text = document.source.text
    return document.memo("secrets", lambda: tuple(Secret(*one) for one in _candidates(text)))


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
    ("a password in an address", regex(r"://[^\s/:@\"'<>]{0,64}:([^\s/@\"'<>]{3,128})@")),
)

_PEM = regex(r"-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----")
_PEM_END = regex(r"-----END (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----")
_PEM_LIMIT = 20_000  # characters; the longest keys in use are a third of that
_PEM_BODY = regex(r"[A-Za-z0-9+/]{40}")

_NAMED = regex(
    r"(?i)(?P<name>password|passwd|passphrase|pwd|secret|token|credentials?"
    r"|(?:api|access|secret|private|signing|encryption|auth|account|master)[_ .-]?key)"
    r"[\"'`]?\]?[ \t]{0,3}(?::=|=>|==?|:)[ \t]{0,3}[\"'`]?(?P<value>[^\s\"'`,;|]{8,512})"
)
_TOLD = regex(
    r"(?i)\b(?P<name>password|passphrase|secret|token|api key)[ ]+(?:is|was|to)[ ]+"
    r"(?:set[ ]to[ ])?[\"'`](?P<value>[^\s\"'`]{8,128})[\"'`]"
)

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
_HEX = regex(r"(?i)(?:0x|sha\d{1,3}[:=-])?[0-9a-f]+")
_HASHED = regex(r"(?i)^(?:sha\d{1,3}|md5|bcrypt|argon2\w*|\$2[aby]?)[:$=-]")
_JOINTS = regex(r"[-_./:@\\]+")
_WORD = regex(r"[A-Za-z]+\d{0,3}|\d+|[vV]\d+")
_RUN = regex(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_HEX_NAMES = regex(r"(?i)pass|pwd|key")
_MIN_ENTROPY = 2.5  # bits a character: "aaaa1111" has 1, eight different characters 3
_MIN_RUN = 2.6  # characters: words run on in one case, random strings change all the time


def _candidates(text: str) -> Iterator[tuple[str, Span]]:
    """What looks like a secret, the surest kinds first."""
    yield from _private_keys(text)
    for what, pattern in _FORMATS:
        for match in pattern.finditer(text):
            group = match.lastindex or 0
            if not _is_stand_in(match[group]):
                yield what, Span(*match.span(group))
    for pattern in (_NAMED, _TOLD):
        for match in pattern.finditer(text):
            value = match["value"].rstrip(".\\")
            if _looks_secret(match["name"], value):
                start = match.start("value")
                yield f"a {match['name'].lower()} in clear", Span(start, start + len(value))


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
    body = value.rsplit("_", 1)[-1].rsplit("-", 1)[-1] or value
    few = len(set(body.lower())) <= 2
    return few or bool(_STAND_IN.fullmatch(value) or _PLACEHOLDER.search(value))


def _looks_secret(name: str, value: str) -> bool:
    if len(value) < 8 or _is_stand_in(value) or _is_public(name, value):
        return False
    if not (_mixed(value) and _entropy(value) >= _MIN_ENTROPY):
        return False
    if name.lower().startswith(("pass", "pwd")):
        return not _joined_words(value)
    return not _joined_words(value) and _mean_run(value) < _MIN_RUN


def _is_public(name: str, value: str) -> bool:
    """Identifiers and digests: long and random, but of no use to a thief."""
    if _UUID.fullmatch(value) or _HASHED.match(value):
        return True
    return bool(_HEX.fullmatch(value)) and not _HEX_NAMES.search(name)


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
