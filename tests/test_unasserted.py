"""What a document tells of without claiming it, what speaks for a person, and acts that mend."""

from __future__ import annotations

import pytest

from tests.test_judged import found


@pytest.mark.parametrize(
    ("section", "sentence"),
    [
        # Asked, and not said.
        ("Summary", "Several readers wondered if the night operator was at fault. He was not."),
        ("What happened", "People keep asking whether Dimitri caused this. He did not."),
        # Supposed, and given up.
        (
            "What happened",
            "The first theory was that Ines's change had caused the outage; it had not.",
        ),
        ("What happened", "At first it looked as if Karim had dropped the table."),
        (
            "What happened",
            "We suspected that Ines had run the wrong script. It was the nightly job.",
        ),
        # Denied.
        ("What happened", "It was not Karim who dropped the table but the nightly job."),
        ("What happened", "Karim's change did not cause the outage."),
        # Said in their favour.
        ("What went poorly", "The clerk should be commended for opening the ticket so soon."),
        (
            "What happened",
            "Had Zsofia not looked at the log, we would have lost the night's orders.",
        ),
        ("What happened", "Without Karim the import would have run all night."),
        ("What happened", "Without Yusuf's second look the file would have gone to all branches."),
        ("What happened", "The invalid tokens were revoked by Petra Holm."),
        ("What happened", "Petra had to climb the mast in the dark."),
        ("Background", "The copy was whole, for which we thank Odile, who set it up unasked."),
        ("Who wrote this", "Ines and Karim, over two evenings."),
        ("Detection", "Ines would have seen it at once, but she was off that day."),
        (
            "What happened",
            "Ines ignored the advice of the tool to wipe the disk, which saved the data.",
        ),
        ("Lessons learned", "It should not take Karim to restore a backup."),
        ("Background", "Ines is the one who knows the old system best."),
        (
            "Analysis",
            "It was assumed on the bridge that Mr. Okonkwo had entered the prefix himself.",
        ),
        ("Analysis", "Ms. Lindgren's decision to overrule the vendor ended the outage."),
        ("Lessons learned", "Tadhg's habit of tying a rag to the lever is a good one."),
        ("Timeline", "- 10:20 The vendor's advice is overruled by Ms. Lindgren."),
        ("What happened", "Nobody had told Mr. Delgado that the riser feeds the print room."),
        # Acts that mend: what is acted on tells.
        ("What happened", "A broken cable was replaced by Mehmet Yilmaz."),
        ("What happened", "The corrupted table was dropped by Mehmet and rebuilt from the backup."),
        ("What happened", "The mistake was caught by Lin in the second review."),
        ("What happened", "The wrong label was corrected by the night nurse."),
        ("What happened", "The failed node was removed from the pool by Mehmet."),
        ("What happened", "The stuck job was killed by the on-call engineer."),
        ("What happened", "The missing entry was added by Lin by hand."),
        ("What happened", "Ines deleted the stale lock, and the queue began to move."),
        # Whose it is, what for, and what was out of reach.
        ("What happened", "The limit that Sven had set in 2019 was reached for the first time."),
        ("What happened", "For want of a second key, Lev had to drive back to the depot."),
        ("What happened", "Lev could have reached the valve only through the flooded corridor."),
        (
            "What happened",
            "Lev did not wait and closed the valve himself, which kept the damage small.",
        ),
        ("What happened", "The journalist asked who was responsible; we named the system."),
        ("Contributing factors", "It would be easy to say that Ines should have escalated."),
        ("Contributing factors", "It would be wrong to claim Ines ignored the alarm."),
        ("Contributing factors", "We do not think that Ines should have escalated."),
        ("Contributing factors", "Some will say Ines ought to have known."),
        ("Contributing factors", "- The person who deploys also approves."),
        ("Summary", "A build made by Ines Duarte was affected."),
        ("What happened", "Ines took the site down on purpose to stop the writes."),
        ("What happened", "Jo had muted the channel during her leave, as everybody does."),
        (
            "Response",
            "The operator bypassed the interlock, as the instructions for this fault demand.",
        ),
        ("What happened", "The night nurse did not have the right to stop the pump."),
        ("Lessons learned", "Next time Karim will be paged first."),
        ("Impact", "Ms. Abara is liable for the costs of two applications."),
        ("Resolution", "Karim's access was withdrawn after the move, as for every contractor."),
    ],
)
def test_nobody_is_blamed(section: str, sentence: str) -> None:
    assert found("blame", section, sentence) == []


@pytest.mark.parametrize(
    ("section", "sentence"),
    [
        ("What happened", "We suspected that Dave had run the wrong script, and he had."),
        ("What happened", "We asked ourselves whether Dave even read the runbook."),
        ("What happened", "It was not only Karim who ignored the alarm."),
        ("What happened", "Had Dave not pushed on Friday, we would have been fine."),
        ("What happened", "Without Maria's change the site would have stayed up."),
        ("What happened", "Without Dave's mistake we would have been fine."),
        ("What happened", "Dave ignored the freeze, which cost us the data."),
        ("What happened", "Ines would have seen it, but she could not be bothered to look."),
        ("What happened", "A broken build was pushed by Mehmet."),
        ("What happened", "The wrong disk was pulled by the technician."),
        ("What happened", "The live table was dropped by Mehmet."),
        ("What happened", "The orders table, dropped by Mehmet, was gone for a day."),
        ("What happened", "Dave removed the failed node without a word, and the site went down."),
        ("What happened", "Dave is the one who wiped the disk."),
        ("What happened", "Dave is liable for the outage."),
        ("What happened", "Dave was asleep at his desk."),
        ("What happened", "We can thank Dave for this outage."),
        ("What happened", "If Dave had not restarted it, the outage would not have lasted longer."),
        ("What happened", "Dave disabled the alarm to avoid being woken."),
        ("What happened", "The director asked who was responsible."),
        ("What happened", "Lev could have closed the valve at once."),
        ("What happened", "Dave had to be woken twice before he even looked at it."),
        ("What happened", "Dave's decision to skip the review caused the outage."),
        ("What happened", "Dave overruled the freeze and shipped it."),
        ("What went poorly", "A glance at the lamp on the way home, was that too much to ask?"),
    ],
)
def test_who_is_blamed_is_found(section: str, sentence: str) -> None:
    assert found("blame", section, sentence)


@pytest.mark.parametrize(
    ("label", "section", "sentence"),
    [
        ("hindsight", "Detection", "It was clear from the log that the disk was full."),
        ("hindsight", "Detection", "Clearly the change had not reached the second site."),
        (
            "hindsight",
            "Detection",
            "The pod asked for more than there was, which clearly implied a lack.",
        ),
        (
            "hindsight",
            "Detection",
            "The cluster said no, and this clearly implied that it was too small.",
        ),
        ("hindsight", "Lessons learned", "We really could use a siren in the hall."),
        ("human_error", "What happened", "The wrong label was corrected by the night nurse."),
        (
            "human_error",
            "Timeline",
            "- 05:20 The fitter arrived, having been sent to the wrong box by the roster.",
        ),
    ],
)
def test_nothing_is_judged(label: str, section: str, sentence: str) -> None:
    assert found(label, section, sentence) == []


def test_each_of_two_people_is_told_of() -> None:
    words = "The outage was caused by Dave's typo and by Priya's blind approval."
    assert found("blame", "What happened", words) == [
        "caused by Dave's typo",
        "by Priya's blind approval",
    ]


@pytest.mark.parametrize(
    ("section", "sentence"),
    [
        (
            "Lessons learned",
            "The fair is every year, and clearly it was a error to go without a test.",
        ),
        (
            "Detection",
            "It was clear from the very first event that the hook was it, and we went on.",
        ),
        (
            "Detection",
            "Units falling off the net can mean but one thing, and it should not take a porter on a"
            " private phone to say so.",
        ),
        ("Lessons learned", "It would have been sensible to test the restore first."),
        ("Detection", "It should not take a porter on a private phone to say so."),
    ],
)
def test_hindsight_beside_them_is_found(section: str, sentence: str) -> None:
    assert found("hindsight", section, sentence)
