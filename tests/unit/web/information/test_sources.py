"""Whose word a fact is, circles, and what a summary is worth."""

from __future__ import annotations

import pytest

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import InformationSource
from drive.vocabulary.facts import Independence, Reliability
from drive.web.information.rules.guard import Node
from drive.web.information.rules.sources import is_hers, weakest, would_turn_in_a_circle

YES, NO, UNSURE = Independence.YES, Independence.NO, Independence.UNSURE


@pytest.mark.parametrize(
    ("source", "agency", "without_her", "hers"),
    [
        (InformationSource.VICTIM_SURVIVOR, None, YES, True),
        (InformationSource.FAMILY, None, YES, True),
        (InformationSource.IDVA, AgencyType.IDVA, YES, True),
        (InformationSource.OTHER, AgencyType.VS_SECTOR, YES, True),
        (InformationSource.POLICE, AgencyType.POLICE, YES, False),
        (InformationSource.POLICE, AgencyType.POLICE, NO, True),
        (InformationSource.POLICE, AgencyType.POLICE, UNSURE, True),
        (InformationSource.SU, None, YES, False),
    ],
)
def test_an_agency_that_only_repeats_her_is_hers(
    source: InformationSource, agency: AgencyType | None, without_her: Independence, hers: bool
) -> None:
    assert is_hers(source, agency, without_her) is hers


def test_a_circle_is_seen_from_far_and_a_circle_elsewhere_is_borne() -> None:
    graph = {
        "a": Node(hers=False, derives_from=("b",)),
        "b": Node(hers=False, derives_from=("c", "gone")),
        "c": Node(hers=False),
        "x": Node(hers=False, derives_from=("y",)),
        "y": Node(hers=False, derives_from=("x",)),
    }
    assert would_turn_in_a_circle(graph, "c", ["a"])
    assert would_turn_in_a_circle(graph, "a", ["a"])
    assert not would_turn_in_a_circle(graph, "a", ["c"])
    assert not would_turn_in_a_circle(graph, "a", ["x", "gone"])


def test_a_summary_is_worth_what_its_weakest_fact_is_worth() -> None:
    assert weakest([Reliability.CONFIRMED, Reliability.LIKELY]) is Reliability.LIKELY
    assert weakest([]) is Reliability.NOT_TESTED
