"""The sheet for a handover: what the registers hold now, her side left out."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from drive.vocabulary.casework import CaseState
from drive.web.casework.models import DriveCase
from drive.web.registers.actions import end_entry
from drive.web.registers.presenters import handing_over
from drive.web.registers.registry.every import REGISTERS
from tests.cast import NOW, Cast
from tests.factories.casework import case_at
from tests.factories.registers import entry_in

NEEDED = {
    "levers": "Not to go near the school.",
    "orders": "No contact.",
    "breaches": "Seen at the gate.",
    "risk-events": "Police told.",
    "pathways": "Stalking",
    "advocacy": "The plan was closed.",
    "whereabouts": "Harlow, near the station",
    "custody": "Chelmsford",
    "support": "Housing office",
    "adjustments": "Letters are read out.",
    "child-statuses": "On a child protection plan",
}
"""What whoever takes a case over needs of each register, as the factory types it."""
HERS = "She saw him at the window."


@pytest.fixture
def case(cast: Cast) -> DriveCase:
    return case_at(cast, CaseState.ACTIVE)


def _sheet(client: Client, case: DriveCase, victim_side: str = "out") -> str:
    typed = {
        "parts": ["handover"],
        "victim_side": victim_side,
        "recipient": "The next case manager",
        "purpose": "Handover",
        "key": str(uuid4()),
    }
    answer = client.post(f"/cases/{case.pk}/print/", typed)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_sheet_holds_what_stands_in_the_registers(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    for slug in NEEDED:
        entry_in(slug, case, cast.case_manager)
    client.force_login(cast.case_manager)
    sheet = _sheet(client, case)
    assert {slug for slug, words in NEEDED.items() if words not in sheet} == set()
    assert "Nothing is printed of" not in sheet


def test_what_has_ended_or_is_done_is_not_on_it(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    lever = entry_in("levers", case, cast.case_manager)
    end_entry(
        register=REGISTERS["levers"],
        entry=lever,
        ends_on=date(2017, 6, 25),
        seen=lever.pk,
        by=cast.case_manager,
        now=NOW,
    )
    entry_in("support", case, cast.case_manager, outcome="done")
    entry_in("whereabouts", case, cast.case_manager, area="Basildon", **_day("1"))
    entry_in("whereabouts", case, cast.case_manager, area="Clacton", **_day("19"))
    client.force_login(cast.case_manager)
    sheet = _sheet(client, case)
    assert "Not to go near the school." not in sheet
    assert "Housing office" not in sheet
    assert "Clacton" in sheet
    assert "Basildon" not in sheet
    assert "Nothing is printed of" in sheet


def _day(day: str) -> dict[str, str]:
    return {"happened_on-day": day}


@pytest.mark.parametrize(
    "where", ["risk-events text", "whereabouts text", "children school", "orders terms"]
)
def test_what_came_from_her_is_printed_only_where_it_is_asked_for(
    cast: Cast, client: Client, case: DriveCase, where: str
) -> None:
    slug, field = where.split()
    entry_in(slug, case, cast.case_manager, informant="victim_survivor", **{field: HERS})
    client.force_login(cast.case_manager)
    assert HERS not in _sheet(client, case)
    assert HERS in _sheet(client, case, "in")


def test_a_status_of_a_child_that_came_from_her_is_left_out(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    entry_in("children", case, cast.case_manager)
    entry_in("child-statuses", case, cast.case_manager, informant="idva")
    client.force_login(cast.case_manager)
    assert "On a child protection plan" not in _sheet(client, case)
    assert "Primary" in _sheet(client, case)
    assert "On a child protection plan" in _sheet(client, case, "in")


def test_an_entry_about_one_that_came_from_her_is_left_out_too(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    entry_in("orders", case, cast.case_manager, terms=HERS, informant="victim_survivor")
    entry_in("breaches", case, cast.case_manager)
    client.force_login(cast.case_manager)
    assert "Seen at the gate." not in _sheet(client, case)
    assert "Seen at the gate." in _sheet(client, case, "in")


def test_the_registers_tell_nothing_to_whoever_does_not_read_them(
    cast: Cast, case: DriveCase
) -> None:
    entry_in("levers", case, cast.case_manager)
    told = handing_over.handover_sections(
        case, cast.evaluator, with_victim_side=True, today=NOW.date()
    )
    assert list(told) == []
