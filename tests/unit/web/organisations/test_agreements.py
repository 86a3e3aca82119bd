"""On which agreement an agency can share, and what is said of it."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from drive.vocabulary.directory import AgreementState, ArmsCovered, SharedField
from drive.web.organisations.rules import (
    Terms,
    agreement_state,
    best_agreement,
    days_to_live,
    good_to_know,
)

DAY = date(2017, 6, 30)
POLICE, NPS = UUID(int=1), UUID(int=2)
INCIDENTS, RISK, HEALTH = SharedField.INCIDENTS, SharedField.RISK, SharedField.HEALTH


def terms(number: int = 1, **about: Any) -> Terms:
    usual: dict[str, Any] = {
        "key": UUID(int=number),
        "name": f"Agreement {number}",
        "parties": frozenset({POLICE}),
        "fields": frozenset({INCIDENTS, RISK}),
        "arms": ArmsCovered.BOTH,
        "began_on": date(2016, 4, 4),
        "signed_on": date(2016, 8, 1),
        "live_on": date(2016, 8, 15),
    }
    return Terms(**{**usual, **about})


@pytest.mark.parametrize(
    ("about", "state"),
    [
        ({}, AgreementState.LIVE),
        ({"review_on": DAY}, AgreementState.REVIEW),
        ({"review_on": date(2017, 7, 1)}, AgreementState.LIVE),
        ({"ended_on": DAY}, AgreementState.LIVE),
        ({"ended_on": date(2017, 6, 29)}, AgreementState.ENDED),
        ({"live_on": None}, AgreementState.SIGNED),
        ({"live_on": date(2017, 7, 1)}, AgreementState.SIGNED),
        ({"live_on": None, "signed_on": None}, AgreementState.NEGOTIATION),
    ],
)
def test_how_an_agreement_stands(about: dict[str, Any], state: AgreementState) -> None:
    assert agreement_state(terms(**about), DAY) is state


def test_the_days_until_live_are_counted_from_the_first_talk() -> None:
    assert days_to_live(terms()) == 133
    assert days_to_live(terms(live_on=None)) is None


def test_what_covers_one_arm_alone_and_what_is_due_is_said_plainly() -> None:
    assert good_to_know(terms(), DAY) == ()
    said = good_to_know(terms(review_on=DAY, arms=ArmsCovered.DRIVE_ALONE), DAY)
    assert [sentence.split(":")[0] for sentence in said] == [
        "It has been due for review since 30 June 2017.",
        "It covers those drawn to Drive alone",
    ]


def test_the_agreement_that_covers_most_is_found() -> None:
    narrow, wide = terms(1, fields=frozenset({RISK})), terms(2)
    found = best_agreement([narrow, wide], POLICE, day=DAY, fields=[INCIDENTS, RISK, HEALTH])
    assert (found.key, found.missing) == (wide.key, {HEALTH})
    assert found.sentences == ("“Agreement 2” does not cover: Health, alcohol and drugs.",)


def test_of_two_that_cover_as_much_the_one_for_both_arms_is_found() -> None:
    one_arm, both = terms(1, arms=ArmsCovered.DRIVE_ALONE), terms(2)
    assert best_agreement([one_arm, both], POLICE, day=DAY).key == both.key


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ({"ended_on": date(2017, 1, 31)}, "“Agreement 1” ended on 31 January 2017."),
        ({"live_on": None}, "“Agreement 1” is signed and not live yet."),
        (
            {"live_on": None, "signed_on": None},
            "“Agreement 1” is still being negotiated, since 4 April 2016.",
        ),
        ({"parties": frozenset()}, "There is no agreement to share with this agency."),
    ],
)
def test_why_there_is_none_is_said(about: dict[str, Any], words: str) -> None:
    found = best_agreement([terms(**about)], POLICE, day=DAY, fields=[RISK])
    assert (found.key, found.missing, found.sentences) == (None, {RISK}, (words,))


def test_what_an_agency_agreed_to_does_not_pass_to_its_successor_unsaid() -> None:
    old = terms(parties=frozenset({NPS}))
    found = best_agreement([old], POLICE, day=DAY, was={NPS: "NPS"})
    assert found.key is None
    assert found.sentences == (
        "“Agreement 1” was made with NPS; whether it still holds has to be settled.",
    )
