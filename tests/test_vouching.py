"""Names told by their company: the same name as a person's and as a machine's."""

from __future__ import annotations

import pytest

from pmlint.people import Actor
from pmlint.reading import read
from pmlint.source import Source
from pmlint.wording.frames import reading_of
from pmlint.wording.vouching import is_somebody, vouched

PERSONS = (
    "The review was left to [Ruby], who had flown in that morning.",
    "We reached [Consul] by her personal e-mail about the window.",
    "Nobody heard from [Nomad], driving home through the tunnel.",
    "The ticket came from my boss [Clair]'s desk.",
    "The queue cleared once [Kafka] from finance had signed.",
    "We asked [Athena] over the phone for the last snapshot.",
    "[Travis], red-faced and honest, told the retro about it.",
    "[Jenkins] had gone home with a fever.",
    "The token of [Jonas Spark] had expired.",
    "[Ilse]'s backup was on leave that week.",
    "[June] counted the retries as orders.",
    "The access of [Gerrit van Aalst] ended in March.",
    "By noon [jpw] had moved the last shard.",
    "Nobody had told [zedd], who was new here, about the freeze.",
    "Someone gave [Fatoumata] root on the build hosts.",
    "Was [Timothy Garrick] aware of the second rule?",
)
MACHINES = (
    "[Daphne]'s timeout was shorter than the slowest shard.",
    "Our deploy bot [Walter] rolled back the release.",
    "The affected server is [Leonard]; it will be rebuilt.",
    "[Ursula] recorded in its syslog that the port was closed.",
    "We upgraded [Boris] to the new kernel.",
    "[Martin] was stuck in a reboot loop.",
    "Much of the delay was [Nagle]'s algorithm at work.",
    "Two virtual machines, one of them [Natalie], diverged.",
    "The report is on a suspected employee [Compromise] of May.",
    "[Ilse]'s latest snapshot was four days old.",
    "[Heidi] fell off the network before the failover.",
)


def actors(marked: str) -> set[Actor]:
    """What the phrases are that meet the name in brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    document = read(
        Source("postmortem.md", f"## Summary\n\n{marked.replace('[', '').replace(']', '')}\n")
    )
    (sentence,) = document.sentences
    phrases = reading_of(document, sentence.text).phrases
    parts = [one for phrase in phrases for one in (phrase, phrase.owner) if one is not None]
    return {one.actor for one in parts if one.start < end and start < one.end}


@pytest.mark.parametrize("marked", PERSONS)
def test_a_person_is_known_by_company(marked: str) -> None:
    assert Actor.PERSON in actors(marked)


@pytest.mark.parametrize("marked", MACHINES)
def test_a_machine_is_known_by_company(marked: str) -> None:
    assert Actor.PERSON not in actors(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[Thandiwe] restarted the ingest workers.",
        "The server [Dave] rebooted was the wrong one.",
        "After the restart [Priya] saw the schema.",
    ],
)
def test_who_handles_machines_is_none(marked: str) -> None:
    assert Actor.PERSON in actors(marked)


def test_without_company_nothing_is_told() -> None:
    assert vouched("Then ", " drained the queue.") is None
    assert not is_somebody(" drained the queue.")
