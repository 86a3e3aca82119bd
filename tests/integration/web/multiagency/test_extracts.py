"""Police extracts: taken in for a site, put on its cases as facts, new since somebody looked."""

from __future__ import annotations

from datetime import timedelta

import pytest

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import ActivityCode, CaseState
from drive.vocabulary.facts import Independence, SourceRoute
from drive.vocabulary.police import ExtractRowState, ExtractState
from drive.vocabulary.work import Direction
from drive.web.casework.models import ActivityTag, CaseNote, DriveCase, LateInformation
from drive.web.information.models import FactVersion
from drive.web.information.queries.words import opened
from drive.web.multiagency.actions import extracted
from drive.web.multiagency.actions.extracts import Uploaded, take_in
from drive.web.multiagency.exceptions import CannotTakeIn, SameFileAgain
from drive.web.multiagency.models import ExtractRow, PoliceExtract
from drive.web.multiagency.queries.extracts import (
    cells_of,
    new_by_case,
    new_on,
    on_case,
    problems_of,
)
from tests.cast import NOW, Cast
from tests.factories.agencies import agency_in
from tests.factories.casework import case_at
from tests.factories.closing import closed

pytestmark = pytest.mark.django_db
S = ExtractRowState
HEAD = "Case reference,Day,Kind of incident,What was done,Crime reference,Called in by"


def line(
    case: DriveCase | str, day: str = "03/06/2017", rest: str = "Assault,Arrested,42/1,"
) -> str:
    reference = case if isinstance(case, str) else case.reference
    return f"{reference},{day},{rest}"


def uploaded(cast: Cast, *lines: str, head: str = HEAD, name: str = "essex.csv") -> PoliceExtract:
    police = cast.essex.agencies.filter(kind=AgencyType.POLICE).first() or agency_in(cast.essex)
    content = "\n".join((head, *lines)).encode()
    file = Uploaded(agency=police, file_name=name, content=content)
    return take_in(uploaded=file, by=cast.service_manager, now=NOW)


def put(cast: Cast, extract: PoliceExtract) -> int:
    return extracted.put_on_cases(extract=extract, by=cast.service_manager, now=NOW)


def states(extract: PoliceExtract) -> list[str]:
    return list(extract.rows.order_by("number").values_list("state", flat=True))


def test_a_row_becomes_a_dated_fact_and_counts_as_information_received(cast: Cast) -> None:
    case = case_at(cast)
    extract = uploaded(cast, line(case), line(case, "04/06/2017"))
    assert states(extract) == [S.READY, S.READY]
    assert not FactVersion.objects.exists()
    assert put(cast, extract) == 2
    row = extract.rows.get(number=2)
    said = row.fact.versions.get()
    assert opened(said, "sealed_statement").startswith("On 3 June 2017, as the police recorded it")
    assert (said.source_kind, said.route, said.without_her) == (
        "police",
        SourceRoute.THROUGH_AGENCY,
        Independence.UNSURE,
    )
    assert (row.state, row.sealed_cells) == (S.TAKEN, "")
    note = CaseNote.objects.get()
    assert (note.direction, note.agency.kind) == (Direction.IN, AgencyType.POLICE)
    assert ActivityTag.objects.get().activity == ActivityCode.INFO_RECEIVED
    extract.refresh_from_db()
    assert extract.state == ExtractState.TAKEN


def test_it_lies_sealed_until_it_is_on_its_case(cast: Cast) -> None:
    extract = uploaded(cast, line(case_at(cast)))
    row = extract.rows.get()
    assert row.sealed_cells.startswith("v1$")
    assert cells_of(row)["incident"] == "Assault"


def test_nobody_is_found_by_name_or_at_another_site(cast: Cast) -> None:
    case = case_at(cast)
    head = f"{HEAD},Surname"
    extract = uploaded(cast, f"{line('ESX-9999')},Synthetic", head=head)
    assert states(extract) == [S.WRONG]
    (problem,) = problems_of(extract.rows.get())
    assert "Nobody is looked for by name" in problem.words
    assert extract.notes == ["Not read and not kept: “Surname”."]
    police = agency_in(cast.west_sussex, name="Sussex Police")
    content = "\n".join((HEAD, line(case))).encode()
    file = Uploaded(agency=police, file_name="sussex.csv", content=content)
    elsewhere = take_in(uploaded=file, by=cast.west_sussex_service_manager, now=NOW)
    assert states(elsewhere) == [S.WRONG]


def test_half_a_file_wrong_keeps_the_rest_waiting_and_then_takes_it(cast: Cast) -> None:
    case = case_at(cast)
    extract = uploaded(
        cast, line(case), line(case, "yesterday"), line("ESX-9999"), line(case, "5/6/17")
    )
    assert states(extract) == [S.READY, S.WRONG, S.WRONG, S.READY]
    assert put(cast, extract) == 2
    extract.refresh_from_db()
    assert (states(extract), extract.state) == (
        [S.TAKEN, S.WRONG, S.WRONG, S.TAKEN],
        ExtractState.PARTLY,
    )
    corrected = uploaded(cast, line(case), line(case, "29/06/2017"), name="corrected.csv")
    assert states(corrected) == [S.KNOWN, S.READY]
    extracted.set_aside(extract=extract, by=cast.service_manager, now=NOW)
    extract.refresh_from_db()
    assert (states(extract)[1], extract.state) == (S.SET_ASIDE, ExtractState.TAKEN)
    assert not extract.rows.exclude(sealed_cells="").exists()


def test_the_same_file_twice_is_one(cast: Cast) -> None:
    case = case_at(cast)
    extract = uploaded(cast, line(case))
    with pytest.raises(SameFileAgain, match="very same file"):
        uploaded(cast, line(case), name="again.csv")
    assert PoliceExtract.objects.get() == extract
    extracted.discard(extract=extract, by=cast.service_manager, now=NOW)
    assert uploaded(cast, line(case)).state == ExtractState.READ


def test_the_same_row_twice_is_one_whichever_file_is_put_first(cast: Cast) -> None:
    case = case_at(cast)
    twice = uploaded(cast, line(case), line(case))
    assert states(twice) == [S.READY, S.KNOWN]
    other = uploaded(cast, line(case), line(case, "1/6/2017"))
    assert put(cast, other) == 2
    assert put(cast, twice) == 0
    assert states(twice) == [S.KNOWN, S.KNOWN]
    assert ExtractRow.objects.filter(state=S.TAKEN).count() == 2
    assert put(cast, other) == 0, "pressed twice"
    assert CaseNote.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "a.csv", "empty"),
        (b"%PDF-1.4", "a.csv", "PDF"),
        (b"PK\x03\x04", "a.xlsx", "damaged"),
        (HEAD.encode(), "a.csv", "no rows"),
        (f"{HEAD},Arm\nx".encode(), "a.csv", "“Arm”"),
        (b"Name,Born\nA,B", "a.csv", "missing"),
        (b"x" * (2 * 1024 * 1024 + 1), "a.csv", "larger than 2 MB"),
    ],
)
def test_what_is_no_extract_is_refused_in_words(
    cast: Cast, content: bytes, name: str, words: str
) -> None:
    file = Uploaded(agency=agency_in(cast.essex), file_name=name, content=content)
    with pytest.raises(CannotTakeIn, match=words):
        take_in(uploaded=file, by=cast.service_manager, now=NOW)
    assert not PoliceExtract.objects.exists()


def test_only_the_police_send_extracts(cast: Cast) -> None:
    school = agency_in(cast.essex, kind=AgencyType.SCHOOL, name="A school")
    file = Uploaded(agency=school, file_name="a.csv", content=HEAD.encode())
    with pytest.raises(CannotTakeIn, match="police force"):
        take_in(uploaded=file, by=cast.service_manager, now=NOW)


def test_a_hostile_name_of_a_file_is_only_its_last_part(cast: Cast) -> None:
    extract = uploaded(cast, line(case_at(cast)), name="..\\..\\etc/\x07<b>x</b>.csv")
    assert extract.file_name == "b>.csv"


def test_what_came_is_new_until_somebody_looked_and_each_looks_alone(cast: Cast) -> None:
    case = case_at(cast)
    put(cast, uploaded(cast, line(case), line(case, "04/06/2017")))
    assert new_on(case, cast.case_manager) == 2
    assert new_by_case(cast.case_manager) == {case.pk: 2}
    assert new_by_case(cast.service_manager) == {}, "who leads a site holds no case"
    extracted.note_looked(case=case, by=cast.case_manager, now=NOW + timedelta(minutes=1))
    assert new_on(case, cast.case_manager) == 0
    assert new_by_case(cast.case_manager) == {}
    assert new_on(case, cast.practice_adviser) == 2
    extract = uploaded(cast, line(case, "05/06/2017"))
    extracted.put_on_cases(extract=extract, by=cast.service_manager, now=NOW + timedelta(hours=1))
    assert new_on(case, cast.case_manager) == 1


def test_whoever_holds_the_case_sees_what_is_on_it_and_nothing_that_waits(cast: Cast) -> None:
    case = case_at(cast)
    extract = uploaded(cast, line(case))
    assert not ExtractRow.objects.visible_to(cast.case_manager).exists()
    put(cast, extract)
    assert on_case(case, cast.case_manager).count() == 1
    for user in (cast.other_case_manager, cast.idva, cast.allocator, cast.evaluator):
        assert not on_case(case, user).exists()
        assert not PoliceExtract.objects.visible_to(user).exists()
    assert not PoliceExtract.objects.visible_to(cast.practice_adviser).exists()


def test_what_comes_for_a_closed_case_lies_in_its_inbox(cast: Cast) -> None:
    case = case_at(cast, CaseState.ACTIVE)
    extract = uploaded(cast, line(case))
    closed(cast, case)
    assert put(cast, extract) == 1
    assert LateInformation.objects.get().drive_case == case


def test_an_extract_that_is_on_its_cases_cannot_be_thrown_away(cast: Cast) -> None:
    extract = uploaded(cast, line(case_at(cast)))
    put(cast, extract)
    with pytest.raises(CannotTakeIn, match="already"):
        extracted.discard(extract=extract, by=cast.service_manager, now=NOW)
    with pytest.raises(CannotTakeIn, match="No row"):
        extracted.set_aside(extract=extract, by=cast.service_manager, now=NOW)
