"""What clears those whom it names, what is of nobody, and prose beside the factors."""

from __future__ import annotations

import pytest

from pmlint.reading import read
from pmlint.source import Source
from tests.test_judged import CODES, START, found

LABELS = ("blame", "hindsight", "human_error")
FACTORS = "- No alert existed on the lag.\n- The build had no lock.\n"


@pytest.mark.parametrize(
    ("section", "sentence"),
    [
        # Thanks, luck, and what everybody does.
        ("Contributing factors", "Thanks are due to Mr Osei."),
        ("Contributing factors", "Credit for the quick find must go to Leila."),
        ("Contributing factors", "We owe the recovery to Mr Osei."),
        ("Detection", "She was fiddling with it out of pure curiosity, so call that luck."),
        ("Contributing factors", "- Milan did what everybody does: jump to the last line."),
        ("Contributing factors", "- Milan jumped to the last line, as everybody does."),
        ("Contributing factors", "- Milan jumped to the last line, like everybody else."),
        ("Contributing factors", "- Zuzanna emptied the ward, per the fire card."),
        # Care that was taken, and what would have been without.
        ("Contributing factors", "- The midwife did not trust the monitor and counted by hand."),
        ("Contributing factors", "- She did not trust the monitor, she counted by hand."),
        (
            "Detection",
            "If Rosalind hadn't looked at the raw frames, we'd have been stuck till dawn.",
        ),
        (
            "Contributing factors",
            "- Had Rosalind not asked about the label, we would have sent it to everyone.",
        ),
        ("Detection", "Had Rosalind not looked up from her tea, we'd be writing to 90 families."),
        ("Detection", "If Rosalind hadn't called us, we would still be down."),
        ("Detection", "Had Rosalind not stopped the job, the replica would have been lost, too."),
        ("Contributing factors", "No record was lost because Rosalind stopped the job."),
        ("Summary", "The site came back at 14:20 because Rosalind promoted the replica by hand."),
        # What was not there.
        ("Contributing factors", "- Insufficient testing procedures"),
        ("Contributing factors", "- Lack of operational documentation"),
        # That there is only one.
        ("Lessons learned", "We should not depend on Leila to renew a licence."),
        ("Lessons learned", "Renewals should never again hang on Leila alone."),
        ("Lessons learned", "Leila needs a second pair of hands."),
        ("Lessons learned", "The duty manager should get a deputy."),
        # Told of, and turned down.
        (
            "Contributing factors",
            "It was put to the panel that the controller should have known. We do not agree.",
        ),
        ("Contributing factors", "It was argued that Imani should have known. This is rejected."),
        ("Discussion", "It was claimed that Imani made a mistake. She did not."),
        (
            "Contributing factors",
            'It was claimed that Nico "ignored the alert". He was never shown it.',
        ),
        ("Discussion", "Some say that Nico sat on the alert. That account is not correct."),
        (
            "Discussion",
            "It has been suggested that this was human error. That is not what we found.",
        ),
        (
            "Contributing factors",
            "I have been asked by many of you whether this was human error. It was not.",
        ),
        ("Contributing factors", "I have also been asked who is going to be sacked. Nobody is."),
        # Attackers, everybody, and tools.
        ("Contributing factors", "- The attacker made a mistake: they used an address twice."),
        (
            "Contributing factors",
            "- Eve, as we call the intruder, made a mistake: they used an address twice.",
        ),
        ("Contributing factors", "Nobody at Nordwind thinks about Faraday very much."),
        ("Contributing factors", "- The designer makes everybody drag a pin."),
        ("Contributing factors", "- The sheet editor lets everybody click anywhere."),
        ("Lessons learned", "- Staff need to be more vigilant."),
        # What a speaker says, and what one had to do.
        ("Contributing factors", "- @aurora-k: there was no way to try that on a laptop."),
        ("Contributing factors", "- @ptol: I only had the old pages."),
        ("Contributing factors", "- Ruben had to search for the number for half an hour."),
        # What was so, all along.
        ("Contributing factors", "- The fallback had never been tested."),
        ("Contributing factors", "- The standby had never been exercised under load."),
        ("Contributing factors", "- The trolley process had never been drilled."),
        ("Contributing factors", "- The two controllers were never compared."),
        ("Contributing factors", "- The clean-up job was off."),
        ("Contributing factors", "- The clean-up job was not running."),
        ("Contributing factors", "- The gate was not enforced."),
        ("Contributing factors", "- Volunteers had never seen the trolley process."),
        ("Contributing factors", "- The honest answer is that we didn't understand our platform."),
    ],
)
def test_nobody_is_accused(section: str, sentence: str) -> None:
    assert [found(label, section, sentence) for label in LABELS] == [[], [], []]


@pytest.mark.parametrize(
    ("label", "section", "sentence"),
    [
        (
            "blame",
            "Contributing factors",
            "- The Bursary sent the circular without consulting Data Services, which is contrary to "
            "the bulk mail policy.",
        ),
        ("blame", "Contributing factors", "- The night shift forgot to set the switch back."),
        (
            "blame",
            "Contributing factors",
            "- We owe an apology to our customers: Leila forgot to close the valve.",
        ),
        (
            "blame",
            "Contributing factors",
            "- Leila forgot the flag, and call it luck that it held.",
        ),
        (
            "blame",
            "Contributing factors",
            "- The nurse did not read the label and called the ward.",
        ),
        ("blame", "Contributing factors", "- Leila ignored the alarm, per the log."),
        (
            "human_error",
            "Contributing factors",
            "- The intruder used a key that was still valid because the procedure was not followed.",
        ),
        ("hindsight", "Detection", "The disk was full, as anyone would have seen."),
        ("blame", "Detection", "Had Leila not asked for root, the table would be intact."),
        (
            "blame",
            "Contributing factors",
            "Some said that Imani should test the restore first. She did not.",
        ),
        ("blame", "Contributing factors", "We owe this outage to Leila."),
        ("blame", "Lessons learned", "We need to retrain Leila."),
        ("blame", "Lessons learned", "We need Leila to be more careful."),
        ("blame", "Contributing factors", "- No second check by Leila"),
        ("human_error", "Contributing factors", "- Missing review by the on-call engineer"),
        (
            "blame",
            "Contributing factors",
            "It is easy to say that Leila ignored the alarm, and she did.",
        ),
        ("blame", "Summary", "No record could be recovered because Leila wiped the disk."),
        ("blame", "Contributing factors", "None of them survived because Leila wiped the disk."),
        ("blame", "Summary", "The backup was never restored because Leila wiped the disk."),
        ("blame", "Contributing factors", "No page was sent because Leila muted the channel."),
        ("human_error", "Contributing factors", "- Lack of attention"),
        ("human_error", "Contributing factors", "- Insufficient training"),
        ("blame", "What went poorly", "Leila needed two reminders before she answered."),
        ("hindsight", "Lessons learned", "We should not have relied on Leila."),
        ("blame", "Detection", "Had Leila not pushed the branch, the site would not be down."),
        (
            "blame",
            "Summary",
            "The site came back only at 17:00 because Leila forgot the password.",
        ),
        ("blame", "Contributing factors", "Thanks are due to Leila for dropping the table."),
        ("blame", "Detection", "If Rosalind hadn't pushed the branch, we would have been fine."),
        (
            "blame",
            "Contributing factors",
            "It was claimed that Imani made a mistake. She did, twice.",
        ),
        ("blame", "Contributing factors", "- @aurora-k: deployed without review."),
        ("blame", "Contributing factors", "- @aurora-k: deploy of v2."),
        ("blame", "Contributing factors", "- The nurse did not check the ampoule."),
        ("blame", "Contributing factors", "- The manager made everybody skip the test."),
        ("human_error", "Contributing factors", "- Testing was skipped."),
        ("human_error", "Contributing factors", "- The required test was not run."),
        (
            "human_error",
            "Contributing factors",
            "- The totals were not checked before the holiday.",
        ),
        ("human_error", "Contributing factors", "- Nobody tested the restore."),
    ],
)
def test_near_to_it_somebody_is(label: str, section: str, sentence: str) -> None:
    assert found(label, section, sentence)


@pytest.mark.parametrize(
    "form",
    [
        f"## Contributing factors\n\n{FACTORS}\n{{}}\n",
        f"## Analysis\n\n### Causes\n\n{FACTORS}\n### Observations\n\n{{}}\n",
        "## Contributing factors\n\n### The gate let any label through\n\n{}\n",
    ],
)
@pytest.mark.parametrize(
    "sentence",
    [
        "Zuzanna took a lot of flak on the ward that night. For the record: she was right.",
        "Zuzanna emptied the ward.",
        "Ms Okoro pointed to a similar event in Leeds.",
        "@aurora-k: there was no way to try that on a laptop",
    ],
)
def test_prose_beside_the_factors_is_no_factor(form: str, sentence: str) -> None:
    document = read(Source("pm.md", START + form.format(sentence)))
    finds = [
        one for read_, codes in CODES.values() for code in codes for one in read_(document, code)
    ]
    assert finds == []


def test_a_verdict_beside_the_factors_is_found() -> None:
    text = "Zuzanna dropped the table without asking."
    assert found("blame", "Contributing factors", f"{FACTORS}\n{text}")
