"""What the words around a bare name tell of it: a person, or a machine with a human name.

Names alone do not tell ("Ruby", "Ada", "Consul"); company does. People sleep, drive home, have
bosses and telephones and come from departments; machines have heaps, time-outs and algorithms.
"""

from __future__ import annotations

from pmlint.people import Actor
from pmlint.regexes import regex

__all__ = ["is_somebody", "vouched"]

_KIN = (
    r"boss|colleague|co-?worker|team-?mate|desk-?mate|friend|intern|trainee|apprentice|newcomer|"
    r"contractor|freelancer|manager|supervisor|team lead|predecessor|successor|neighbour|neighbor|"
    r"husband|wife|brother|sister|father|mother|son|daughter|cousin"
)
_BEFORE_PERSON = regex(
    rf"(?i)\b(?:(?:my|our|his|her|their)\s+(?:[\w-]+\s+){{0,2}}?(?:{_KIN})|the late|poor old)\s+$"
)
_DEPARTMENT = (
    r"finance|accounting|accounts|hr|human resources|legal|marketing|sales|support|procurement|"
    r"facilities|payroll|reception|purchasing|compliance|the [\w-]+ (?:team|desk|shift|crew|office|"
    r"department)|nights|days|upstairs|downstairs|next door"
)
_FEELS = (
    r"(?:already |still |by then |half |quite |both )?(?:worn out|exhausted|tired|asleep|sleepy|jet-?lagged|red-faced|"
    r"embarrassed|hung-?over|drunk|ill|sick|feverish|pregnant|furious|in tears|barefoot|unshaven|awake since|"
    r"driving|cycling|commuting|walking|(?:fresh|just|newly) (?:out of|back from|hired|married)|"
    r"on (?:holiday|leave|vacation|a train|the train|a plane|parental|maternity|paternity|sick)|at (?:lunch|home|dinner|the dentist)|"
    r"off sick|back from|home with|who (?:had |has |was |is )?(?:just )?(?:slept|been up|asleep|married|hired))\b"
)
_ACT = r"(?:\s+(?!and\b|or\b|but\b|its\b|their\b|the\b|a\b|an\b)[a-z][\w-]*){0,5}?"
"""A few words of the same clause, none of which brings in another thing."""
_LIFE = (
    r"(?:gone|went|going|drove|driven) (?:home|to (?:bed|lunch|dinner|sleep|hospital))|slept|overslept|"
    r"(?:on|from) (?:holiday|leave|vacation|honeymoon|sick leave|parental leave|maternity leave)|"
    r"resign\w+|married|hired|off sick|asleep|at (?:lunch|home|the dentist)|new to the team|"
    r"left (?:the company|early|for the day)|quit\b|in labour"
)
_OWNS_PEOPLE = (
    r"colleagues?|co-?workers?|manager|boss|team ?mates?|team lead|wife|husband|partner|child|children|kids|"
    r"family|laptop|phone|mobile|desk|inbox|e-?mails?|resignation|parental|maternity|paternity|holidays?|vacation|"
    r"shift|handover|handwriting|voice|patience|opinion|keyboard|calendar|replacement|apprentice"
)
_AFTER_PERSON = regex(
    rf"(?i)\s*,\s+{_FEELS}|\s+from\s+(?:{_DEPARTMENT})\b|"
    r"\s+(?:over|on|by)\s+(?:the\s+|(?:his|her)\s+)(?:tele)?phone\b|"
    rf"{_ACT}\s+(?:his|her|himself|herself)\b|\s+(?:until|when|before|because|as|since|after|while)\s+s?he\b|"
    rf"\s+(?:had |has |was |is |were )?(?:already |still |just )?(?:{_LIFE})\b|"
    rf"['’]s?\s+(?:own |whole |entire )?(?:{_OWNS_PEOPLE})\b"
)
_WHO = regex(rf"\s*,\s+(?:who\b|whose (?:{_OWNS_PEOPLE}|birthday|turn|job)\b)")
_THEIR_OWN = regex(rf"{_ACT}\s+(?:his|her|himself|herself)\b|\s*,\s+who\b")
_MACHINE = (
    r"bot|robot|watchdog|daemon|importer|exporter|crawler|scanner|scheduler|balancer|proxy|server|host|node|box|"
    r"cluster|machine|printer|switch|router|firewall|replica|job|batch|cron|pipeline|service|gateway|broker|"
    r"chatbot|assistant|queue|worker|runner|vm|instance|appliance|array|mainframe|build farm|model"
)
_BEFORE_MACHINE = regex(
    rf"(?i)\b(?:our|the|its|a|an|their|old|new|nightly|in-house)\s+(?:[\w-]+\s+){{0,3}}?(?:{_MACHINE})\s+$"
)
_DOES_SOMETHING = regex(
    r"['’,;.)]|\s+(?:itself|which|whose)\b|\s+\w+(?:\s+(?:up|off|out|back|down|over))?\s+(?:the|a|an|its|all|every|from|with|to|into|that|\d)\b"
)
_IS_CALLED = regex(
    rf"(?i)\b(?:{_MACHINE})\s+(?:is|was|called|named|nicknamed)\s+$|s,\s+(?:one of (?:them|which)|among them|namely)\s+$"
)
_HANDLED = regex(
    r"(?i)(?<!the )(?<!\ba )(?<!our )\b(?:re-?)?(?:run|ran|running|deploy\w*|install\w*|upgrad\w+|boot\w*|start\w*|imag\w+|flash\w*|"
    r"provision\w*|patch(?:ed|ing)?|migrat\w+|reconfigur\w+|decommission\w*|virtuali[sz]\w+)\s+$"
)
_ITS = regex(
    r"\s+(?:had |has |was |could |would |did )?(?:not |n['’]t |never |also |then )?[a-z]+(?:ed|en|es|s|t)?"
    r"(?:\s+(?:up|off|out|back|down|over))?(?:\s+(?:in|from|by|on|to|with|at|into|through))?(?:\s+all)?\s+its\b|"
    r"\s+(?:before|after|when|because|while|until|and|with)\s+its\b|(?:\s+itself\b)"
)
_MACHINE_FATE = regex(
    r"(?i)\s+(?:(?:had |has |have |was |is |were |been |be |being |got )+(?:automatically |freshly |left )?(?:bumped|reimaged|re-imaged|reflashed|redeployed|"
    r"re?booted|restarted|reprovisioned|upgraded|patched|powered (?:off|down|on)|decommissioned|autoscaled|"
    r"(?:stuck |caught )?in a (?:re)?boot loop|out of (?:memory|disk|sockets|file descriptors)|"
    r"at \d+ ?%|OOM|unreachable)|(?:left )?running with|(?:is|was|are|were) (?:left in|down\b|broken|offline|online|back (?:up|online)|deployed|healthy|degraded|out of sync)|fell off the network|failed over|"
    r"(?:could not |never |had |would not )?(?:re)?join\w* the (?:cluster|ring|quorum))\b"
)
_ATTRIBUTES = (
    r"algorithm|heap|time-?outs?|quorum|ttl|garbage collect\w+|retry (?:policy|budget|logic)|memory|cpu|"
    r"uptime|replication|connection pool|thread pool|endpoints?|webhooks?|schema|log level|leader election|"
    r"default(?:s| \w+)|latency|throughput|queue depth|cache|buffers?|daemon|rest api|api|socket|ports?|"
    r"eviction|compaction|wal|replicas?|shards?|disks?|plug-?ins?|binary|health ?checks?|output|exit code|stack trace|rate limit\w*|access logs?|core dumps?|boot sector|syslog|kernel|firmware|file ?system|heartbeats?|log files?|container|pods?|image"
)
_OWNS_PARTS = regex(
    rf"(?i)['’]s?\s+(?:(?:own |last |first |internal |built-in )?(?:{_ATTRIBUTES})"
    # "Mina's backup" may be whoever stands in for Mina; her last one is a file.
    r"|(?:last|latest|nightly|weekly|hourly) (?:backups?|snapshots?|dumps?|builds?|re(?:start|boot)))\b"
)
_EPONYMS = regex(r"['’]s?\s+(?:algorithm|law|razor|theorem|principle|paradox|conjecture|test)\b")


def vouched(before: str, after: str) -> Actor | None:
    """Whom a bare name stands for, by the text *before* and *after* it; None if neither tells."""
    if _EPONYMS.match(after) or _OWNS_PARTS.match(after) or _is_machine(before, after):
        return Actor.SYSTEM
    if _BEFORE_PERSON.search(before) or _AFTER_PERSON.match(after) or _WHO.match(after):
        return Actor.PERSON
    return None


def _is_machine(before: str, after: str) -> bool:
    # "The server Dave rebooted": there the name is the one who acts on the machine.
    named = _BEFORE_MACHINE.search(before) and _DOES_SOMETHING.match(after)
    handled = _HANDLED.search(before) or _IS_CALLED.search(before)
    return bool(named or handled or _ITS.match(after) or _MACHINE_FATE.match(after))


def is_somebody(after: str) -> bool:
    """Whether a word that nobody knows is somebody's handle: "dk noticed from his hotel room"."""
    return bool(_THEIR_OWN.match(after))
