"""Entering a hearing by hand: whoever is on record already is shown before anybody is made."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.identity import CandidateState, Verdict
from drive.web.accounts.actions import keep_out
from drive.web.accounts.models import User
from drive.web.people.models import LinkageRun, MatchCandidate, MatchDecision, Merge, Person
from drive.web.people.queries import roots_of
from drive.web.people.rules import is_sampled
from drive.web.referrals.models import MaracHearing
from tests.cast import Cast
from tests.factories.people import BORN, Docket, Typed

pytestmark = pytest.mark.django_db

PAGE = "/referrals/hearings/new/"


def at(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def typed(cast: Cast, **changed: Any) -> dict[str, str]:
    """Return what the form sends of a hearing of Tobias Wetherall and somebody new."""
    given = {
        "key": str(uuid4()),
        "marac": str(cast.essex_marac.pk),
        "perpetrator_forename": "Tobias",
        "perpetrator_surname": "Wetherall",
        "victim_survivor_forename": "Philippa",
        "victim_survivor_surname": "Marchbanks",
        "gap_reason": ValueStatus.ASKED_NOT_KNOWN.value,
    } | {key: value for key, value in changed.items() if isinstance(value, str)}
    days = {
        "heard_on": date(2017, 6, 28),
        "perpetrator_born_on": BORN,
        "victim_survivor_born_on": date(1981, 10, 30),
    } | {key: value for key, value in changed.items() if isinstance(value, date)}
    for field, day in days.items():
        given |= {
            f"{field}-day": str(day.day),
            f"{field}-month": str(day.month),
            f"{field}-year": str(day.year),
        }
    return given


def shown_on(page: str) -> str:
    return page.split('name="shown" value="', 1)[1].split('"', 1)[0]


def say(client: Client, sent: Mapping[str, str], **who: str) -> None:
    """Send the form, then again with what is said of whoever is shown."""
    page = client.post(PAGE, sent).content.decode()
    answer = client.post(PAGE, {**sent, "shown": shown_on(page), **who})
    assert answer.status_code == 302, answer.content.decode()


def entered() -> MaracHearing:
    return MaracHearing.objects.order_by("-recorded_at").first()  # type: ignore[return-value]


def test_a_hearing_of_two_whom_nobody_resembles_is_recorded_and_compared_at_once(
    cast: Cast,
) -> None:
    answer = at(cast.coordinator).post(PAGE, typed(cast))
    assert answer.status_code == 302, answer.content.decode()
    assert MaracHearing.objects.count() == 1
    assert LinkageRun.objects.get().people_done == 2
    assert not Person.objects.filter(compared_at=None).exists()


def test_somebody_alike_is_shown_in_words_before_anything_is_made(docket: Docket) -> None:
    docket.he(Typed(born_on=date(1984, 3, 9)))
    client = at(docket.cast.coordinator)
    before = Person.objects.count()

    sent = typed(docket.cast, perpetrator_born_on=date(1984, 9, 3))
    page = client.post(PAGE, sent).content.decode()

    assert (MaracHearing.objects.count(), Person.objects.count()) == (1, before)
    assert "Tobias Wetherall, born on 9 March 1984" in page
    assert "On record as perpetrator. Last heard on 12 June 2017." in page
    assert "day and month of birth the other way round" in page
    assert 'value="Marchbanks"' in page, "what was typed is kept"


def test_this_is_him_joins_the_person_on_record(docket: Docket) -> None:
    him = docket.he(Typed(born_on=date(1984, 3, 9)))
    sent = typed(docket.cast, perpetrator_born_on=date(1984, 9, 3))
    say(at(docket.cast.coordinator), sent, perpetrator_is=str(him.pk))

    assert entered().dyad.perpetrator.person == him
    assert him.mentions.count() == 2
    assert not MatchCandidate.objects.exists()


def test_none_of_these_is_kept_as_a_decision_even_for_equal_names(docket: Docket) -> None:
    him = docket.he()
    cast = docket.cast
    say(at(cast.coordinator), typed(cast), perpetrator_is="none")

    person = entered().dyad.perpetrator.person
    assert person != him
    decision = MatchDecision.objects.get()
    assert (decision.verdict, decision.recorded_by) == (Verdict.DIFFERENT, cast.coordinator)
    assert "when the hearing was entered" in decision.reason
    sampled = is_sampled(him.pk, person.pk)
    expected = CandidateState.SECOND if sampled else CandidateState.SETTLED
    assert decision.candidate.state == expected
    assert not Merge.objects.exists(), "and the comparison that followed asked nothing new"
    assert MatchCandidate.objects.count() == 1


def test_after_that_the_door_joins_neither_of_the_two(docket: Docket) -> None:
    docket.he()
    say(at(docket.cast.coordinator), typed(docket.cast), perpetrator_is="none")
    before = set(Person.objects.values_list("pk", flat=True))
    third = docket.he()
    assert third.pk not in before


def test_cannot_tell_leaves_it_to_the_queue(docket: Docket) -> None:
    him = docket.he()
    say(at(docket.cast.coordinator), typed(docket.cast), perpetrator_is="unsure")

    assert entered().dyad.perpetrator.person != him
    candidate = MatchCandidate.objects.get()
    assert candidate.state == CandidateState.OPEN
    assert candidate.run is not None


def test_across_roles_this_is_her_is_the_first_of_two_words(docket: Docket) -> None:
    her = docket.she(Typed())
    say(at(docket.cast.coordinator), typed(docket.cast), perpetrator_is=str(her.pk))

    candidate = MatchCandidate.objects.get()
    assert entered().dyad.perpetrator.person != her
    assert (candidate.crosses_roles, candidate.state) == (True, CandidateState.SECOND)
    assert not Merge.objects.exists()


def test_at_another_site_this_is_him_is_a_decision_that_can_be_undone(docket: Docket) -> None:
    cast = docket.cast
    him = docket.he(marac=cast.west_sussex_marac)
    say(at(cast.allocator), typed(cast), perpetrator_is=str(him.pk))

    person = entered().dyad.perpetrator.person
    assert person != him
    if is_sampled(him.pk, person.pk):
        assert MatchCandidate.objects.get().state == CandidateState.SECOND
    else:
        assert Merge.objects.get().decision is not None
        assert roots_of([person.pk])[person.pk] == him.pk


def test_an_answer_is_asked_for_and_somebody_not_shown_cannot_be_chosen(docket: Docket) -> None:
    docket.he()
    other = docket.he(Typed("Ferdinand", "Oglethorpe", date(1950, 2, 3)))
    client, sent = at(docket.cast.coordinator), typed(docket.cast)
    shown = shown_on(client.post(PAGE, sent).content.decode())
    for answer in ("", str(other.pk)):
        page = client.post(PAGE, {**sent, "shown": shown, "perpetrator_is": answer})
        assert "Choose one of these" in page.content.decode()
    assert MaracHearing.objects.count() == 2


def test_who_is_shown_is_asked_again_when_the_name_was_changed(docket: Docket) -> None:
    docket.he()
    docket.he(Typed("Jasper", "Ashdown", date(1970, 4, 5)))
    client, sent = at(docket.cast.coordinator), typed(docket.cast)
    shown = shown_on(client.post(PAGE, sent).content.decode())
    sent |= typed(
        docket.cast,
        perpetrator_forename="Jasper",
        perpetrator_surname="Ashdown",
        perpetrator_born_on=date(1970, 4, 5),
    )
    page = client.post(PAGE, {**sent, "shown": shown, "perpetrator_is": "none"}).content.decode()
    assert "Jasper Ashdown, born on 5 April 1970" in page
    assert not MatchDecision.objects.exists()


def test_the_same_form_sent_twice_is_one_hearing(docket: Docket) -> None:
    docket.he()
    client, sent = at(docket.cast.coordinator), typed(docket.cast)
    shown = shown_on(client.post(PAGE, sent).content.decode())
    whole = {**sent, "shown": shown, "perpetrator_is": "none"}
    first, second = client.post(PAGE, whole), client.post(PAGE, whole)
    assert first.headers["Location"] == second.headers["Location"]
    assert MaracHearing.objects.count() == 2


def test_nobody_is_shown_whom_the_asker_may_not_see(docket: Docket) -> None:
    cast = docket.cast
    him = docket.he()
    elsewhere = typed(cast, marac=str(cast.west_sussex_marac.pk))
    assert at(cast.west_sussex_coordinator).post(PAGE, elsewhere).status_code == 302

    keep_out(
        user=cast.coordinator,
        person_id=him.pk,
        reason="He is her brother.",
        by=cast.service_manager,
        now=docket.moment,
    )
    answer = at(cast.coordinator).post(PAGE, typed(cast))
    assert "Wetherall, born" not in answer.content.decode()


def test_what_was_typed_is_there_again_from_the_draft(cast: Cast) -> None:
    from drive.web.recording.actions import save_draft

    save_draft(
        form="referrals.enter",
        subject=str(cast.coordinator.pk),
        path=PAGE,
        typed={name: [text] for name, text in typed(cast).items()},
        by=cast.coordinator,
        now=Docket(cast).moment,
    )
    assert 'value="Marchbanks"' in at(cast.coordinator).get(PAGE).content.decode()
