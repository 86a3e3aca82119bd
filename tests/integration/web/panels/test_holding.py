"""Opening a panel, what is put before it, and writing down what it says."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from drive.vocabulary.panels import PanelCriterion
from drive.web.allocation.models import EligibilityDecision
from drive.web.allocation.queries import line_of as line_of_the_draw
from drive.web.organisations.models import Site
from drive.web.panels.actions import Meeting, Said, bring, open_panel, record_verdict
from drive.web.panels.exceptions import (
    NeedsAGround,
    NotAPanel,
    NothingBeforeAPanel,
    PanelIsOpen,
    PanelSettled,
)
from drive.web.panels.models import Panel, PanelDecision
from drive.web.panels.queries import latest_decisions, reason_of
from tests.cast import NOW, Cast
from tests.factories.allocation import allocation, ratio
from tests.factories.panels import (
    NOT_SELECTED,
    REASON,
    SELECTED,
    TODAY,
    entry_of,
    meeting,
    panel,
    says,
    service_mode,
    settled,
)
from tests.factories.referrals import hearing, hearings

pytestmark = pytest.mark.django_db


def opened(cast: Cast, wanted: Meeting, site: Site | None = None) -> Panel:
    return open_panel(
        site=site or cast.essex, meeting=wanted, by=cast.service_manager, now=NOW, today=TODAY
    )


def before(of: Panel) -> set[object]:
    return set(of.hearings.values_list("hearing", flat=True))


def test_what_waits_is_put_before_the_panel_and_never_into_the_line_of_the_draw(
    cast: Cast,
) -> None:
    service_mode(cast)
    heard = hearings(cast, range(1, 4))
    assert line_of_the_draw(cast.essex, today=TODAY).ready == []
    assert before(panel(cast)) == {each.pk for each in heard}


def test_hearings_of_another_period_are_drawn_as_before(cast: Cast) -> None:
    ratio(cast)
    drawn_for = hearing(cast, 1, heard_on=date(2017, 5, 30))
    service_mode(cast)
    for_the_panel = hearing(cast, 2)
    assert before(panel(cast)) == {for_the_panel.pk}
    line = line_of_the_draw(cast.essex, today=TODAY)
    assert [each.hearing for each in line.ready] == [drawn_for.pk]


def test_whoever_has_an_arm_comes_before_no_panel_and_his_reappearance_is_recorded(
    cast: Cast,
) -> None:
    service_mode(cast)
    drawn = allocation(cast, 1)
    again = hearing(cast, 1, victim_survivor=30, heard_on=TODAY)
    other = hearing(cast, 2)
    made = panel(cast)
    assert before(made) == {other.pk}
    settled(cast, made)
    decision = EligibilityDecision.objects.get(hearing=again)
    assert decision.outcome == "excluded_already_allocated"
    assert decision.perpetrator_id == drawn.perpetrator_id


def test_whom_a_question_of_identity_holds_is_before_the_panel_but_not_decided(cast: Cast) -> None:
    service_mode(cast)
    held = hearing(cast, 1, compared=False)
    made = panel(cast)
    assert before(made) == {held.pk}


def test_somebody_heard_twice_is_before_the_panel_through_the_first(cast: Cast) -> None:
    service_mode(cast)
    first = hearing(cast, 1)
    hearing(cast, 1, heard_on=TODAY, victim_survivor=30)
    assert before(panel(cast)) == {first.pk}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"places": -1}, "places"),
        ({"members": []}, "members"),
        ({"criteria": []}, "criteria"),
        ({"held_on": TODAY + timedelta(days=1)}, "held_on"),
    ],
)
def test_what_makes_no_meeting_is_refused(
    cast: Cast, change: dict[str, object], field: str
) -> None:
    service_mode(cast)
    hearing(cast, 1)
    with pytest.raises(NotAPanel) as refused:
        opened(cast, replace(meeting(), **change))  # type: ignore[arg-type]
    assert refused.value.field == field
    assert not Panel.objects.exists()


def test_a_site_whose_design_draws_has_no_panel(cast: Cast) -> None:
    ratio(cast)
    hearing(cast, 1)
    with pytest.raises(NotAPanel):
        opened(cast, meeting())


def test_a_panel_with_nobody_before_it_is_refused(cast: Cast) -> None:
    service_mode(cast)
    hearing(cast, 1)
    with pytest.raises(NothingBeforeAPanel):
        opened(cast, meeting(held_on=date(2017, 6, 2)))
    assert not Panel.objects.exists()


def test_a_site_has_one_open_panel_and_may_have_another_once_it_is_settled(cast: Cast) -> None:
    service_mode(cast)
    hearing(cast, 1)
    first = panel(cast)
    with pytest.raises(PanelIsOpen):
        panel(cast)
    settled(cast, first)
    assert before(panel(cast)) == before(first)


def test_who_comes_to_wait_later_is_brought_before_the_open_panel(cast: Cast) -> None:
    service_mode(cast)
    hearing(cast, 1)
    made = panel(cast)
    late = hearing(cast, 2)
    added = bring(panel=made, by=cast.service_manager, now=NOW, today=TODAY)
    assert [each.hearing_id for each in added] == [late.pk]
    assert bring(panel=made, by=cast.service_manager, now=NOW, today=TODAY) == []
    settled(cast, made)
    with pytest.raises(PanelSettled):
        bring(panel=made, by=cast.service_manager, now=NOW, today=TODAY)


def test_a_later_verdict_takes_the_place_of_an_earlier_and_both_stay(cast: Cast) -> None:
    service_mode(cast)
    heard = hearing(cast, 1)
    made = panel(cast)
    says(cast, made, heard, SELECTED)
    later = says(cast, made, heard, NOT_SELECTED, reason="He moved away to another county.")
    entry = entry_of(made, heard)
    assert latest_decisions([entry]) == {entry.pk: later}
    assert [reason_of(each) for each in entry.decisions.order_by("number")] == [
        REASON,
        "He moved away to another county.",
    ]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (Said(verdict=SELECTED, criteria=[], reason=REASON), "criteria"),
        (Said(verdict=SELECTED, criteria=[PanelCriterion.SERIAL], reason=REASON), "criteria"),
        (Said(verdict=NOT_SELECTED, criteria=[], reason="   "), "reason"),
    ],
)
def test_a_verdict_needs_its_ground(cast: Cast, said: Said, field: str) -> None:
    service_mode(cast)
    heard = hearing(cast, 1)
    made = opened(cast, replace(meeting(), criteria=[PanelCriterion.HIGH_HARM]))
    with pytest.raises(NeedsAGround) as refused:
        record_verdict(
            entry=entry_of(made, heard), said=said, by=cast.service_manager, now=NOW, today=TODAY
        )
    assert refused.value.field == field
    assert not PanelDecision.objects.exists()


def test_nothing_is_said_of_a_settled_panel(cast: Cast) -> None:
    service_mode(cast)
    heard = hearing(cast, 1)
    made = panel(cast)
    settled(cast, made)
    with pytest.raises(PanelSettled):
        says(cast, made, heard)
