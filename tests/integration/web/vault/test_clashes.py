"""What is kept of both of a pair is found without opening it, and told without showing it."""

from typing import Any

import pytest

from drive.vocabulary.tasks import TaskKind
from drive.vocabulary.vault import Certainty, ContactDetail, DetailKind
from drive.web.core import sealing
from drive.web.insights.actions import hand_over
from drive.web.insights.models import IdvaCase
from drive.web.people.actions import tell_of_clashes
from drive.web.tasks.models import Task
from drive.web.tasks.queries import open_tasks, tasks_of
from drive.web.vault import actions
from drive.web.vault.models import Address
from drive.web.vault.queries import Clash, clashes
from tests.cast import NOW, Cast
from tests.factories.casework import case_at
from tests.factories.insights import idva_case
from tests.factories.referrals import hearing
from tests.factories.vault import HERS, HIS, address_of, detail_of, number_of, subject_of

pytestmark = pytest.mark.django_db


def found(case: IdvaCase) -> list[Clash]:
    return clashes([subject_of(case.dyad, HERS)], [subject_of(case.dyad, HIS)])


def told(case: IdvaCase) -> None:
    tell_of_clashes(dyads=[case.dyad], reference=case.reference, now=NOW)


def test_the_same_door_and_number_are_found_however_they_are_written(cast: Cast) -> None:
    case = idva_case(cast)
    hers = address_of(case.dyad, cast.idva, lines="12 High Street, Barry", postcode="ZZ6 2AB")
    address_of(case.dyad, cast.case_manager, role=HIS, lines="12 high st.", postcode="zz62ab")
    number = number_of(case.dyad, cast.idva, number="+44 7700 900555")
    number_of(case.dyad, cast.case_manager, role=HIS, number="07700-900555")
    email = detail_of(case.dyad, cast.idva, DetailKind.EMAIL, "Her@Example.org")
    detail_of(case.dyad, cast.case_manager, DetailKind.EMAIL, "her@example.org", role=HIS)
    assert found(case) == sorted(
        [
            Clash(ContactDetail.ADDRESS, hers.pk),
            Clash(ContactDetail.TELEPHONE, number.pk),
            Clash(ContactDetail.DETAIL, email.pk),
        ]
    )


def test_nothing_is_opened_to_compare(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    case = idva_case(cast)
    address_of(case.dyad, cast.idva)
    address_of(case.dyad, cast.case_manager, role=HIS)

    def opens(*_: object, **__: object) -> bytes:
        raise AssertionError("something was opened")

    monkeypatch.setattr(sealing, "unseal", opens)
    assert len(found(case)) == 1


@pytest.mark.parametrize(
    ("about", "clash"),
    [
        ({"known_to_him": Certainty.YES}, False),
        ({"shared_with_him": Certainty.YES}, False),
        ({"known_to_him": Certainty.UNSURE}, True),
        ({"known_to_him": None}, True),
        ({"until": NOW.date()}, False),
        ({"lines": "2 Nowhere Lane"}, False),
        ({"lines": "", "postcode": "ZZ1 1ZZ"}, True),
    ],
)
def test_what_he_is_said_to_know_is_no_clash(
    cast: Cast, about: dict[str, Any], clash: bool
) -> None:
    case = idva_case(cast)
    address_of(case.dyad, cast.idva, **about)
    address_of(case.dyad, cast.case_manager, role=HIS)
    assert bool(found(case)) is clash


def test_a_house_that_he_left_is_one_that_he_knows(cast: Cast) -> None:
    case = idva_case(cast)
    his = address_of(case.dyad, cast.case_manager, role=HIS, until=NOW.date())
    said = actions.NewAddress(kind=his.kind, lines="99 Elsewhere")
    actions.correct(row=his, said=said, seen=his.pk, by=cast.case_manager, now=NOW)
    address_of(case.dyad, cast.idva)
    assert len(found(case)) == 1


def test_the_idva_and_the_service_manager_are_told_once_and_nobody_else(cast: Cast) -> None:
    drive_case = case_at(cast)
    case = idva_case(cast, dyad=drive_case.perpetrator.dyads.get())
    address_of(case.dyad, cast.case_manager, role=HIS)
    address_of(case.dyad, cast.idva)
    told(case)
    told(case)
    tasks = Task.objects.filter(kind=TaskKind.ADDRESS_CLASH)
    assert sorted((task.role, task.user) for task in tasks) == [
        ("idva", cast.idva),
        ("service_manager", None),
    ]
    seen = {
        name
        for name, user in cast.users.items()
        if open_tasks(user).filter(kind=TaskKind.ADDRESS_CLASH).exists()
    }
    assert seen == {"idva", "service_manager", "excluded"}
    assert tasks_of(cast.idva).filter(kind=TaskKind.ADDRESS_CLASH).exists()
    for task in tasks:
        said = f"{task.reference} {task.key} {task.outcome}"
        assert "Nowhere" not in said
        assert "ZZ1" not in said


def test_once_she_says_that_he_knows_it_the_tasks_are_settled(cast: Cast) -> None:
    case = idva_case(cast)
    address_of(case.dyad, cast.case_manager, role=HIS)
    row = address_of(case.dyad, cast.idva)
    told(case)
    said = actions.NewAddress(kind=row.kind, known_to_him=Certainty.YES)
    actions.correct(row=row, said=said, seen=row.pk, by=cast.idva, now=NOW)
    told(case)
    assert not Task.objects.filter(kind=TaskKind.ADDRESS_CLASH, settled_at=None).exists()


def test_the_next_idva_is_told_and_the_first_no_longer_asked(cast: Cast) -> None:
    case = idva_case(cast)
    address_of(case.dyad, cast.case_manager, role=HIS)
    address_of(case.dyad, cast.idva)
    told(case)
    hand_over(case=case, to=cast.other_idva, by=cast.idva, now=NOW)
    open_ones = Task.objects.filter(kind=TaskKind.ADDRESS_CLASH, settled_at=None)
    assert {task.user for task in open_ones if task.role == "idva"} == {cast.other_idva}


def test_what_a_list_brings_is_compared_where_an_idva_works(cast: Cast) -> None:
    case = idva_case(cast)
    address_of(case.dyad, cast.idva, lines="", postcode="ZZ1 1AA")
    address_of(case.dyad, cast.case_manager, role=HIS, lines="4 Nowhere Lane", postcode="ZZ1 1AA")
    assert not Task.objects.filter(kind=TaskKind.ADDRESS_CLASH).exists()
    hearing(cast, 1, heard_on=NOW.date())
    assert {task.reference for task in Task.objects.filter(kind=TaskKind.ADDRESS_CLASH)} == {
        "Marac list"
    }


def test_old_rows_are_marked_by_a_command_and_then_compared(cast: Cast) -> None:
    case = idva_case(cast)
    address_of(case.dyad, cast.idva)
    address_of(case.dyad, cast.case_manager, role=HIS)
    Address.objects.update(index_whole="", index_postcode="")
    assert found(case) == []
    assert actions.fill_indexes(by=cast.administrator, now=NOW) >= 2
    assert len(found(case)) == 1
