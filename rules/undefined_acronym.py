"""An abbreviation is not explained where it is first used.

Why: a postmortem is read by other teams, and years later; letters that are plain to
those who were there stop everybody else.

Instead: write the words once, with the letters in brackets, or add a glossary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import BlockKind, Document, Sentence
from pmlint.regexes import regex
from pmlint.rule import Category, Hit, Rule, Severity, option

_ACRONYM = regex(r"(?<![\w./@#$&%+-])([A-Z][A-Z0-9]{2,5})(s?)(?![\w$&%+]|[-/.]\w|['’]?[A-Z])")
_SHOUTED = regex(r"\b[A-Z]{2,}[,;:]?[ ]$")
_REACH = 12  # characters before an abbreviation that may hold a shouted word
_SHOUT = regex(r"[,;:]?[ ][A-Z]{2,}\b")
_EXPLAINED = regex(r"\(([A-Z][A-Z0-9]{2,5})s?\)|\b([A-Z][A-Z0-9]{2,5})s?[ ]?\([A-Za-z]\w+[ -]\w+")
_DEFINED = regex(
    r"^\W{0,3}([A-Z][A-Z0-9]{2,5})\W{0,3}(?::|[–—-]|=|stands for|means|is short for)[ ]"
    r"\W?[A-Za-z]\w+"
)
_NOT_WORDS = regex(
    r"SEV\d?|P\d|[QHPSTV]\d{1,2}|M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})"
    r"(?:IX|IV|V?I{0,3})|[A-Z]\d+"
)

_KNOWN = frozenset(
    # What any engineer reads without a stop, and the language of incidents.
    {"ACK", "ACL", "ADR", "AI", "AM", "AMI", "API", "APM", "ASAP", "ASCII", "AWS", "AZ", "BGP"}
    | {"BI", "BIOS", "CA", "CD", "CDN", "CEO", "CI", "CIDR", "CLI", "CMS", "CNAME", "CORS"}
    | {"COO", "CPU", "CRM", "CRUD", "CSP", "CSS", "CSV", "CTO", "CVE", "DB", "DBA", "DBS"}
    | {"DDOS", "DHCP", "DM", "DNS", "DOS", "DRI", "EBS", "EC2", "EKS", "ELB", "EOF", "EOL"}
    | {"ETA", "ETL", "EU", "FAQ", "FIXME", "FTP", "FYI", "GB", "GCE", "GCP", "GCS", "GDPR"}
    | {"GIT", "GKE", "GPU", "GUI", "HA", "HDD", "HR", "HTML", "HTTP", "HTTPS", "IAM", "ID", "IDE"}
    | {"IDS", "IMAP", "IO", "IOPS", "IOT", "IP", "IPS", "IPV4", "IPV6", "ISO", "ISP", "IT", "JS"}
    | {"JSON", "JVM", "JWT", "K8S", "KB", "KPI", "KPIS", "LAN", "LB", "LDAP", "LTS", "MB", "MFA"}
    | {"MIT", "ML", "MR", "MTTD", "MTTR", "NA", "NAT", "NFS", "NTP", "OK", "OOM", "OS", "OSS"}
    | {"PB", "PC", "PDF", "PEM", "PHP", "PM", "PNG", "POP", "POST", "PR", "PRS", "PTO", "QA"}
    | {"QPS", "RAID", "RAM", "RCA", "RDS", "REST", "RFC", "ROI", "RPC", "RPM", "RPS", "RSS", "S3"}
    | {"SAAS", "SDK", "SEO", "SFTP", "SHA", "SLA", "SLAS", "SLI", "SLO", "SLOS", "SMS", "SMTP"}
    | {"SNS", "SPA", "SQL", "SQS", "SRE", "SRES", "SSD", "SSH", "SSL", "SSO", "TB", "TBC", "TBD"}
    | {"TCP", "TLD", "TLS", "TODO", "TTL", "TV", "UAT", "UDP", "UI", "UK", "UN", "UPS", "URI"}
    | {"URL", "US", "USA", "USB", "UTF", "UTF8", "UUID", "UX", "VCS", "VIP", "VM", "VMS", "VPC"}
    | {"VPN", "VPS", "WAF", "WAL", "WAN", "WIFI", "WIP", "XML", "XSS", "YAML", "ZIP", "2FA"}
    | {"AFAIK", "ALB", "ARN", "DEX", "ECR", "ECS", "EUR", "FBI", "FWIW", "GBP", "GPS", "HPC", "IBM"}
    | {"IMO", "NASA", "NFC", "NLB", "NPM", "PVC", "SAML", "TLDR", "USD", "WASM", "ZFS"}
    # Time zones and days.
    | {"UTC", "GMT", "BST", "CET", "CEST", "EET", "EEST", "EST", "EDT", "CST", "CDT", "MST"}
    | {"MDT", "PST", "PDT", "IST", "JST", "AEST", "AEDT", "ET", "PT", "CT", "MT", "WAT", "CAT"}
    # Requests, log levels, and words that are only written large.
    | {"GET", "PUT", "HEAD", "PATCH", "DELETE", "INFO", "WARN", "ERROR", "FATAL", "DEBUG"}
    | {"ALL", "AND", "ANY", "BUT", "DO", "DOWN", "FOR", "FROM", "HIGH", "IF", "IN", "IS", "LOW"}
    | {"MUST", "NEVER", "NEW", "NO", "NOT", "NOTE", "NULL", "OFF", "OLD", "ON", "ONE", "ONLY"}
    | {"BETA", "CLOSED", "CRITICAL", "DONE", "LATER", "MAJOR", "MEDIUM", "MINOR", "OPEN", "WITH"}
    | {"OR", "SET", "THE", "THIS", "TO", "TRUE", "FALSE", "UP", "VERY", "WAS", "YES", "NOW"}
    | {"SELECT", "UPDATE", "INSERT", "TABLE", "INDEX", "DROP", "ALTER", "WHERE", "JOIN"}
)


@dataclass(frozen=True)
class Options:
    """What needs no words."""

    known: tuple[str, ...] = option((), "Abbreviations that every reader of this house knows.")


def check(document: Document, options: Options) -> Iterator[Hit]:
    known = {word.upper() for word in options.known} | _explained(document)
    for sentence in document.sentences:
        if sentence.block.kind is BlockKind.HEADING:
            continue
        for match in _ACRONYM.finditer(sentence.text.prose):
            letters = match[1]
            if letters not in known and letters not in _KNOWN and _is_acronym(sentence, match):
                known.add(letters)
                yield Hit(
                    sentence.text.span(*match.span(1)),
                    f'"{letters}" is not explained where it is first used',
                    f'Write out what "{letters}" stands for once, with the letters in brackets.',
                    data={"acronym": letters},
                )


def _is_acronym(sentence: Sentence, match: re.Match[str]) -> bool:
    """Not a number, a severity or a word that is shouted with its neighbours."""
    prose = sentence.text.prose
    shouted = _SHOUTED.search(
        prose[max(0, match.start() - _REACH) : match.start()]
    ) or _SHOUT.match(prose, match.end())
    return not (shouted or _NOT_WORDS.fullmatch(match[1]))


def _explained(document: Document) -> set[str]:
    """Abbreviations explained at their first use, or by a line of a glossary."""
    first: dict[str, int] = {}
    explained: dict[str, int] = {}
    glossary: set[str] = set()
    for at, sentence in enumerate(document.sentences):
        raw = sentence.text.raw
        if sentence.block.kind is not BlockKind.HEADING:
            for match in _ACRONYM.finditer(sentence.text.prose):
                first.setdefault(match[1], at)
        for match in _EXPLAINED.finditer(raw):
            explained.setdefault(match[1] or match[2], at)
        defined = _DEFINED.match(raw)
        if defined:
            glossary.add(defined[1])
    return glossary | {word for word, at in explained.items() if at <= first.get(word, at)}


RULE = Rule(
    code="PM907",
    name="undefined-acronym",
    category=Category.TONE,
    severity=Severity.INFO,
    summary="An abbreviation is not explained where it is first used.",
    hint="Write out what it stands for once, with the letters in brackets.",
    check=check,
    options=Options(),
    enabled=False,
    bad=(
        "The [[FQX]] refused new sessions.\n",
        "## Timeline\n\n- 14:32 [[LRPs]] were moved to the second zone\n".replace(
            "LRPs]]", "LRP]]s"
        ),
        "The [[RTB]] lost its lease. Later the RTB (request token broker) came back.\n",
        "| Part | State |\n|---|---|\n| [[GZW]] | down |\n",
    ),
    good=(
        "The request token broker (RTB) lost its lease, and the RTB was restarted.\n",
        "The RTB (request token broker) lost its lease.\n",
        "The API answered from DNS within the SLO at 14:32 UTC.\n",
        "## Glossary\n\n- RTB: request token broker\n\n## Summary\n\nThe RTB lost its lease.\n",
        "The deploy was NOT rolled back; `FQX` is a flag.\n",
        "Ticket RTB-412 has the logs, and SEV2 was declared in Q3.\n",
        "It printed DO NOT TURN OFF on the screen.\n",
    ),
)
