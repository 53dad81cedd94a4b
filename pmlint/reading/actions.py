"""Action-item sections to items: bullets, numbers, tables, bare lines, headings, prose."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from pmlint.document import (
    ActionItem,
    ActionType,
    Block,
    BlockKind,
    Deadline,
    HeadingStyle,
    Owner,
    Section,
    Span,
    Status,
    Text,
    Topic,
)
from pmlint.lexicon import DETERMINERS, HAVE, VERBS, lemma
from pmlint.names import FAMILY, GIVEN, NAME_WORDS, TECHNOLOGY, is_rare_name
from pmlint.reading.columns import TYPE_LETTERS, by_cells, done_mark, has_letters
from pmlint.reading.dates import MONTHS, WEEKDAYS, find_dates
from pmlint.reading.deadlines import INLINE_DEADLINE, is_blank, parse_deadline
from pmlint.reading.extras import TICKET, TYPE_WORD, Extras, without_extras, without_macros
from pmlint.reading.groups import is_everybody, is_group, is_team
from pmlint.reading.headings import normalise
from pmlint.reading.lines import counting_lines
from pmlint.reading.sentences import split_sentences
from pmlint.reading.tails import DONE_THEN, Tail, lead_of, tail_of
from pmlint.regexes import regex
from pmlint.source import Source

__all__ = ["column_kinds", "is_known_owner", "read_actions"]

_TYPES = (
    (
        ActionType.PREVENT,
        regex(
            r"\bprevent\w*|\bcorrective\b|\beliminat\w+|\bavoid\w*|\bfix\b|\brepair\b"
            r"|\bremediat\w+",
            re.IGNORECASE,
        ),
    ),
    (
        ActionType.DETECT,
        regex(r"\bdetect\w*|\bmonitor\w*|\balert\w*|\bobservab\w+|\bidentif\w+", re.IGNORECASE),
    ),
    (
        ActionType.MITIGATE,
        regex(
            r"\bmitigat\w*|\breduc\w+|\brecover\w*|\brespon[ds]\w*|\bcontain\w*|\blimit\w*",
            re.IGNORECASE,
        ),
    ),
)
_TYPE_PREFIX = regex(
    rf"\s*(?:[\[(]\s*(?P<a>{TYPE_WORD.pattern})\s*[\])]\s*[:–—-]?"
    rf"|(?P<b>{TYPE_WORD.pattern})\s*[:.–—-])\s+",
    re.IGNORECASE,
)
_TYPE_SUFFIX = regex(
    rf"[\[(]\s*(?:type\s*[:=]\s*)?(?P<a>{TYPE_WORD.pattern})\s*[\])]", re.IGNORECASE
)

_OWNER_KEY = (
    r"(?:own(?:ers?|er\(s\)|ed\s+by)|assign(?:ee|ees|ed\s+to|ed)|dri"
    r"|responsible(?:\s+(?:person|party|team))?|accountable|lead|point\s+of\s+contact|poc|who"
    r"|(?:person\s+)?in\s+charge)"
)
_DUE_KEY = (
    r"(?:due(?:\s+(?:date|by|on))?|deadline|eta|by\s+when|when|target(?:\s+date)?"
    r"|complet(?:e|ed|ion)(?:\s+(?:date|by))|timeline|date)"
)
_TYPE_KEY = r"(?:type|category|kind|class)"
_STATUS_KEY = r"(?:status|state|progress)"
_TICKET_KEY = (
    r"(?:ticket|tickets|jira|issue|bug|tracking|tracker|tracked\s+(?:in|by|as)"
    r"|link|pr|pull\s+request|ref)"
)
_OTHER_KEY = (
    r"(?:priority|prio|effort|severity|estimate|notes?|comments?|description"
    r"|details?|success\s+criteria|done\s+when|verification)"
)
_FIELD = regex(
    r"(?<!\ba )(?<!\ban )(?<!\bthe )"
    rf"(?:^|(?<=[\s(\[|,;–—*-]))(?:(?P<owner>{_OWNER_KEY})|(?P<due>{_DUE_KEY})"
    rf"|(?P<type>{_TYPE_KEY})|(?P<status>{_STATUS_KEY})"
    rf"|(?P<ticket>{_TICKET_KEY})|(?P<other>{_OTHER_KEY}))\s*(?:::?|=|(?<=ed by)\s"
    rf"|(?<=ed to)\s)\s*"
    rf"(?P<value>\[\[[^\[\]\n]*\]\]|(?:(?!(?<![\s.][A-Z])\.\s)[^|;()\[\]\n,]|\([^()\n]*\)"
    rf"|\[[^\[\]\n]*\]|,\s*(?=\d{{4}}\b))*)",
    re.IGNORECASE,
)
_NAME = (
    r"[A-ZÀ-ÞА-Я][\w'’.-]*(?:\s+(?:van|von|de|da|del|bin|al|den"
    r"|der)\b)?(?:\s+[A-ZÀ-ÞА-Я][\w'’.-]*){0,2}"
)
_HANDLE = r"@[A-Za-z0-9][\w.-]*"
_TAIL_OWNER = regex(
    rf"\s*(?:[–—-]\s*|[(\[]\s*)(?P<who>{_HANDLE}(?:\s*(?:,|&|and)\s*{_HANDLE})*"
    rf"|{_NAME})\s*(?P<close>[)\],;]|$)"
)
_TO_DO = regex(
    rf"\s*(?P<who>{_HANDLE}|(?:[Tt]he\s+)?[\w&/'’.-]+(?:\s+[\w&/'’.-]+){{0,3}}?)\s*(?P<how>to|will|shall|is\s+to|is\s+going\s+to|are\s+to|should)\s+(?=[a-z])"
)
_LEAD_OWNER = regex(
    rf"\s*(?:\[(?P<b>{_HANDLE}|{_NAME})\]|(?P<who>{_HANDLE}|@?{_NAME}))\s*(?P<mark>:|\s[–—-])\s+"
)
# "@babel/core" is a package, "@quill/registry-team" a team.
_HANDLE_ANYWHERE = regex(
    rf"(?<![\w@/.])(?:@[\w-]+/[\w-]*(?:team|ops|sres?|devs|infra|admins|maintainers|owners|on-?call)\b"
    rf"|{_HANDLE}(?![\w.-]*/))"
)
# In code an "@" can be anything ("@Override"), but at the end it is who does the work.
_CODED_HANDLE = regex(rf"(?<=\s){_HANDLE}(?=[\s.)\]]*$)")
_LAST_MENTION = regex(rf"\s(?P<who>@{_NAME}(?:\s+(?:team|squad|group|guild|crew))?)[\s.)]*$")
_TEAM = regex(
    r"\b(?:team|teams|squad|group|ops|devops|sre|sres|platform|infra|infrastructure"
    r"|engineering|security|support|dba|dbas|dept|department|everyone|everybody|all|qa"
    r"|on-?call|developers|engineers|management|vendor)\b",
    re.IGNORECASE,
)
_TARGET = regex(r"^ {0,3}\[(?P<name>[^\[\]\n]{1,60})\]:[ \t]*(?P<target>\S+)", re.MULTILINE)
_REFERENCE = regex(r"\]\[([^\[\]\n]{1,60})\]")
_NOT_TICKET = regex(r"(?:UTF|SHA|ISO|RFC|CVE|TLS|HTTP|AES|RSA|COVID|SEV|P|Q|PM|EC|US|EU|AP)-?\d")
_FINISHED = (
    r"(?:done|completed?|fixed|closed|resolved|merged|shipped|deployed|implemented|finished)"
)
_OUT = r"(?:rolled\s+out|released|landed|live)"
"""What is finished only with its day: "a check of locks that are released" is work."""
_DAY_THEN = (
    r",?\s+(?:(?:on|since)\s+)?[(\[]?(?:\d{4}-\d\d-\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTHS}(?:\s+\d{{4}})?"
    rf"|{MONTHS}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?)"
)
_DONE = regex(
    r"✅|✔|☑|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):|(?:^"
    rf"|[\[(\s–—-])(?P<word>{_FINISHED}|{_OUT}(?={_DAY_THEN}))"
    rf"(?P<day>{_DAY_THEN})?[\])]?\s*(?:[.!:]|$)",
    re.IGNORECASE,
)
_WAS = regex(
    r"\b(?:was|were|been|went|is\s+now|are\s+now)\b(?!\s+(?:not|to)\b)[^.;:!?()]*$", re.IGNORECASE
)
# "Agree on when an incident counts as resolved": there the word ends a clause of the work itself.
_WITHIN_CLAUSE = regex(
    r"\b(?:until|till|once|when(?:ever)?|if|after|before|unless|how|whether|what|that|which|who)"
    r"\b[^.;:!?()\[\]]*$|\b(?:as|to be|gets?|not|be|need|needs)\s+$",
    re.IGNORECASE,
)
_CLAUSE = 200  # characters before a mark that can belong to its clause
_SET_OFF = tuple("-–—([,:;.")
# "Done by Abel", "done on Monday"; "done by Monday" is a deadline.
_DONE_BY = regex(
    r"(?:^|[.!;:,()\]–—-]\s*)done\s+(?:(?:in|on|with|via|since|as\s+part\s+of)\s+\S|today|yesterday"
    rf"|last\s|this\s|{WEEKDAYS}|\d|by\s+(?!{WEEKDAYS}|{MONTHS})(?-i:[A-Z]))[^.;]{{0,60}}\.?\s*$"
    r"|\s(?-i:DONE)\b[^.]{0,60}$|(?:^|[.!;:]\s+)(?:this|it)\s+(?:has\s+been|have\s+been|was|is)"
    rf"\s+(?:already\s+|now\s+)?(?:{_FINISHED}|{_OUT})\b",
    re.IGNORECASE,
)
_CANCELLED = regex(
    r"(?:^|[.!;:,–—-]\s+|[\[(])(?:(?:discussed|considered)[\s,]+(?:but\s+)?)?(?:we\s+)?"
    r"(?:won'?t\s+(?:do|fix)|wontfix|cancell?ed|rejected|abandoned"
    r"|decided\s+(?:not\s+to(?:\s+do)?|against)(?:\s+(?:it|this))?)[\])]?\s*[.!]?\s*$",
    re.IGNORECASE,
)
_STATUSES = (
    (
        Status.CANCELLED,
        regex(
            r"cancel|won'?t (?:do|fix)|wont|dropped|abandon|rejected|obsolete|declined|❌",
            re.IGNORECASE,
        ),
    ),
    (
        Status.DONE,
        regex(
            r"\bdone\b|complete|closed|resolved|fixed|merged|shipped|finished|deployed"
            r"|^y(?:es)?$|^x$|✅|✔|☑|:white_check_mark:|\b100 ?%",
            re.IGNORECASE,
        ),
    ),
    (
        Status.OPEN,
        regex(
            r"open|todo|to do|progress|pending|not started|planned|backlog|wip|ongoing"
            r"|started|new|blocked|scheduled|review|outstanding|waiting|on hold|deferred"
            r"|^no?$|⬜|🔲|⏳|🚧|\b\d{1,2} ?%",
            re.IGNORECASE,
        ),
    ),
)
_HEADERS = {
    "owner": regex(
        r"owner|assign|\bwhom?\b|\bin charge\b|\bhandler\b|\bdri\b|responsib|accountab|\bpoc\b"
        r"|\bperson\b|\blead\b|\bteam\b",
    ),
    "due": regex(
        r"\bdue\b|deadline|\beta\b|\bby\b|\buntil\b|\bterm\b|\bwhen\b|target|\bdate\b|timeline"
        r"|time ?frame",
    ),
    "type": regex(r"\btype\b|categor|\bkind\b|\bclass\b"),
    "status": regex(r"status|\bstate\b|\bdone\b|progress|complete"),
    "ticket": regex(r"ticket|\bjira\b|\bissues?\b|\bbug|\blink|track|\bpr\b|\bref"),
    "text": regex(
        r"action|\bitems?\b|\btasks?\b|\bwhat\b|descri|to-?do|measure|improvement|follow|step"
        r"|recommend|change|mitigation|detail",
    ),
}
_NUMBER_HEADER = regex(r"#|no\.?|nr\.?|id|number|prio(?:rity)?|\s*", re.IGNORECASE)

_TO_READERS = regex(r"\W*(?:if\s+)?you\b", re.IGNORECASE)  # what they may do is no work of ours
_COMMITS = regex(
    r"\b(?:we|i|they|teams?|engineers?|developers?)(?:\s+(?:also|now|therefore|plan|are|is"
    r"|have|has))*\s*"
    r"(?:['’]ll|will|shall|going\s+to|plan(?:s|ning)?\s+(?:to|on)|intends?\s+to|needs?\s+to"
    r"|must|should|have\s+to|want\s+to|aim\s+to"
    r"|looking\s+(?:in)?to|working\s+on|planning|continuing\s+to"
    r"|committed\s+to)\b(?!\s+(?:not\s+)?have\b)"
    r"|\b(?:should|must|needs?\s+to|ought\s+to)\b(?!\s+(?:not\s+)?have\b)"
    r"|\bwill\s+be\s+\w+(?:ed|en|t|ing)\b|\bto\s+be\s+\w+ed\b"
    r"|\bplanned\s+to\b|['’]re\s+(?:also\s+)?(?:going|planning|looking|working|considering"
    r"|\w+ing)\b",
    re.IGNORECASE,
)
_IMPERATIVE = regex(
    r"\s*(?:please\s+)?(?:add|adopt|adjust|agree|alert|allow|ask|assess|audit|automate|avoid"
    r"|back|backup|block|build|bump|change|check|clean|collect|communicate|conduct"
    r"|configure|consider"
    r"|continue|convert|create|cut|decide|define|delete|deploy|deprecate|design|develop"
    r"|disable|discuss|do|document|drop|educate|enable|encourage|enforce|enhance|ensure"
    r"|establish|evaluate|expand|explore"
    r"|extend|find|fix|follow|formali[sz]e|get|give|hold|identify|implement|improve|include"
    r"|increase|inform|install|integrate|introduce|investigate|keep|limit|look|lower"
    r"|maintain|make|measure|merge|migrate|minimi[sz]e|monitor"
    r"|move|notify|optimi[sz]e|organi[sz]e|patch|perform|pin|plan|prepare|prevent"
    r"|prioriti[sz]e|prohibit|provide|publish|raise|read|rebuild|record|redesign|reduce"
    r"|refactor|rehearse|reindex|release|remind|remove|rename|repair|replace"
    r"|report|require|research|resolve|restore|restrict|review|revise|revisit|rework|rewrite"
    r"|roll|rotate|run|schedule|secure|send|separate|set|setup|share|ship|simplify|split"
    r"|standardi[sz]e|start|stop|store"
    r"|strengthen|study|subscribe|switch|talk|teach|test|tighten|track|train|tune|turn"
    r"|update|upgrade|use|validate|verify|work|write)\b(?!\s*[:=])",
    re.IGNORECASE,
)
_GERUND = regex(r"\s*(?:\w+ly\s+)?[A-Z][a-z]+ing\b")
_NOMINAL = regex(
    r"\s*(?:better|more|improved|enhanced|regular|continuous|continued|ongoing|periodic"
    r"|automated|additional|stricter)\s+\w+|\s*\w+(?:tion|ment|ance|ence|sis)\s+(?:of"
    r"|for|to|into)\b",
    re.IGNORECASE,
)
_INTRO = regex(
    r"\b(?:following|below|above|listed|steps\s+(?:are|were)|these\s+(?:actions|steps|measures))\b",
    re.IGNORECASE,
)
_NONE = regex(r"\s*(?:no(?:ne| action items?| actions?| follow[ -]?ups?)\b|n/?a\b)", re.IGNORECASE)
_PAST_START = regex(
    r"\s*(?:(?:we|i)\s+(?:have\s+|also\s+|already\s+)*)?(?:re-?)?(?!need|shed|speed|feed|embed)"
    r"[A-Za-z]{2,}ed\s+(?:the|a|an|our|all|to|up|on|and|\w+)\b"
    r"|\s*(?:\S+\s+){1,5}(?:implemented|added|released|fixed)\s+(?:an?|the)\b"
    r"|\s*(?:\S+\s+){1,5}(?:is|are|was|were|has\s+been|have\s+been)\s+(?:now\s+)?"
    r"(?:updated|fixed|merged|deployed|released|resolved)\b",
    re.IGNORECASE,
)

_ASKED_FOR = regex(
    r"\s*(?:(?:we|i)(?:['’]ve|\s+have)?\s+)?(?:created|opened|filed|raised|logged|added)\s+"
    r"(?:an?|the|some|another)?\s*(?:[\w-]+\s+){0,2}"
    r"(?:tickets?|issues?|cards?|stor(?:y|ies)|tasks?)\b.{0,80}?\b(?:to|for)\s",
    re.IGNORECASE,
)
"""A ticket for work is written: the work is still to be done."""
_COUNTERFACTUAL = regex(
    r"\s*if\s+(?:\w+\s+){1,4}?(?:had|hadn['’]t)\b|.*\b(?:could|would)(?:n['’]t|\s+not)?\s+have\s+\w+",
    re.IGNORECASE,
)
"""What might have been is no work after it."""
_OWN_PART = regex(
    r"\b(?:sections?|headings?|titles?|(?:after[- ]action |incident |this )?reports?"
    r"|(?:this |the )?(?:post-?mortem|document|template|write-?up|retrospective)"
    r"|(?:action(?:able)? )?items? (?:above|below))\b",
    re.IGNORECASE,
)
_STATE = regex(
    r"(?!.*\b(?:will|should|shall|must|needs? to|to be)\b)"
    r".+\b(?:is|are|has|have|was|were)\b.+|.+\b\w*(?:ed|wn|tten|nt|de|ne|complete)(?: out)?[.\s]*$",
    re.IGNORECASE,
)


# What Markdown takes for no list: "– Add", "☐ Add", "(1) Add", "7.2 Add", "AI-1: Add".
_NUMBER = regex(
    r"\s*(?:[–—•・‣◦☐□▢]\s*|\((?:\d{1,2}|[a-z])\)\s+|\d{1,2}\)\s+|\d{1,2}(?:\.\d{1,2})+\.?\s+"
    r"|[A-Z]{1,4}-?\d{1,3}\s*[:.)–—-]\s+)(?=\S)"
)
_CODE = regex(r"\s*(?P<code>[A-Z]{1,3}-?\d{1,3})\s+(?=[A-Z])")
_LABEL = regex(r"[A-Z][^:.!?]{2,60}:\s+")  # before what is to be done
_BARE_WORDS = 40  # of a line without a bullet that is an item
_BARE_LINES = 4  # fewer tell nothing of each other


_COMPLETED = regex(
    r"(?:already\s+)?(?:done|completed|finished|shipped)(?:\s+(?:so\s+far|already|items?|actions?|work))?"
    r"|what\s+(?:we\s+have|has\s+been)\s+(?:already\s+)?done(?:\s+(?:so\s+far|already))?",
    re.IGNORECASE,
)
"""What stands below it is finished: "Completed:"."""


class _Group(Struct, frozen=True):
    """What a heading or parent item says for all items under it."""

    owner: Owner | None = None
    deadline: Deadline | None = None
    type: ActionType | None = None
    type_text: str = ""
    done: bool = False


def read_actions(
    source: Source, sections: Sequence[Section], anchor: dt.date | None
) -> tuple[ActionItem, ...]:
    """All action items of the document, in order; work done in the incident left out."""
    reader = _Reader(source, sections, anchor)
    items = reader.items()
    if reader.owners and any(item.owner is None for item in items):
        items = reader.items()
    return tuple(items)


class _Reader:
    """Reads the sections of one document; *anchor* completes its deadlines."""

    def __init__(self, source: Source, sections: Sequence[Section], anchor: dt.date | None) -> None:
        self.source, self.sections, self.anchor = source, sections, anchor
        self._itemised: dict[int, bool] = {}
        self._structured: dict[int, bool] = {}
        self._counted: dict[int, dict[int, int]] = {}
        self.owners: set[str] = set()
        """Who is named with a date somewhere: then the name alone is known, too."""

    def items(self) -> list[ActionItem]:
        """The items of all sections, in order."""
        return [
            item
            for section in self.sections
            if section.topic is Topic.ACTIONS and section.style is not HeadingStyle.FRONT_MATTER
            for item in self.section(section)
        ]

    @cached_property
    def _targets(self) -> dict[str, str]:
        """Where references lead: "[pin]: https://..." somewhere in the document."""
        return {match["name"]: match["target"] for match in _TARGET.finditer(self.source.text)}

    def _is_owner(self, words: str) -> bool:
        return words in self.owners or is_known_owner(words)

    def _knows(self, body: Text, tail: Tail) -> bool:
        """Whether the owner in *tail*, if any, is one for sure, and not only by its place."""
        return tail.owner is None or self._is_owner(body.raw[slice(*tail.owner)])

    def _is_marked_owner(self, words: str) -> bool:
        """Whether *words* are an owner where a ticket or a type stands beside them: "(Bo, #12)"."""
        first = words.split()[0].lower()
        given = first in GIVEN and first not in TECHNOLOGY
        return self._is_owner(words) or (given and regex(_NAME).fullmatch(words) is not None)

    def section(self, section: Section) -> Iterator[ActionItem]:
        group = self._inherited(section)
        if self._is_heading_item(section):
            yield self._heading_item(section, group)
            return
        detail = False
        for block, lines in _with_lines(section.blocks):
            if lines and block.text is not None and self._is_told(block, section):
                words = _behind_title(block) or self._behind_label(block, section) or block.text
                yield self._make(words, block, section, group, lines)
            elif block.kind is BlockKind.PARAGRAPH and block.text is not None:
                group = self._paragraph_group(block.text, group)
                yield from self._line_item(block, block.text, section, group)
                detail = _is_item_with_list(block.text.raw)
            elif block.kind is BlockKind.LIST and detail:
                detail = False
            else:
                yield from self._block(block, section, group)

    def _is_told(self, block: Block, section: Section) -> bool:
        """Whether a paragraph with fields below it is an item also beside lists and tables."""
        words = block.text.raw if block.text else ""
        return not self._is_structured(section) or self._is_bare_item(words.strip())

    def _block(self, block: Block, section: Section, group: _Group) -> Iterator[ActionItem]:
        if block.kind is BlockKind.LIST:
            items = () if _is_checklist(block) else _without_labels(block.children)
            for item, fields in _with_fields(items):
                yield from self._list_item(item, section, group, fields)
        elif block.kind is BlockKind.TABLE:
            yield from self._table(block, section, group)
        elif block.kind is BlockKind.CELL and block.text is not None:
            yield from self._paragraph(block, block.text, section, group)

    def _line_item(
        self, block: Block, text: Text, section: Section, group: _Group
    ) -> Iterator[ActionItem]:
        """The items of a paragraph; beside lists and tables it has to look like one."""
        led = _initials_lead(text.raw) is not None or _bold_owner(block) is not None
        if led or _is_item_with_list(text.raw) or not self._is_structured(section):
            yield from self._paragraph(block, text, section, group)

    def _is_structured(self, section: Section) -> bool:
        """Whether a section has lists or tables, so that its paragraphs are about these."""
        if section.index not in self._structured:
            kinds = (block.kind for block in section.blocks)
            listed = any(kind in (BlockKind.LIST, BlockKind.TABLE) for kind in kinds)
            self._structured[section.index] = listed
        return self._structured[section.index]

    def _inherited(self, section: Section) -> _Group:
        chain = [section]
        while (
            chain[-1].parent is not None and self.sections[chain[-1].parent].topic is Topic.ACTIONS
        ):
            chain.append(self.sections[chain[-1].parent])
        group = _Group()
        for outer in reversed(chain):
            group = self._heading_group(
                outer.heading, group, named=outer is not chain[-1] or outer.own_topic is None
            )
        return group

    def _heading_group(self, heading: Text, group: _Group, *, named: bool) -> _Group:
        words = heading.raw
        kind = (
            _type_of(words)
            if TYPE_WORD.search(words) and len(normalise(words).split()) <= 4
            else None
        )
        if kind is not None and not regex(
            r"corrective|remediation|measures?|actions?", re.IGNORECASE
        ).search(words):
            group = replace(group, type=kind, type_text=words)
        if _COMPLETED.fullmatch(words.strip(" :*")):
            return replace(group, done=True)
        fields = _Fields(self, heading, "heading")
        owner, deadline = fields.owner, fields.deadline or self._inline_deadline(heading, "heading")
        if (
            named
            and owner is None
            and deadline is None
            and (_is_owner_heading(words) or self._among_owners(heading))
        ):
            name = heading.strip(": ")
            owner = Owner(name.raw, name.span(), "heading")
        return replace(group, owner=owner or group.owner, deadline=deadline or group.deadline)

    def _among_owners(self, heading: Text) -> bool:
        """A name that no list knows, as a heading beside headings that are owners."""
        words = heading.raw.strip(" :*")
        own = self._by_heading.get(id(heading))
        if (
            own is None
            or not regex(_NAME).fullmatch(words)
            or TYPE_WORD.fullmatch(words)
            or len(heading.raw.split()) > 2
        ):
            return False
        beside, owners = self._beside[own.parent, own.style]
        is_owner = _is_owner_heading(heading.raw)
        return (owners - is_owner) * 2 > beside - 1

    @cached_property
    def _by_heading(self) -> dict[int, Section]:
        return {id(section.heading): section for section in reversed(self.sections)}

    @cached_property
    def _beside(self) -> dict[tuple[int | None, HeadingStyle], tuple[int, int]]:
        """How many headings stand under one parent in one style, and how many are owners."""
        counts: dict[tuple[int | None, HeadingStyle], tuple[int, int]] = {}
        for section in self.sections:
            place = (section.parent, section.style)
            beside, owners = counts.get(place, (0, 0))
            counts[place] = (beside + 1, owners + _is_owner_heading(section.heading.raw))
        return counts

    def _inline_deadline(self, text: Text, given_by: str) -> Deadline | None:
        match = _deadline_match(text)
        if match is None:
            return None
        start, end, words = match
        return parse_deadline(words, text.span(start, end), self.anchor, given_by)

    def _paragraph_group(self, text: Text, group: _Group) -> _Group:
        """A line such as "Prevent:" or "Due by 1 May:" speaks for the list that follows."""
        words = text.raw.strip()
        if not words.endswith(":") or len(words.split()) > 10:
            return group
        return self._heading_group(text, group, named=_is_owner_heading(words))

    # --- one heading an item ------------------------------------------------------

    def _is_heading_item(self, section: Section) -> bool:
        if section.own_topic is not None or section.style not in (
            HeadingStyle.MARKDOWN,
            HeadingStyle.BOLD,
        ):
            return False
        words = regex(r"^\W*\d+\s*[.)]\s*").sub("", section.heading.raw)
        if len(words.split()) < 3 and words == section.heading.raw:
            return False
        below = [other for other in self.sections if other.parent == section.index]
        lists = [block for block in section.blocks if block.kind is BlockKind.LIST]
        if below or any(block.kind is BlockKind.TABLE for block in section.blocks):
            return False
        if lists and not all(self._is_fields(block) for block in lists):
            return False
        return bool(
            _IMPERATIVE.match(words)
            or _GERUND.match(words)
            or words != section.heading.raw
            or section.blocks
        )

    @staticmethod
    def _is_fields(block: Block) -> bool:
        return all(
            item.text is not None and _is_field_line(item.text.raw) for item in block.children
        )

    def _heading_item(self, section: Section, group: _Group) -> ActionItem:
        details = [text for block in section.blocks for text in _texts(block)]
        block = Block(BlockKind.HEADING, section.span, section.heading, level=section.level)
        return self._make(section.heading, block, section, group, details)

    # --- lists --------------------------------------------------------------------

    def _list_item(
        self, item: Block, section: Section, group: _Group, fields: Sequence[Text] = ()
    ) -> Iterator[ActionItem]:
        text = item.text
        nested = [child for child in item.children if child.kind is BlockKind.LIST]
        if text is None or not text.raw.strip():
            for part in nested:
                for child in part.children:
                    yield from self._list_item(child, section, group)
            return
        if nested and self._is_group(item, text, nested):
            inner = self._heading_group(text, group, named=True)
            for part in nested:
                for child in part.children:
                    yield from self._list_item(child, section, inner)
            return
        if (_NONE.match(text.raw) and len(text.raw.split()) <= 12) or _is_past(item, text.raw):
            return
        if item.checked and _DONE_THEN.search(text.raw):
            return
        if _COUNTERFACTUAL.match(text.raw) and not _COMMITS.search(text.raw):
            return
        details = [t for child in item.children[1:] for t in _texts(child)]
        yield self._make(text, item, section, group, [*details, *fields])

    def _is_group(self, item: Block, text: Text, nested: Sequence[Block]) -> bool:
        words = text.raw.strip()
        if item.checked is not None or all(self._is_fields(part) for part in nested):
            return False
        if _is_owner_heading(words.rstrip(":")) and words.endswith(":"):
            return True
        label = words.endswith(":") or item.bold
        return (
            label
            and len(words.split()) <= 8
            and not (_IMPERATIVE.match(words) and len(words.split()) > 3)
        )

    # --- paragraphs ----------------------------------------------------------------

    def _paragraph(
        self, block: Block, text: Text, section: Section, group: _Group
    ) -> Iterator[ActionItem]:
        words = text.raw.strip()
        if not words or _is_lead_in(words) or _NONE.match(words) or _is_field_line(words):
            return
        work = self._behind_label(block, section)
        if work is not None:
            if words[0] == "—" and _is_name(work.raw.strip()):
                return  # who signs
            yield self._make(work, block, section, group, [])
            return
        tail = tail_of(text, self._is_owner)
        sentences = list(split_sentences(text if tail is None else text.part(0, tail.start)))
        lead = _bold_owner(block)
        if lead is not None:
            mark = _AFTER_OWNER.match(text.raw, block.level)
            yield self._make(text.part(mark.end() if mark else 0), block, section, group, [], lead)
            return
        ends = tail is not None and tail.owner is not None and tail.due is not None
        bare = ends or self._is_bare_item(words) or self._among_items(words, section)
        if len(sentences) == 1 and not self._only_prose(section) and bare:
            yield self._make(text, block, section, group, [])
            return
        for sentence in sentences if tail is None else split_sentences(text):
            if self._commits(sentence.raw):
                yield self._make(sentence, block, section, group, [])

    def _behind_label(self, block: Block, section: Section) -> Text | None:
        """The words of a paragraph behind what counts it among the items, if something does."""
        text = block.text
        if text is None:
            return None
        number = _NUMBER.match(text.raw) or _code_before(text.raw)
        end = number.end() if number else self._labels(section).get(id(block), 0)
        return text.part(end) if 0 < end < len(text.raw) else None

    def _labels(self, section: Section) -> dict[int, int]:
        """Where in the paragraphs of *section* a label ends that counts on from one to the next.

        Beside lists and tables such lines lead to these ("Phase 1 (this week)").
        """
        if section.index not in self._counted:
            told = [one for one in section.blocks if one.kind is BlockKind.PARAGRAPH and one.text]
            found = () if self._is_structured(section) else counting_lines([b.words for b in told])
            self._counted[section.index] = {
                id(told[at]): end
                for run in found
                if _is_label(told[run[0][0]].words, run[0][1])
                for at, end in run
                if not _PAST_START.match(told[at].words, end)
            }
        return self._counted[section.index]

    def _only_prose(self, section: Section) -> bool:
        paragraphs = (block for block in section.blocks if block.kind is BlockKind.PARAGRAPH)
        return next(islice(paragraphs, 1, None), None) is None  # it need not count them all

    def _among_items(self, words: str, section: Section) -> bool:
        """A short line of its own among lines that are items, whatever word it begins with."""
        short = len(words.split()) <= _BARE_WORDS and not words.endswith(("?", ":", "!"))
        aside = _INTRO.search(words) or _COUNTERFACTUAL.match(words) or _PAST_START.match(words)
        return short and not aside and self._is_itemised(section)

    def _is_itemised(self, section: Section) -> bool:
        """Whether most lines of a section without bullets are items."""
        if section.index not in self._itemised:
            lines = [
                block.text.raw.strip()
                for block in section.blocks
                if block.kind is BlockKind.PARAGRAPH and block.text is not None
            ]
            items = sum(map(self._is_bare_item, lines))
            enough = len(lines) >= _BARE_LINES and 3 * items >= 2 * len(lines)
            self._itemised[section.index] = enough
        return self._itemised[section.index]

    @staticmethod
    def _is_bare_item(words: str) -> bool:
        short = len(words.split()) <= _BARE_WORDS
        label = _initials_lead(words) or _LABEL.match(words)
        if label is not None:
            words = words[label.end() :]
        starts = (
            (label is not None and label.groupdict().get("who"))
            or _IMPERATIVE.match(words)
            or _GERUND.match(words)
            or _NOMINAL.match(words)
            or _COMMITS.search(words)
        )
        return (
            bool(starts) and short and not (_INTRO.search(words) and not _IMPERATIVE.match(words))
        )

    @staticmethod
    def _commits(words: str) -> bool:
        if _INTRO.search(words) or words.rstrip().endswith((":", "?", "!")):
            return False
        if _TO_READERS.match(words):
            return False
        if _IMPERATIVE.match(words) and words[:1].isupper():
            return True
        low = words.lower()
        past = low.startswith("by ") and not regex(r"\bwill\b").search(low)  # "By then we should"
        return bool(_COMMITS.search(words)) and not past and not low.startswith("if ")

    # --- tables --------------------------------------------------------------------

    def _table(self, table: Block, section: Section, group: _Group) -> Iterator[ActionItem]:
        header = (
            [cell.words.lower() for cell in table.children[0].children] if table.children else []
        )
        rows = table.children[1:]
        columns = _columns(header, rows)
        if columns.get("text") is None:
            return
        columns |= by_cells(header, rows, columns, self._is_owner)
        letters = "type" in columns and has_letters(rows, columns["type"])
        for row in rows:
            item = self._row(row, columns, section, group, letters=letters)
            if item is not None:
                yield item

    def _row(
        self,
        row: Block,
        columns: dict[str, int],
        section: Section,
        group: _Group,
        *,
        letters: bool,
    ) -> ActionItem | None:
        text = _cell(row, columns.get("text"))
        if text is None or is_blank(text.raw):
            return None
        item = self._make(text, row, section, group, [], in_table=True)
        owner, due, ticket = (
            _undone(_cell(row, columns.get(n))) for n in ("owner", "due", "ticket")
        )
        if owner is not None:
            item = replace(
                item,
                owner=None if is_blank(owner.raw) else Owner(owner.raw, owner.span(), "column"),
            )
        if due is not None:
            item = replace(
                item, deadline=parse_deadline(due.raw, due.span(), self.anchor, "column")
            )
        kind = _cell(row, columns.get("type"))
        if kind is not None:
            named = TYPE_LETTERS.get(kind.raw.upper()) if letters else _type_of(kind.raw)
            item = replace(item, type=named, type_text=kind.raw)
        if ticket is not None:  # what the text names is then another ticket
            item = _with_ticket(item, ticket.raw)
        state = _cell(row, columns.get("status"))
        if state is not None:
            item = replace(item, status=_status_of(state.raw))
        others = (cell.text for at, cell in enumerate(row.children) if at != columns["text"])
        marked = state is None and any(text and done_mark(text.raw) is not None for text in others)
        if marked or any(cell.struck for cell in row.children):
            item = replace(item, status=Status.DONE)
        return item

    # --- what all of them share ----------------------------------------------------

    def _make(
        self,
        text: Text,
        block: Block,
        section: Section,
        group: _Group,
        details: Sequence[Text],
        lead: Owner | None = None,
        *,
        in_table: bool = False,
    ) -> ActionItem:
        whole, macros = without_macros(text)
        text, extras = self._shorn(whole)
        fields = _Fields(self, text, "inline")
        nested = [_Fields(self, detail, "label") for detail in details]
        owner = lead or fields.owner or next((f.owner for f in nested if f.owner), None)
        deadline = fields.deadline or next((f.deadline for f in nested if f.deadline), None)
        ticket = fields.ticket or next((f.ticket for f in nested if f.ticket), "")
        typed = next((said for said in macros if TYPE_WORD.fullmatch(said)), extras.type)
        kind_text = fields.type_text or next((f.type_text for f in nested if f.type_text), typed)
        known = self._is_marked_owner if extras.listed else self._is_owner
        found = self._set_off(fields.body, owner, deadline, known)
        body, owner, deadline = found or (fields.body, owner, deadline)
        if owner is None and text is not whole:
            owner, body = self._mentioned(body)
        if owner is None:
            owner, body = self._loose_owner(body, text)
        if owner is None:
            owner = next((_handles(detail) for detail in details if _handles(detail)), None)
        if deadline is None:
            deadline = self._inline_deadline(text, "inline") or self._day_alone(whole, extras)
            body = _without_deadline(body)
        body = _without_owner(body, owner)
        if found is not None:
            body, behind = without_extras(body, _is_field_line)
            kind_text = kind_text or behind.type
        body, kind_text = _strip_type(body, kind_text)
        return ActionItem(
            text=body if body.raw else text,
            line=self._line(text),
            block=block,
            section=section.index,
            owner=owner or group.owner,
            deadline=deadline or group.deadline,
            type=_type_of(kind_text) if kind_text else group.type,
            type_text=kind_text or group.type_text,
            status=_status(
                block,
                (text, body),
                [
                    *(state for state in (fields.status, extras.status, *macros) if state),
                    *(f.status for f in nested if f.status),
                    *("done" for detail in details if _DONE_BY.search(detail.raw)),
                    *(["done"] if group.done else ()),
                ],
            ),
            ticket=ticket or _ticket_in(self.source, [whole, *details], block, self._targets),
            details=tuple(d for d in details if not _is_field_line(d.raw)),
            in_table=in_table,
        )

    def _set_off(
        self,
        body: Text,
        owner: Owner | None,
        deadline: Deadline | None,
        known: Callable[[str], bool],
    ) -> tuple[Text, Owner | None, Deadline | None] | None:
        """*body* without the owner and the day that it begins or ends in, and these.

        None if it does neither; those that are known already stay as they are.
        """
        whole, begins = body, lead_of(body)
        tail = begins or tail_of(body, known)
        if begins is None and owner is None and tail is not None and not self._knows(body, tail):
            owner, body = _leading_owner(body) or (None, body)
            tail = tail_of(body, known) if owner else tail
        if tail is None:
            return None if body is whole else (body, owner, deadline)
        if owner and deadline:
            return body, owner, deadline
        if owner is None and tail.owner is not None:
            who = body.part(*tail.owner)
            owner = Owner(who.raw, who.span(), "inline")
        due = body.part(*tail.due) if tail.due is not None else None
        if deadline is None and due is not None and not DONE_THEN.match(due.raw):
            deadline = parse_deadline(due.raw, due.span(), self.anchor, "inline")
        if owner is not None and tail.due is not None:
            self.owners.add(owner.text)
        body = body.part(tail.start).strip() if begins else _before(body, tail.start)
        return body, owner, deadline

    def _shorn(self, text: Text) -> tuple[Text, Extras]:
        """*text* without what stands behind its work besides owner and day, and what that says.

        A ticket behind the work itself ("Rotate the keys (#528)") belongs to the work.
        """
        plain, extras = without_extras(text, _is_field_line)
        if plain is text or extras.listed:
            return plain, extras
        fields = _Fields(self, plain, "inline")
        if fields.owner or fields.deadline or tail_of(plain, self._is_owner):
            return plain, extras
        return text, extras

    def _day_alone(self, text: Text, extras: Extras) -> Deadline | None:
        """A day that stands in the tail of *text* by itself: "Detect. 18 June 2025, AGRO-220"."""
        if extras.due is None:
            return None
        due = text.part(*extras.due)
        return parse_deadline(due.raw, due.span(), self.anchor, "inline")

    def _line(self, text: Text) -> Span:
        """The item's words on its own first line."""
        span = text.span()
        end = self.source.line_bounds(self.source.line_of(span.start))[1]
        return Span(span.start, min(span.end, max(end, span.start + 1)))

    def _loose_owner(self, body: Text, text: Text) -> tuple[Owner | None, Text]:
        """An owner without a label: "Sarah to add ...", "... (Sarah)", "... - @sarah"."""
        for find in (
            _mentioned_first,
            _leading_owner,
            _trailing_owner,
            _acting_owner,
            _taking_owner,
        ):
            found = find(body)
            if found is not None:
                owner, rest = found
                return owner, rest
        match = _HANDLE_ANYWHERE.search(text.prose) or _CODED_HANDLE.search(text.raw)
        if match and not regex(r"(?:talk|speak|reach out) to\s*$", re.IGNORECASE).search(
            text.raw[: match.start()]
        ):
            place = text.span(match.start(), match.end())
            return Owner(match[0].strip(), place, "inline"), body
        return None, body

    def _mentioned(self, body: Text) -> tuple[Owner | None, Text]:
        """Who is mentioned at the end, by a name of several words: "... @Ola Brandt"."""
        match = _LAST_MENTION.search(body.raw)
        if match is None or not match.start():
            return None, body
        place = body.span(*match.span("who"))
        return Owner(match["who"], place, "inline"), _before(body, match.start())


class _Fields:
    """Labelled values inside one text: "Owner: Sarah, due: May 1"."""

    def __init__(self, reader: _Reader, text: Text, given_by: str) -> None:
        self.owner: Owner | None = None
        self.deadline: Deadline | None = None
        self.type_text = self.status = self.ticket = ""
        first = len(text.raw)
        last = 0
        for match in _FIELD.finditer(text.raw):
            start, end = match.span("value")
            part = text.part(start, end).strip(" .*–—-") if end > start else text.part(start, start)
            if part.raw.startswith("[["):  # a page of its own for each person
                part = part.strip("[]")
            self._take(match, part, reader, given_by)
            first, last = min(first, match.start()), max(last, end)
        self.body = _before(text, first, ".*") if first < len(text.raw) else text
        if first < len(text.raw) and not self.body.raw and last < len(text.raw):
            self.body = text.part(last).strip(" -–—,;:)]|.")

    def _take(self, match: re.Match[str], part: Text, reader: _Reader, given_by: str) -> None:
        if match["owner"] and self.owner is None and not is_blank(part.raw):
            due = _deadline_match(part)
            who = part.part(0, due[0]).strip(" ,;–—-(") if due and due[0] else part
            self.owner = Owner(who.raw, who.span(), given_by)
        elif match["due"] and self.deadline is None:
            self.deadline = parse_deadline(part.raw, part.span(), reader.anchor, given_by)
        elif match["type"] and not self.type_text:
            self.type_text = part.raw
        elif match["status"] and not self.status:
            self.status = part.raw
        elif match["ticket"] and not self.ticket and not is_blank(part.raw):
            self.ticket = part.raw


def _deadline_match(text: Text) -> tuple[int, int, str] | None:
    """Where *text* names a deadline in running words: start, end, the date's words."""
    best: tuple[int, int, str] | None = None
    for match in INLINE_DEADLINE.finditer(text.prose):
        name = next(
            key for key in ("date", "within", "event", "opens", "bracket", "tail") if match[key]
        )
        words = match[name].strip()
        if (
            match["intro"]
            and match["intro"].split()[0].lower() in ("by", "before", "until")
            and not _dated(words)
        ):
            continue
        if (
            match["intro"]
            and match["intro"].split()[0].lower() in ("expected", "before", "until")
            and regex(r"\bprod|\bdeploy").search(text.raw[match.end() :])
        ):
            continue
        best = (match.start(), match.end(), words)
        if match["intro"]:
            break
    if best is None:
        vague = regex(
            r"[\s(,–—-](asap|as soon as possible|in the near future|when we get to it|tbd)[\s).]*$",
            re.IGNORECASE,
        ).search(text.raw)
        vague = vague or _VAGUE_INLINE.search(text.raw) or _DUE_SOME_TIME.search(text.raw)
        best = (vague.start(1), vague.end(1), vague[1]) if vague else None
    return best


_VAGUE_INLINE = regex(
    r"\b(in the (?:near|foreseeable) future|as soon as (?:possible|we can)"
    r"|when(?:ever)? we get to it|in the coming (?:days|weeks|months)|over the (?:coming"
    r"|next few) (?:days|weeks|months)|(?:during|in) (?:the )?(?:next"
    r"|upcoming) (?:\w+ )?(?:maintenance(?: window)?|sprint|quarter|release)"
    r"|soon(?= ?[.;]|$))",
    re.IGNORECASE,
)
_DUE_SOME_TIME = regex(
    r"\bdue\s+((?:before|after|when(?:ever)?|once|until|with)\s+[^.,;()\[\]|]{2,50})", re.IGNORECASE
)
_UNIT_ALONE = regex(r"(?:the\s+)?(?:day|week|month|quarter|year)|today|tomorrow", re.IGNORECASE)
_QUANTITY = regex(
    r"(?:\d+|one|two|three|four|six|eight)\s+(?:business\s+)?(?:days?|weeks?|months?)",
    re.IGNORECASE,
)


def _dated(words: str) -> bool:
    """Whether the words after "by" are a date: May 1 is, two days or high are not."""
    if _UNIT_ALONE.fullmatch(words) or _QUANTITY.fullmatch(words):
        return False
    return (
        bool(
            regex(
                r"\d|end of|eo[dwmqy]\b|next|this|day\b|(?:january|february|march|april|may"
                r"|june|july|august|september|october|november|december)\b",
                re.IGNORECASE,
            ).search(words)
        )
        and "daily" not in words.lower()
    )


def _without_owner(body: Text, owner: Owner | None) -> Text:
    """*body* without the owner that it ends in behind a mark: "Cap the retries, @ana"."""
    words = body.raw.rstrip(" .)]")
    if owner is None or not words.endswith(owner.text):
        return body
    start = len(words) - len(owner.text)
    set_off = words[:start].rstrip()[-1:] in tuple("-–—([,:;|·")
    return _before(body, start) if start and set_off else body


def _without_deadline(body: Text) -> Text:
    """*body* without the deadline that it ends in."""
    match = _deadline_match(body)
    if match is None or match[0] == 0 or body.raw[match[1] :].strip(" .,;)]"):
        return body
    return _before(body, match[0])


def _before(text: Text, end: int, others: str = "") -> Text:
    """What stands before *end*, without the marks that set off what follows, and *others*."""
    words = text.raw[:end].rstrip(f" \t\n-–—→,;:([|•·{others}")
    return text.part(len(words) - len(words.lstrip(" \t\n-–—,;:|•·*.")), len(words))


def _with_fields(items: Sequence[Block]) -> Iterator[tuple[Block, list[Text]]]:
    """Each item with the bullets beside it that are no items: "Owner: Kofi", "Due: March 20"."""
    last: tuple[Block, list[Text]] | None = None
    for item in items:
        text = item.text
        if last is not None and text is not None and _is_field_line(text.raw):
            last[1].append(text)
            continue
        if last is not None:
            yield last
        last = (item, [])
    if last is not None:
        yield last


def _with_lines(blocks: Sequence[Block]) -> Iterator[tuple[Block, list[Text]]]:
    """Each block; a paragraph that says what to do, with the lines of fields right below it."""
    last: tuple[Block, list[Text]] | None = None
    for block in blocks:
        text = block.text if block.kind is BlockKind.PARAGRAPH else None
        if last is not None and text is not None and _is_field_line(text.raw):
            last[1].append(text)
            continue
        if last is not None:
            yield _told(*last)
        last = (block, [])
    if last is not None:
        yield _told(*last)


def _told(block: Block, lines: list[Text]) -> tuple[Block, list[Text]]:
    """*block* with its *lines* if these say who does it or by when, and so that it is work."""
    words = block.text.raw.strip() if block.text and block.kind is BlockKind.PARAGRAPH else ""
    fields = [match for line in lines if (match := _FIELD.match(line.raw.lstrip("*_ ")))]
    told = any(match["owner"] or match["due"] for match in fields)
    return block, lines if told and words and _may_be_work(words) else []


def _may_be_work(words: str) -> bool:
    """Whether a paragraph with fields below it can be an item: it leads to nothing, and is open."""
    label = _LABEL.match(words)
    if label is not None or _INTRO.search(words):
        return _IMPERATIVE.match(words, label.end() if label else 0) is not None
    return not (
        _is_lead_in(words)
        or _is_field_line(words)
        or _NONE.match(words)
        or _PAST_START.match(words)
        or _COUNTERFACTUAL.match(words)
    )


def _is_label(words: str, end: int) -> bool:
    """Whether what *words* begin with, up to *end*, counts items: no day, ticket or amount."""
    if words[:end].strip().isdigit() and not words[end].isupper():
        return False  # "2 lamps"
    day = next(iter(find_dates(words)), None)
    ticket = TICKET.match(words)
    two_digits = ticket is not None and sum(map(str.isdigit, ticket[0])) > 1
    return not two_digits and (day is None or day.start >= end)


def _without_labels(items: Sequence[Block]) -> list[Block]:
    """*items* without the labels in their words that count on from one to the next: "CA-1"."""
    runs = counting_lines([item.words for item in items])
    ends = {
        at: end for run in runs if _is_label(items[run[0][0]].words, run[0][1]) for at, end in run
    }
    return [
        replace(item, text=item.text.part(ends[at])) if at in ends and item.text else item
        for at, item in enumerate(items)
    ]


def _code_before(words: str) -> re.Match[str] | None:
    """What numbers a line without a mark if it is work: "M1 Test it. Responsible: Ana"."""
    match = _CODE.match(words)
    if match is None or match["code"].lower() in TECHNOLOGY:
        return None
    told = any(field["owner"] or field["due"] for field in _FIELD.finditer(words, match.end()))
    return match if told or _IMPERATIVE.match(words, match.end()) else None


def _behind_title(block: Block) -> Text | None:
    """The words of a paragraph behind a title that it begins with: "**Alarms.** Page when"."""
    text = block.text or Text("", "", ((0, 0),))
    title, rest = text.raw[: block.level].rstrip(), text.part(block.level).strip(" :.–—-")
    return rest if title.endswith((".", ":")) and rest.raw else None


def _is_field_line(words: str) -> bool:
    match = _FIELD.match(words.lstrip("*_ "))
    return match is not None


def _is_checklist(block: Block) -> bool:
    """Whether boxes are ticked for what the document is to have, not for work after it.

    "Sections above are filled out": each line is a state, and half of them or more are of parts
    of the document.
    """
    items = [item.text.raw for item in block.children if item.text and item.checked is not None]
    if len(items) < max(2, len(block.children)):
        return False
    states = all(_STATE.match(words) and not _IMPERATIVE.match(words) for words in items)
    return states and 2 * sum(bool(_OWN_PART.search(words)) for words in items) >= len(items)


_DONE_THEN = regex(
    r"\b(?:done|completed|fixed|finished|sent|applied)\b[^.()]{0,30}\b(?:during|in|on|that)\s+(?:the\s+)?"
    r"(?:incident|outage|night|call|bridge)\b[^.()]{0,30}[.)\s]*$",
    re.IGNORECASE,
)
"""Work of the incident itself is no work after it."""


def _with_ticket(item: ActionItem, told: str) -> ActionItem:
    """*item* with the ticket of its cell, which may tell its state, too: "LED-3301 **DONE**"."""
    if is_blank(told):
        return replace(item, ticket="")
    found = TICKET.search(told)
    beside = told[: found.start()] + told[found.end() :] if found else ""
    state = _status_of(beside)
    if found is None or state is Status.UNKNOWN:
        return replace(item, ticket=told)
    return replace(item, ticket=found[0], status=state)


def _is_past(item: Block, words: str) -> bool:
    """Whether work is told as finished ("Migrated the node"), without a box or mark."""
    if item.checked is not None or _COMMITS.search(words) or _IMPERATIVE.match(words):
        return False
    if _ASKED_FOR.match(words):
        return False
    return _PAST_START.match(words) is not None


def _is_lead_in(words: str) -> bool:
    """Whether a line leads to the items ("We will do the following:") and is none."""
    return words.endswith(":") and not _is_item_with_list(words)


def _is_item_with_list(words: str) -> bool:
    if not words.endswith(":"):
        return False
    label = _LABEL.match(words)
    asks = label is not None and _IMPERATIVE.match(words, label.end()) is not None
    return asks or _initials_lead(words) is not None


def _texts(block: Block) -> Iterator[Text]:
    for child in block.walk():
        if child.kind in (BlockKind.PARAGRAPH, BlockKind.CELL) and child.text is not None:
            yield child.text


def _cell(row: Block, column: int | None) -> Text | None:
    if column is None or column >= len(row.children):
        return None
    return row.children[column].text


def _undone(cell: Text | None) -> Text | None:
    """What a *cell* says besides that the work is done: "n/a **DONE**", "3 May (done)"."""
    at = done_mark(cell.raw) if cell is not None else None
    return cell if cell is None or at is None else cell.part(0, at).strip(" ([–—-,;")


def column_kinds(table: Block) -> frozenset[str]:
    """What a table of action items has columns for: text, owner, due, status, type, ticket."""
    header = [cell.words.lower() for cell in table.children[0].children] if table.children else []
    return frozenset(_columns(header, table.children[1:]))


def _columns(header: Sequence[str], rows: Sequence[Block]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for name in ("owner", "due", "status", "type", "ticket"):
        for index, words in enumerate(header):
            taken = index in columns.values()
            if (
                not taken
                and _HEADERS[name].search(words)
                and not (
                    _HEADERS["text"].search(words) and name in ("status", "ticket", "type", "due")
                )
            ):
                columns[name] = index
                break
    free = [
        i
        for i, words in enumerate(header)
        if i not in columns.values() and not _NUMBER_HEADER.fullmatch(words)
    ]
    named = [i for i in free if _HEADERS["text"].search(header[i])]
    if named or free:
        columns["text"] = named[0] if named else max(free, key=lambda i: _width(rows, i))
    return columns


def _width(rows: Sequence[Block], column: int) -> int:
    return sum(len(row.children[column].words) for row in rows if column < len(row.children))


def _type_of(words: str) -> ActionType | None:
    for kind, pattern in _TYPES:
        if pattern.search(words):
            return kind
    return None


def _strip_type(body: Text, known: str) -> tuple[Text, str]:
    match = _TYPE_PREFIX.match(body.raw)
    if match is not None:
        return body.part(match.end()).strip(), known or (match["a"] or match["b"])
    match = _TYPE_SUFFIX.search(body.raw)
    if match is not None:
        rest = (
            body.part(0, match.start()).strip(" -–—,;")
            if match.start()
            else body.part(match.end()).strip()
        )
        return rest, known or match["a"]
    return body, known


def _status(block: Block, texts: Sequence[Text], stated: Sequence[str]) -> Status:
    """How far an item is: *texts* are its words with and without owner and day."""
    for words in stated:
        found = _status_of(words)
        if found is not Status.UNKNOWN:
            return found
    if block.checked is not None:
        return Status.DONE if block.checked else Status.OPEN
    if block.struck or any(_is_done(text.raw) for text in texts):
        return Status.DONE
    cancelled = any(_CANCELLED.search(text.raw) for text in texts)
    return Status.CANCELLED if cancelled else Status.UNKNOWN


def _is_done(words: str) -> bool:
    """Whether *words* end in a mark that the work is done."""
    if _DONE_BY.search(words):
        return True
    for match in _DONE.finditer(words):
        if match["word"] is None:
            return True
        before = words[max(0, match.start("word") - _CLAUSE) : match.start("word")]
        if before.rstrip()[-1:] in _SET_OFF:
            return True
        if not _WITHIN_CLAUSE.search(before) and (not match["day"] or _is_told_done(before)):
            return True
    return False


def _is_told_done(before: str) -> bool:
    """Whether what stands before "deployed on 12 May" tells of that day, and plans none.

    "The limit was deployed on 12 May", but not "Get the limit deployed on 12 May".
    """
    return not before.strip() or (_WAS.search(before) is not None and not _COMMITS.search(before))


def _status_of(words: str) -> Status:
    plain = words.strip().lower()
    if regex(r"(?:not|un|in)[ -]?(?:done|complete|resolved|fixed|finished|started)").match(plain):
        return Status.OPEN
    return next((status for status, pattern in _STATUSES if pattern.search(plain)), Status.UNKNOWN)


def _ticket_in(
    source: Source, texts: Sequence[Text], block: Block, targets: Mapping[str, str]
) -> str:
    words = (
        source.text[block.span.start : block.span.end]
        if block.kind is not BlockKind.PARAGRAPH
        else ""
    )
    for text in texts:
        span = text.span()
        words += (
            "\n"
            + source.text[
                span.start : min(
                    span.end + 200, source.line_bounds(source.line_of(max(span.end - 1, 0)))[1]
                )
            ]
        )
    words += "".join(f" {targets.get(name, '')}" for name in _REFERENCE.findall(words))
    for match in TICKET.finditer(words):
        if not _NOT_TICKET.match(match[0]):
            return match[0]
    return ""


def _is_owner_heading(words: str) -> bool:
    """Whether a group's heading is whoever does its items ("Alex", "All", "@sam")."""
    plain = words.strip(" :*")
    several = _BETWEEN_OWNERS.split(plain)
    if len(several) > 1:
        return len(several) <= _MOST_OWNERS and all(map(_is_owner_heading, several))
    if regex(_HANDLE).fullmatch(plain) or regex(
        r"(?:all|everyone|everybody)", re.IGNORECASE
    ).fullmatch(plain):
        return True
    if not regex(_NAME).fullmatch(plain) or len(plain.split()) > 3:
        return False
    if regex(r"[A-Z]{2,3}").fullmatch(plain):
        return plain.lower() not in TECHNOLOGY | _NOBODY
    return _is_name(plain) and not TYPE_WORD.fullmatch(plain)


def is_given_name(word: str) -> bool:
    """Whether *word* is a name and nothing else in English.

    Accents are optional, but tell a name from a word: "Nóva" is no "nova".
    """
    bare = word.strip("'’.,:").lower().removesuffix("'s").removesuffix("’s")
    plain = unicodedata.normalize("NFKD", bare)
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    if plain in NAME_WORDS:
        return plain != unicodedata.normalize("NFKD", bare)
    return plain in GIVEN or (plain not in TECHNOLOGY and is_rare_name(plain))


_CREW = regex(r"ops|noc", re.IGNORECASE)
_AFTER_OWNER = regex(r"[\s:–—-]*(?:to\s+)?")
_BETWEEN_OWNERS = regex(r"\s*[/,&+]\s*|\s+and\s+")
_MOST_OWNERS = 4
_HANDLES = regex(rf"\s*{_HANDLE}(?:(?:\s*(?:,|&|and))+\s*{_HANDLE})*")


def _handles(detail: Text) -> Owner | None:
    """Handles that a line below the item begins with: "@ana and @kofi plan the ..."."""
    match = _HANDLES.match(detail.raw)
    if match is None:
        return None
    return Owner(match[0].strip(), detail.span(match.start(), match.end()), "label")


def _bold_owner(block: Block) -> Owner | None:
    """Whoever a line begins with in bold: "**Ana** Turn on the alert", "**AC/JP** to ask ..."."""
    text = block.text
    if text is None or not 0 < block.level < len(text.raw):
        return None
    who = text.part(0, block.level).strip(" :")
    rest = text.raw[block.level :].lstrip(" :–—-")
    if not rest or not _is_owner_heading(who.raw):
        return None
    return Owner(who.raw, who.span(), "inline")


def _initials_lead(words: str) -> re.Match[str] | None:
    """Initials before what is to be done: "**JP** Move the alert", also without a mark."""
    match = _INITIALS_LEAD.match(words)
    if match is None or match["who"].lower() in TECHNOLOGY | _NO_INITIALS:
        return None
    first = words[match.end() :].split()[0].lower()
    return match if first in HAVE or "b" in lemma(first)[1] else None


_INITIALS_LEAD = regex(r"\s*(?P<who>[A-Z]{2,3}):?\s+(?=[A-Z])")
_NOBODY = frozenset("aws gcp pr mr api dns ci cd ui ux db os vm".split())
_NO_INITIALS = _NOBODY | frozenset("sre dba qa ops dev it pm po hr all".split())


_FIRST_MENTION = regex(
    rf"\s*(?P<who>@{_NAME}(?:\s+(?:team|squad|group|guild|crew)\b)?|{_HANDLE})\s+(?:(?:to|will|shall)\s+)?(?=(?P<verb>[^\W\d_]+)\b)"
)


def _is_base(word: str) -> bool:
    return "b" in lemma(word.lower())[1]


def _mentioned_first(text: Text) -> tuple[Owner, Text] | None:
    """Who is mentioned before what is to be done: "@Ola Brandt cap the retries", "@ana Add it"."""
    match = _FIRST_MENTION.match(text.raw)
    if match is None:
        return None
    who, rest = text.part(*match.span("who")), text.part(match.end())
    *first, last = who.raw.split()
    if not _is_base(match["verb"]):
        if not first or not _is_base(last):
            return None
        rest = text.part(match.end("who") - len(last))  # "@Ana Add": no name of hers
        who = who.part(0, len(who) - len(last)).strip()
    return Owner(who.raw, who.span(), "inline"), rest


def _leading_owner(text: Text) -> tuple[Owner, Text] | None:
    crowd = _LEAD_GROUP.match(text.raw)
    if crowd is not None and _is_told_to(text.raw, crowd):
        place = text.span(*crowd.span("who"))
        return Owner(crowd["who"], place, "inline"), text.part(crowd.end())
    initials = _initials_lead(text.raw)
    if initials is not None:
        place = text.span(*initials.span("who"))
        return Owner(initials["who"], place, "inline"), text.part(initials.end())
    match = _LEAD_OWNER.match(text.raw)
    if match is None:
        return None
    group = "b" if match["b"] else "who"
    words = match[group]
    if not (words.startswith("@") or _is_name(words)):
        return None
    return Owner(words, text.span(*match.span(group)), "inline"), text.part(match.end())


_LEAD_GROUP = regex(r"\s*(?P<who>(?:[^\W\d_][\w'’-]*\s){0,3}[^\W\d_][\w'’-]*):\s+(?=\S)")


def _is_told_to(words: str, lead: re.Match[str]) -> bool:
    """Whether several, or nobody yet, are told what to do: "Ops: check the disks"."""
    who = lead["who"]
    if not (_CREW.fullmatch(who) or is_group(who) or is_everybody(who)):
        return False
    first = words[lead.end() :].split()[0].lower()
    return "b" in lemma(first)[1]


def _trailing_owner(text: Text) -> tuple[Owner, Text] | None:
    last = None
    for match in _TAIL_OWNER.finditer(text.raw):
        last = match
    if last is None or last.start() == 0:
        return None
    words = last["who"]
    tail = text.raw[last.end() :].strip(" .)")
    known = words.startswith("@") or _is_name(words) or bool(regex(r"[A-Z]{2}").fullmatch(words))
    team = (
        bool(_TEAM.search(words)) and text.raw[last.start() : last.start("who")].strip() in "([–—-"
    )
    if not (known or team) or (tail and not _deadline_match(text)):
        return None
    return Owner(words, text.span(*last.span("who")), "inline"), text.part(0, last.start()).strip()


def _is_full_name(words: str) -> bool:
    """Whether *words* are a given and a family name, of which each may be a word: "Ann Lee"."""
    first, *others = words.split()
    plain, last = first.lower(), others[-1].lower() if others else ""
    return (
        regex(_NAME).fullmatch(words) is not None
        and plain in GIVEN
        and plain not in TECHNOLOGY
        and (last in FAMILY or is_rare_name(last))
    )


def _is_name(words: str) -> bool:
    titled = _TITLED.match(words) is not None  # whatever the name is
    return titled or is_given_name(words.split()[0]) or _is_full_name(words)


_TITLED = regex(r"(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Professor|Sister|Herr|Frau|Mme|Sra?)\.?\s+[A-ZÀ-Þ]")


def is_known_owner(words: str) -> bool:
    """Whether *words* alone are an owner, wherever they stand: a name, initials, a team."""
    if regex(r"[A-Z]{2,3}").fullmatch(words):
        return words.lower() not in TECHNOLOGY | _NO_INITIALS
    name = regex(_NAME).fullmatch(words) is not None and _is_name(words)
    return name or words.startswith("@") or is_group(words)


def _is_team_name(word: str) -> bool:
    """A word with capitals inside that is no known software: "DevEx will ..."."""
    capitals = sum(char.isupper() for char in word)
    return word.isalpha() and capitals >= 2 and word.lower() not in TECHNOLOGY


_TAKES_IT = regex(
    rf"[.!?]\s+(?P<who>{_HANDLE}|{_NAME}|(?:[Tt]he\s+)?(?:[\w&/-]+\s+){{1,3}}?(?:team|group|squad))\s+"
    r"(?:will|to|shall|is\s+(?:going\s+)?to|has\s+agreed\s+to|agreed\s+to|owns?|takes?|has|leads?)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:this|it|that)\b(?!\s+(?:is|was|will|can|has)\b)[^.]*\.?\s*$"
)


def _taking_owner(text: Text) -> tuple[Owner, Text] | None:
    """Who takes the work in the sentence after it: "Add a limit. Hugh Trelawney will do this"."""
    match = _TAKES_IT.search(text.raw)
    if match is None:
        return None
    who = match["who"]
    first, *others = who.split()
    if not (who.startswith("@") or others or is_given_name(first)) or first.lower() in TECHNOLOGY:
        return None
    return Owner(who, text.span(*match.span("who")), "inline"), text.part(0, match.start() + 1)


def _is_short_name(words: str, match: re.Match[str]) -> bool:
    """Whether a name that is a word, too, is told what to do: "Bo to cap the retries"."""
    who = match["who"].lower()
    told = match["how"] == "to" and not words.startswith("be ", match.end())
    return told and who in GIVEN and who not in TECHNOLOGY and who not in VERBS


_NOT_FIRST = frozenset({"the", "our", "all", "an", "your", "their", "each", "every"})
"""Words that no owner has amid its own: what stands before them is a verb."""


def _is_noun_next(words: str, lead: re.Match[str]) -> bool:
    """Whether "to" leads to a thing, and not to what is to be done."""
    following = words[lead.end() :].split(maxsplit=1)
    return lead["how"] == "to" and bool(following) and following[0].lower() in DETERMINERS


def _acting_owner(text: Text) -> tuple[Owner, Text] | None:
    match = _TO_DO.match(text.raw)
    if match is None:
        return None
    who = match["who"]
    words = who.split()
    if _NOT_FIRST.intersection(word.lower() for word in words[1:]) or _is_noun_next(
        text.raw, match
    ):
        return None  # "Introduce the teams to the rules"
    several = is_team(who) or (words[0].lower() == "the" and bool(_TEAM.search(who)))
    # "All developers should be able to merge" is a state, not their work.
    asked = match["how"] != "should" and not text.raw.startswith("be ", match.end())
    several = several or (asked and (is_group(who) or is_everybody(who)))
    is_name = who.startswith("@") or (
        (_is_name(who) or _is_short_name(text.raw, match))
        and all(word[0].isupper() for word in words)
    )
    squad = match["how"] == "will" and len(words) == 1 and _is_team_name(words[0])
    if not (several or is_name or squad):
        return None
    rest = text.part(match.end()) if is_name else text
    return Owner(who, text.span(*match.span("who")), "inline"), rest
