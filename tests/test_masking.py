"""Secrets are hidden in whatever quotes them, and nothing else is."""

from __future__ import annotations

import pytest

import pmlint
from pmlint.reading import read
from pmlint.review.masking import Mask
from pmlint.review.secrets import secrets_of
from pmlint.source import Source

TOKEN = "ghp_" + "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5"
PASSWORD = "Winter" + "2031!q"


@pytest.mark.parametrize(
    ("secret", "words", "hidden"),
    [
        (TOKEN, f"Rotate {TOKEN} today", f"Rotate ghp_{'*' * 36} today"),
        (TOKEN, f"Rotate {TOKEN[:20]}...", f"Rotate ghp_{'*' * 16}..."),
        (TOKEN, f"...{TOKEN[10:]} was seen", f"...{'*' * 30} was seen"),
        (TOKEN, f"{TOKEN} {TOKEN}", f"ghp_{'*' * 36} ghp_{'*' * 36}"),
        (PASSWORD, "the Winter storm of 2031", "the Winter storm of 2031"),
        (PASSWORD, "set Winter2031 first", "set Wi******** first"),
        ("a*bold*Secret7", "the word aboldSecret7 here", "the word abo********* here"),
        ("Salt&amp;Pepper7x", "use Salt&Pepper7x now", "use Sal********** now"),
        ("mK7-vT2q", "as mK7-vT2q:", "as mK******:"),
        ("prod", "a product in prod", "a product in p***"),
        ("?!?!", "a ?!?! b", "a **** b"),
        ("ab", "ab and cab", "ab and cab"),
        ("amber-customers-violin", "amber-customers-violin!", "ambe******************!"),
        ("amber-customers-violin", "the customers saw it", "the customers saw it"),
        ("amber-customers-violin", "was customers-violin.", "was ****************."),
    ],
)
def test_a_secret_is_hidden_wherever_it_is_quoted(secret: str, words: str, hidden: str) -> None:
    assert Mask([secret]).text(words) == hidden


def test_values_of_all_kinds_are_searched() -> None:
    mask = Mask([TOKEN])
    value = {"a": [TOKEN, 3], "b": (TOKEN,), "c": {TOKEN}, TOKEN: None}
    assert TOKEN[8:] not in repr(mask.value(value))
    assert mask.value({"a": 1, "b": ["x"]}) == {"a": 1, "b": ["x"]}
    assert not Mask([])


HEX = "3f9c2b7de41a58c6" + "0b9d7e2f14ac863d"
PHRASE = "amber-canyon-" + "violin"
MIXED = "Tr4ins&" + "Boats7"


def found(text: str) -> list[str]:
    source = Source("a.md", text + "\n")
    return [text[one.span.start : one.span.end] for one in secrets_of(read(source))]


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        (f"The worker used token={HEX} until noon.", HEX),
        (f"secret={HEX}", HEX),
        (f"api_key: {HEX}", HEX),
        (f"The link had ?access_token={HEX}&page=2 in it.", HEX),
        (f"**Token:** `{HEX}`", HEX),
        (f"The deploy token is {HEX}.", HEX),
        (f"password: {PHRASE}", PHRASE),
        (f"DB_PASSWORD={PHRASE}", PHRASE),
        ('password: "amber canyon violin tide"', "amber canyon violin tide"),
        ("Password: Maple-" + "2031", "Maple-" + "2031"),
        (f"(password: {MIXED})", MIXED),
        (f"The cache password: {MIXED}", MIXED),
        (f"They set the password to `{MIXED}`.", MIXED),
        (f"The password is {MIXED}, as ever.", MIXED),
        (f"The password for the reporting account was {PHRASE}.", PHRASE),
        (f"| Field | Value |\n|---|---|\n| Root password | {MIXED} |", MIXED),
        (f"Password | {MIXED}", MIXED),
        (f"| Host | User | DB password |\n|---|---|---|\n| db1 | app | {PHRASE} |", PHRASE),
        ("We ran `curl -s -u deploy:pelican9 https://ci.internal/x`.", "pelican9"),
        ("```\ncurl -X POST \\\n  --user 'deploy:pelican9' https://x\n```", "pelican9"),
        ("curl -H 'X-Reason: the nightly run of it' -u deploy:pelican9 https://x", "pelican9"),
        ("`mysql -h db1 -u app -ppelican9 orders`", "pelican9"),
        ("```\nmysqldump orders -u app -p'pelican9'\n```", "pelican9"),
        ("sshpass -p pelican9 ssh db1", "pelican9"),
        ("redis-cli -h cache1 -a pelican9 ping", "pelican9"),
        ("git clone https://deploy:pelican9@git.internal/x", "pelican9"),
        ("amqp://app:maple-2022@mq:5672", "maple-2022"),
        ("Authorization: Basic ZGVwbG95OnBlbGljYW45", "ZGVwbG95OnBlbGljYW45"),
    ],
)
def test_a_secret_is_told_by_its_name_or_its_command(text: str, secret: str) -> None:
    assert found(text) == [secret]


@pytest.mark.parametrize(
    "text",
    [
        "password: <password>",
        "token=$TOKEN",
        "password: ****",
        "password: changeme",
        "password: rotated",
        "token expired at 14:02",
        "Token: 2026-04-03T12:00:05Z",
        "secret: see vault",
        f"The token was rotated with commit {HEX}ab12cd34.",
        f"token: sha256:{HEX}{HEX}",
        f"trace token: {HEX}",
        f"X-Request-Token: {HEX}",
        f"nextPageToken={HEX}",
        f"idempotency key: {HEX}",
        "The token was moved to us-east-1a.",
        "They copied the secret to k8s-prod and eu-west-1b.",
        "The secret is k8s-managed, and the password is k8s-managed.",
        "token: eu-west-1b",
        "password: stored-in-vault",
        "password: set-by-operator",
        "password: prod-db-credentials",
        "Password: two-factor-authentication",
        "The password is user-supplied.",
        "The password was SHA256-hashed.",
        "The password is AES-256-GCM encrypted.",
        'password: "must not be empty"',
        "```\necho $PASSWORD | sha256sum\ncat token | sha256sum\n```",
        "| Password | rotated on 3 May 2026 |",
        "| User | Password |\n|---|---|\n| root | in Vault |\n| app | `<password>` |\n| x | 3 May 2026 |",
        "| Token | Expires |\n|---|---|\n| deploy | 2026-05-03 |",
        "docker run -u 1000:1000 app",
        "curl -u $USER:$PASS https://x",
        "curl -u user:password https://x",
        "mysql -h db -P3306 -u root -p",
        "mysql -u root -p$PASS",
        "mysql -h db -p3306",
        "The mysql team ran tar -pxzf on the dump.",
        "https://host:8080/@scope/x",
    ],
)
def test_what_is_no_secret_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_password_is_hidden_in_what_quotes_it() -> None:
    text = f"## Root cause\n\nDana forgot that the password is {PHRASE} before the release.\n"
    for one in pmlint.lint(text, select=["PM1", "PM3", "PM901"]):
        shown = repr(one)
        assert "canyon" not in shown, one.code
        assert "violin" not in shown, one.code
