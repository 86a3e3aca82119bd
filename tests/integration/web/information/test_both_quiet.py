"""Both out of contact: who is told, who is not, by when, and how it ends."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from drive.vocabulary.facts import ChronologyKind
from drive.vocabulary.tasks import TaskKind
from drive.web.audit.models import Event
from drive.web.information import actions
from drive.web.information.models import EventRelease, QuietNote
from drive.web.tasks.models import Task
from drive.web.tasks.queries import open_tasks, tasks_of
from tests.cast import Cast
from tests.factories.facts import Pair, event, pair

pytestmark = pytest.mark.django_db

KIND = TaskKind.GONE_QUIET


@pytest.fixture
def both(cast: Cast) -> Pair:
    return pair(cast)


def waiting(user: object) -> list[Task]:
    return list(tasks_of(user).filter(kind=KIND))  # type: ignore[arg-type]


def test_the_idva_and_the_service_manager_are_told_and_the_case_manager_is_not(
    cast: Cast, both: Pair, client: Client
) -> None:
    event(both.hers, days_ago=10)
    assert not Task.objects.filter(kind=KIND).exists()
    event(both.his, days_ago=2)
    [hers], [managed] = waiting(cast.idva), waiting(cast.service_manager)
    assert hers.about == both.idva_case.pk
    assert managed.about == both.case.pk
    # 30 June 2017 was a Friday.
    assert hers.due_on == managed.due_on == date(2017, 7, 3)
    for name in ("case_manager", "practice_adviser", "other_idva"):
        assert not open_tasks(cast.users[name]).filter(kind=KIND).exists(), name
    assert KIND.label not in str([vars(each) for each in Event.objects.all()])
    client.force_login(cast.case_manager)
    for address in ("/", f"/cases/{both.case.pk}/", f"/information/{both.case.pk}/chronology/"):
        page = client.get(address).content.decode()
        assert "quiet" not in page.lower(), address
        assert page.count("Out of contact") <= 1, address


def test_too_far_apart_or_one_alone_is_nothing(cast: Cast, both: Pair) -> None:
    event(both.his, days_ago=15)
    event(both.hers)
    assert not Task.objects.filter(kind=KIND).exists()


def test_the_site_says_within_how_many_days(cast: Cast, both: Pair) -> None:
    cast.essex.quiet_days = 15
    cast.essex.save()
    event(both.his, days_ago=15)
    event(both.hers)
    assert Task.objects.filter(kind=KIND).count() == 2


def test_a_contact_with_either_ends_it(cast: Cast, both: Pair) -> None:
    event(both.his, days_ago=2)
    event(both.hers, days_ago=1)
    event(both.his, ChronologyKind.CONTACT)
    assert waiting(cast.idva) == waiting(cast.service_manager) == []
    assert set(Task.objects.filter(kind=KIND).values_list("outcome", flat=True)) == {
        "In contact again"
    }


def test_the_same_silence_is_told_once(cast: Cast, both: Pair) -> None:
    key = uuid4()
    event(both.his, days_ago=2)
    event(both.hers, days_ago=1, source=key)
    [task] = waiting(cast.idva)
    actions.settle_quiet(
        task=task, text="Rang her.", tell_case_manager=False, by=cast.idva, now=task.recorded_at
    )
    event(both.hers, days_ago=1, source=key)
    event(both.his, days_ago=0)
    assert waiting(cast.idva) == []
    assert len(waiting(cast.service_manager)) == 1


@pytest.mark.parametrize(
    "answer", [(who, told) for who in ("idva", "service_manager") for told in ("yes", "no")]
)
def test_each_says_what_was_done_and_only_yes_tells_the_case_manager(
    cast: Cast, both: Pair, client: Client, answer: tuple[str, str]
) -> None:
    who, told = answer
    event(both.hers, days_ago=1)
    event(both.his, days_ago=2)
    about = both.idva_case.pk if who == "idva" else both.case.pk
    client.force_login(cast.users[who])
    address = f"/information/{about}/chronology/quiet/"
    page = client.get(address).content.decode()
    assert "29 June 2017" in page
    assert "28 June 2017" in page
    sent = client.post(
        address,
        {"text": "Rang the school: seen.", "tell_case_manager": told, "key": str(uuid4())},
    )
    assert sent.status_code == 302
    assert waiting(cast.users[who]) == []
    note = QuietNote.objects.get()
    assert "school" not in note.sealed_text
    assert not QuietNote.objects.visible_to(cast.case_manager).exists()
    assert EventRelease.objects.count() == (told == "yes")
    client.force_login(cast.case_manager)
    seen = client.get(f"/information/{both.case.pk}/chronology/").content.decode()
    assert ("29 June 2017" in seen) is (told == "yes")
    assert client.get(f"/information/{both.case.pk}/chronology/quiet/").status_code == 403


def test_the_history_of_the_case_tells_it_to_the_service_manager_alone(
    cast: Cast, both: Pair, client: Client
) -> None:
    event(both.hers, days_ago=1)
    event(both.his, days_ago=2)
    client.force_login(cast.service_manager)
    address = f"/information/{both.case.pk}/chronology/quiet/"
    client.get(address)
    client.post(address, {"text": "Seen.", "tell_case_manager": "no", "key": str(uuid4())})
    for who, times in (("service_manager", 2), ("case_manager", 0)):
        client.force_login(cast.users[who])
        page = client.get(f"/cases/{both.case.pk}/history/").content.decode()
        assert page.count("gone quiet") == times, who
        assert "settle_quiet" not in page


def test_a_case_handed_over_takes_its_silence_along(cast: Cast, both: Pair) -> None:
    from drive.web.insights.actions import hand_over

    event(both.hers, days_ago=1)
    event(both.his, days_ago=2)
    hand_over(case=both.idva_case, to=cast.other_idva, by=cast.idva, now=both.his.recorded_at)
    assert waiting(cast.idva) == []
    assert len(waiting(cast.other_idva)) == 1
