"""Where a document takes a judgement back: it tells of a view to turn it down, or it excuses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pmlint.document import Document, Sentence, Span
from pmlint.regexes import regex
from pmlint.wording.cleared import cleared
from pmlint.wording.frames import Frame, negated_at, reading_of, straightened
from pmlint.wording.unasserted import unasserted

__all__ = ["taken_back"]


def taken_back(document: Document) -> Iterator[Span]:
    """Places whose words are no verdict of the document."""
    yield from _turned_down(document)
    yield from _excused(document)
    for sentence, start, end in unasserted(document):
        yield sentence.text.span(start, end)
    yield from cleared(document)


def _turned_down(document: Document) -> Iterator[Span]:
    """Sentences that tell of a view which they, or the next sentence of the block, turn down."""
    for sentence in document.sentences_with(_TEMPTING):
        if _TEMPTING.search(sentence.text.prose):
            yield sentence.span
    for sentence in document.sentences_with(_DISSENTS_FROM):
        if _DISSENTS_FROM.search(straightened(sentence.text.prose)):
            yield sentence.span
    for earlier, later in pairwise(document.sentences):
        if earlier.block is later.block and _VIEW.search(earlier.text.prose):
            answer = straightened(later.text.prose)
            if _DISSENTS.search(answer):
                yield earlier.span
            elif _DENIES.match(answer) and not _ADVISES.search(earlier.text.prose):
                # What denies an act ("she was never shown it") is no omission itself.
                yield Span(earlier.span.start, later.span.end)


_TEMPTING = regex(
    r"\bit\s+(?:is|was|would\s+be|may\s+be)\s+(?:tempting|convenient|comfortable)\s+to\b",
    re.IGNORECASE,
)
_VIEW = regex(
    r"\b(?:suggest\w*|argu\w+|claim(?:s|ed)|maintain(?:s|ed)|assert(?:s|ed)|alleg(?:es|ed)"
    r"|propos(?:es|ed)|opinion|views?|explanation|verdict"
    r"|(?:some|one|others|people|many)\s+(?:might|may|could|would|will|sa(?:y|ys|id)|feel|felt"
    r"|think|thought|hold|held|believed?)|put\s+to\s+(?:the|this|us|me)"
    r"|been\s+asked\s+(?:\w+\s+){0,5}?(?:whether|if|who|why)|(?:was|were|been|is)\s+(?:\w+ly\s+)?said)\b",
    re.IGNORECASE,
)
# In the present: what "we did not think" then is a finding.
_DISSENT = (
    r"\bwe\s+(?:(?:do\s+not|don't|cannot|can't)\s+(?:think|believe|share|agree|accept|subscribe)"
    r"|disagree|reject|(?:[\w,]+\s+){1,6}(?:and|but)\s+do\s+not\s+(?:share|accept|agree))\b"
)
_DISSENTS = regex(
    _DISSENT + r"|\b(?:this|that|it)\s+(?:\w+\s+)?(?:is|was)\s+(?:rejected|wrong|untrue"
    r"|false|unfair|unfounded|(?:not|n't)\s+(?:correct|true|so|right|fair|accepted|our\s+view"
    r"|what\s+(?:we|the|was)))\b",
    re.IGNORECASE,
)
_DISSENTS_FROM = regex(
    r"\bwe\s+(?:(?:do\s+not|don't|cannot|can't)\s+(?:agree|accept)|disagree)\s+(?:with\s+\w+\s+)?that\b"
    r"|;\s+(?:but\s+)?" + _DISSENT,
    re.IGNORECASE,
)
# "It was suggested to test it first. She did not." denies nothing.
_ADVISES = regex(
    r"\b(?:should|must|ought\s+to)\s+(?!have\b)|\bpropos"
    r"|\bsuggest(?!\w*\s+that\s[^.]{0,80}\b(?:was|were|had|did|is)\b)",
    re.IGNORECASE,
)
# "She did not.", "nobody is.", "he was never shown it": the answer to "it was claimed that".
_DENIES = regex(
    r"\W*(?:(?:he|she|they|it|this|that)\s+(?:did|was|were|is|are|has|had)(?:n't|\s+not|\s+never)"
    r"|(?:nobody|no\s?-?one)\s+(?:is|was|did|will(?:\s+be)?))(?:\W*$"
    r"|\s+(?:been\s+)?(?:shown|told|given|paged|informed|asked|called|alerted|notified|warned)\b)",
    re.IGNORECASE,
)


def _excused(document: Document) -> Iterator[Span]:
    """Clauses that excuse: "nobody could have told", "anyone in her chair", "understandably"."""
    for sentence in document.sentences_with(_EXCUSE):
        prose = straightened(sentence.text.prose)
        for found in _EXCUSE.finditer(prose):
            if not negated_at(prose, found.start()):
                yield sentence.text.span(*found.span())
    for sentence in document.sentences_with(_NOBODY):
        if _NOBODY.search(sentence.text.prose):
            yield from _beyond_all(document, sentence)


_EXCUSE = regex(
    r"\b(?:any(?:one|body)\s+(?:else\s+)?in\s+(?:[\w-]+'s|his|her|their|that|this)\s+"
    r"(?:seat|place|position|shoes|chair|boots|role)"
    r"|understandabl[ey]|justifiabl[ey]|excusabl[ey]"
    r"|through\s+no\s+fault\s+of\s+(?:his|her|their|our|my))\b",
    re.IGNORECASE,
)
_NOBODY = regex(r"\b(?:nobody|no\s?-?one)\b", re.IGNORECASE)


def _beyond_all(document: Document, sentence: Sentence) -> Iterator[Span]:
    """Main clauses that tell what nobody could have done."""
    prose = sentence.text.prose
    for frame in reading_of(document, sentence.text).frames:
        possible = frame.perfect and frame.modal == "could" and not frame.negated
        main = not (frame.subordinate or frame.conditional) and frame.verb not in _REPROACHES
        if possible and main and _is_nobodys(prose, frame):
            yield sentence.text.span(frame.start, frame.end)


def _is_nobodys(prose: str, frame: Frame) -> bool:
    who = frame.subject
    if who is None or not _NOBODY.match(who.text):
        return False
    return not _SAVE_ONE.search(prose, who.start, frame.start)


_SAVE_ONE = regex(r"\b(?:but|except|other\s+than|apart\s+from|else)\b", re.IGNORECASE)
# "Nobody could have missed it" says that it was plain to see.
_REPROACHES = frozenset("miss overlook ignore fail forget mistake bother care misread".split())
