"""What the model finds beyond the rules, and what it talks the rules out of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import pytest

import pmlint.wording.judged
from pmlint.classifier import Judgement
from pmlint.document import Document
from pmlint.passages import Passage
from pmlint.reading import read
from pmlint.source import Source
from pmlint.wording.blame import Blame
from pmlint.wording.finds import Find
from pmlint.wording.frames import reading_of
from pmlint.wording.judged import (
    _is_doubtful,
    blame,
    hindsight,
    human_error,
    judge_item,
    judgements,
)
from pmlint.wording.responses import is_plain_response
from pmlint.wording.vagueness import Verdict
from tests.fakes import LABELS, SilentClassifier

START = "# Checkout outage, 15 April 2026\n\n"
Reader = Callable[[Document, str], Sequence[Blame | Find]]
CODES: dict[str, tuple[Reader, list[str]]] = {
    "blame": (blame, [f"PM{number}" for number in range(101, 112)]),
    "hindsight": (hindsight, [f"PM{number}" for number in range(201, 211)]),
    "human_error": (human_error, [f"PM{number}" for number in range(301, 307)]),
}


def found(label: str, section: str, sentence: str) -> list[str]:
    """The words of each find of *label*."""
    document = read(Source("pm.md", f"{START}## {section}\n\n{sentence}\n"))
    reader, codes = CODES[label]
    finds = [find for code in codes for find in reader(document, code)]
    return [document.source.text[find.span.start : find.span.end] for find in finds]


@pytest.mark.parametrize(
    ("label", "section", "sentence"),
    [
        ("blame", "Summary", "The night operator sat on the alarm until the morning shift came."),
        ("blame", "Contributing factors", "Marcin's sloppy handover left the queue unattended."),
        ("hindsight", "Detection", "One glance at the graph would have been enough to see it."),
        ("human_error", "Contributing factors", "A moment of inattention at the console."),
        ("human_error", "Contributing factors", "- The rule was keyed with the wrong mask."),
        ("blame", "Contributing factors", "- Owen used the wrong template."),
        (
            "blame",
            "Contributing factors",
            "- **Review.** Owen merged it on the day of the release.",
        ),
        (
            "blame",
            "Contributing factors",
            "- The template for rebuilds defaults to offline. Owen deleted the index by mistake.",
        ),
        # Near what excuses or turns a view down.
        ("hindsight", "What went poorly", "It is not understandable how one can overlook that."),
        ("hindsight", "What went poorly", "Nobody looking at it could have missed the warning."),
        ("blame", "Response", "Nobody but Petronella could have stopped it, and she slept."),
        ("blame", "Summary", "Dax was asleep at his desk when the page came."),
        (
            "human_error",
            "Root cause",
            "It was suggested that the procedure had not been followed. We share the view.",
        ),
        ("human_error", "Contributing factors", "We left the flag of the form blank."),
    ],
)
def test_what_a_reader_finds_is_found(label: str, section: str, sentence: str) -> None:
    assert found(label, section, sentence)


@pytest.mark.parametrize(
    ("label", "section", "sentence"),
    [
        ("blame", "Timeline", "- 14:02 Sarah paged the database team and joined the call."),
        ("blame", "What went well", "Thanks to Priya the replica was rebuilt within the hour."),
        ("hindsight", "Detection", "The alert should have fired as soon as the queue was full."),
        (
            "human_error",
            "Contributing factors",
            "The form accepted the typo because it does not validate host names.",
        ),
        # The condition stands in the item, behind the slip that is told at its head.
        (
            "human_error",
            "Contributing factors",
            "- **The rebuild was run offline rather than online.** The template for it defaults to"
            " offline, and the field is hidden behind a tab.",
        ),
        (
            "human_error",
            "Contributing factors",
            "- The rule was keyed with the wrong mask. The tool"
            " shows a range as free text, and so a /16 was accepted.",
        ),
        # What explains a factor is no factor of its own.
        (
            "blame",
            "Contributing factors",
            "- The template for rebuilds defaults to offline. Owen used the template as it was.",
        ),
        (
            "blame",
            "Contributing factors",
            "- The grading matrix has no entry for this. The agent chose the nearest match.",
        ),
        # What may be is not judged by what came of it.
        ("hindsight", "Timeline", "- 14:02 Restart the cluster - might be risky"),
        ("hindsight", "Timeline", "- One person until 18:00 is probably inadvisable"),
        ("hindsight", "Lessons learned", "- Seven days is too short if nobody looks at the dumps"),
        # What excuses is no verdict.
        ("hindsight", "What went poorly", "Nobody reading it could have told the two apart."),
        ("hindsight", "Response", "Stopping release at 03:05 was not a simple choice."),
        ("blame", "Summary", "Dax was paged at 05:10 (he was, understandably, asleep)."),
        ("blame", "Contributing factors", "Anyone in Tomasz's chair would have merged that."),
        # A view is told of, and turned down.
        ("human_error", "Lessons learned", "It is tempting to call it a developer's mistake."),
        (
            "human_error",
            "Root cause",
            "It was suggested that the procedure had not been followed. We do not share the view.",
        ),
        (
            "human_error",
            "Contributing factors",
            "Operator error is one of the codes of the form. We have left the code blank.",
        ),
    ],
)
def test_what_only_looks_alike_is_left_alone(label: str, section: str, sentence: str) -> None:
    assert found(label, section, sentence) == []


@pytest.mark.parametrize("label", list(CODES))
def test_finds_begin_and_end_with_whole_words(label: str) -> None:
    text = (
        "The on-call engineer misconfigured the load-balancer and could've noticed the "
        "unmistakable warnings, but carelessness prevailed over double-checking."
    )
    for words in found(label, "Contributing factors", text):
        at = text.index(words)
        assert at == 0 or text[at - 1] in " "
        assert text[at + len(words) : at + len(words) + 1] in ("", " ", ",", ".")


def test_quoted_speech_and_owners_are_not_asked_about() -> None:
    document = read(
        Source(
            "pm.md",
            START + '## Summary\n\nA customer wrote: "Your engineers are careless fools."\n\n'
            "> Dave broke everything again.\n\n**Owner:** Dave Miller of the team\n",
        )
    )
    asked = " ".join(one.text.prose for one in judgements(document))
    assert "fools" not in asked
    assert "broke everything" not in asked
    assert "Dave Miller" not in asked


@pytest.mark.parametrize(
    ("item", "verdict"),
    [
        ("Sort out the flaky health checks", Verdict.VAGUE),
        ("Everyone takes more time before pressing enter", Verdict.WISH),
        ("Reject a deploy whose migration has not run, in `deploy.sh`", Verdict.SPECIFIC),
        ("Improve monitoring\n  - Page when replication lag exceeds 30 s", Verdict.SPECIFIC),
    ],
)
def test_items_are_judged_by_their_end(item: str, verdict: Verdict) -> None:
    document = read(Source("pm.md", f"{START}## Action items\n\n- {item}\n"))
    assert judge_item(document, document.actions[0]).verdict is verdict


@pytest.mark.parametrize(
    ("words", "chance", "doubtful"),
    [
        ("Only the chart should have been refreshed.", 0.90, True),
        ("Only the chart should have been refreshed.", 0.97, False),
        ("It was cordoned.", 0.90, True),
        ("Any reader of that graph saw it coming.", 0.75, False),
        ("Outage went unnoticed for 40minutes", 0.91, True),  # was a find of PM205
        ("The leak lay undetected until 4 May.", 0.91, True),
        ("It went unnoticed for a week, which nobody with eyes would believe.", 0.91, False),
        ("The alert went unnoticed.", 0.86, True),
        ("The red sticker went unnoticed by all who unpacked the unit.", 0.86, False),
    ],
)
def test_hindsight_that_the_rules_pass_over_has_to_be_certain(
    words: str, chance: float, doubtful: bool
) -> None:
    assert _is_doubtful(words, Judgement({"hindsight": chance})) is doubtful


def is_response(words: str, *, in_timeline: bool = False) -> bool:
    document = read(Source("pm.md", f"{START}## Summary\n\n{words}\n"))
    text = document.sentences[-1].text
    reading = reading_of(document, text)
    return is_plain_response(reading, text.prose, in_timeline=in_timeline)


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("The hosting provider's engineers are continuing investigation", True),
        ("Bank security team mitigated the issue", True),
        ("The CI team rolled back a change.", True),
        ("Ferrylane experienced some more flakiness.", True),
        ("[Priya to fill in the right figures]", True),
        ("@kofi found the cause in the second replica", True),
        ("Kofi noticed the alarm and went home.", False),
        ("Kofi found the cause two hours later.", False),
        ("Kofi restored the wrong backup.", False),
        ("Sales reported it, as if nobody else could.", False),
        ("Kofi's report was rosier than the facts.", False),
        ("[1] Kofi broke it", False),
        ("Kofi restarted the wrong broker.", False),
        ("Kofi could have restarted the broker.", False),
        ("Kofi did not page the database team.", False),
        ("Who paged Kofi?", False),
        # Found in real documents, in other words: the model took the harmed for the guilty.
        ("The affected were mostly the onboarding team (@kofi).", True),
        ("Impacted users were mainly the sales team (@kofi).", True),
        ("The affected were careless, and mostly of the sales team.", False),
        ("The affected were told late by the sales team.", False),
        ("Core broker dev continues to confirm that it makes no sense.", True),
        ("Kofi continues to deploy at noon.", False),
        ("Kofi does not continue to investigate.", False),
        # The same: a team that closed the issue was taken to task.
        ("Harbour security team closed the issue.", True),
        ("The vendor's staff were notified.", True),
        ("Kofi closed the valve.", False),
        ("Kofi never closed the issue.", False),
        ("Kofi has been asked to sit out the rotation.", False),
    ],
)
def test_work_that_is_told_plainly_is_no_blame(words: str, plain: bool) -> None:
    assert is_response(words) is plain


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("@kofi cleaned up all wrong pods again, and confirmed that the broker is healthy.", True),
        ("@kofi found the issue persisted, and restarted it.", True),
        ("Kofi noticed the alarm and went home.", False),
        ("Kofi noticed the alarm, then turned over in bed.", False),
        ("Kofi restarted the parser, whereas it was the encoding that was wrong.", False),
        ("Kofi restarted it without a word.", False),
        ("Kofi went home.", False),
    ],
)
def test_entries_of_a_timeline_tell_more_than_one_act(words: str, plain: bool) -> None:
    assert is_response(words, in_timeline=True) is plain
    assert not is_response(words)


def test_what_stands_under_the_title_is_not_the_title() -> None:
    # Findings of the model there were told of as "a person or a verdict in the title".
    words = "The night operator sat on the alarm until the morning shift came."
    document = read(Source("pm.md", f"{START}{words}\n\n## Impact\n\nOrders failed.\n"))
    assert [find.code for find in judged_blame(document)] == ["PM102"]
    titled = read(Source("pm.md", f"# {words}\n\nOrders failed.\n"))
    assert {find.code for find in judged_blame(titled)} <= {"PM110"}


def judged_blame(document: Document) -> list[Blame]:
    return [find for code in CODES["blame"][1] for find in blame(document, code)]


class Accuser(SilentClassifier):
    """Takes each passage with the word *sign* for blame, as likely as *chance*; or for *label*."""

    def __init__(self, sign: str, chance: float, who: str, label: str = "blame") -> None:
        super().__init__()
        self._sign, self._chance, self._who, self._label = sign, chance, who, label

    def judge(
        self, passages: Sequence[Passage], evidence: Sequence[Collection[str]]
    ) -> list[Judgement | None]:
        """A judgement for each passage: of the label, or of nothing."""
        assert len(passages) == len(evidence)
        return [self._judged(one.text) for one in passages]

    def _judged(self, text: str) -> Judgement:
        chances = dict.fromkeys(LABELS, 0.0)
        at = text.find(self._sign)
        if at < 0:
            return Judgement(chances)
        # All but the last letter: a model's spans end where its pieces of words do.
        span = (at, at + len(self._sign) - 1)
        return Judgement({**chances, self._label: self._chance}, {self._label: span}, self._who)


@pytest.mark.parametrize(
    ("section", "sentence", "chance", "who", "code"),
    [
        # A person is in sight: whoever it is, the model is believed.
        ("Summary", "Sarah met the wobbly crane at noon.", 0.6, "named", "PM101"),
        ("Summary", "Sarah met the wobbly crane at noon.", 0.6, "team", "PM101"),
        # Nobody is: only if the model is all but certain.
        ("Summary", "Rain met the wobbly crane at noon.", 0.6, "named", ""),
        ("Summary", "Rain met the wobbly crane at noon.", 0.92, "named", "PM101"),
        ("Summary", "Rain met the wobbly crane at noon.", 0.92, "role", "PM102"),
        ("Summary", "Rain met the wobbly crane at noon.", 0.92, "team", "PM103"),
    ],
)
def test_blame_that_only_the_model_sees(
    section: str, sentence: str, chance: float, who: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    accuser = Accuser("wobbly crane", chance, who)
    monkeypatch.setattr(pmlint.wording.judged, "builtin_classifier", lambda: accuser)
    document = read(Source("pm.md", f"{START}## {section}\n\n{sentence}\n"))
    finds = [one for each in CODES["blame"][1] for one in blame(document, each)]
    assert [one.code for one in finds] == ([code] if code else [])
    for one in finds:
        assert one.confidence == chance
        words = document.source.text[one.span.start : one.span.end]
        assert "wobbly crane" in words, "whole words"


@pytest.mark.parametrize(
    ("sign", "who", "code"),
    [
        ("the most recent arrival on the data team", "team", "PM102"),
        ("the data team", "team", "PM103"),
        ("The late shift had its wobbly coat on", "role", "PM103"),
        ("Klimatix's installers met the wobbly crane", "role", "PM103"),
        ("The late arrival had a wobbly coat on", "role", "PM102"),
    ],
)
def test_one_person_or_several(
    sign: str, who: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    accuser = Accuser(sign, 0.95, who)
    monkeypatch.setattr(pmlint.wording.judged, "builtin_classifier", lambda: accuser)
    document = read(Source("pm.md", f"{START}## Summary\n\nSo it was. {sign} and went.\n"))
    assert [one.code for one in judged_blame(document)] == [code]


@pytest.mark.parametrize(
    ("before", "sign"),
    [
        ("due ", "to the wobbly crane of Sarah"),
        ("because ", "of the wobbly crane of Sarah"),
        ("on account ", "of the wobbly crane of Sarah"),
    ],
)
def test_a_span_does_not_begin_within_a_connector(
    before: str, sign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A real finding quoted "to heavy focus on ...": the model's span began after "due"."""
    accuser = Accuser(sign, 0.95, "named")
    monkeypatch.setattr(pmlint.wording.judged, "builtin_classifier", lambda: accuser)
    document = read(Source("pm.md", f"{START}## Summary\n\nThe site was down {before}{sign}.\n"))
    assert [one.words for one in judged_blame(document)] == [before + sign]


@pytest.mark.parametrize(
    ("text", "sign", "quoted"),
    [
        # From where a clause begins, and up to where one ends.
        (
            "Ana began to look, he wrongly took it.",
            "look, he wrongly took it",
            "he wrongly took it",
        ),
        (
            "Vlad did the wobbly move by himself and left the entry alive, which hurt.",
            "Vlad did the wobbly move by himself",
            "Vlad did the wobbly move by himself and left the entry alive",
        ),
        ("Vlad did the wobbly move and the site fell over.", "Vlad did the wobbly move", "="),
        ("Vlad did the wobbly move and trusted that it held.", "Vlad did the wobbly move", "="),
        (
            "Vlad was not looking when he was editing the wobbly file.",
            "he was editing the wobbly file",
            "Vlad was not looking when he was editing the wobbly file",
        ),
        (
            "If he had asked one wobbly man we would sleep.",
            "If he had asked one wobbly man we",
            "If he had asked one wobbly man",
        ),
        (
            "Vlad met the wobbly man and rolled over again.",
            "Vlad met the wobbly man and rolled",
            "Vlad met the wobbly man and rolled over",
        ),
        (
            "Vlad met the wobbly man from the team.",
            "Vlad met the wobbly man from the",
            "Vlad met the wobbly man from the team",
        ),
    ],
)
def test_a_span_is_cut_to_clauses(
    text: str, sign: str, quoted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    accuser = Accuser(sign, 0.95, "named")
    monkeypatch.setattr(pmlint.wording.judged, "builtin_classifier", lambda: accuser)
    document = read(Source("pm.md", f"{START}## Background\n\n{text}\n"))
    marked = [one.words for one in judged_blame(document)]
    assert marked == [sign if quoted == "=" else quoted]


@pytest.mark.parametrize("chance", [0.6, 0.99])
def test_a_title_without_people_blames_nobody(
    chance: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Victims and products stand in titles: there the model is not believed alone."""
    accuser = Accuser("wobbly crane", chance, "role")
    monkeypatch.setattr(pmlint.wording.judged, "builtin_classifier", lambda: accuser)
    for title, codes in (("Suspected wobbly crane", []), ("Sarah and the wobbly crane", ["PM110"])):
        document = read(Source("pm.md", f"# {title}\n\n## Summary\n\nAll is well.\n"))
        finds = [one for each in CODES["blame"][1] for one in blame(document, each)]
        assert [one.code for one in finds] == codes


@pytest.mark.parametrize(
    ("answer", "follow", "code"),
    [
        ("Because Sarah met the wobbly crane.", "", "PM305"),
        ("Because rain met the wobbly crane.", "", "PM302"),
        ("Because Sarah met the wobbly crane.", "4. Why? The crane has no brake.\n", "PM302"),
    ],
)
def test_an_error_that_only_the_model_sees_ends_a_chain(
    answer: str, follow: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    accuser = Accuser("wobbly crane", 0.95, "named", "human_error")
    monkeypatch.setattr(pmlint.wording.judged, "builtin_classifier", lambda: accuser)
    whys = f"1. Why? The pier was closed.\n2. Why? It was hit.\n3. Why? {answer}\n{follow}"
    document = read(Source("pm.md", f"{START}## Five whys\n\n{whys}"))
    finds = [find.code for each in CODES["human_error"][1] for find in human_error(document, each)]
    assert finds == [code]


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        # The model finds these alone; the message has to fit.
        ("Going live on the day before the holiday was unwise.", "PM202"),
        ("The smoke had been visible for an hour to anybody with eyes.", "PM204"),
        ("The writing on the label is there for all to read, and yet it was plugged in.", "PM204"),
        ("Two letters of caution lay in a drawer.", "PM206"),
        ("The red lamp had been burning for a week, and life went on.", "PM206"),
        ("The vendor had cautioned against this in two letters that lay in a drawer.", "PM206"),
        ("Had the letter been opened, the pump would not have been started.", "PM203"),
        ("If the alarm had not been ignored, we would have had an hour more.", "PM206"),
    ],
)
def test_what_the_model_finds_is_told_by_the_rule_that_fits(sentence: str, code: str) -> None:
    document = read(Source("pm.md", f"{START}## What went poorly\n\n- {sentence}\n"))
    codes = [find.code for each in CODES["hindsight"][1] for find in hindsight(document, each)]
    assert codes == [code]
