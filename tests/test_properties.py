"""What must hold for every document: places, maps, order, repetition, suppression."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmlint.config import Settings
from pmlint.document import MASK, Block, Document, Span, Text
from pmlint.engine import Finding, Findings, lint, review
from pmlint.reading import read
from pmlint.registry import all_rules
from pmlint.rule import Rule
from pmlint.source import Source, SourceError
from tests.strategies import Placed, markdown, placed, placed_codes, soup

NAMES = st.sampled_from(["postmortem.md", "postmortem.txt"])
RULES = all_rules()
SETTINGS = Settings(RULES)
TAKES_TIME = [HealthCheck.too_slow, HealthCheck.data_too_large]

reading = settings(
    max_examples=200, deadline=None, derandomize=True, suppress_health_check=TAKES_TIME
)
linting = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=TAKES_TIME
)


def linted(text: str, rules: Sequence[Rule] = SETTINGS.rules) -> Findings:
    found = review(Source("postmortem.md", text), rules, SETTINGS)
    assert not found.errors
    return found


def what(found: Findings) -> Counter[tuple[str, str, str]]:
    """Findings without their places, with line ends made equal."""
    return Counter(
        (one.code, one.message.replace("\r", ""), one.excerpt.replace("\r", ""))
        for one in found.findings
    )


@reading
@given(st.one_of(st.binary(max_size=200), soup().map(lambda text: text.encode("utf-8", "replace"))))
def test_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        source = Source.from_bytes(data, "postmortem.md")
    except SourceError:
        return
    assert read(source).source is source


@reading
@given(soup(), NAMES)
def test_any_text_is_read_with_places_inside_it(text: str, name: str) -> None:
    document = read(Source(name, text))
    for span in spans_of(document):
        assert 0 <= span.start <= span.end <= len(text)
    for mapped in texts_of(document):
        check_map(mapped, len(text))


@reading
@given(markdown(), NAMES)
def test_parts_stand_in_order(text: str, name: str) -> None:
    document = read(Source(name, text))
    for parts in (
        [block.span for block in document.blocks],
        [section.span for section in document.sections],
        [sentence.span for sentence in document.sentences],
        [comment.span for comment in document.comments],
    ):
        assert [span.start for span in parts] == sorted(span.start for span in parts)
    for block in document.blocks:
        check_children(block)


@reading
@given(markdown())
def test_visible_words_are_those_of_the_source(text: str) -> None:
    document = read(Source("postmortem.md", text))
    for mapped in texts_of(document):
        for index, character in enumerate(mapped.raw):
            there = text[mapped.offset(index)]
            assert character == there or (character.isspace() and not there.isalnum())


@reading
@given(markdown())
def test_line_ends_and_marks_of_order_change_nothing_that_is_read(text: str) -> None:
    plain = read(Source("postmortem.md", text))
    other = read(
        Source.from_bytes(("\ufeff" + text.replace("\n", "\r\n")).encode(), "postmortem.md")
    )
    assert shape(other) == shape(plain)


@linting
@given(soup())
def test_rules_never_fail_and_quote_what_they_claim(text: str) -> None:
    source = Source("postmortem.md", text)
    for one in linted(text).findings:
        check_place(one, source)


@linting
@given(markdown())
def test_findings_quote_what_they_claim(text: str) -> None:
    source = Source("postmortem.md", text)
    for one in linted(text).findings:
        check_place(one, source)


@linting
@given(markdown())
def test_line_ends_and_marks_of_order_change_no_finding(text: str) -> None:
    source = Source.from_bytes(("\ufeff" + text.replace("\n", "\r\n")).encode(), "postmortem.md")
    before, after = linted(text), linted(source.text)
    assert what(after) == what(before)
    assert places(after) == places(before)


@settings(linting, max_examples=300)
@given(placed())
def test_words_are_found_where_they_stand(case: Placed) -> None:
    source = Source("postmortem.md", case.text)
    found = [one for one in linted(case.text).findings if one.code == case.code]
    assert [(one.excerpt, one.start) for one in found] == [(case.words, case.start)]
    line = case.text[: case.start].count("\n") + 1
    column = case.start - (case.text.rfind("\n", 0, case.start) + 1) + 1
    assert (found[0].line, found[0].column) == (line, column)
    assert (found[0].end_line, found[0].end_column) == (line, column + len(case.words))
    check_place(found[0], source)


@linting
@given(markdown(), st.randoms(use_true_random=False))
def test_order_of_rules_is_irrelevant(text: str, random: object) -> None:
    shuffled = sorted(SETTINGS.rules, key=lambda _rule: random.random())  # type: ignore[attr-defined]
    assert linted(text, shuffled) == linted(text)


@linting
@given(st.one_of(markdown(), soup()))
def test_linting_twice_is_equal(text: str) -> None:
    document = read(Source("postmortem.md", text))
    once = lint(document, SETTINGS.rules, SETTINGS)
    assert lint(document, SETTINGS.rules, SETTINGS) == once == linted(text)


@linting
@given(markdown(), st.data())
def test_suppressing_never_adds_findings(text: str, data: st.DataObject) -> None:
    before = linted(text)
    lines = text.split("\n")
    candidates = [one for one in before.findings if can_carry_a_comment(one, lines)]
    if not candidates:
        return
    one = data.draw(st.sampled_from(candidates))
    lines[one.line - 1] += f" <!-- pmlint: allow {one.code} agreed -->"
    after = linted("\n".join(lines))
    assert not codes_on_lines(after) - codes_on_lines(before)
    assert (one.code, one.line) not in codes_on_lines(after)


def test_placed_rules_are_run() -> None:
    assert placed_codes() <= {rule.code for rule in SETTINGS.rules}


def spans_of(document: Document) -> Iterator[Span]:
    for block in document.blocks:
        yield from (one.span for one in block.walk())
    yield from (section.span for section in document.sections)
    yield from (comment.span for comment in document.comments)
    yield from (entry.line for entry in document.timeline.entries)
    yield from (entry.time for entry in document.timeline.entries if entry.time)
    for item in document.actions:
        yield item.line
        yield from (part.span for part in (item.owner, item.deadline) if part)
    yield from (factor.line for factor in document.factors)
    yield from (person.span for person in document.facts.authors + document.facts.attendees)
    if document.front_matter_span:
        yield document.front_matter_span


def texts_of(document: Document) -> Iterator[Text]:
    for block in document.blocks:
        yield from (one.text for one in block.walk() if one.text)
    yield from (sentence.text for sentence in document.sentences)
    yield from (section.heading for section in document.sections)
    yield from (entry.text for entry in document.timeline.entries)
    for item in document.actions:
        yield from (item.text, *item.details)
    for factor in document.factors:
        yield from (factor.text, *factor.details)
    for chain in document.why_chains:
        yield from chain.levels
    yield from document.lessons
    facts = document.facts
    yield from facts.impact
    yield from (text for text in (facts.title, facts.severity, facts.status) if text)


def check_map(text: Text, size: int) -> None:
    """The map rises with the words and stays in the source; prose only masks."""
    offsets = [text.offset(index) for index in range(len(text.raw))]
    assert offsets == sorted(offsets)
    assert all(0 <= offset < size for offset in offsets)
    assert len(text.prose) == len(text.raw)
    assert all(a in (b, MASK) for a, b in zip(text.prose, text.raw, strict=True))
    whole = text.span()
    assert 0 <= whole.start <= whole.end <= size


def check_children(block: Block) -> None:
    """Children stand inside their block, one after the other."""
    at = block.span.start
    for child in block.children:
        assert at <= child.span.start <= child.span.end <= block.span.end
        at = child.span.end
        check_children(child)


def check_place(one: Finding, source: Source) -> None:
    assert (one.line, one.column) == source.place(one.start)
    assert (one.end_line, one.end_column) == source.place(one.end)
    assert 1 <= one.line <= one.end_line <= source.line_count
    assert one.message
    assert one.hint
    if not one.data.get("masked"):
        assert one.excerpt == source.text[one.start : one.end]


def shape(document: Document) -> object:
    """All that is read of a document, without its places."""
    facts = document.facts
    return (
        [(words(one.heading), one.topic, one.style) for one in document.sections],
        [(words(one.text), one.topic, one.section) for one in document.sentences],
        [(words(one.text), one.minute, one.time_text) for one in document.timeline.entries],
        [(words(one.text), one.owner and one.owner.text, one.status) for one in document.actions],
        [words(one.text) for one in document.factors],
        (facts.title and words(facts.title), facts.severity and words(facts.severity)),
        (facts.duration, facts.started, facts.resolved, facts.incident_date),
        (document.profile, dict(document.front_matter)),
    )


def words(text: Text) -> str:
    return " ".join(text.raw.split())


def places(found: Findings) -> list[tuple[str, int, int]]:
    return [(one.code, one.line, one.column) for one in found.findings]


def codes_on_lines(found: Findings) -> set[tuple[str, int]]:
    return {(one.code, one.line) for one in found.findings}


def can_carry_a_comment(one: Finding, lines: list[str]) -> bool:
    """Whether a comment at the end of its line stands in running text."""
    line = lines[one.line - 1]
    inside_code = sum(other.startswith("```") for other in lines[: one.line - 1]) % 2 == 1
    plain = line[:1].isalpha() or line.startswith(("- ", "1. "))
    return one.line == one.end_line and plain and not inside_code
