"""The lessons tell nothing that surprised the team or that it would do differently.

Why: a lesson is the difference between what was expected and what happened. Without
it, the section repeats the action items.
Instead: write down one thing that nobody had known, and one that would be done differently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import Document, Profile, Section, Topic
from pmlint.regexes import regex
from pmlint.review.lessons import LESSON_TOPICS, lesson_groups
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity

# Broad on purpose: any hint of an expectation that was not met counts.
_SURPRISE = regex(
    r"\b(?:surpris\w*|unexpected\w*|expect\w*|unaware|unknown|assum\w+|turn(?:s|ed) out|realis\w+"
    r"|realiz\w+|discover\w*|learn(?:ed|t|s|ing)?|(?:did|do|does|had|was|were) ?(?:not|n't|n’t)"
    r" (?:know|realis|realiz|expect|anticipat|aware|underst|see|think|consider|foresee"
    r"|understood)\w*"
    r"|(?:nobody|none of us|no one|no-one|few|only one)\b[^.;]{0,40}?\b(?:knew|expected|realised"
    r"|realized|thought|foresaw|noticed)"
    r"|never (?:knew|thought|expected|seen|before)|more than (?:we|expected|thought)|than (?:we"
    r"|anyone)"
    r" (?:thought|expected|knew|assumed)|different(?:ly)?|next time|in (?:the )?future|from now on"
    r"|going forward|would (?:have|now|do|not|rather|start|page|call)|instead|no (?:longer"
    r"|one knew)"
    r"|lucky|luck|luckily|by chance|coincidence|unlike|hidden|contrary|misle(?:d|ads?|ading)"
    r"|not (?:the case"
    r"|obvious|enough|what)|even though|although|despite|actually|in fact|thought|believed|contrary"
    r"|only (?:because|when|after)|could have|should|we (?:all )?(?:need|must|have) (?:to )?)\b"
    r"|n['’]t (?:know|expect|realis|realiz"
    r"|anticipat)\w*",
    re.IGNORECASE,
)


_ASKED = regex(
    r"\bsurpris\w*|\b(?:un)?expected\b|\bdifferently\b|\bnext time\b|\bdo (?:it|this) again\b"
    r"|\b(?:not|n['’]t) (?:know|expect)\b|\b(?:would|['’]d) change\b",
    re.IGNORECASE,
)


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    groups = lesson_groups(document)
    if not groups or document.profile is Profile.NEAR_MISS:
        return
    if any(group.topic in {Topic.WENT_POORLY, Topic.LUCKY} for group in groups):
        return  # what went poorly or by luck is what was not expected
    words = " ".join(sentence.text.raw for sentence in document.sentences_of(*LESSON_TOPICS))
    if words and not (_SURPRISE.search(words) or any(map(_asks, document.sections))):
        yield Hit(
            groups[0].span,
            "the lessons name nothing that surprised the team or that it would do differently",
            "Ask around the table: what did you not know before, and what would you do "
            "differently next time?",
        )


def _asks(section: Section) -> bool:
    """Whether a heading asks what this rule asks, and something stands below it."""
    return bool(section.blocks) and _ASKED.search(section.title) is not None


RULE = Rule(
    code="PM805",
    name="no-surprise",
    category=Category.PROCESS,
    severity=Severity.INFO,
    summary="The lessons hold no surprise and nothing to do differently.",
    check=check,
    bad=(
        "## [[Lessons learned]]\n\n- Alerts are important\n- Add a dashboard for the queue\n",
        "**[[Lessons learned]]**\n\n- Monitoring works\n- Documentation is vital\n",
        "## [[Lessons learned]]\n\n- Caches start cold\n\n## What surprised us\n",
        "## [[Takeaways]]\n\n1. Keep certificates up to date\n2. Automate renewals\n",
    ),
    good=(
        "## Lessons learned\n\n- Nobody on the call knew that a reference can come twice\n"
        "- Caches start cold\n",
        "## Lessons learned\n\n- It surprised us that retries doubled the load\n- Caches start"
        " cold\n",
        "## Lessons learned\n\n- We did not know that search depends on the auth cache\n",
        "## Lessons learned\n\n- Next time we page the database team first\n- Caches start cold\n",
        "## Lessons learned\n\n- The replica turned out to be a day behind\n",
        "## Lessons learned\n\n- We would now fail over before rebuilding the index\n",
        "## Lessons learned\n\n- Caches start cold\n- Alerts are important\n\n"
        "## What we'd do differently\n\n- Page the storage team first\n",
        "## Lessons learned\n\n### What surprised us\n\n- Caches start cold\n",
        "## What went well\n\n- Failover took less than we expected\n",
        "## What went well\n\n- Alert fired\n\n## What went poorly\n\n- Pages went to one phone\n",
        "## Summary\n\nLogins failed for 18 minutes.\n",
    ),
)
