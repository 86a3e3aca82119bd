"""Prepared texts: short, and without anything that nobody typed."""

from __future__ import annotations

import re
from datetime import date

import pytest

from drive.vocabulary.requests import RefusalReason, RequestTopic, RequestWay
from drive.web.multiagency.rules.texts import (
    Asked,
    Asking,
    to_ask,
    to_chase,
    to_contest,
    to_escalate,
)

ASKED = Asked(
    reference="ES-0001/2",
    whom="A. Example, born 1 May 1980",
    what=[RequestTopic.BACKGROUND.label, RequestTopic.CHILDREN.label],
    purpose="To know the risk",
    basis="Public task: UK GDPR 6(1)(e)",
    agreement="Essex sharing",
    by_day=date(2017, 6, 9),
    more="He was seen in Colchester.",
)
ASKING = Asking(
    reference="ES-0001/2",
    asked_on=date(2017, 6, 1),
    chased_on=(date(2017, 6, 9), date(2017, 6, 14)),
    by_day=date(2017, 6, 21),
)


def test_a_request_says_whom_what_why_on_what_basis_and_by_when() -> None:
    text = to_ask(ASKED, RequestWay.EMAIL)
    for said in (
        "Our reference is ES-0001/2.",
        "It is about A. Example, born 1 May 1980.",
        "- Background\n- Children",
        "He was seen in Colchester.",
        "Essex sharing",
        "by 9 June 2017",
    ):
        assert said in text


@pytest.mark.parametrize("way", RequestWay)
def test_what_is_sent_later_names_a_reference_and_days_and_nothing_else(way: RequestWay) -> None:
    later = [to_chase(ASKING, way), to_escalate(ASKING, way)]
    later += [to_contest(ASKING, reason, way) for reason in RefusalReason]
    for text in later:
        assert "ES-0001/2" in text
        assert "Example" not in text
        assert "Colchester" not in text
        plain = text.replace("ES-0001/2", "")
        assert set(re.findall(r"\d+ \w+ \d{4}", plain)) <= {
            "1 June 2017",
            "9 June 2017",
            "14 June 2017",
            "21 June 2017",
        }
        assert not re.search(r"\b(he|him|his|she|her)\b", plain)


def test_who_agreed_is_asked_whether_it_is_done() -> None:
    agreed = Asking(reference="ES-0001/2", asked_on=date(2017, 6, 1), agreed=True)
    assert "word that it is done" in to_chase(agreed, RequestWay.EMAIL)


def test_what_is_read_out_has_no_greeting_of_a_letter() -> None:
    assert to_chase(ASKING, RequestWay.TELEPHONE).startswith("On 1 June 2017")
    assert to_chase(ASKING, RequestWay.LETTER).startswith("Dear colleague,")


def test_a_refusal_as_out_of_area_is_contested_in_its_own_words() -> None:
    assert "out of your area" in to_contest(ASKING, RefusalReason.OUT_OF_AREA, RequestWay.EMAIL)


def test_one_day_and_several_read_as_a_person_would_write_them() -> None:
    assert "9 June 2017 and 14 June 2017" in to_escalate(ASKING, RequestWay.EMAIL)
    none = Asking(reference="ES-0001/2", asked_on=date(2017, 6, 1))
    assert "asked again" not in to_escalate(none, RequestWay.EMAIL)
