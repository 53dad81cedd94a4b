"""The evaluation over labelled documents: counting, pairing, and the command."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pmlint.document import Document, Span
from pmlint.rule import Category, Hit, Rule, Severity
from pmlint.training.evaluate import Evaluation, evaluate, main
from pmlint.training.labels import LabelError, load
from pmlint.training.tally import Tally, pair_lines

DOCUMENT = """# Queue outage, 2026-04-15

## Summary

The queue stopped for 18 minutes.

## Timeline

- 14:32 Deploy of queue 2.4
- Error rate rises
- 14:50 Queue drained

## Action items

- Add a drain test to the queue's build (Ana, 2026-05-01)
- Improve monitoring
- Alert on queue depth above 500,
  measured at the broker
"""
LABELS: dict[str, Any] = {
    "file": "queue.md",
    "findings": [],
    "actions": [
        {"line": 15, "label": "specific", "owner": "person", "deadline": "date"},
        {"line": 16, "label": "vague", "owner": None, "deadline": None},
        {"line": 18, "label": "specific", "owner": None, "deadline": None},
    ],
    "sections": ["title", "summary", "timeline", "action items"],
    "timeline": {"entries": 3, "untimed": [10], "out_of_order": []},
    "not_reviewable": False,
}


def folder(tmp_path: Path, document: str = DOCUMENT, **changes: object) -> Path:
    labels = {**LABELS, **changes}
    for item in labels["actions"]:
        item.setdefault("sure", True)
        item.setdefault("wish", False)
    (tmp_path / "docs").mkdir()
    (tmp_path / "labels").mkdir()
    (tmp_path / "docs" / "queue.md").write_text(document, encoding="utf-8")
    (tmp_path / "labels" / "queue.md.json").write_text(json.dumps(labels), encoding="utf-8")
    return tmp_path


def measured(path: Path) -> Evaluation:
    return evaluate(load(path))


def test_everything_found(tmp_path: Path) -> None:
    evaluation = measured(folder(tmp_path))
    assert evaluation.documents == 1
    for tally in evaluation.tallies.values():
        assert not list(tally.slips()), tally.name
    rights = {name: tally.right for name, tally in evaluation.tallies.items()}
    assert rights["sections"] == 4
    assert rights["action items"] == 3
    assert rights["owners"] == rights["deadlines"] == 1
    assert rights["timeline entries"] == 3
    assert rights["untimed entries"] == 1


def test_misses_and_false_finds_name_their_lines(tmp_path: Path) -> None:
    actions = [*LABELS["actions"][:2], {**LABELS["actions"][0], "line": 5}]
    evaluation = measured(folder(tmp_path, actions=actions, sections=["title", "severity"]))
    items = evaluation.tally("action items")
    assert [(slip.line, slip.kind) for slip in items.slips()] == [(5, "missed"), (17, "false find")]
    assert items.precision == items.recall == pytest.approx(2 / 3)
    sections = evaluation.tally("sections")
    assert {slip.text for slip in sections.missed} == {"severity"}
    assert {slip.text for slip in sections.false} == {"summary", "timeline", "action items"}


def test_unsure_items_are_left_out_of_the_sure_figures(tmp_path: Path) -> None:
    actions = [{**item, "sure": item["line"] != 16} for item in LABELS["actions"]]
    evaluation = measured(folder(tmp_path, actions=actions))
    assert evaluation.tally("action items").right == 3
    sure = evaluation.tally("action items (sure)")
    assert (sure.right, sure.false, sure.missed) == (2, [], [])


def test_finished_work_is_no_false_find(tmp_path: Path) -> None:
    document = DOCUMENT.replace("- Improve monitoring", "- [x] Restart the second broker")
    actions = [item for item in LABELS["actions"] if item["line"] != 16]
    evaluation = measured(folder(tmp_path, document, actions=actions))
    assert evaluation.tally("action items").false == []


def test_a_wrong_deadline_is_missed_and_false(tmp_path: Path) -> None:
    actions = [{**item, "deadline": item["deadline"] and "vague"} for item in LABELS["actions"]]
    tally = measured(folder(tmp_path, actions=actions)).tally("deadlines")
    assert (tally.right, len(tally.false), len(tally.missed)) == (0, 1, 1)


def test_entries_are_compared_by_number(tmp_path: Path) -> None:
    timeline = {"entries": 5, "untimed": [], "out_of_order": [11]}
    evaluation = measured(folder(tmp_path, timeline=timeline))
    entries = evaluation.tally("timeline entries")
    assert (entries.right, len(entries.missed)) == (3, 2)
    assert [slip.line for slip in evaluation.tally("out-of-order entries").missed] == [11]


def test_other_genres_are_left_out(tmp_path: Path) -> None:
    assert measured(folder(tmp_path, not_reviewable=True)).documents == 0


def test_no_timeline_and_no_words_found() -> None:
    tally = Tally("empty")
    assert tally.precision is None
    assert tally.recall is None
    assert Evaluation(false_alarms={"blame": 1}).alarms_per_words("blame") == 0.0


def finder(code: str, words: str) -> Rule:
    """A rule that speaks wherever *words* stand."""

    def check(document: Document, _options: object) -> Iterator[Hit]:
        at = document.source.text.find(words)
        while at >= 0:
            yield Hit(Span(at, at + len(words)), f"{words} stands here")
            at = document.source.text.find(words, at + 1)

    name = "finds-" + "".join(chr(ord("a") + int(digit)) for digit in code[2:])
    return Rule(code, name, Category.HOUSE, Severity.INFO, words, check, (words,), ("",))


def phrase(kind: str, line: int, text: str, sure: bool = True) -> dict[str, object]:
    return {"line": line, "kind": kind, "who": None, "text": text, "sure": sure}


def test_wording_is_judged_where_there_are_rules_for_it(tmp_path: Path) -> None:
    findings = [
        phrase("blame", 5, "queue stopped"),
        phrase("blame", 9, "Deploy of"),
        phrase("hindsight", 5, "18 minutes", sure=False),
    ]
    rules = [finder("PM101", "stopped"), finder("PM202", "18"), finder("PM203", "Error")]
    evaluation = evaluate(load(folder(tmp_path, findings=findings)), rules)
    blame, hindsight = evaluation.tally("blame"), evaluation.tally("hindsight")
    assert (blame.right, [slip.line for slip in blame.missed], blame.false) == (1, [9], [])
    assert (hindsight.right, [slip.line for slip in hindsight.false]) == (0, [10])
    assert evaluation.false_alarms == {"blame": 0, "hindsight": 1}
    assert "human_error" not in evaluation.tallies


def test_vague_items_and_kinds_of_owner_are_judged_by_rules(tmp_path: Path) -> None:
    rules = [finder("PM401", "Alert on"), finder("PM402", "Improve"), finder("PM404", "Ana")]
    evaluation = evaluate(load(folder(tmp_path)), rules)
    vague = evaluation.tally("vague items")
    assert (vague.right, [slip.line for slip in vague.false], vague.missed) == (1, [18], [])
    kinds = evaluation.tally("owner is a person or a team")
    assert [slip.line for slip in kinds.missed] == [15]


@pytest.mark.parametrize(
    ("labelled", "found", "pairs"),
    [
        ([3, 3], [range(3, 4), range(3, 4)], [(0, 0), (1, 1)]),
        ([3, 3], [range(3, 4)], [(0, 0)]),
        ([4], [range(3, 6), range(4, 5)], [(0, 1)]),
        ([4, 5], [range(3, 7)], [(0, 0)]),
        ([9], [range(3, 6)], []),
    ],
)
def test_lines_are_paired_once(
    labelled: list[int], found: list[range], pairs: list[tuple[int, int]]
) -> None:
    assert pair_lines(labelled, found) == pairs


def test_command_prints_figures_and_slips(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder(tmp_path, sections=["title", "summary", "timeline", "action items", "severity"])
    assert main(["real", str(path), "--verbose"]) == 0
    printed = capsys.readouterr().out
    assert "sections" in printed
    assert "queue.md:0: missed: severity" in printed


def test_command_prints_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["real", str(folder(tmp_path)), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["measures"]["sections"]["recall"] == 1.0
    assert figures["documents"] == 1


def test_folder_without_labels_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["real", str(tmp_path)]) == 2
    assert "no label files" in capsys.readouterr().err


def test_broken_label_file_is_named(tmp_path: Path) -> None:
    path = folder(tmp_path)
    (path / "labels" / "queue.md.json").write_text('{"file": "queue.md"}', encoding="utf-8")
    with pytest.raises(LabelError, match=r"queue\.md\.json: not a label file"):
        load(path)
