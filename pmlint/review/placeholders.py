"""What a template leaves to be filled in: stand-ins, prompts and instructions.

A *stand-in* ("TBD", "[insert date]", "YYYY-MM-DD") holds the place of words to come.
A *prompt* asks or tells the author what to write ("Describe the impact.", "What
surprised the team?"). Text that is nothing but these is template text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pmlint.document import Text
from pmlint.regexes import regex

__all__ = [
    "is_nothing",
    "is_stand_in",
    "is_template_text",
    "is_unfilled",
    "stand_ins",
    "tag_stand_ins",
    "without_stand_ins",
]

_FILL = (
    r"(?:insert|todo|tbd|tbc|placeholder|(?:short|brief|one[- ]line) (?:description|summary))(?!\w)"
    r"|(?:your|enter|describe|explain|brief(?:ly)?|summari[sz]e|specify|provide|fill (?:in|out)"
    r"|add (?:an?|the|your|more|links?|date|name|details?)|list (?:of|the|all|any|your)"
    r"|replace (?:with|this|me)|write (?:the|a|your))[ _-]"
)
_BLANK = (
    r"(?P<first>(?:incident|service|system|team|owner|person|start|end|event|action|the|full"
    r"|first)(?:['’]s)?[ _-])*(?:name|names|title|date|time|owner|assignee|service|system|team|link"
    r"|url|ticket|duration|severity|author|authors|summary|description|impact|event|action|deadline"
    r"|due date|number|id|id number|role|person|percentage|status|timestamp)"
)
_BRACKET = regex(
    rf"\[(?:{_FILL})[^\[\]\n]{{0,200}}\](?!\()|\[link to [^\[\]\n]{{1,80}}\](?!\()"
    rf"|\[(?:x{{2,8}}|\.{{3}}|…|_+)\](?!\()",
    re.IGNORECASE,
)
_BRACKET_BLANK = regex(rf"\[{_BLANK}(?P<more> here)?\](?!\()", re.IGNORECASE)
_ANGLE = regex(rf"<\s?(?:{_FILL})[^<>\n]{{0,200}}>", re.IGNORECASE)
_ANGLE_BLANK = regex(rf"<{_BLANK}(?P<more> here)?>", re.IGNORECASE)
_TAGS = frozenset({"summary", "title", "time", "link", "address", "caption", "label"})
_BRACES = regex(rf"\{{\{{?\s?(?:{_FILL})[^{{}}\n]{{0,200}}\}}\}}?", re.IGNORECASE)
_WORDS = regex(
    r"(?<![\w$.#/@-])(?:TODO|TBD|TBC|TBA|TBU|FIXME|FILL ?ME(?: IN)?|T\.B\.D\.?)(?![\w-])"
    r"|(?<![\w.#/@-])[$€£]?X{3,8}(?![\w-])"
    r"|(?<![\w-])[A-Z]{2,10}-X{2,8}(?![\w-])"
    r"|(?<![\w:.-])(?:XX|NN)(?= ?%| (?:minutes?|mins?|hours?|users?|customers?|requests?)\b)"
    r"|(?<![\w:])XX:XX(?![\w:])|(?<![\w-])SEV[- ]?[XN](?![\w-])"
    r"|\[[XN]\](?= ?%| (?:minutes?|mins?|hours?|users?|customers?|requests?)\b)"
    r"|(?i:\blorem ipsum(?: dolor(?: sit amet)?)?)"
    r"|(?i:\b(?:click|tap) here to (?:enter|add) (?:text|a date)\b)"
    r"|(?i:\breplace (?:this|me) (?:text|line|section|paragraph|with)\b)"
)
_DATE_FORM = regex(
    r"(?<![\w./-])(?:YYYY([-/.])MM\1DD|(?:DD([-/.])MM|MM([-/.])DD)[-/.]YYYY)"
    r"(?:[ T]HH:MM(?::SS)?)?(?![\w/]|[-.]\w)|(?<![\w:])HH:MM(?::SS)?(?![\w:])",
    re.IGNORECASE,
)
# Words that speak of the form itself, or of a thing that bears the name.
_FORM_TALK = regex(
    r"format|pattern|pars(?:e|er|ing)|layout|notation|suffix|prefix|partition|column|field"
    r"|regex|named|naming|convention|iso.?8601|timestamps? (?:are|in)|dates? are|times? (?:are|in)",
    re.IGNORECASE,
)
_TALKED_ABOUT = regex(
    r"(?:\b(?:an?|the|this|that|these|those|our|its|their|his|her|my|your|each|every|some|any"
    r"|old|stale|of|with|into|no|one|two|left|via)\s+)$",
    re.IGNORECASE,
)
_THING = regex(
    r"[ -](?:list|app|item|items|comment|comments|service|page|board|note|file|api|entry|entries"
    r"|marker|markers|in the code|was|were|in (?:the|our))\b",
    re.IGNORECASE,
)

# Instructions to the author, as templates word them, to the end of their sentence.
_INSTRUCTION = regex(
    r"(?:please |briefly |also )*(?:describe|explain|summari[sz]e|list|provide|write|fill in"
    r"|fill out|outline|state|give|include|specify|note|document|add|enter|insert|record"
    r"|name)\b[^.?!]{0,300}(?:[.?!:…]|$)\s*|(?:a |one |two |\d ?(?:-|–|to) ?\d |brief "
    r"|short )+(?:key )?(?:sentences?|paragraphs?|description|summary|overview|takeaways?"
    r"|lines?)\b[^.?!]{0,200}(?:[.?!:…]|$)\s*|(?:what|why|how|who|when|where|which|was|were|is|are"
    r"|did|do|does|could|would|customer-facing|revenue|revenue impact|data loss"
    r"|how bad)\b[^.?!\n]{0,300}\?\s*",
    re.IGNORECASE,
)
_LABEL_ONLY = regex(r"[^:.?!\n]{1,60}:\W*")
_PUNCTUATION = regex(r"[\s\W_]*")
_NOTHING = regex(
    r"[_*]*(?:n/?a|n\.a\.?|none|nil|nothing|not applicable|no|empty|no (?:response|answer)|-+|–|—"
    r"|\.{1,3}|…|\?+|\*+)[.!]?[_*]*",
    re.IGNORECASE,
)
_WHOLE = regex(
    r"\s*(?:[^:\n]{1,40}:\s+)?(?P<value>to be (?:determined|confirmed|decided"
    r"|filled(?: in)?|completed|added|announced|written|defined|updated|done)|(?:coming|more"
    r"|details) (?:soon|to follow|to come)|work in progress"
    r"|wip|tbd|tbc|tba|fixme|pending|placeholder|see template|\?{2,}|text here|sample text)[.!]?",
    re.IGNORECASE,
)


def stand_ins(text: Text) -> Iterator[tuple[int, int]]:
    """Ranges of *text* that stand in for words to come, in order, none inside another.

    What is masked (code, addresses, quoted speech) never counts.
    """
    yield from _stand_ins(text.prose)


@lru_cache(maxsize=4096)
def _stand_ins(prose: str) -> tuple[tuple[int, int], ...]:
    found = sorted(_found_in(prose), key=lambda place: (place[0], -place[1]))
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def _found_in(prose: str) -> Iterator[tuple[int, int]]:
    for pattern in (_BRACKET, _ANGLE, _BRACES):
        yield from (match.span() for match in pattern.finditer(prose))
    for pattern in (_BRACKET_BLANK, _ANGLE_BLANK):
        yield from (match.span() for match in pattern.finditer(prose) if _fills(prose, match))
    for match in _WORDS.finditer(prose):
        if not _is_thing(prose, match):
            yield match.span()
    for match in _DATE_FORM.finditer(prose):
        if _is_unfilled_date(prose, match):
            yield match.span()
    whole = _WHOLE.fullmatch(prose.rstrip())
    if whole:
        yield whole.span("value")


def _fills(prose: str, match: re.Match[str]) -> bool:
    """Whether a bracketed noun is the whole value: after a label, or alone.

    Elsewhere "[name]" may well hide a name on purpose; "[service name]" hides none.
    """
    if match["first"] or match["more"]:
        return True
    before, after = prose[: match.start()].rstrip(" *_"), prose[match.end() :].strip(" *_")
    return (not before or before.endswith((":", "]", ">", ",", "–", "—", " -"))) and (
        not after or after[0] in "[<,.;–—-"
    )


def _is_thing(prose: str, match: re.Match[str]) -> bool:
    """Whether "TODO" or "XXX" names a thing here: "a TODO comment", "the XXX marker"."""
    if not match[0][0].isupper() or " " in match[0]:
        return False
    before = prose[max(0, match.start() - 12) : match.start()]
    thing = _THING.match(prose, match.end()) is not None
    return thing or (match[0] == "TODO" and _TALKED_ABOUT.search(before) is not None)


def _is_unfilled_date(prose: str, match: re.Match[str]) -> bool:
    """Whether a date form waits for a date, and does not describe how dates look."""
    if match[0] != match[0].upper() or _FORM_TALK.search(prose):
        return False
    before, after = prose[: match.start()].rstrip(), prose[match.end() :].lstrip()
    return not (before.endswith("(") and after.startswith(")"))


def tag_stand_ins(source: str) -> Iterator[tuple[int, int]]:
    """Ranges of *source* such as ``<your service>``, which Markdown takes for a tag."""
    yield from (match.span() for match in _ANGLE.finditer(source))
    for match in _ANGLE_BLANK.finditer(source):
        if match[0][1:-1].lower() not in _TAGS and _fills(source, match):
            yield match.span()


def is_template_text(text: Text) -> bool:
    """Whether *text* is nothing but stand-ins, prompts and instructions, maybe after a label."""
    left, filled = without_stand_ins(text)
    if not left.strip() and not filled:
        return False
    if filled and _LABEL_ONLY.fullmatch(left.strip()):
        return True
    if filled and _WHOLE.fullmatch(left.strip(" \t\n-–—:,()")):
        return True
    left = _without_instructions(left.strip(" \t\n_*()[]<>"))
    return _PUNCTUATION.fullmatch(left) is not None


def is_unfilled(text: Text) -> bool:
    """Whether *text* is a placeholder and nothing else: a line that waits to be filled in."""
    left, filled = without_stand_ins(text)
    return filled and not any(char.isalnum() for char in left)


def is_stand_in(words: str) -> bool:
    """Whether *words*, of a field that has been read already, only stand in for others: "TBD"."""
    places = _stand_ins(words.strip())
    return bool(places) and not any(char.isalnum() for char in _without(words.strip(), places))


def without_stand_ins(text: Text) -> tuple[str, bool]:
    """The words of *text* without its stand-ins, and whether there were any."""
    places = tuple(stand_ins(text))
    return _without(text.raw, places), bool(places)


def _without(words: str, places: Iterable[tuple[int, int]]) -> str:
    """*words* with blanks in *places*."""
    rest = list(words)
    for start, end in places:
        rest[start:end] = " " * (end - start)
    return "".join(rest)


def _without_instructions(words: str) -> str:
    """*words* after the instructions and questions that they begin with."""
    at = 0
    match = _INSTRUCTION.match(words)
    while match and match.end() > at:
        at = match.end()
        match = _INSTRUCTION.match(words, at)
    return words[at:]


def is_nothing(words: str) -> bool:
    """Whether *words* say only that there is nothing: "N/A", "None", "-"."""
    return _NOTHING.fullmatch(words.strip()) is not None
