"""Who counts as a person in this document.

Evidence is combined: handles and e-mail addresses, the names that the document
itself gives as owners, authors and attendees, the configuration, lists of given
names of the whole world, titles, and verbs that only people do. Against it stand
the names of products ("Jenkins ran the wrong job") and what the configuration
calls a system.

In an owner cell anything is a person that is not known to be a team, a role or a
placeholder; in narrative nothing is a person without evidence.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from pmlint.document import MASK, Document
from pmlint.lexicon import (
    DETERMINERS,
    GROUPS_OF_THINGS,
    NOUNS_TOO,
    PERSON_NOUNS,
    POSSESSIVES,
    SINGLING,
    SOFTWARE_NOUNS,
    TEAM_NOUNS,
    TEAM_PLAIN,
    lemma,
    singular_person,
    word_set,
)
from pmlint.memory import Memory
from pmlint.names import FAMILY, GIVEN, NAME_WORDS, ORGANISATIONS, TECHNOLOGY, is_rare_name
from pmlint.regexes import regex

__all__ = ["Actor", "OwnerKind", "People", "owner_kind", "people"]


class Actor(enum.Enum):
    """What kind of thing does something in a sentence."""

    PERSON = "person"
    """A name, a handle, initials, an e-mail address."""
    ROLE = "role"
    """One person picked out: "the on-call engineer", "a junior developer", "he"."""
    INDEFINITE = "indefinite"
    """Nobody in particular: "an engineer", "someone", "nobody"."""
    TEAM = "team"
    """Several people: "Ops", "the DBAs", "the vendor's staff", "they"."""
    WE = "we"
    """The author, alone or with others."""
    SYSTEM = "system"
    ORG = "org"
    """A company, or its customers as a whole."""
    UNKNOWN = "unknown"


class OwnerKind(enum.Enum):
    """Who an action item is given to."""

    PERSON = "person"
    TEAM = "team"
    ROLE = "role"
    SEVERAL = "several"
    NOBODY = "nobody"


# --- names ---------------------------------------------------------------------------


_PLAINER = str.maketrans("øłđßæœıð’", "oldsaoid'")


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    """Lower case, without accents: ``Łukasz`` and ``Zoë`` as in the lists."""
    if word.isascii():
        return word.lower()
    swapped = word.lower().translate(_PLAINER)
    parts = unicodedata.normalize("NFKD", swapped)
    return "".join(char for char in parts if not unicodedata.combining(char))


@lru_cache(maxsize=4096)
def _runs(text: str) -> tuple[str, frozenset[str]]:
    """*text* in plain letters, and its runs of letters."""
    plain = _plain(text)
    return plain, frozenset(_LETTERS.findall(plain))


_LETTERS = regex(r"[a-z]+")


def _foreign(word: str) -> bool:
    """Whether *word* is written in no Latin script: in an English text, a name."""
    letters = [char for char in word if char.isalpha()]
    if not letters or MASK in word:
        return False
    return all(ord(char) > 0x36F and not 0x1E00 <= ord(char) < 0x2000 for char in letters) and all(
        char not in "αβγδεθλμπσφχψωΔΣΩΠ" for char in letters
    )


def _listed(word: str) -> bool:
    """Whether *word*, or a part of it ("Jean-Pierre"), is in the list of given names."""
    plain = _plain(word)
    if plain in GIVEN:
        return True
    parts = plain.split("-")
    return len(parts) == 2 and all(part in GIVEN for part in parts)


_TITLE = regex(r"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Herr|Frau|Sr|Sra|Mme|Mlle|M)\.? ([A-Z][\w'’-]+)")
_DOES = (
    "forgot|typed|mistyped|misclicked|clicked|apologi[sz]ed|admitted|bothered|slept|overslept|"
    "acknowledged|joined|paged|said|thought|assumed|realised|realized|noticed|believed|suggested|"
    "asked|wondered|decided|explained|pinged|commented|confirmed|knew|replied|panicked|rushed|"
    "remembered|suspected|escalated|volunteered|googled|walked|logged in|phoned|emailed|"
    "merged|reviewed|approved|investigated|proposed|agreed|insisted|promised|"
    "(?:should|ought to|could|must) have (?:known|asked|checked|read|told|looked|tested|waited|escalated|called|paged|said|realised|thought)|(?:is|was|were) (?:careless|negligent|lazy|sloppy|to blame|"
    "at fault|wrong to|too busy|tired|supposed to|responsible for (?:the|this|that))"
)
_ANIMATE = regex(
    r"(?<![\w.@/-])([A-Z][a-zà-öø-ÿA-Z'’-]*[a-zà-öø-ÿ])"
    r"(?: [A-Z][a-zà-öø-ÿ'’-]+)?(?: (?:also|then|just|later|quickly|only|never))?"
    rf" (?:{_DOES}|didn['’]t bother|did not bother|was on[- ]call|was paged|is on leave|was asleep)\b"
)
_HAD = regex(
    r"\b(?:Had|had|If|if|because|Because|until|when|When|that) ([A-Z][a-zà-öø-ÿ'’-]+) (?:had |not |hadn['’]t )?"
    r"(?:asked|escalated|read|told|looked|known|noticed|called|paged|waited|forgotten|forgot|thought|typed|mistyped|wanted)\b"
)
_OWNS = regex(
    r"(?<![\w.@/-])([A-Z][a-zà-öø-ÿ-]+)['’]s (?:mistake|typo|fault|carelessness|negligence|inexperience|oversight|"
    r"decision|doing|job|shift|phone|manager|laptop|lack of|poor judgement|approval|laziness|misclick)\b"
)
_SHORT = word_set(
    """
    bgp btrfs bzr cdn cfg cmd cpp crd crds crl csr css csv ctl ctrl ctx cvs db dbt dhcp dkms dls dns dpkg dr drbd
    ds fs fsck fstrm ftp gc gdb gpg gpt grpc gtm hdd hdfs html http https hw jmx jsx jvm jwt kms ksm kvm
    ldns lsn lsp ltm lts lv lvm lxc lxd mds mds mfs mgmt mgr mpls mqtt msg msgs mssql mtls mtr mtu mvn mx mysql
    nat nfs nft ngrx nlb npm npx nsd ntp ntpd nvm oltp pcs pdb pg php pkg pkgs plc plpgsql pnpm ppm ppp
    ps psql pvc pvcs pv pwd qps rbd rds regex repl rfc rgw rhl rmq rpc rpm rps rss rsync rtmp rtp
    sccp sctp sdk sdn sdp sfp sftp skb sls slb slf smb smtp smtpd snmp snmpd sns spf spdk sql sqs srv ssd ssh
    sshd ssl ssm sso ssr stp stdlb svc svn sync tcp tf tftp tls tmp tmpfs tmux tpm ts tsdb tsv ttl tty tx
    txn txns txt vcs vg vhd vlan vm vmdk vms vnc vpc vpn vps vr vrrp vswr wms ws wsgi www xfs xhr xml xmpp xsl
    xss xz yml prd stg tst dmz rtt prdb zfs zk zsh zstd
    """
)
"""Names of computing without a vowel: what looks like these may be somebody's initials."""

_DID = (
    r"(?:then |also |later |just |had |has |again |quickly |never )?"
    r"(?:was (?:assigned|asked|told|paged|away|off|asleep|on[- ]call|called)|[a-z]{3,}ed|ran|made|got|took|put|went|wrote|gave|left|kept|found|saw|said|thought|knew|told|sent|built|"
    r"forgot|began|did|set|hit|cut|broke|shut|read|woke|came|held)\b"
)
_SIGNED = regex(rf"(?<![\w.@/`'-])([b-df-hj-np-tv-z]{{3,5}})(?='s\b| {_DID})")
_BY = regex(
    r"\b(?:by|asked|paged|pinged|told|given|gave|woke|wrote|said|replied|answered) ([b-df-hj-np-tv-z]{3,5})(?![\w./-])"
)
_NOT_NAMES = word_set(
    """
    the a an this that these those it its he she they we you i who what which there here and but
    or so then when while after before since if as in on at by for from with to of no not nobody
    someone everyone everybody somebody anyone people users customers engineers engineer developer
    developers operator support security platform product management team staff nothing something
    one all both some many most none engineering oncall on-call yes also however unfortunately
    later monday tuesday wednesday thursday friday saturday sunday january february march april
    may june july august september october november december today yesterday ops dev devs sre dba
    qa it hr legal finance marketing sales responder commander manager lead admin intern
    contractor analyst technician reviewer author client europe asia africa america germany france china value field customer vendor provider first second
    third another other others each either neither monitoring alerting infra infrastructure
    network networking operations data database backend frontend mobile web api server service
    system root cause
    """
)
_PARTICLES = word_set("van von der den ter de del della da di dos bin ibn al el")
_MONTH_DOES = regex(
    r"\b(April|May|June|July|August)(?= (?:had [a-z]+ed\b|didn['’]t\b|couldn['’]t\b|"
    r"(?!show|mark|start|end|introduc|includ|pass|follow|record)[a-z]{3,}ed (?:the|a|an|it|all|his|her|every)\b))"
)
"""Months that do what months do not: "June counted the retries"."""
_INITIALS = regex(r"(?:[A-Z]\.){2,3}|(?:[A-Z]\.){1,2}[A-Z]")
_PLACES = frozenset("U.S U.K E.U U.N A.I I.T Q.A P.S D.C L.A N.B N.Y B.C U.S.A U.A.E".split())
_BOT_HANDLE = regex(r"(?i)(?:bot|-ci|^ci|actions?|alerts?|noreply|no-reply)$|\[bot\]|bot\b")
_GROUP_HANDLE = regex(
    r"(?i)^@(?:here|channel|everyone|all|team|ops|sre|sres|dev|devs|dba|dbas|qa|support|security|infra|"
    r"platform|oncall|on-call)$|team|-ops\b|-sre\b|-oncall\b|squad|-devs\b|-eng\b|-group\b"
)
_SERVICE_MAIL = regex(
    r"(?i)^(?:no-?reply|support|info|admin|root|postmaster|alerts?|security|ops|help|contact|"
    r"abuse|sales|team|hello|billing|webmaster|mailer-daemon|git)@"
)
_DECORATORS = word_set(
    """
    @override @deprecated @property @staticmethod @classmethod @test @param @return @returns
    @throws @media @import @nullable @autowired @component @service @bean @transactional
    @scheduled @cacheable @types @latest @next @main @master @v1 @v2 @v3 @v4 @dataclass @cached
    @app @pytest @beta @alpha
    """
)
_ACRONYMS = word_set(
    """
    qa hr it db pm po ci cd ui ux os vm ip id tz am us uk eu ok aws gcp api dns cdn ssl tls vpn
    sre dba noc cto ceo cio cfo coo vp svp tbd tba tbc na wip asap eod eta sla slo sli p0 p1 p2 p3
    p4 all any sec ops dev eng inf ic sme soc pr mr rfc adr sql s3 ec2 k8s app web fe be ml ai bi
    rd cs cx ct tl em gm
    """
)


class People:
    """The names that stand for people in one document, and who a phrase speaks of."""

    def __init__(
        self,
        names: Iterable[str] = (),
        systems: Iterable[str] = (),
        initials: Iterable[str] = (),
        operators_are_software: bool = False,
        seen: Iterable[str] = (),
        lowered: Iterable[str] = (),
    ) -> None:
        self.names = frozenset(_plain(word) for name in names for word in _words_of(name))
        self.systems = frozenset(name.lower() for name in systems)
        self.initials = frozenset(initials)
        self.operators_are_software = operators_are_software
        self.seen = frozenset(_plain(word) for word in seen)
        self.lowered = frozenset(lowered)
        self._key = (
            self.names,
            self.systems,
            self.initials,
            self.operators_are_software,
            self.seen,
            self.lowered,
        )
        self._hash = hash(self._key)
        self._bearings = Memory[Hashable](1024)
        known = self.names | self.systems | self.seen
        # Names of more than letters are looked for whole.
        self._odd = sorted(one for one in known if not (one.isascii() and one.isalpha()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, People) and self._key == other._key

    def __hash__(self) -> int:
        return self._hash

    def bearing(self, text: str) -> Hashable:
        """What of all this can bear on *text*: equal for equal readings of its names.

        A word that is written elsewhere in a document changes who is known there, and
        nothing for most sentences.
        """
        return self._bearings.get(text, lambda: self._bearing(text))

    def _bearing(self, text: str) -> Hashable:
        plain, runs = _runs(text)
        odd = [one for one in self._odd if one in plain or one in text]
        sets = (self.names, self.systems, self.seen, self.lowered)
        return (
            *(runs & one for one in sets),
            frozenset(one for one in self.initials if one in text),
            self.operators_are_software,
            tuple(odd),
        )

    # -- words
    def is_name(self, word: str) -> bool:
        """Whether *word* alone is a person's name here; capitals count."""
        if not word or word.lower() in self.systems:
            return False
        if word in self.initials or _foreign(word):
            return True
        if _INITIALS.fullmatch(word):
            return word.rstrip(".") not in _PLACES
        plain = _plain(word)
        capital = word[0].isupper()
        if plain in _CALENDAR_AND_MAP and plain not in self.names and plain not in self.seen:
            return False
        if plain in self.names and (capital or plain not in NAME_WORDS):
            return True
        if plain in TECHNOLOGY or (word.isupper() and len(word) < 4):
            return False
        if not capital:
            return plain not in NAME_WORDS and len(plain) > 2 and _listed(plain)
        if word[1:] != word[1:].lower() and not _mixed_name(word):
            return False
        return _listed(word) or plain in self.seen or plain in _SURNAMES or is_rare_name(plain)

    def is_given(self, word: str) -> bool:
        """Whether *word* can be a given name, technology or not."""
        if not word or not word[0].isupper():
            return False
        plain = _plain(word)
        return _listed(word) or plain in self.names or is_rare_name(plain)

    def is_plain_name(self, word: str) -> bool:
        """A name that is no other word of English as well."""
        return self.is_name(word) and (_plain(word) not in NAME_WORDS or _plain(word) in self.names)

    def may_be_name(self, word: str) -> bool:
        """Whether nothing speaks against *word* being a name: no product, company or noun."""
        low = _plain(word)
        known = (
            low in TECHNOLOGY or low in ORGANISATIONS or low in _NOT_NAMES or low in self.systems
        )
        common = low in PERSON_NOUNS or low in TEAM_NOUNS or low in TEAM_PLAIN or low in NOUNS_TOO
        return (
            not known
            and not common
            and low not in self.lowered
            and lemma(low)[1] in ("", "dn", "g")
        )

    def is_stated(self, name: str) -> bool:
        """Whether the document or the configuration itself gives *name* as a person's."""
        return any(_plain(word) in self.names for word in name.split())

    def actor_of_word(self, word: str) -> Actor:
        """What a single word in subject place stands for."""
        return self.actor_of([(word, "word")])

    # -- phrases
    def actor_of(self, words: Sequence[tuple[str, str]], owned: bool = False) -> Actor:
        """What a noun phrase stands for: (text, token kind) pairs, possessor cut off.

        `owned` tells that a possessor stood before it ("the vendor's technician").
        """
        if not words:
            return Actor.UNKNOWN
        head, kind = words[-1]
        if kind in ("handle", "email"):
            return self._address(head, kind)
        if kind in ("mask", "number") or not head:
            return Actor.SYSTEM if kind == "mask" else Actor.UNKNOWN
        if len(words) == 1 and head.lower() in _PRONOUNS:
            return _PRONOUNS[head.lower()]
        texts = [text for text, _ in words]
        if len(words) == 1 and head.lower() in self.systems:
            return Actor.SYSTEM
        # "The Librarian" of a document that calls a program so.
        called = len(words) == 2 and head[:1].isupper() and texts[0].lower() == "the"
        if called and head.lower() in self.systems:
            return Actor.SYSTEM
        if self._named(texts):
            return Actor.PERSON
        return self._common(texts, owned)

    def _address(self, text: str, kind: str) -> Actor:
        if kind == "email":
            return Actor.ORG if _SERVICE_MAIL.search(text) else Actor.PERSON
        if text.lower() in _DECORATORS or _BOT_HANDLE.search(text):
            return Actor.SYSTEM
        return Actor.TEAM if _GROUP_HANDLE.search(text) else Actor.PERSON

    def _named(self, texts: Sequence[str]) -> bool:
        head = texts[-1]
        first = texts[0].lower()
        if " ".join(texts).lower() in self.systems or head.lower() in self.systems:
            return False
        article = first in DETERMINERS and first not in ("both", "either", "neither")
        if len(texts) > 1 and self._full_name(texts[-2], head):
            return not article or texts[-3].lower() in PERSON_NOUNS if len(texts) > 2 else True
        if len(texts) > 2 and texts[-2] in _PARTICLES and head.istitle() and texts[-3].istitle():
            return not article
        if head.lower().startswith(("mr.", "dr.")):
            return True
        if not self.is_name(head):
            return False
        if article or first in POSSESSIVES:
            # "our DBA Tom", "poor old Dave"; but "the Marvin", "a Jordan"
            return len(texts) > 2 and texts[-2].lower() in PERSON_NOUNS | {"poor", "dear", "old"}
        return len(texts) == 1 or self._introduces(texts[:-1])

    def _full_name(self, given: str, family: str) -> bool:
        if not family[:1].isupper() or (len(family) < 2 and family not in self.initials):
            return False
        if family.lower() in _NOT_NAMES:
            return False
        bare = given.rstrip(".")
        title = bare in ("Mr", "Mrs", "Ms", "Dr", "Prof", "Herr", "Frau", "Mx")
        letter = len(bare) == 1 and bare.isupper() and given.endswith(".")
        if _plain(family) in _SURNAMES and given.istitle() and given.lower() not in _NOT_NAMES:
            return _plain(given) not in TECHNOLOGY
        if _plain(given) in NAME_WORDS and given.istitle() and is_rare_name(_plain(family)):
            return True
        known = self.is_given(given) and family.lower() not in _HEADS_OF_SYSTEMS
        surname = _plain(family) in FAMILY or family.istitle() or _mixed_name(family)
        return (
            title
            or (letter and surname)
            or (known and surname and (_plain(family) not in TECHNOLOGY or self._certain(given)))
        )

    def _certain(self, given: str) -> bool:
        """A given name that is nothing else: "Jonas Spark" is no product."""
        plain = _plain(given)
        return plain not in NAME_WORDS and plain not in TECHNOLOGY

    def _introduces(self, before: Sequence[str]) -> bool:
        """Whether the words before a name go with one: "engineer Dave", "Mary Ann"."""
        last = before[-1]
        if last.lower() in PERSON_NOUNS or last.lower() in SINGLING:
            return True
        if self.is_given(last) or (last[:1].isupper() and _foreign(last)):
            return True
        return last.lower() in (
            "poor",
            "colleague",
            "our",
            "and",
            "only",
            "dear",
            "del",
            "de",
            "van",
            "von",
            "script",
        )

    def _common(self, texts: Sequence[str], owned: bool) -> Actor:
        """A common noun: a role, somebody, several, a team or a thing."""
        lowers = [text.lower() for text in texts]
        head = lowers[-1]
        first = lowers[0]
        modifiers = lowers[:-1]
        if head in ("call",) and len(lowers) > 1:
            head, modifiers = "on-call", lowers[:-2]
        if head == "department" and len(lowers) == 2:
            return Actor.ORG
        if head in ORGANISATIONS or head.rstrip(".") in ORGANISATIONS:
            if head in ("customer", "client", "user", "merchant", "partner") and first in (
                "the",
                "this",
                "that",
            ):
                return Actor.ORG
            return Actor.ORG
        if head in PERSON_NOUNS:
            return self._person_noun(head, first, modifiers, texts, owned)
        if head in _PERSONS_IN_COMPANY and any(word in _PEOPLE_MODIFIERS for word in modifiers):
            return self._person_noun(head, first, modifiers, texts, owned)
        if head == "shift" and any(word in _SHIFTS for word in modifiers):
            return Actor.TEAM
        singular = singular_person(head)
        if singular:
            return self._people_noun(singular, first, modifiers)
        if head in TEAM_NOUNS and not (
            head in ("group", "unit", "desk", "crew") and _technical(modifiers)
        ):
            if first in _SOME:
                return Actor.INDEFINITE
            if (
                first in ("our", "my")
                and head == "team"
                and set(modifiers) <= {"our", "my", "whole", "entire", "own"}
            ):
                return Actor.WE
            return Actor.TEAM
        if head in TEAM_PLAIN and self._department(texts, first):
            return Actor.TEAM
        if head == "shift" and modifiers and modifiers[-1] in _ON_SHIFT:
            return Actor.TEAM
        if (
            texts[-1][:1].isupper()
            and len(texts) == 1
            and head not in TECHNOLOGY
            and head not in self.systems
        ):
            return Actor.UNKNOWN
        return Actor.SYSTEM

    def _person_noun(
        self, head: str, first: str, modifiers: Sequence[str], texts: Sequence[str], owned: bool
    ) -> Actor:
        if head in SOFTWARE_NOUNS and self._is_software(head, modifiers, texts):
            return Actor.SYSTEM
        singled = any(word in SINGLING for word in modifiers) or head in _SINGLED_NOUNS
        if first in _ONE_OF_MANY and not singled:
            return Actor.INDEFINITE
        if first in ("no", "any", "every", "each", "some", "another", "somebody", "someone"):
            return Actor.INDEFINITE
        if head in ("somebody", "someone"):
            return Actor.INDEFINITE
        if first in ("the", "this", "that", "a", "an", "one") or first in POSSESSIVES or owned:
            if head == "person" and first in ("a", "an", "one"):
                return Actor.INDEFINITE
            return Actor.ROLE
        if (head in TEAM_PLAIN and head not in ("dba", "sre", "dev")) or (
            head in ("sre", "devops") and not modifiers
        ):
            return Actor.TEAM
        return Actor.ROLE if singled else Actor.INDEFINITE

    def _is_software(self, head: str, modifiers: Sequence[str], texts: Sequence[str]) -> bool:
        """``the Prometheus operator``, ``a queue manager``: a program by its modifiers."""
        words = [word for word in modifiers if word not in DETERMINERS and word not in POSSESSIVES]
        if any(word in _PEOPLE_MODIFIERS or word in SINGLING for word in words):
            return False
        if head in _MOSTLY_SOFTWARE:
            return True
        if not words:
            return head == "operator" and self.operators_are_software
        if any(word in TECHNOLOGY or word in _THING_MODIFIERS for word in words):
            return True
        return head == "operator" and any(text[:1].isupper() for text in texts[1:-1])

    def _people_noun(self, singular: str, first: str, modifiers: Sequence[str]) -> Actor:
        if singular in ("user", "customer", "client"):
            return Actor.ORG
        if singular in SOFTWARE_NOUNS and (
            _technical(modifiers) or any(word in _THING_MODIFIERS or word in TECHNOLOGY for word in modifiers)
            or singular in _MOSTLY_SOFTWARE or singular in ("member", "owner", "author", "principal", "resident", "party")
        ) and not any(word in _PEOPLE_MODIFIERS for word in modifiers):  # fmt: skip
            return Actor.SYSTEM if singular != "author" else Actor.TEAM
        if first in _SOME or first[:1].isdigit() or first in ("two", "three", "four", "five"):
            return Actor.INDEFINITE
        return Actor.TEAM

    def _department(self, texts: Sequence[str], first: str) -> bool:
        head = texts[-1]
        if len(texts) == 1:
            return head[:1].isupper() or head.lower() in _ALWAYS_PEOPLE
        if head.lower() in _ALWAYS_PEOPLE:
            return not any(word.lower() in TECHNOLOGY for word in texts[:-1])
        return first not in DETERMINERS and head.lower() in (
            "ops",
            "operations",
            "engineering",
            "support",
            "security",
            "sre",
        )


_PRONOUNS = {
    "i": Actor.WE, "we": Actor.WE, "us": Actor.WE, "me": Actor.WE, "myself": Actor.WE,
    "ourselves": Actor.WE, "he": Actor.ROLE, "she": Actor.ROLE, "him": Actor.ROLE, "her": Actor.ROLE,
    "himself": Actor.ROLE, "herself": Actor.ROLE, "they": Actor.TEAM, "them": Actor.TEAM,
    "themselves": Actor.TEAM, "someone": Actor.INDEFINITE, "somebody": Actor.INDEFINITE,
    "anyone": Actor.INDEFINITE, "anybody": Actor.INDEFINITE, "nobody": Actor.INDEFINITE,
    "everyone": Actor.INDEFINITE, "everybody": Actor.INDEFINITE, "who": Actor.INDEFINITE,
    "whoever": Actor.INDEFINITE, "noone": Actor.INDEFINITE, "no-one": Actor.INDEFINITE,
    "it": Actor.SYSTEM, "this": Actor.SYSTEM, "that": Actor.SYSTEM, "which": Actor.SYSTEM,
    "these": Actor.SYSTEM, "those": Actor.SYSTEM, "there": Actor.SYSTEM, "itself": Actor.SYSTEM,
    "what": Actor.SYSTEM, "nothing": Actor.SYSTEM, "something": Actor.SYSTEM, "you": Actor.UNKNOWN,
    "one": Actor.INDEFINITE, "none": Actor.UNKNOWN, "everything": Actor.SYSTEM,
}  # fmt: skip
_SOME = word_set(
    """
    some any no every each several many few most two three four both other another certain various
    """
)
_ONE_OF_MANY = word_set(
    """
    a an one another
    """
)
_SINGLED_NOUNS = word_set(
    """
    intern junior trainee apprentice rookie newbie newcomer hire on-call oncall contractor starter
    joiner graduate cto ceo cio ciso foreman culprit freelancer idiot kid dba-on-duty responder
    commander
    """
)
_ON_SHIFT = word_set("night day late early evening morning afternoon weekend")
_MOSTLY_SOFTWARE = word_set(
    """
    agent controller worker runner scheduler dispatcher provisioner broker listener resolver
    collector installer driver master leader follower coordinator supervisor inspector director
    principal resident party member planner partner committer reporter
    """
)
_PERSONS_IN_COMPANY = word_set("contact holder keeper point")
"""Nouns that are a person's where another word says so: "the administrative contact"."""
_SHIFTS = word_set("night day late early evening morning weekend outgoing incoming")
_PEOPLE_MODIFIERS = word_set(
    """
    support human shift night plant on-call oncall project product engineering incident delivery
    team line duty account change field call-centre help desk helpdesk staff crew board
    service-desk data-centre datacenter noc floor site console system systems computer release
    test qa it hr sales marketing regional general line-manager development our my his their
    vendor facilities maintenance bus truck delivery forklift administrative technical emergency
    billing registered legal
    """
)
_THING_MODIFIERS = word_set(
    """
    kubernetes k8s cluster package device session task queue window connection memory database db
    postgres mysql application app service api system-user root node pod container cache state
    transaction lock process thread job build ci deployment network volume storage log logging
    metrics monitoring backup secret secrets secret-manager password key configuration config file
    kernel display gpu disk storage csi cni helm argo etcd cert certificate plugin dependency
    partition shard replica raft quorum lease background cron web http tcp dns load resource
    security update software client-side server-side
    """
)
_HEADS_OF_SYSTEMS = word_set(
    """
    cluster service server job jobs api app pipeline queue broker database db node host instance
    bucket topic dashboard algorithm protocol agent operator controller team squad bot box engine
    platform cache index group stream store console chart exporter plugin client library
    """
)
_ALWAYS_PEOPLE = word_set(
    """
    ops sres devs dbas engineers developers management leadership hr qa secops netops helpdesk noc
    infosec sre devops personnel devs
    """
)


def _technical(modifiers: Sequence[str]) -> bool:
    """``the consumer group``, ``an auto-scaling group``: no people are meant."""
    return any(word in GROUPS_OF_THINGS for word in modifiers)


def _mixed_name(word: str) -> bool:
    """``McCarthy``, ``O'Brien``, ``DeShawn``, ``Jean-Pierre``: capitals inside a name."""
    return bool(
        regex(
            r"(?:Mc|Mac|O['’]|D['’]|De|Di|La|Le|Van|Von)[A-Z]\w+|[A-ZÀ-Þ]\w+-[A-ZÀ-Þ]\w+"
        ).fullmatch(word)
    )


def _words_of(name: str) -> Iterator[str]:
    """The words of a person's name that may stand alone."""
    bare = regex(r"\([^)]*\)|<[^>]*>").sub(" ", name)
    for word in regex(r"[^\W\d_][\w'’-]*").findall(bare):
        low = word.lower()
        if (
            len(word) > 1
            and low not in _NOT_NAMES
            and low not in ("van", "von", "de", "der", "del", "da", "di", "la", "le", "bin", "al")
        ):
            yield word


_SURNAMES = FAMILY - NAME_WORDS - TECHNOLOGY - {"lima", "costa", "rocha", "reyes", "park", "king"}
_CALENDAR_AND_MAP = word_set(
    """
    may june april august london paris sydney jordan kenya india milan brooklyn cleveland dallas
    washington wellington geneva israel austin boston chelsea florence virginia georgia carolina
    victoria alexandria phoenix denver houston lincoln jackson orlando santiago salvador dakota
    """
)
"""Names that are months or places far more often: a verb or an owner cell must vouch for them."""


# --- owners --------------------------------------------------------------------------

_NOBODY = regex(
    r"(?i)^\W*(?:tbd|tba|tbc|todo|n/?a|none|no ?one|nobody|unassigned|unowned|unknown|not assigned|to be "
    r"(?:decided|determined|assigned|confirmed|defined)|pending|open|owner|who|name|assignee|"
    r"(?:needs?|no) (?:an )?owner|\[.*\]|<.*>|\{.*\}|xxx+|volunteer.*)?\W*$"
)
_LONGEST_STAND_IN = 200
"""Characters: more are no stand-in for an owner, and a row of marks would be tried in every way."""
_EVERYBODY = regex(r"(?i)^(?:every(?:one|body)|all(?: of us)?|all (?:teams|engineers|devs|developers|hands)|us|we|both|"
                        r"whole team|anyone|somebody|someone|any|the team|team|whoever.*|various|multiple|several)$")  # fmt: skip
_TEAMISH = word_set(
    """
    team teams squad squads group department dept crew guild chapter staff unit office desk org
    tribe engineering engineers developers devs operations committee board council community
    maintainers contributors admins operators responders reviewers users customers vendor partners
    platform infra infrastructure ops devops sre sres sres dba dbas qa security secops infosec
    netops network networking backend frontend mobile web data analytics product support marketing
    sales finance legal hr it architecture release releases payments billing checkout identity
    auth search storage compute observability monitoring reliability database databases design
    docs documentation ux ui core api cloud management leadership helpdesk noc compliance
    procurement dev development software systems site tooling tools customer success service
    services delivery growth ml ai bi research science privacy risk fraud facilities hosting build
    ci testing planning reporting channels branch tier workplace communications devrel
    shift shifts relations affairs governance assurance enablement logistics maintenance purchasing accounting
    payroll dispatch transport quality safety treasury administration control
    """
)
_ROLEISH = regex(
    r"(?i)\b(?:on-?call|oncall|engineer|developer|manager|lead|leader|head of|director|architect|administrator|admin|"
    r"dba|cto|ceo|cio|ciso|vp|owner|facilitator|commander|responder|author|analyst|technician|operator|intern|"
    r"contractor|consultant|scrum master|coordinator|specialist|tester|designer|maintainer|moderator|captain|"
    r"rotation|primary|secondary|duty|sme|president|officer|deployer|reviewer)\b"
)
_SPLIT = regex(
    r"\s*(?:,|/|;|\+|&|\||\band\b|\bor\b|\bwith\b|\bund\b|\by\b|\bet\b)\s*", re.IGNORECASE
)
_TEAM_OF_A_FORGE = regex(r"@[\w.-]+/[\w.-]+")
_ASIDE = regex(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>|\{[^{}]*\}")
_FROM = regex(
    r"(?i)\s+(?:from|of|at|in|for)\s+(?:the\s+)?[\w &/-]+$|\s+[-–—]\s+.*$|:\s.*$|\s*[→>]\s.*$"
)
_OF_EACH = regex(r"(?i)\s(?:of|in|at|on|for)\s+(?:each|every|all)\s+\w")
"""A role that several have: "head of each shop"."""
_MARKUP = regex(
    r"[*_`~]{1,3}|^\W*(?:owner|assignee|assigned to|dri|responsible)\s*[:=]\s*", re.IGNORECASE
)


def owner_kind(document: Document, text: str) -> OwnerKind:
    """Who *text*, an owner as written, gives the item to.

    One person counts even where a team, a role or a stand-in follows in brackets or
    after a dash ("Sarah (Platform team)", "Sarah (backup: Mike)").
    """
    del document  # the words alone decide; kept for names that only a document knows
    bare = _MARKUP.sub("", text).strip()
    if _is_nobody(bare):
        return OwnerKind.NOBODY
    plain = _ASIDE.sub(" ", bare).strip(" .:;,-–—")
    if not plain:
        return _inside_brackets(bare)
    if _EVERYBODY.match(plain) or _TEAM_OF_A_FORGE.fullmatch(plain):
        return OwnerKind.TEAM
    if _OF_EACH.search(plain) and not _named_within(plain):
        return OwnerKind.ROLE
    single = _FROM.sub("", plain).strip() or plain
    parts = [part for part in _SPLIT.split(_reordered(single)) if part.strip(" .")]
    kinds = [_part_kind(part.strip()) for part in parts]
    if not kinds:
        return OwnerKind.NOBODY
    if len(kinds) == 1:
        return _single(kinds[0], plain)
    return _several(kinds)


def _inside_brackets(bare: str) -> OwnerKind:
    inner = bare.strip("()[]<>{} ")
    return _part_kind(inner) if inner else OwnerKind.NOBODY


def _reordered(text: str) -> str:
    """``Lee, Sarah`` is one person."""
    match = regex(r"([A-Z][\w'’-]+), ([A-Z][\w'’-]+)").fullmatch(text)
    if match and _listed(match[2]) and not _listed(match[1]):
        return f"{match[2]} {match[1]}"
    return text


def _single(kind: OwnerKind, plain: str) -> OwnerKind:
    if kind is OwnerKind.ROLE and _named_within(plain):
        return OwnerKind.PERSON
    return kind


def _several(kinds: Sequence[OwnerKind]) -> OwnerKind:
    persons = sum(kind is OwnerKind.PERSON for kind in kinds)
    if persons > 1:
        return OwnerKind.SEVERAL
    if persons == 1:
        rest = {kind for kind in kinds if kind is not OwnerKind.PERSON}
        return OwnerKind.PERSON if rest <= {OwnerKind.ROLE, OwnerKind.NOBODY} else OwnerKind.SEVERAL
    return OwnerKind.TEAM if OwnerKind.TEAM in kinds else kinds[0]


def _named_within(text: str) -> bool:
    words = regex(r"@?[^\W\d_][\w.'’-]*").findall(text)
    return any(
        _address_kind(word) is OwnerKind.PERSON
        if word.startswith("@")
        else word[:1].isupper() and _listed(word) and _plain(word) not in NAME_WORDS
        for word in words
    )


def _is_nobody(text: str) -> bool:
    """Whether *text* stands in for an owner who is not known: "TBD", "-", "???"."""
    return len(text) <= _LONGEST_STAND_IN and _NOBODY.match(text) is not None


def _part_kind(text: str) -> OwnerKind:
    """One owner out of a list."""
    if _is_nobody(text):
        return OwnerKind.NOBODY
    if _EVERYBODY.match(text):
        return OwnerKind.TEAM
    if text.startswith("@") or "@" in text:
        return _address_kind(text)
    low = _plain_words(text)
    while low and low[0] in ("the", "our", "a", "an", "all"):
        low = low[1:]
    if not low:
        return OwnerKind.NOBODY
    if any(word in ("team", "teams", "squad", "guild", "department", "dept", "group", "crew", "staff", "rotation")
           for word in low):  # fmt: skip
        return OwnerKind.ROLE if "rotation" in low else OwnerKind.TEAM
    if _ROLEISH.search(text):
        return OwnerKind.PERSON if _named_within(text) else OwnerKind.ROLE
    if all(word in _TEAMISH or word in TECHNOLOGY or word in ("the", "of", "-") for word in low):
        return OwnerKind.TEAM
    several = low[-1] in _TEAMISH or low[-1] in ORGANISATIONS or _are_people(text.split())
    if several and not _named_within(text):
        return OwnerKind.TEAM
    if regex(r"[A-Z]{4,}").fullmatch(text):  # "PSIRT"; initials are fewer
        return OwnerKind.TEAM
    return OwnerKind.PERSON


def _plain_words(text: str) -> list[str]:
    """The words of *text*; those that a hyphen joins in "search-sre" are each one.

    A person may be called "Jean-Luc", so nothing in it may be a name, and nothing a capital.
    """
    words = text.lower().replace("-", " ").split() if text.islower() else []
    if words and not any(map(_listed, words)):
        return words
    return [word.lower().strip(".") for word in text.split()]


def _are_people(words: Sequence[str]) -> bool:
    """``release managers``, ``nurses``, ``foremen``: people of one kind; ``Ann Porters`` is one."""
    name = len(words) > 1 and words[-1][0].isupper() and _listed(words[0])
    return bool(singular_person(words[-1].lower())) and not name


def _address_kind(text: str) -> OwnerKind:
    words = text.split()
    address = next((word for word in words if "@" in word), text)
    if address.startswith("@"):
        group = _GROUP_HANDLE.search(address) or _TEAMISH.issuperset(_plain_words(address[1:]))
        if regex(r"(?i)on-?call").search(address):
            return OwnerKind.ROLE
        return OwnerKind.TEAM if group else OwnerKind.PERSON
    return (
        OwnerKind.TEAM
        if _SERVICE_MAIL.search(address) or "team" in address.lower()
        else OwnerKind.PERSON
    )


# --- the document --------------------------------------------------------------------

_OPERATOR_SOFTWARE = regex(
    r"(?i)\boperators?\b[^.\n]{0,80}\b(?:reconcil\w+|crds?)\b|\b(?:kubernetes|k8s|crd|reconcil\w+|(?<=[\w-]-)operator)\b.{0,80}\boperators?\b|\boperator (?:pod|deployment|container|reconcil)"
    r"|\b(?:prometheus|etcd|postgres|kafka|cert-manager|elastic|redis|strimzi|spark|flink) operator\b"
)


def people(document: Document) -> People:
    """The people of *document*; computed once."""
    made: People = document.memo("people", lambda: _harvest(document))
    return made


def _harvest(document: Document) -> People:
    own = list(_stated(document))
    initials = [
        name
        for name in own
        if regex(r"[A-Z]{2,3}").fullmatch(name) and name.lower() not in _ACRONYMS
    ]
    parts = [_mentions(part) for part in _PARTS.split(document.source.text)]
    things = [name for part in parts for name in part.things]
    # Capitalised words that also stand in small letters, in prose or in addresses: no names.
    common = frozenset().union(*(part.small for part in parts)) & {
        word for part in parts for word in part.capitals
    }
    seen = {name for part in parts for name in part.acting} - set(things)
    seen = {word for word in seen if lemma(word.lower())[1] in ("", "g", "dn") and word.lower() not in NOUNS_TOO and word.lower() not in _NOT_NAMES and word.lower() not in common and _plain(word) not in TECHNOLOGY
            and word.lower() not in ORGANISATIONS and word.lower() not in PERSON_NOUNS
            and word.lower() not in TEAM_PLAIN and word.lower() not in TEAM_NOUNS}  # fmt: skip
    seen |= {name for part in parts for name in part.months}
    signed = (name for part in parts for name in part.signed)
    made = People(
        names=[name for name in own if name not in initials] + list(document.people),
        systems=[*document.systems, *things],
        initials=[*initials, *signed, *(name for name in document.people if name.isupper())],
        operators_are_software=any(part.operators_are_software for part in parts),
        seen=seen,
        lowered=common,
    )
    # The same object for the same names: it remembers what bears on a text.
    return _SAME.get(made, lambda: made)


_PARTS = regex(r"\n[ \t\r]*\n")
_SAME = Memory["People"](2)


class _Mentions(NamedTuple):
    """What one part of a text, up to a blank line, says of who and what is named in it."""

    acting: frozenset[str]
    months: frozenset[str]
    things: tuple[str, ...]
    signed: frozenset[str]
    small: frozenset[str]
    """Words in small letters."""
    capitals: frozenset[str]
    """Words that begin with a capital, in plain letters."""
    operators_are_software: bool


@lru_cache(maxsize=512)  # each holds some 10 KB
def _mentions(text: str) -> _Mentions:
    patterns = (_ANIMATE, _TITLE, _HAD, _OWNS)
    return _Mentions(
        frozenset(match[1] for pattern in patterns for match in pattern.finditer(text)),
        frozenset(match[1] for match in _MONTH_DOES.finditer(text)),
        tuple(_things(text)),
        _signed(text),
        frozenset(_LOWER.findall(text)),
        frozenset(_plain(word) for word in _CAPITAL.findall(text)),
        bool(_OPERATOR_SOFTWARE.search(text)),
    )


def _signed(text: str) -> frozenset[str]:
    """Words of consonants that stand as somebody's handle ("jpw moved the job", "by dvk").

    They are nothing that computing knows, and do or get what people do. Handles with a vowel
    ("mjo") look like other words and need a roster.
    """
    found = {match[1] for pattern in (_SIGNED, _BY) for match in pattern.finditer(text)}
    return frozenset(found - _SHORT)


_LOWER = regex(r"(?<![\w@.])([a-z][a-z]+)(?![\w]*@)")
_CAPITAL = regex(r"(?<![\w@.])[^\W\d_a-z][^\W\d_]+")


_THING = (
    r"(?:servers?|services?|hosts?|clusters?|engines?|bots?|jobs?|pipelines?|daemons?|schedulers?|queues?|tools?|systems?|nodes?|"
    r"databases?|box(?:es)?|machines?|batch(?:es)?|platforms?|apps?|applications?|models?|scripts?|brokers?|gateways?|proxy|proxies|"
    r"robots?|instances?|workers?|replicas?|processes|process|programs?|programmes?|modules?|arrays?|printers?|"
    r"interfaces?|portals?|switch(?:es)?|routers?|firewalls?|controllers?|runners?|dashboards?|chatbots?|assistant|software|"
    r"caches?|stores?|libraries|library|frameworks?|suite|store|vm|vms)\b"
)
_IS_A_THING = regex(
    rf"\b([A-Z][\w'-]+)(?: and ([A-Z][\w'-]+))?(?:,| is| are| was| were|,? which is|\s*\()\s*(?:now |then |both )?"
    rf"(?:our|the|a|an|its|two|three)?\s*(?:[\w/-]+\s){{0,3}}?{_THING}(?!\s+(?:was|were|is|are|had|has|did)\b)"
)


_IS_CALLED = regex(
    rf"{_THING}(?:,?\s+(?:which|that)\s+(?:we|everyone|everybody|people|is|was)\s+(?:\w+\s+)?(?:call|calls|called|named|"
    r"nicknamed|known\s+as)|,?\s+(?:nicknamed|known\s+as))\s+(?:the\s+)?[\"'“‘*_`]{0,3}([A-Z][\w'-]*\w)"
)


def _things(text: str) -> Iterator[str]:
    """Names that the text itself says are machines.

    ("Ruth and Esther are jump hosts", "a worker, which we call the Librarian".)
    """
    for match in _IS_A_THING.finditer(text):
        yield from (name for name in match.groups() if name)
    for match in _IS_CALLED.finditer(text):
        yield match[1]


def _stated(document: Document) -> Iterator[str]:
    """Names that the document gives as those of owners, authors and attendees."""
    facts = document.facts
    for person in (*facts.authors, *facts.attendees, *facts.responders):
        if owner_kind(document, person.name) is OwnerKind.PERSON:
            yield person.name
    if not any(person.name.lower() in _ACRONYMS | TEAM_PLAIN for person in facts.team):
        yield from (person.name for person in facts.team)
    if (
        facts.facilitator is not None
        and owner_kind(document, facts.facilitator.name) is OwnerKind.PERSON
    ):
        yield facts.facilitator.name
    for item in document.actions:
        if item.owner is None:
            continue
        kind = owner_kind(document, item.owner.text)
        if kind in (OwnerKind.PERSON, OwnerKind.SEVERAL):
            yield from _owner_names(item.owner.text)


def _owner_names(text: str) -> Iterator[str]:
    for part in _SPLIT.split(_ASIDE.sub(" ", text)):
        part = _FROM.sub("", part).strip(" @.*_")
        if part and len(part) < 40 and _part_kind(part) is OwnerKind.PERSON:
            yield part
