"""A key, a token or a password stands in the document.

Why: a postmortem is read widely and kept for years; whoever can read it can use
the credential, and taking the line out later leaves it in the history.

Instead: revoke the credential and issue a new one first. Then name it ("the
deploy key of the build account") and leave its value out, in logs and commands too.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document, Span
from pmlint.review.masking import masked
from pmlint.review.secrets import secrets_of
from pmlint.rule import Category, Hit, Rule, Severity


def check(document: Document, options: object) -> Iterator[Hit]:  # noqa: ARG001
    text = document.source.text
    taken = bytearray(len(text))
    for secret in secrets_of(document):
        span = secret.span
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
            yield _hit(secret.kind, span, text[span.start : span.end])


def _hit(what: str, span: Span, secret: str) -> Hit:
    return Hit(
        span,
        f"{what} stands in the document: {masked(secret)}",
        data={"masked": True, "kind": what.split(" ", 1)[1], "length": len(secret)},
    )


# Put together here, so that scanners of this repository do not take them for real ones.
_AWS = "AKIA" + "Q3EGRT5ZP7KD2WXM"
_GITHUB = "ghp_" + "k2Jd83hQmZ0sLx9PqWvB7nTcRf5YgA1uEo4X"
_SLACK = "xoxb-" + "204857391-7730184652-pQzR8tVwLm3KdYhXs6"
_STRIPE = "sk_live_" + "4eQ9mBz7RkTx2LpVnC8sWd"
_JWT = "eyJ" + "hbGciOiJIUzI1NiJ9.eyJzdWIiOiJidWlsZC0xNyJ9.Qm3vT7xLk2Rz9pWcYd8s"
_HEX = "3f9c2b7de41a58c6" + "0b9d7e2f14ac863d"
_PEM_KEY = (
    "-----BEGIN RSA PRIVATE KEY-----\n"
    + "MIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeK\n" * 2
    + "-----END RSA PRIVATE KEY-----"
)

RULE = Rule(
    code="PM901",
    name="secret",
    category=Category.DISCLOSURE,
    severity=Severity.ERROR,
    summary="A key, a token or a password stands in the document.",
    hint="Revoke it and issue a new one first; then name the credential here and leave its "
    "value out. Deleting the line is not enough: the history keeps it.",
    check=check,
    bad=(
        f"The leaked key was [[{_AWS}]], used by the nightly backup.\n",
        f"## Timeline\n\n```\nexport GITHUB_TOKEN=[[{_GITHUB}]]\n./release.sh\n```\n",
        f"| Variable | Value |\n|---|---|\n| SLACK | `[[{_SLACK}]]` |\n",
        f"<!-- old key: [[{_STRIPE}]] -->\n\nThe payment worker stopped.\n",
        f"The request carried `Authorization: Bearer [[{_JWT}]]`.\n",
        f"The host had this file:\n\n```\n[[{_PEM_KEY}]]\n```\n",
        "We connected with `postgres://orders:[[mK7-vT2q]]@db1.internal/orders`.\n",
        '```yaml\ndatabase:\n  password: "[[Winter2031!q]]"\n```\n',
        "---\napi_key: [[9fK2mQ7xR4tB8wZ1]]\n---\n\n# Search outage\n",
        "The replica's password was `[[Tr4ins&Boats7]]` until noon.\n",
        f"The worker was started with token=[[{_HEX}]] in its environment.\n",
        "| Field | Value |\n|---|---|\n| Password | [[amber-canyon-violin]] |\n",
        "```\ncurl -u deploy:[[pelican9]] https://ci.internal/jobs\n```\n",
    ),
    good=(
        "The sample used AKIAIOSFODNN7EXAMPLE, which grants nothing.\n",
        "```\nexport TOKEN=ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\npassword: ********\n```\n",
        "Set `token: <token>` and `password = ${DB_PASSWORD}` before the start.\n",
        "The fix is commit 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b of the deploy tool.\n",
        "The trace 5b2c1d7e-0f4a-4c55-9a5b-3d2e1f0a9b8c shows `sha256:"
        "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae`.\n",
        "The job reads its password: see the vault entry payments/db-prod-2.\n",
        "```yaml\nsecret: payments-db-credentials-v2\ntoken: /run/secrets/api_token\n```\n",
        "The URL had the form `https://user:password@host/path`.\n",
        "```\n-----BEGIN PRIVATE KEY-----\n[removed]\n-----END PRIVATE KEY-----\n```\n",
        "The service refused every request with `invalid token: expired at 14:32:05`.\n",
        "```python\npassword = os.environ['DB_PASSWORD_2']\ntoken = fetch_token(user1)\n```\n",
        "The password rotation job had no alert: it had failed since March.\n",
        f"The trace token: {_HEX} is that of the first refused request.\n",
        "The job's password: stored-in-vault. Nobody has to know it.\n",
    ),
)
