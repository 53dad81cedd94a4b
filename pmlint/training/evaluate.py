"""Measure the reader and the rules against documents that people labelled.

``python -m pmlint.training.evaluate real FOLDER`` prints precision and recall for
sections, action items, owners, deadlines and the timeline, and for the wording rules
that are there. ``--verbose`` adds every miss and false find with its line.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from pmlint.config import Settings
from pmlint.document import ActionItem, Document, Span, Status, Topic
from pmlint.engine import Findings, lint
from pmlint.reading import read
from pmlint.registry import RuleFileError, builtin_rules
from pmlint.review.presence import is_present
from pmlint.rule import Rule
from pmlint.source import SourceError
from pmlint.training.labels import LabelError, LabelledDocument, LabelledItem, load
from pmlint.training.tally import Tally, pair_lines

__all__ = ["Evaluation", "evaluate", "main"]

_SECTIONS = (
    Topic.TITLE,
    Topic.SUMMARY,
    Topic.TIMELINE,
    Topic.FACTORS,
    Topic.ACTIONS,
    Topic.LESSONS,
    Topic.SEVERITY,
)
_CLOSED = (Status.DONE, Status.CANCELLED)
_WORDING = {"blame": "PM1", "hindsight": "PM2", "human_error": "PM3"}
_VAGUE = ("PM401", "PM402")
_TEAM_OWNER = "PM404"
_PER_WORDS = 10_000


class Evaluation(Struct):
    """Tallies by name over all documents; `words` and `documents` count what was read.

    `false_alarms` counts by kind the wording findings that overlap no label of that
    kind, sure or not. `problems` tells of rules that failed.
    """

    documents: int = 0
    words: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)
    false_alarms: dict[str, int] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def tally(self, name: str) -> Tally:
        """The tally of this name, made when first asked for."""
        return self.tallies.setdefault(name, Tally(name))

    def alarms_per_words(self, kind: str) -> float:
        """False alarms of *kind* in ten thousand words."""
        return self.false_alarms[kind] * _PER_WORDS / self.words if self.words else 0.0

    def as_json(self) -> dict[str, Any]:
        """All figures as JSON values."""
        return {
            "documents": self.documents,
            "words": self.words,
            "problems": self.problems,
            "measures": {name: tally.as_json() for name, tally in self.tallies.items()},
            "false_alarms_per_10000_words": {
                kind: self.alarms_per_words(kind) for kind in self.false_alarms
            },
        }


class _Case(Struct, frozen=True):
    """One labelled document as it was read, and what the rules found in it."""

    labelled: LabelledDocument
    document: Document
    findings: Findings

    @property
    def path(self) -> str:
        return self.document.source.path

    def lines(self, span: Span) -> range:
        """The 1-based lines that *span* touches."""
        source = self.document.source
        last = max(span.start, span.end - 1)
        return range(source.line_of(span.start), source.line_of(last) + 1)

    def words(self, line: int) -> str:
        return self.document.source.line(line).strip()

    def found(self, *prefixes: str) -> Iterator[tuple[str, Span]]:
        """Code and place of each finding whose code begins with one of *prefixes*."""
        for one in self.findings.findings:
            if one.code.startswith(prefixes):
                yield one.code, Span(one.start, one.end)


def evaluate(documents: Iterable[LabelledDocument], known_rules: Sequence[Rule] = ()) -> Evaluation:
    """Read *documents*, run the rules that are on by default, and count against the labels."""
    evaluation = Evaluation()
    settings = Settings(tuple(known_rules))
    codes = {rule.code for rule in settings.rules}
    for labelled in documents:
        case = _case(labelled, settings)
        evaluation.problems += [f"{one.path}: {one.message}" for one in case.findings.errors]
        evaluation.documents += 1
        evaluation.words += len(labelled.source.text.split())
        _judge_sections(case, evaluation.tally("sections"))
        _judge_items(case, evaluation, codes)
        _judge_entries(case, evaluation.tally("timeline entries"))
        _judge_timeline(case, evaluation, codes)
        _judge_wording(case, evaluation, codes)
    return evaluation


def _case(labelled: LabelledDocument, settings: Settings) -> _Case:
    document = read(labelled.source)
    return _Case(labelled, document, lint(document, settings.rules, settings))


def _judge_sections(case: _Case, tally: Tally) -> None:
    wanted = case.labelled.labels.sections
    for topic in _SECTIONS:
        name = topic.value
        found = is_present(case.document, topic)
        if found and name in wanted:
            tally.right += 1
        elif found:
            tally.add_false(case.path, 0, name)
        elif name in wanted:
            tally.add_missed(case.path, 0, name)


def _judge_items(case: _Case, evaluation: Evaluation, codes: set[str]) -> None:
    labels = case.labelled.labels.items
    items = case.document.actions
    pairs = pair_lines((label.line for label in labels), (_item_lines(case, it) for it in items))
    _count_items(case, evaluation, pairs)
    for at, other in pairs:
        _judge_owner(case, evaluation, labels[at], items[other], codes)
        _judge_deadline(case, evaluation.tally("deadlines"), labels[at], items[other])
        if labels[at].sure and codes.issuperset(_VAGUE):
            _judge_vague(case, evaluation.tally("vague items"), labels[at], items[other])


def _item_lines(case: _Case, item: ActionItem) -> range:
    return range(case.lines(item.line).start, case.lines(item.text.span()).stop)


def _count_items(case: _Case, evaluation: Evaluation, pairs: list[tuple[int, int]]) -> None:
    """All items, and again with items left out whose label is not sure."""
    everything, sure = evaluation.tally("action items"), evaluation.tally("action items (sure)")
    labels, items = case.labelled.labels.items, case.document.actions
    everything.right += len(pairs)
    sure.right += sum(labels[at].sure for at, _ in pairs)
    paired_labels, paired_items = {at for at, _ in pairs}, {other for _, other in pairs}
    for at, label in enumerate(labels):
        if at not in paired_labels:
            everything.add_missed(case.path, label.line, case.words(label.line))
            if label.sure:
                sure.add_missed(case.path, label.line, case.words(label.line))
    for other, item in enumerate(items):
        # Finished work is labelled by some readers and not by others: no false find.
        if other not in paired_items and item.status not in _CLOSED:
            line = case.lines(item.line).start
            everything.add_false(case.path, line, item.text.raw)
            sure.add_false(case.path, line, item.text.raw)


def _judge_owner(
    case: _Case, evaluation: Evaluation, label: LabelledItem, item: ActionItem, codes: set[str]
) -> None:
    owner = item.owner
    found = owner.text if owner else ""
    _compare(case, evaluation.tally("owners"), label.line, bool(label.owner), bool(found), found)
    if _TEAM_OWNER in codes and label.owner and owner:
        # In a table the finding stands in the owner's cell, and not on the item's words.
        at_owner = any(span.overlaps(owner.span) for _, span in case.found(_TEAM_OWNER))
        kind = "team" if at_owner or _flagged(case, item, _TEAM_OWNER) else "person"
        tally = evaluation.tally("owner is a person or a team")
        _compare_value(case, tally, label.line, label.owner, kind, found)


def _judge_deadline(case: _Case, tally: Tally, label: LabelledItem, item: ActionItem) -> None:
    found = text = ""
    if item.deadline:
        text = item.deadline.text
        found = "vague" if item.deadline.vague else "date"
    _compare_value(case, tally, label.line, label.deadline, found, text)


def _judge_vague(case: _Case, tally: Tally, label: LabelledItem, item: ActionItem) -> None:
    vague = _flagged(case, item, *_VAGUE)
    _compare(case, tally, label.line, label.vague, vague, item.text.raw)


def _flagged(case: _Case, item: ActionItem, *codes: str) -> bool:
    words = item.text.span()
    whole = Span(min(item.line.start, words.start), max(item.line.end, words.end))
    return any(span.overlaps(whole) for _, span in case.found(*codes))


def _compare(case: _Case, tally: Tally, line: int, wanted: bool, found: bool, text: str) -> None:
    """Count one yes-or-no judgement; two times no is not counted."""
    if wanted and found:
        tally.right += 1
    elif found:
        tally.add_false(case.path, line, text)
    elif wanted:
        tally.add_missed(case.path, line, case.words(line))


def _compare_value(
    case: _Case, tally: Tally, line: int, wanted: str, found: str, text: str
) -> None:
    """Count a judgement with several values; a wrong value is both missed and false."""
    if wanted and wanted == found:
        tally.right += 1
        return
    if found:
        tally.add_false(case.path, line, f"{found}: {text}")
    if wanted:
        tally.add_missed(case.path, line, f"{wanted}: {case.words(line)}")


def _judge_entries(case: _Case, tally: Tally) -> None:
    wanted = case.labelled.labels.entries
    found = len(case.document.timeline.entries)
    tally.right += min(found, wanted)
    text = f"{found} entries found, {wanted} labelled"
    for _ in range(found - wanted):
        tally.add_false(case.path, 0, text)
    for _ in range(wanted - found):
        tally.add_missed(case.path, 0, text)


def _judge_timeline(case: _Case, evaluation: Evaluation, codes: set[str]) -> None:
    labels = case.labelled.labels
    if "PM601" in codes:
        untimed = {case.lines(span).start for _, span in case.found("PM601")}
    else:
        untimed = _untimed_lines(case)
    _compare_lines(case, evaluation.tally("untimed entries"), labels.untimed, untimed)
    if "PM602" in codes:
        turned = {case.lines(span).start for _, span in case.found("PM602")}
    else:
        turned = _turned_lines(case)
    _compare_lines(case, evaluation.tally("out-of-order entries"), labels.out_of_order, turned)


def _untimed_lines(case: _Case) -> set[int]:
    """Lines of the entries that the reader gives no time, where no rule says so."""
    return {
        case.lines(entry.line).start
        for entry in case.document.timeline.entries
        if not (entry.time_text or entry.dated or entry.has_day or entry.nested)
    }


def _turned_lines(case: _Case) -> set[int]:
    """Lines of the entries that lie before their predecessor, where no rule says so."""
    timeline = case.document.timeline
    timed = [entry for entry in timeline.entries if entry.minute is not None]
    return {
        case.lines(after.line).start
        for before, after in pairwise(timed)
        if _runs_back(before.minute or 0.0, after.minute or 0.0, timeline.descending)
    }


def _runs_back(before: float, after: float, descending: bool) -> bool:
    return after > before if descending else after < before


def _compare_lines(case: _Case, tally: Tally, wanted: frozenset[int], found: set[int]) -> None:
    for line in sorted(wanted | found):
        _compare(case, tally, line, line in wanted, line in found, case.words(line))


def _judge_wording(case: _Case, evaluation: Evaluation, codes: set[str]) -> None:
    for kind, prefix in _WORDING.items():
        if not any(code.startswith(prefix) for code in codes):
            continue
        tally = evaluation.tally(kind)
        evaluation.false_alarms.setdefault(kind, 0)
        evaluation.false_alarms[kind] += _judge_kind(case, tally, kind, prefix)


def _judge_kind(case: _Case, tally: Tally, kind: str, prefix: str) -> int:
    """Count the sure labels of *kind*; the number of findings that meet no label."""
    source = case.document.source
    labels = [
        (phrase, phrase.span(source))
        for phrase in case.labelled.labels.phrases
        if phrase.kind == kind
    ]
    found = list(case.found(prefix))
    for phrase, place in labels:
        if phrase.sure:
            met = any(span.overlaps(place) for _, span in found)
            _compare(case, tally, phrase.line, True, met, phrase.text)
    alarms = [
        (code, span) for code, span in found if not any(span.overlaps(place) for _, place in labels)
    ]
    for code, span in alarms:
        tally.add_false(
            case.path, source.line_of(span.start), f"{code} {case.document.excerpt(span)!r}"
        )
    return len(alarms)


def _report(evaluation: Evaluation, verbose: bool) -> Iterator[str]:
    yield f"{evaluation.documents} documents, {evaluation.words:,} words"
    yield f"{'measure':<30}{'precision':>10}{'recall':>8}{'right':>7}{'false':>7}{'missed':>7}"
    for tally in evaluation.tallies.values():
        figures = f"{_figure(tally.precision):>10}{_figure(tally.recall):>8}"
        counts = f"{tally.right:>7}{len(tally.false):>7}{len(tally.missed):>7}"
        yield f"{tally.name:<30}{figures}{counts}"
    for kind in evaluation.false_alarms:
        yield f"{kind}: {evaluation.alarms_per_words(kind):.1f} false alarms in 10,000 words"
    if verbose:
        for tally in evaluation.tallies.values():
            yield f"\n{tally.name}"
            # The timeline's entries are one slip each, but the same line for all.
            yield from dict.fromkeys(f"  {slip}" for slip in tally.slips())


def _figure(share: float | None) -> str:
    return "-" if share is None else f"{share:.3f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status: 0, or 2 if the folder cannot be used."""
    options = _parser().parse_args(arguments)
    try:
        evaluation = evaluate(load(options.folder), _rules())
    except (LabelError, SourceError) as error:
        print(f"evaluate: {error}", file=sys.stderr)
        return 2
    print("".join(f"{problem}\n" for problem in evaluation.problems), end="", file=sys.stderr)
    if options.json:
        print(json.dumps(evaluation.as_json(), indent=2, ensure_ascii=False))
    else:
        print("\n".join(_report(evaluation, options.verbose)))
    return 0


def _rules() -> tuple[Rule, ...]:
    """The rules that come with pmlint; none if one is broken, for the reader needs none."""
    try:
        return builtin_rules()
    except RuleFileError as error:
        print(f"evaluate: the reader alone is measured: {error}", file=sys.stderr)
        return ()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pmlint.training.evaluate", description=__doc__)
    kinds = parser.add_subparsers(required=True, metavar="WHAT")
    real = kinds.add_parser("real", help="whole documents with labels")
    real.add_argument("folder", type=Path, help="folder that holds docs/ and labels/")
    real.add_argument("--verbose", action="store_true", help="print each miss and false find")
    real.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
