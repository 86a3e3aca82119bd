"""The six groups and the balance, as the pages count them."""

import re
from datetime import date

import pytest
from django.test import Client

from drive.vocabulary.allocation import AllocationMethod, Arm
from drive.web.accounts.models import User
from drive.web.allocation.models import DrawUnit
from drive.web.insights.actions import open_case
from drive.web.monitoring.queries.balance import baselines_of, strata_of
from drive.web.monitoring.queries.groups import groups_of
from drive.web.monitoring.queries.reach import Scope
from drive.web.monitoring.rules.balance import describe
from drive.web.people.models import Dyad
from tests.cast import NOW, Cast
from tests.factories.allocation import drawn, ratio
from tests.factories.people import Docket, Typed
from tests.factories.referrals import hearings
from tests.factories.sign_in import signed_in
from tests.integration.web.monitoring.trial import imported

pytestmark = pytest.mark.django_db


def scope(cast: Cast) -> Scope:
    return Scope(sites=[cast.essex])


def supported(cast: Cast, dyads: list[Dyad]) -> None:
    for dyad in dyads:
        open_case(dyad=dyad, idva=cast.idva, opened_on=NOW.date(), by=cast.coordinator, now=NOW)


def page(user: User, address: str) -> str:
    answer = signed_in(Client(), user).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def numbers(text: str) -> list[str]:
    return re.findall(r"numeric[^>]*>\s*([^<]+?)\s*</td>", text)


@pytest.fixture
def two_arms(cast: Cast) -> None:
    """Three Drive and nine control; one and two of them with an Idva."""
    drive = imported(cast, range(1, 4), Arm.DRIVE)
    control = imported(cast, range(10, 19), Arm.CONTROL)
    hers = [Dyad.objects.get(perpetrator=each.perpetrator) for each in (*drive[:1], *control[:2])]
    supported(cast, hers)


@pytest.mark.usefixtures("two_arms")
def test_the_six_groups_of_a_site(cast: Cast) -> None:
    assert [number for _name, number in groups_of(scope(cast)).six.rows()] == [3, 1, 2, 9, 2, 7]
    assert numbers(page(cast.evaluator, "/monitoring/groups/")) == ["3", "1", "2", "9", "2", "7"]
    assert numbers(page(cast.service_manager, "/monitoring/groups/")) == [*"312927"]
    assert numbers(page(cast.west_sussex_service_manager, "/monitoring/groups/")) == ["0"] * 6


@pytest.mark.usefixtures("two_arms")
def test_the_groups_are_not_for_who_draws_or_pays(cast: Cast) -> None:
    for user in (cast.allocator, cast.commissioner, cast.case_manager, cast.idva, cast.coordinator):
        assert signed_in(Client(), user).get("/monitoring/groups/").status_code == 403


def test_whoever_is_heard_with_two_perpetrators_is_counted_once(cast: Cast, docket: Docket) -> None:
    ratio(cast, control=1)
    her = Typed("Wanda", "Oldacre", date(1979, 2, 3))
    docket.heard(Typed("Kim", "Ravelstone", date(1984, 3, 27)), her)
    other = Typed("Gordon", "Pettifer", date(1961, 11, 9))
    docket.heard(other, her, heard_on=date(2017, 6, 20))
    docket.compared()
    drawn(cast)
    groups = groups_of(scope(cast))
    drive, control = groups.six.drive, groups.six.control
    assert drive.perpetrators + control.perpetrators == 2
    assert drive.victim_survivors + control.victim_survivors == 1
    assert groups.in_both_arms == (drive.perpetrators == 1)


def test_a_stratum_holds_the_draws_of_its_period(cast: Cast) -> None:
    ratio(cast, control=1)
    hearings(cast, range(1, 9))
    drawn(cast)
    imported(cast, range(20, 23), Arm.CONTROL)
    past, here = strata_of(scope(cast))
    arms = list(DrawUnit.objects.values_list("arm", flat=True))
    assert (here.drive, here.control) == (arms.count("drive"), arms.count("control"))
    assert (here.starts_on, here.method) == (date(2016, 4, 1), AllocationMethod.PERMUTED_BLOCKS)
    assert (here.ratio, here.expected) == ((1, 1), 4)
    assert (past.method, past.drive, past.control, past.wanted_share) == (None, 0, 3, None)


@pytest.mark.usefixtures("two_arms")
def test_both_arms_are_described_and_not_tested(cast: Cast) -> None:
    described = describe(baselines_of(scope(cast)))
    assert (described[Arm.DRIVE].people, described[Arm.CONTROL].people) == (3, 9)
    assert described[Arm.DRIVE].repeat.unknown == 3
    shown = page(cast.allocator, "/monitoring/balance/")
    assert "No test of baseline balance is made" in shown
    assert not re.search(r"Perpetrator\d|Survivor\d", shown)
    for word in ("Received", "Insights", "case opened"):
        assert word not in shown


@pytest.mark.usefixtures("two_arms")
def test_filters_narrow_the_balance(cast: Cast) -> None:
    shown = page(cast.evaluator, "/monitoring/balance/?origin=drawn&site=west_sussex")
    assert "Nobody has been drawn yet" in shown
    assert "Remove this filter" in shown
