"""Who counts as a person: owners, names, and what only looks like a name."""

from __future__ import annotations

import pytest

from pmlint.people import Actor, OwnerKind, owner_kind, people
from pmlint.reading import ReadSettings, read
from pmlint.source import Source

EMPTY = read(Source("postmortem.md", "## Summary\n\nAll is well.\n"))
OWNERS = {
    OwnerKind.PERSON: (
        "Ann Porters",
        "Sarah", "@sarah", "S. Lee", "SN", "sarah.lee", "sarah.lee@example.org", "Sarah (Platform team)",
        "Sarah (backup: Mike)", "Mike from Platform", "Kowalczuk, Sarah", "Zoë", "王伟", "O'Brien", "Jean-Pierre",
        "**Priya**", "Dr. Rossi", "Ngozi Okafor", "Sarah / on-call", "sarah", "sre-ana", "jo-park", "Ana-Maria", "Ana Relander", "Sven Nilsson - SRE", "@osk-dev",
    ),
    OwnerKind.TEAM: (
        "release managers",
        "Ward nurses",
        "night shift",
        "Platform", "SRE", "DBA team", "everyone", "Ops + Dev", "Payments squad", "The platform team", "all",
        "Engineering", "Vendor Management", "Digital Channels", "Change office", "PSIRT", "@sre-team", "@quill/registry-team", "@quill/infra", "Security", "Backend developers", "ops@example.org",
        "Validator relations", "Data governance",
        "search-sre", "data-platform", "team-search", "search-team", "payments-backend", "mobile-squad", "@data-platform",
    ),
    OwnerKind.ROLE: ("head of each shop", "the lead of all wards", "on-call", "the on-call engineer", "Engineering manager", "CTO", "@oncall"),
    OwnerKind.SEVERAL: ("Sarah and Mike", "@ana/@bo", "Sarah, Mike", "Sarah & Ops team"),
    OwnerKind.NOBODY: ("TBD", "", "-", "?", "N/A", "unassigned", "[owner]", "to be decided"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in OWNERS.items() for text in texts]
)
def test_owner_kind(kind: OwnerKind, text: str) -> None:
    assert owner_kind(EMPTY, text) is kind


def actor(text: str, document: str = "", settings: ReadSettings | None = None) -> Actor:
    read_one = read(Source("postmortem.md", document or "x\n"), settings)
    kind = "handle" if text.startswith("@") else "word"
    return people(read_one).actor_of([(word, kind) for word in text.split()])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Dave", Actor.PERSON),
        ("Mary Ann Smith", Actor.PERSON),
        ("@lee", Actor.PERSON),
        ("our DBA Tom", Actor.PERSON),
        ("Wanjiru", Actor.PERSON),
        ("Łukasz", Actor.PERSON),
        ("王伟", Actor.PERSON),
        ("the on-call engineer", Actor.ROLE),
        ("a junior developer", Actor.ROLE),
        ("our DBA", Actor.ROLE),
        ("she", Actor.ROLE),
        ("an engineer", Actor.INDEFINITE),
        ("someone", Actor.INDEFINITE),
        ("the DBAs", Actor.TEAM),
        ("Ops", Actor.TEAM),
        ("the platform team", Actor.TEAM),
        ("we", Actor.WE),
        ("our team", Actor.WE),
        ("AWS", Actor.ORG),
        ("Jenkins", Actor.SYSTEM),
        ("the Marvin service", Actor.SYSTEM),
        ("the consumer group", Actor.SYSTEM),
        ("the Prometheus operator", Actor.SYSTEM),
        ("the queue manager", Actor.SYSTEM),
        ("@dependabot", Actor.SYSTEM),
        ("@platform-team", Actor.TEAM),
    ],
)
def test_actor(text: str, wanted: Actor) -> None:
    known = actor(text)
    assert known is wanted or {known, wanted} <= {Actor.SYSTEM, Actor.UNKNOWN}


def test_a_document_establishes_its_names() -> None:
    rows = "## Action items\n\n| Action | Owner |\n|---|---|\n| Add a prompt | Xq'arl |\n"
    assert actor("Xq'arl") is not Actor.PERSON
    assert actor("Xq'arl", rows) is Actor.PERSON


def test_initials_count_where_the_document_gives_them() -> None:
    rows = "## Action items\n\n| Action | Owner |\n|---|---|\n| Add a prompt | SN |\n"
    assert actor("SN") is not Actor.PERSON
    assert actor("SN", rows) is Actor.PERSON


def test_verbs_of_people_vouch_for_a_name() -> None:
    assert actor("Zbrynt", "## Summary\n\nZbrynt apologised for the delay.\n") is Actor.PERSON


def test_configuration_has_the_last_word() -> None:
    assert actor("Dave", settings=ReadSettings(systems=frozenset({"Dave"}))) is not Actor.PERSON
    assert actor("Jenkins", settings=ReadSettings(people=frozenset({"Jenkins"}))) is Actor.PERSON


@pytest.mark.parametrize(
    ("row", "word", "somebody"),
    [
        ("| **Team** | `RT`, `PL`, `KH` |", "PL", True),
        ("| **Team** | SRE, DBA |", "SRE", False),
        ("| **Team** | PAY, OPS |", "PAY", False),
        ("| **Region** | RT, PL, KH |", "PL", False),
    ],
)
def test_a_row_of_initials_names_a_team_of_people(row: str, word: str, somebody: bool) -> None:
    text = f"| **Event** | Gap |\n|---|---|\n{row}\n\n## Summary\n\nAll is well.\n"
    assert (actor(word, text) is Actor.PERSON) is somebody


def test_a_title_that_the_text_gives_a_program() -> None:
    told = "## Background\n\nA worker, which we call the Librarian, runs each week.\n"
    assert actor("The Librarian", told) is Actor.SYSTEM
    assert actor("The Librarian", "## Background\n\nThe worker runs.\n") is Actor.ROLE


def test_a_name_that_the_text_calls_a_machine() -> None:
    text = "## Background\n\nRuth and Esther are jump hosts.\n"
    assert actor("Esther", text) is not Actor.PERSON
