"""Repeats: one condition told twice is found, one service or one vocabulary is not."""

from __future__ import annotations

import cProfile
import datetime as dt
import itertools
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from pmlint.document import Profile, Status
from pmlint.quarterly.model import Incident, Item, Quote
from pmlint.quarterly.repeats import clusters
from pmlint.training.repeat_pairs import figures_of, jaccard, load_pairs, report

PAIRS = Path(__file__).parents[1] / "corpus" / "repeats" / "pairs.jsonl"
UNSEEN = [PAIRS.with_name(f"{name}.jsonl") for name in ("marketplace", "public-it")]

EXPIRED = "The TLS certificate of the gateway expired at midnight and nobody had renewed it."
LAPSED = "Our signing identity had lapsed on Saturday, so uploads were refused as untrusted."
WRONG_NAME = "The new TLS certificate of the gateway listed the internal host name only."
NO_TIMEOUT = "Calls to the tax provider have no timeout, so all workers blocked."
FOREVER = "A silent geocoder left our workers waiting indefinitely; nobody had given it a deadline."
NO_RESTORE = "The backup was never tested, and the archive turned out to be empty."


def incident(
    path: str,
    *factors: str,
    day: str | None = "2026-01-10",
    title: str = "",
    service: str = "",
    items: Sequence[Item] = (),
) -> Incident:
    """An incident with *factors* on the lines from 1."""
    return Incident(
        path=path,
        title=title or f"Incident of {path}",
        date=dt.date.fromisoformat(day) if day else None,
        date_from="text" if day else "",
        profile=Profile.ORDINARY,
        severity="",
        services=(service,) if service else (),
        team="",
        words=100,
        factors=tuple(Quote(path, line, text) for line, text in enumerate(factors, 1)),
        items=tuple(items),
    )


def item(
    text: str,
    status: Status = Status.OPEN,
    due: str | None = None,
    closed: str | None = None,
) -> Item:
    """An action item of the incident ``old.md``."""
    return Item(
        Quote("old.md", 9, text),
        status,
        due=dt.date.fromisoformat(due) if due else None,
        closed=dt.date.fromisoformat(closed) if closed else None,
    )


def linked(*incidents: Incident) -> set[tuple[str, ...]]:
    """Which paths were put together."""
    return {cluster.paths for cluster in clusters(incidents)}


def test_paraphrase_is_found_with_its_evidence() -> None:
    """Neither service nor a telling word is shared."""
    first = incident("a.md", "It rained.", EXPIRED, day="2026-01-10")
    second = incident("b.md", LAPSED, day="2026-05-01")
    (cluster,) = clusters([second, first])
    (link,) = cluster.links
    assert cluster.paths == ("a.md", "b.md")
    assert (link.first, link.second) == (first.factors[1], second.factors[0])
    assert link.condition == "a credential ran out"
    assert 0 < link.likeness <= 1


def test_service_supports() -> None:
    """The same service makes a link likelier."""
    apart, same = (
        clusters([incident("a.md", EXPIRED, service="x"), incident("b.md", LAPSED, service=name)])
        for name in ("y", "X")
    )
    assert apart[0].links[0].likeness < same[0].links[0].likeness


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (EXPIRED, WRONG_NAME),
        (
            NO_TIMEOUT,
            "Calls to the tax provider sent the net amount, so all workers rounded twice.",
        ),
        (
            "No alert fired because the metric of the export had been renamed.",
            "No alert fired because the export was inside a planned window.",
        ),
        (
            "The deploy was rolled back after 18 minutes; its cache was cold.",
            "The deploy was rolled back after 18 minutes; its synonyms had odd line endings.",
        ),
    ],
)
def test_look_alikes_are_left_alone(first: str, second: str) -> None:
    """One service and one vocabulary, two conditions."""
    one = incident("a.md", first, service="gateway", title="Gateway down")
    other = incident("b.md", second, service="gateway", title="Gateway down", day="2026-04-01")
    assert not linked(one, other)


def test_same_sentence_is_a_repeat_unless_it_is_a_template_s() -> None:
    """A sentence of three documents is taken for one that a template put there."""
    sentence = "Barcode gun firmware dropped checksum digits during pallet handover near dock nine."
    told = [
        incident(f"{name}.md", sentence, day=f"2026-0{at}-01") for at, name in enumerate("abc", 1)
    ]
    assert linked(*told[:2]) == {("a.md", "b.md")}
    assert not linked(*told)


def test_condition_that_every_document_has_does_not_count() -> None:
    """Sixteen documents say it in words of their own: it is how they write."""
    usual = [
        incident(
            f"{at:02}.md",
            f"Calls from part {at} to region {at} have no timeout.",
            day=f"2026-01-{at + 1:02}",
        )
        for at in range(16)
    ]
    pair = [incident("x.md", EXPIRED), incident("y.md", LAPSED, day="2026-03-01")]
    assert linked(*usual, *pair) == {("x.md", "y.md")}


def test_chains_do_not_join_unlike_incidents() -> None:
    """The middle one shares a condition with either, the outer ones share none."""
    first = incident("a.md", EXPIRED, day="2026-01-01")
    middle = incident("b.md", LAPSED, NO_TIMEOUT, day="2026-02-01")
    last = incident("c.md", FOREVER, day="2026-03-01")
    assert linked(first, middle, last) == {("a.md", "b.md"), ("b.md", "c.md")}


def test_three_of_one_condition_are_one_cluster() -> None:
    """Oldest first, a link from each to the next."""
    told = [
        incident("c.md", "The access token had run out.", day="2026-01-01"),
        incident("a.md", EXPIRED, day="2026-02-01"),
        incident("b.md", LAPSED, day="2026-03-01"),
    ]
    (cluster,) = clusters(told)
    assert cluster.paths == ("c.md", "a.md", "b.md")
    assert [(one.first.path, one.second.path) for one in cluster.links] == [
        ("c.md", "a.md"),
        ("a.md", "b.md"),
    ]


def test_order_of_input_is_irrelevant() -> None:
    """Equal values from every order."""
    told = [
        incident("a.md", EXPIRED, NO_RESTORE, day="2026-01-01", service="x"),
        incident("b.md", LAPSED, NO_TIMEOUT, day="2026-02-01", service="x"),
        incident("c.md", FOREVER, day=None),
        incident(
            "d.md", "Backups are never restored, and the last dump was empty.", day="2026-02-01"
        ),
    ]
    results = {clusters(order) for order in itertools.permutations(told)}
    assert len(results) == 1
    assert len(results.pop()) == 3


@pytest.mark.parametrize(
    "other",
    [
        incident("a.md", LAPSED, day="2026-06-01"),
        incident("copy.md", LAPSED, title="The Gateway: down"),
    ],
    ids=["path", "date and title"],
)
def test_two_documents_of_one_incident_are_no_repeat(other: Incident) -> None:
    """Read twice, or filed twice."""
    assert not linked(incident("a.md", EXPIRED, title="the gateway - down"), other)


def test_open_fix_is_found() -> None:
    """Only the item about the shared condition, and only those of the earlier one."""
    watch = item("Watch the expiry of every certificate.")
    paint = item("Paint the fence.")
    old = incident("old.md", EXPIRED, items=[paint, watch])
    new = incident("new.md", LAPSED, day="2026-05-01", items=[item("Renew the certificate.")])
    (cluster,) = clusters([old, new])
    assert cluster.open_fixes == (watch,)


@pytest.mark.parametrize(
    ("fix", "is_open"),
    [
        (item("Renew certificates by a job."), True),
        (item("Renew certificates by a job.", Status.DONE), False),
        (item("Renew certificates by a job.", Status.DONE, closed="2026-04-30"), False),
        (item("Renew certificates by a job.", Status.DONE, closed="2026-05-02"), True),
        (item("Renew certificates by a job.", Status.UNKNOWN), False),
        (item("Renew certificates by a job.", Status.UNKNOWN, due="2026-02-01"), True),
        (item("Renew certificates by a job.", Status.UNKNOWN, due="2026-07-01"), False),
        (item("Renew certificates by a job.", Status.CANCELLED), False),
    ],
)
def test_fix_counts_by_its_state_on_the_later_day(fix: Item, is_open: bool) -> None:
    """The later incident happened on 1 May."""
    told = [incident("old.md", EXPIRED, items=[fix]), incident("new.md", LAPSED, day="2026-05-01")]
    assert bool(clusters(told)[0].open_fixes) is is_open


def test_nothing_is_earlier_than_an_unknown_day() -> None:
    """Without a date there is a repeat, but no open fix."""
    fix = item("Renew certificates by a job.")
    told = [incident("old.md", EXPIRED, items=[fix], day=None), incident("new.md", LAPSED)]
    assert not clusters(told)[0].open_fixes


def letters(number: int) -> str:
    """A word for a number: documents with the same words are held for a template's."""
    return "".join("bdfgklmnpr"[int(digit)] for digit in f"{number:03}")


class Unsure:
    """Takes each text for either of two conditions, and for nothing surely."""

    def told(self, texts: Sequence[str]) -> list[Mapping[str, float]]:
        """By the number in the text a pair of conditions."""
        return [
            {f"{text.split()[1]} first": 0.5, f"{text.split()[1]} second": 0.5} for text in texts
        ]


def test_among_many_documents_what_is_shared_has_to_be_surer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of 200 documents thousands of pairs are alike by chance, and so some share a condition."""
    monkeypatch.setattr("pmlint.quarterly.repeats.builtin_classifier", Classified)
    told = [
        incident(f"{at:03}.md", f"Case {at // 2} at {letters(at)}.", day=None, service=f"s{at}")
        for at in range(204)
    ]
    few, many = linked(*told[:20]), linked(*told)
    assert few == {(f"{at:03}.md", f"{at + 1:03}.md") for at in range(0, 20, 2)}
    assert not many
    same = [*told[:202], *(replace(one, services=("s",)) for one in told[202:])]
    assert linked(*same) == {("202.md", "203.md")}


class Classified:
    """A classifier that knows nothing but conditions, and those not surely."""

    conditions = Unsure()


class FewConditions:
    """Takes a text for what its first word says, and for nothing else."""

    def told(self, texts: Sequence[str]) -> list[Mapping[str, float]]:
        """One condition a text, and sure of it."""
        return [{text.split()[0]: 1.0} for text in texts]


class Reader:
    """A classifier that knows nothing but conditions."""

    conditions = FewConditions()


def calls_for(documents: int) -> int:
    """Calls of functions that so many documents take."""
    words = [EXPIRED, LAPSED, NO_TIMEOUT, NO_RESTORE]
    told = [
        incident(
            f"{at}.md",
            f"{words[at % 4] if at % 40 < 4 else 'The pump stood still.'} It was case {at}.",
            f"Part {at} of line {at % 97} met part {at * 7 % 1999} in hall {at % 31}.",
            day=None,
            service=f"s{at % 50}",
        )
        for at in range(documents)
    ]
    profile = cProfile.Profile()
    profile.runcall(clusters, told)
    return int(sum(row.callcount for row in profile.getstats()))


def test_twice_the_documents_take_twice_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents meet by what they share, not each with each."""
    monkeypatch.setattr("pmlint.quarterly.repeats.builtin_classifier", Reader)
    assert calls_for(1_000) < 2.5 * calls_for(500)


@pytest.mark.skipif(not PAIRS.is_file(), reason="the labelled pairs are not there")
def test_labelled_pairs(tmp_path: Path) -> None:
    """The measured figures of some, less a margin; words alone do not tell them apart.

    Those of all are told by `pmlint evaluate ... --repeats`, as reading them takes minutes.
    """
    pairs = load_pairs(PAIRS)
    assert len(pairs) >= 80
    strangers = [pair for path in UNSEEN for pair in load_pairs(path)]
    assert len(strangers) == 120
    assert not any(pair.developed_on for pair in strangers)
    developed = [pair for pair in pairs if pair.developed_on]
    for told, precision, recall in ((developed[::2], 0.8, 0.9), (strangers[::3], 0.8, 0.75)):
        figures = figures_of(told, lambda p: bool(clusters((p.first, p.second))))
        assert figures.precision > precision
        assert figures.recall > recall
    words = figures_of(developed, lambda pair: jaccard(pair) >= 0.2)
    assert words.recall < 0.1
    some = tmp_path / "some.jsonl"
    some.write_text("\n".join(PAIRS.read_text(encoding="utf-8").splitlines()[:8]), "utf-8")
    assert sum(line.startswith("| not developed on |") for line in report(some)) == 1
