"""The timeline leaves out a point that every incident passes.

Why: time to detect, to respond and to recover are the gaps between start, detection,
response, mitigation and end. Where one is missing, its length is not known.
Instead: add the missing events, roughly timed if need be.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document, Profile
from pmlint.review.chronology import timed, timeline_span
from pmlint.review.milestones import Milestone, reached
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity

_ENOUGH = 3  # fewer entries are no timeline yet: PM611 says so


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    if document.profile is Profile.NEAR_MISS or len(timed(document)) < _ENOUGH:
        return
    told = reached(document)
    missing = [milestone.value for milestone in Milestone if milestone not in told]
    if missing:
        names = " or ".join([", ".join(missing[:-1]), missing[-1]] if missing[1:] else missing)
        yield Hit(
            timeline_span(document),
            f"the timeline has no event for {names}",
            f"Add when this was: {', '.join(_QUESTIONS[name] for name in missing)}.",
            data={"missing": missing},
        )


_QUESTIONS = {
    "start": "the change or failure that set it off",
    "detection": "the alert or report that made it known",
    "response": "the first person starting to look into it",
    "mitigation": "the step that stopped the impact",
    "end": "service back to normal",
}

RULE = Rule(
    code="PM607",
    name="missing-milestone",
    category=Category.TIMELINE,
    severity=Severity.INFO,
    summary="The timeline lacks a start, detection, response, mitigation or end.",
    check=check,
    bad=(
        "## [[Timeline]]\n\n- 14:32 Deploy of search-api v3.1\n- 14:33 Error rate spikes\n"
        "- 14:41 Rolled back\n- 14:50 Resolved\n",
        "## [[Timeline]]\n\n- 09:02 Certificate expires\n- 09:10 Pager alert for gateway errors\n"
        "- 09:12 On-call acknowledges\n- 09:15 On-call pages the vendor\n",
        "## [[Timeline]]\n\n- 05:10 Import fails\n- 05:20 Pager alert\n- 05:25 On-call joins\n"
        "- 05:40 Import fails again\n",
        "## [[Timeline]]\n\n| Time | Event |\n|---|---|\n| 10:00 | Traffic shifts to eu-west |\n"
        "| 10:05 | Dashboards go grey |\n| 10:09 | Traffic shifts to us-east |\n",
    ),
    good=(
        "## Timeline\n\n- 14:32 Deploy of search-api v3.1\n- 14:35 Alert fires\n"
        "- 14:37 On-call acknowledges\n- 14:41 Rollback starts\n- 14:50 Resolved\n",
        "## Timeline\n\n- 09:02 Certificate expires\n- 09:10 Customers complain\n"
        "- 09:12 Platform engineer investigates\n- 09:20 Certificate renewed\n"
        "- 09:21 Logins back to normal\n",
        "## Timeline\n\n- 05:10 Image server is lost\n- 05:20 Nurse telephones the desk\n"
        "- 05:25 Technician checks it\n- 05:40 Disk mounted by hand, wards open images again\n",
        "## Timeline\n\n- 09:02 Certificate expires\n- 09:20 Certificate renewed\n",
        "## Summary\n\nLogins failed for 18 minutes.\n",
    ),
)
