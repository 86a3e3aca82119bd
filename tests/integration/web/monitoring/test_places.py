"""Places: open cases as numbers, the ratio that follows, and the places recorded."""

from html import unescape
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from drive.vocabulary.allocation import Arm
from drive.web.accounts.models import User
from drive.web.allocation.models import SitePlaces
from drive.web.monitoring.queries.places import draws_of, teams_of
from drive.web.organisations.models import Site
from tests.cast import NOW, Cast
from tests.factories.allocation import drawn, ratio
from tests.factories.insights import idva_case
from tests.factories.referrals import hearings
from tests.factories.sign_in import signed_in
from tests.integration.web.monitoring.trial import imported, opened

pytestmark = pytest.mark.django_db

TODAY = NOW.date()
ESSEX = "/monitoring/places/essex/"


@pytest.fixture
def busy(cast: Cast) -> None:
    """The case manager of Essex has three open cases, and the Idva one."""
    opened(cast, imported(cast, range(1, 4), Arm.DRIVE))
    imported(cast, range(10, 16), Arm.CONTROL)
    idva_case(cast, 50)


def page(user: User, address: str = ESSEX) -> str:
    answer = signed_in(Client(), user).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.usefixtures("busy")
def test_open_cases_and_draws_are_counted(cast: Cast) -> None:
    site = Site.objects.get(code="essex")
    team = teams_of([site], until=TODAY)[site.pk]
    open_cases = {each.worker: each.open_cases for each in team.case_managers}
    assert open_cases == {"Case manager": 3, "Other case manager": 0}
    assert [each.open_cases for each in team.idvas] == [1, 0]
    assert draws_of([site], today=TODAY) == {site.pk: 9}


@pytest.mark.usefixtures("busy")
def test_cases_that_end_within_the_month_free_a_place(cast: Cast) -> None:
    case = cast.case_manager
    site = cast.essex
    planned_end = TODAY.replace(year=2018, month=5)
    closing = {
        each.worker: each.closing
        for each in teams_of([site], until=planned_end)[site.pk].case_managers
    }
    assert closing[case.name] == 3


@pytest.mark.usefixtures("busy")
def test_the_ratio_of_the_next_month(cast: Cast) -> None:
    shown = page(cast.service_manager)
    assert "There are 37 places for 3 draws expected in the next month" in shown
    shown = page(cast.service_manager, f"{ESSEX}?expected=333")
    assert "With 37 places for 333 draws expected, the ratio of the next month would be" in shown
    assert "1 Drive to 8 control" in shown
    shown = page(cast.service_manager, f"{ESSEX}?expected=36&places=4&idvas=no")
    assert "With 4 places for 36 draws expected" in shown


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("field", ["expected", "places"])
def test_a_number_below_zero_is_refused_beside_the_field(cast: Cast, field: str) -> None:
    about = {"expected": "9", "places": "4"} | {field: "-1"}
    query = "&".join(f"{name}={text}" for name, text in about.items())
    shown = page(cast.service_manager, f"{ESSEX}?{query}")
    assert "There is a problem" in shown
    assert f'href="#id_{field}"' in shown
    assert "Enter 0 or more" in shown
    assert 'value="-1"' in shown


@pytest.mark.usefixtures("busy")
def test_the_allocator_sees_numbers_and_the_way_to_set_the_ratio(cast: Cast) -> None:
    shown = page(cast.allocator, f"{ESSEX}?expected=333")
    assert "Case manager 1" in shown
    assert "Other case manager" not in shown
    assert "site=essex&drive_share=1&control_share=8" in unescape(shown)
    assert "Record these places" not in shown
    assert "Perpetrator1" not in shown
    assert "ES-0001" not in shown


@pytest.mark.usefixtures("busy")
def test_a_service_manager_sees_and_records_the_own_site_alone(cast: Cast) -> None:
    client = signed_in(Client(), cast.service_manager)
    assert client.get("/monitoring/places/west_sussex/").status_code == 404
    overview = client.get("/monitoring/places/").content.decode()
    assert "Essex" in overview
    assert "West Sussex" not in overview
    about = {"key": str(uuid4()), "places": "4", "expected": "36"}
    assert client.post("/monitoring/places/west_sussex/record/", about).status_code == 404
    assert not SitePlaces.objects.exists()


@pytest.mark.usefixtures("busy")
def test_places_are_recorded_once_as_a_dated_row(cast: Cast) -> None:
    client = signed_in(Client(), cast.service_manager)
    about = {"key": str(uuid4()), "places": "4", "expected": "36"}
    for _time in range(2):
        answer = client.post(f"{ESSEX}record/", about)
        assert answer["Location"] == ESSEX
    row = SitePlaces.objects.get()
    assert (row.places, row.expected, row.on, row.recorded_by) == (
        4,
        36,
        TODAY,
        cast.service_manager,
    )
    assert "Places recorded" in page(cast.service_manager)
    refused = client.post(f"{ESSEX}record/", about | {"key": str(uuid4()), "places": "-4"})
    assert refused["Location"] == ESSEX
    assert SitePlaces.objects.count() == 1


def test_places_are_not_for_who_evaluates_or_works_cases(cast: Cast) -> None:
    for user in (cast.evaluator, cast.case_manager, cast.idva, cast.coordinator):
        assert signed_in(Client(), user).get(ESSEX).status_code == 403


def test_draws_are_units_of_the_last_three_months(cast: Cast) -> None:
    ratio(cast, control=1)
    hearings(cast, range(1, 5))
    drawn(cast)
    assert draws_of([cast.essex], today=TODAY) == {cast.essex.pk: 4}
    assert draws_of([cast.essex], today=TODAY.replace(month=9, day=30)) == {}


def test_more_cases_take_no_more_statements(cast: Cast) -> None:
    opened(cast, imported(cast, range(1, 3), Arm.DRIVE))
    client = signed_in(Client(), cast.service_manager)
    client.get(ESSEX)
    few = {address: statements(client, address) for address in (ESSEX, "/monitoring/places/")}
    opened(cast, imported(cast, range(10, 20), Arm.DRIVE))
    assert {address: statements(client, address) for address in few} == few


def statements(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
