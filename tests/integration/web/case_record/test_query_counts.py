"""The caseload and the case cost the same number of queries however many cases there are."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from drive.vocabulary.casework import CaseState
from drive.web.casework.models import CaseNote
from tests.cast import Cast
from tests.factories.assessments import assessment_at
from tests.factories.casework import case_at, contact_with, note_on
from tests.factories.many import copies_of, notes_like

FEW, MANY = 20, 2_000
QUERIES = {
    ("case_manager", "caseload"): 17,
    ("case_manager", "case"): 49,
    ("service_manager", "caseload"): 19,
    ("service_manager", "case"): 50,
}


def test_neither_page_asks_more_where_there_is_more(cast: Cast, client: Client) -> None:
    case = case_at(cast, CaseState.ACTIVE)
    note = note_on(cast, case)
    contact_with(cast, case)
    assessment_at(cast, case, need_alcohol="yes")
    pages = {"caseload": "/cases/", "case": f"/cases/{case.pk}/"}

    def queries() -> dict[tuple[str, str], int]:
        return {(who, name): _queries(client, cast, who, pages[name]) for who, name in QUERIES}

    copies_of(case, FEW - 1)
    few = queries()
    notes_like(CaseNote.objects.get(pk=note.pk), copies_of(case, MANY - FEW), each=1)
    assert queries() == few
    assert few == QUERIES


def _queries(client: Client, cast: Cast, who: str, address: str) -> int:
    client.force_login(cast.users[who])
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
