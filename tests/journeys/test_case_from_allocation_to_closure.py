"""One case from its allocation to its closure, by three roles, in four ways of working.

With a pointer, each page looked at by axe; by keyboard alone; at 400% zoom, where no page may
scroll sideways; and without scripts.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.cast import Cast
from tests.factories.allocation import allocation
from tests.journeys.conftest import Desks
from tests.journeys.hands import Keyboard
from tests.journeys.steps import case_work
from tests.journeys.steps.case_walk import (
    assessing,
    closing,
    contact,
    facts,
    opening,
    oversight,
    strategy,
)
from tests.journeys.steps.case_walk.kept import everything_is_on_record
from tests.journeys.steps.case_walk.team import Team, opens_the_case

THREE_MONTHS = date(2017, 9, 14)
SIX_MONTHS = date(2017, 12, 14)
NINE_MONTHS = date(2018, 3, 14)
TEN_MONTHS = date(2018, 4, 14)
THE_END = date(2018, 5, 14)

# A window of 1280 by 1024 pixels at 400% shows as much as one of 320 by 256.
ZOOMED = {"width": 320, "height": 256}
WAYS: dict[str, dict[str, Any]] = {
    "pointer": {},
    "keyboard": {"way": {"hands": Keyboard(), "audited": False, "pictured": False}},
    "400 per cent": {
        "way": {"fitting": True, "audited": False, "pictured": False},
        "viewport": ZOOMED,
    },
    "no scripts": {"way": {"pictured": False}, "java_script_enabled": False},
}


def before_contact(team: Team) -> None:
    """The case is opened, looked into, and a strategy is agreed on which contact is made."""
    opening.opens_it(team.service_manager)
    opening.begins_research(team.case_manager)
    opening.finds_that_it_is_stalking(team.case_manager)
    opening.reviews_the_pathway(team.adviser)
    strategy.writes_it(team.case_manager)
    strategy.consults(team.case_manager)
    strategy.replies(team.idva)
    strategy.agrees(team.service_manager)
    strategy.agrees(team.adviser)
    team.adviser.picture("how-to-practice-adviser-2")
    strategy.contact_may_be_planned(team.case_manager)
    contact.plans_and_makes_contact(team.case_manager)


def the_first_weeks(team: Team) -> None:
    """The intake assessment, what holds the case, a hold, supervision and a query."""
    case_work.assesses(team.case_manager, "Intake", severity="moderate", day="30 6 2017")
    assessing.accepts(team.service_manager, "Intake")
    facts.keeps_a_lever(team.case_manager)
    facts.keeps_an_order(team.case_manager)
    facts.keeps_a_risk_event(team.case_manager)
    contact.proposes_a_hold(team.case_manager)
    contact.puts_it_on_hold(team.service_manager)
    contact.sees_the_hold(team.case_manager)
    oversight.records_supervision(team.service_manager)
    oversight.does_what_was_agreed(team.case_manager)
    oversight.asks_about_an_answer(team.adviser)
    oversight.answers_the_query(team.case_manager)
    oversight.settles_the_query(team.adviser)


def the_months(team: Team) -> None:
    """Three months bring a rise, the months after it a fall, and less work towards the end."""
    team.later(THREE_MONTHS)
    contact.lifts_the_hold(team.service_manager)
    opens_the_case(team.case_manager)
    assessing.assesses_again(team.case_manager, "3 months", severity="high", rises=True)
    assessing.reviews_the_rise(team.service_manager)
    assessing.accepts(team.service_manager, "3 months")
    assessing.reads_of_the_rise(team.idva)
    assesses_on(team, SIX_MONTHS, "6 months", severity="moderate")
    assesses_on(team, NINE_MONTHS, "9 months", severity="standard")
    closing.proposes_a_step_down(team.case_manager)
    closing.approves_it(team.service_manager)
    assesses_on(team, TEN_MONTHS, "Closure", severity="standard")


def assesses_on(team: Team, day: date, point: str, *, severity: str) -> None:
    """A day comes on which an assessment is due, and the case manager makes it."""
    team.later(day)
    opens_the_case(team.case_manager)
    assessing.assesses_again(team.case_manager, point, severity=severity)


def the_end(team: Team) -> None:
    """The last assessment, the closing, and the closed case."""
    assesses_on(team, THE_END, "End of step-down", severity="none")
    assessing.sees_how_it_has_gone(team.case_manager)
    closing.cannot_close_it(team.case_manager)
    closing.closes_it(team.service_manager)
    closing.opens_the_closed_case(team.case_manager)
    closing.reads_it_from_the_beginning(team.case_manager)
    closing.prints_it(team.case_manager)
    closing.adds_what_came_late(team.case_manager)
    closing.decides_on_what_came_late(team.service_manager)
    closing.opens_the_closed_case(team.adviser)
    closing.reads_it_from_the_beginning(team.adviser)


@pytest.mark.parametrize("way", WAYS)
def test_a_case_from_allocation_to_closure(
    way: str, cast: Cast, at_desk: Desks, settings: Any
) -> None:
    allocation(cast)
    team = Team(cast=cast, settings=settings, sit_down=lambda: at_desk(**WAYS[way]))
    before_contact(team)
    the_first_weeks(team)
    the_months(team)
    the_end(team)
    everything_is_on_record()
