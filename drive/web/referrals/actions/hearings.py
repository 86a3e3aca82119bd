"""Recording hearings: two people, their dyad, the meeting, the core data; whole or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction

from drive.vocabulary.answers import Answer, ValueStatus, unknown
from drive.vocabulary.identity import PartyRole
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.dates import in_words
from drive.web.organisations.models import Agency, Site
from drive.web.people.actions import (
    Mention,
    Pairing,
    TypedPerson,
    derived_key,
    held,
    mention_people,
    pair_people_up,
    tell_of_clashes,
)
from drive.web.people.models import Dyad, Person
from drive.web.recording.actions import answer_fields
from drive.web.recording.rules import definition
from drive.web.referrals.actions.repeats import recount_repeats
from drive.web.referrals.exceptions import AlreadyHeard
from drive.web.referrals.models import CoreAnswer, MaracHearing, MaracMeeting
from drive.web.vault.actions import Whereabouts, keep_all

AT_ONCE = 250
"""Hearings written together: enough to be quick, few enough for one statement."""

_ROLES = (PartyRole.PERPETRATOR, PartyRole.VICTIM_SURVIVOR)

FROM_LIST = "Marac list"
"""What a task refers to that a list has opened: it names no case."""

CURRENT_FORM = definition("core_data").name


@dataclass(frozen=True, kw_only=True)
class ReferredPerson:
    """One of the two people of a hearing, and where a list says that he or she lives."""

    typed: TypedPerson
    address: str = ""
    postcode: str = ""
    telephone: str = ""
    person: Person | None = None
    """Who it is, where whoever entered the hearing said so."""
    apart: bool = False
    """Whether it is nobody on record whom the door would take."""


@dataclass(frozen=True, kw_only=True)
class NewHearing:
    """A hearing to be recorded. `key` fixes its key and those of all that it makes."""

    marac: Agency
    heard_on: date
    perpetrator: ReferredPerson
    victim_survivor: ReferredPerson
    answers: Mapping[str, Answer]
    source_labels: Mapping[str, str] = field(default_factory=dict)
    referred_by: str = ""
    source_row: str = ""
    key: UUID | None = None


@transaction.atomic
def record_hearing(
    *, hearing: NewHearing, source: str, form: str = CURRENT_FORM, by: User, now: datetime
) -> MaracHearing:
    """Record one hearing."""
    return record_hearings(hearings=[hearing], source=source, form=form, by=by, now=now)[0]


@transaction.atomic
def record_hearings(
    *,
    hearings: Sequence[NewHearing],
    source: str,
    form: str = CURRENT_FORM,
    by: User,
    now: datetime,
) -> list[MaracHearing]:
    """Record hearings, in the order given; each has its dyad and its people at hand.

    Raises
    ------
    AlreadyHeard
        If the Marac heard the same two people on the same day already.
    """
    _lock({hearing.marac.site_id for hearing in hearings})
    recorded: list[MaracHearing] = []
    for first in range(0, len(hearings), AT_ONCE):
        some = hearings[first : first + AT_ONCE]
        recorded += _record(some, source=source, form=form, by=by, now=now)
    record_change("referrals.record_hearing", *recorded, by=by, now=now)
    return recorded


def _lock(sites: Iterable[UUID]) -> None:
    # Two lists saved at once would otherwise each make a person whom both name.
    list(Site.objects.select_for_update().filter(pk__in=sites).order_by("pk"))


def _record(
    hearings: Sequence[NewHearing], *, source: str, form: str, by: User, now: datetime
) -> list[MaracHearing]:
    people = mention_people(
        [mention for hearing in hearings for mention in _mentions(hearing)],
        source=source,
        by=by,
        now=now,
    )
    pairs = list(zip(people[::2], people[1::2], strict=True))
    dyads = pair_people_up(
        [_pairing(hearing, *pair) for hearing, pair in zip(hearings, pairs, strict=True)],
        by=by,
        now=now,
    )
    rows = _hearing_rows(hearings, dyads, form=form, by=by, now=now)
    MaracHearing.objects.bulk_create(rows)
    _write_answers(zip(hearings, rows, strict=True), by=by, now=now)
    keep_all(_whereabouts(hearings, pairs), by=by, now=now)
    tell_of_clashes(dyads=held(dyads), reference=FROM_LIST, now=now)
    _count_repeats(rows, people[::2])
    return rows


def _mentions(hearing: NewHearing) -> list[Mention]:
    # The two of one hearing are told from each other by the row that names both.
    row = hearing.source_row or str(hearing.key or uuid4())
    return [
        Mention(
            typed=referred.typed,
            role=role,
            agency=hearing.marac,
            source_row=row,
            key=derived_key(hearing.key, f"{role}_person") if hearing.key else None,
            person=referred.person,
            apart=referred.apart,
        )
        for role, referred in (
            ("perpetrator", hearing.perpetrator),
            ("victim_survivor", hearing.victim_survivor),
        )
    ]


def _pairing(hearing: NewHearing, perpetrator: Person, victim_survivor: Person) -> Pairing:
    return Pairing(
        perpetrator=perpetrator,
        victim_survivor=victim_survivor,
        site=hearing.marac.site,
        relationship=hearing.answers.get("relationship", unknown(ValueStatus.NOT_ASKED)),
        key=hearing.key,
    )


def _hearing_rows(
    hearings: Sequence[NewHearing],
    dyads: Sequence[Dyad],
    *,
    form: str,
    by: User,
    now: datetime,
) -> list[MaracHearing]:
    meetings = _meetings(hearings, by=by, now=now)
    _refuse_heard_already(
        [
            (meetings[hearing.marac.pk, hearing.heard_on], dyad)
            for hearing, dyad in zip(hearings, dyads, strict=True)
        ]
    )
    rows = []
    for hearing, dyad in zip(hearings, dyads, strict=True):
        row = MaracHearing(
            meeting=meetings[hearing.marac.pk, hearing.heard_on],
            dyad=dyad,
            site=hearing.marac.site,
            referred_by=hearing.referred_by,
            form=form,
            recorded_at=now,
            recorded_by=by,
        )
        if hearing.key:
            row.id = hearing.key
        rows.append(row)
    return rows


def _meetings(
    hearings: Sequence[NewHearing], *, by: User, now: datetime
) -> dict[tuple[UUID, date], MaracMeeting]:
    wanted = {(hearing.marac.pk, hearing.heard_on): hearing.marac for hearing in hearings}
    found = MaracMeeting.objects.filter(
        marac__in={marac for marac, _ in wanted}, held_on__in={day for _, day in wanted}
    ).select_related("marac")
    meetings = {(meeting.marac_id, meeting.held_on): meeting for meeting in found}
    new = [
        MaracMeeting(marac=marac, held_on=place[1], recorded_at=now, recorded_by=by)
        for place, marac in wanted.items()
        if place not in meetings
    ]
    MaracMeeting.objects.bulk_create(new)
    return meetings | {(meeting.marac_id, meeting.held_on): meeting for meeting in new}


def _refuse_heard_already(places: Sequence[tuple[MaracMeeting, Dyad]]) -> None:
    heard = set(
        MaracHearing.objects.filter(dyad__in=[dyad for _, dyad in places]).values_list(
            "meeting", "dyad"
        )
    )
    for meeting, dyad in places:
        if (meeting.pk, dyad.pk) in heard:
            raise AlreadyHeard(
                f"{meeting.marac.name} heard these two people on {in_words(meeting.held_on)} "
                "already, and that hearing is recorded. Nothing was saved.",
                field="heard_on",
            )
        heard.add((meeting.pk, dyad.pk))


def _write_answers(
    recorded: Iterable[tuple[NewHearing, MaracHearing]], *, by: User, now: datetime
) -> None:
    rows = []
    for hearing, row in recorded:
        for question, answer in hearing.answers.items():
            written = CoreAnswer(
                hearing=row,
                question=question,
                source_label=hearing.source_labels.get(question, ""),
                recorded_at=now,
                recorded_by=by,
                **answer_fields(answer),
            )
            if hearing.key:
                written.id = derived_key(hearing.key, f"answer.{question}")
            rows.append(written)
    CoreAnswer.objects.bulk_create(rows, batch_size=1000)


def _whereabouts(
    hearings: Sequence[NewHearing], pairs: Sequence[tuple[Person, Person]]
) -> list[Whereabouts]:
    return [
        Whereabouts(
            subject_id=person.pk,
            of_role=role,
            lines=referred.address,
            postcode=referred.postcode,
            telephone=referred.telephone,
        )
        for hearing, pair in zip(hearings, pairs, strict=True)
        for person, role, referred in zip(
            pair, _ROLES, (hearing.perpetrator, hearing.victim_survivor), strict=True
        )
    ]


def _count_repeats(rows: Sequence[MaracHearing], perpetrators: Iterable[Person]) -> None:
    recount_repeats(perpetrators)
    repeats = dict(
        MaracHearing.objects.filter(pk__in=[row.pk for row in rows])
        .order_by()
        .values_list("pk", "is_repeat")
    )
    for row in rows:
        row.is_repeat = repeats[row.pk]
