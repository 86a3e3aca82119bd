"""What the screens record counts as the case notes of the first years were counted.

The printed shares are of 30 cases whose notes are not published. Here 30 cases get work in the
printed numbers, recorded through the actions of the screens, and the tables print them again.
Not all of it can hold in one set of references: 129 references to child safeguarding are printed
as about 10% of all work with agencies (Year-1 report, lines 1127-1130), and 1,625 to disruption
alone (line 1022); and the aims of work with agencies, 32%, 10% and nearly two thirds, are more than
the whole (final report, line 147). The counts are kept, and of the aims the two exact ones.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle, islice

import pytest
from django.test import Client

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import ActivityCode, Channel, Intent, WorkMode
from drive.vocabulary.work import AgencyGroup, DirectWork
from drive.web.casework import actions
from drive.web.casework.models import DriveCase
from drive.web.casework.queries.work import (
    Scope,
    actions_with_agencies,
    work_by_month,
    work_by_week,
    work_counts,
)
from drive.web.casework.rules.work import Line, Tally
from tests.cast import NOW, Cast
from tests.factories.allocation import allocation
from tests.factories.casework import ALLOCATED_ON, OPENED_ON, note_on

pytestmark = pytest.mark.django_db

DIRECT, INDIRECT = WorkMode.DIRECT, WorkMode.INDIRECT
CASES = 30

WORK = (
    (ActivityCode.CONTACT, DIRECT, 150, 19),
    (ActivityCode.CONTACT_ATTEMPT, DIRECT, 74, 19),
    (ActivityCode.SUPPORT_DIRECT, DIRECT, 124, 9),
    (ActivityCode.BEHAVIOUR_CHANGE, DIRECT, 48, 9),
    (ActivityCode.LEVER, DIRECT, 4, 2),
    (ActivityCode.DISRUPTION, INDIRECT, 1625, 30),
    (ActivityCode.ADVOCACY, INDIRECT, 29, 13),
    (ActivityCode.CHILD_SAFEGUARDING, INDIRECT, 129, 18),
    (ActivityCode.SUPPORT_INDIRECT, INDIRECT, 105, 12),
    (ActivityCode.INFO_REQUEST, INDIRECT, 212, 30),
)
"""Activity, mode, references, and in how many cases."""

AIMS = (
    (Intent.DISRUPT, AgencyType.POLICE, 188),
    (Intent.DISRUPT, AgencyType.IDVA, 134),
    (Intent.DISRUPT, AgencyType.PROBATION_CRC, 57),
    (Intent.DISRUPT, AgencyType.PROBATION_NPS, 57),
    (Intent.DISRUPT, AgencyType.CSC, 60),
    (Intent.DISRUPT, AgencyType.MARAC, 176),
    (Intent.SUPPORT, AgencyType.HOUSING, 210),
    (Intent.COMBINED, AgencyType.MENTAL_HEALTH, 1218),
)
"""Aim, agency, and references: of the 2,100 of indirect work."""


def notes_by_case() -> list[list[actions.NewNote]]:
    """Give each of the cases its notes: one activity each, from the first day on."""
    made: list[list[actions.NewNote]] = [[] for _ in range(CASES)]
    aims = iter_aims()
    for code, mode, references, cases in WORK:
        for number in islice(cycle(range(cases)), references):
            intent, agency = next(aims) if mode is INDIRECT else (None, None)
            made[number].append(
                actions.NewNote(
                    happened_on=OPENED_ON + timedelta(days=len(made[number])),
                    channel=Channel.TELEPHONE,
                    agency_kind=agency,
                    activities=[actions.Activity(code=code, mode=mode, intent=intent)],
                )
            )
    return made


def iter_aims() -> Iterator[tuple[Intent, AgencyType]]:
    for intent, agency, references in AIMS:
        yield from [(intent, agency)] * references


@pytest.fixture
def cases(cast: Cast) -> list[DriveCase]:
    """Thirty cases, fifteen for each case manager."""
    return [
        actions.open_case(
            allocation=allocation(cast, number, allocated_on=ALLOCATED_ON),
            case_manager=cast.case_manager if number <= CASES / 2 else cast.other_case_manager,
            idva_lead=cast.idva,
            opened_on=OPENED_ON,
            by=cast.service_manager,
            now=NOW,
        )
        for number in range(1, CASES + 1)
    ]


def shares(tally: Tally) -> dict[object, int]:
    return {line.word: round(100 * tally.share(line)) for line in tally.lines}


def test_the_printed_counts_and_shares(cast: Cast, cases: list[DriveCase]) -> None:
    for case, notes in zip(cases, notes_by_case(), strict=True):
        actions.add_notes(case=case, notes=notes, by=cast.case_manager, now=NOW)
    counted = work_counts(Scope(site=cast.essex), cast.service_manager)
    assert shares(counted.modes) == {INDIRECT: 84, DIRECT: 16}
    assert shares(counted.direct) == {
        DirectWork.CONTACT: 56,
        DirectWork.SUPPORT: 31,
        DirectWork.BEHAVIOUR_CHANGE: 12,
        DirectWork.OTHER: 1,
    }
    assert counted.modes.of(DIRECT).cases == 19
    assert counted.direct.of(DirectWork.BEHAVIOUR_CHANGE).cases == 9
    for code, references, in_cases in (
        (ActivityCode.DISRUPTION, 1625, 30),
        (ActivityCode.ADVOCACY, 29, 13),
        (ActivityCode.CHILD_SAFEGUARDING, 129, 18),
    ):
        line = counted.activities.of(code)
        assert (line.references, line.cases) == (references, in_cases)
    assert shares(counted.intents) == {Intent.COMBINED: 58, Intent.DISRUPT: 32, Intent.SUPPORT: 10}
    disrupting = shares(counted.disruption)
    assert disrupting[AgencyGroup.POLICE] == 28
    assert disrupting[AgencyGroup.IDVA] == 20
    assert disrupting[AgencyGroup.PROBATION] == 17
    assert disrupting[AgencyGroup.CSC] == 9
    months = work_by_month(Scope(site=cast.essex), cast.service_manager)
    assert sum(period.references for period in months.values()) == 2500
    weeks = work_by_week(Scope(), cast.service_manager)
    assert sum(period.direct for period in weeks.values()) == 400


def test_a_scope_narrows_and_nothing_widens(cast: Cast, cases: list[DriveCase]) -> None:
    contact = actions.Activity(code=ActivityCode.CONTACT, mode=DIRECT)
    for case in cases[:2]:
        note_on(cast, case, activities=[contact])
    actions.add_note(
        case=cases[-1],
        note=actions.NewNote(
            happened_on=date(2017, 2, 20), channel=Channel.EMAIL, activities=[contact]
        ),
        by=cast.other_case_manager,
        now=NOW,
    )

    def counted(actor: object, **scope: object) -> int:
        return work_counts(Scope(**scope), actor).modes.references  # type: ignore[arg-type]

    assert counted(cast.service_manager) == 3
    assert counted(cast.service_manager, case=cases[0]) == 1
    assert counted(cast.service_manager, case_manager=cast.other_case_manager) == 1
    assert counted(cast.service_manager, site=cast.west_sussex) == 0
    assert counted(cast.service_manager, until=date(2017, 3, 1)) == 1
    assert counted(cast.service_manager, since=date(2017, 6, 1)) == 2
    assert counted(cast.service_manager, completed=True) == 0
    assert counted(cast.service_manager, cases=frozenset({cases[0].pk, cases[-1].pk})) == 2
    assert counted(cast.service_manager, cases=frozenset()) == 0
    assert counted(cast.case_manager, cases=frozenset({cases[-1].pk})) == 0
    assert counted(cast.case_manager) == 2
    assert counted(cast.case_manager, case_manager=cast.other_case_manager) == 0
    for outside in (cast.idva, cast.west_sussex_service_manager, cast.allocator):
        assert counted(outside) == 0


def test_actions_with_agencies_are_notes_and_not_codes(cast: Cast, cases: list[DriveCase]) -> None:
    meeting, disruption, contact = (
        actions.Activity(code=code, mode=mode)
        for code, mode in (
            (ActivityCode.MEETING, INDIRECT),
            (ActivityCode.DISRUPTION, INDIRECT),
            (ActivityCode.CONTACT, DIRECT),
        )
    )
    police = {"agency_kind": AgencyType.POLICE}
    note_on(cast, cases[0], activities=[meeting, disruption], **police)
    taken_back = note_on(cast, cases[0], activities=[meeting], **police)
    note_on(cast, cases[1], activities=[disruption, contact], **police)
    note_on(cast, cases[1], activities=[disruption])
    correction = actions.NewNote(
        happened_on=date(2017, 6, 1), channel=Channel.TELEPHONE, text="No.", takes_back=True
    )
    actions.add_note(
        case=cases[0], note=correction, corrects=taken_back, by=cast.case_manager, now=NOW
    )
    found = actions_with_agencies(Scope(), cast.service_manager)
    assert found.lines == (Line(ActivityCode.DISRUPTION, 2, 2), Line(ActivityCode.MEETING, 1, 1))
    assert (found.references, found.cases) == (2, 2)
    assert actions_with_agencies(Scope(case=cases[2]), cast.service_manager) == Tally((), 0, 0)


def test_the_page_of_work_counts_what_the_form_recorded(
    cast: Cast, cases: list[DriveCase], client: Client, settings
) -> None:
    settings.DRIVE_TODAY = NOW.date()
    case = cases[0]
    client.force_login(cast.case_manager)
    assert "No work has been coded yet." in client.get(f"/cases/{case.pk}/work/").content.decode()
    for number, activities in enumerate((["disruption", "info_shared"], ["contact_attempt"])):
        client.post(
            f"/cases/{case.pk}/notes/add/",
            {
                "happened_on-day": str(20 + number),
                "happened_on-month": "6",
                "happened_on-year": "2017",
                "channel": "telephone",
                "text": "Rang.",
                "activities": activities,
                "agency_kind": "police",
                "attribution": "critical",
                "intent": "disrupt",
                "key": f"00000000-0000-4000-8000-00000000000{number}",
            },
        )
    page = client.get(f"/cases/{case.pk}/work/").content.decode()
    assert "3 pieces of work: 67% indirect, 33% direct." in page
    assert "safety planning; 1 of these are recorded as due to Drive." in page
    assert 'role="img" aria-label="Work by month of the intervention: ' in page
    assert "most in month 6, with 3." in page
    for caption in ("Information shared, by agency", "by agency and aim", "Actions with agencies"):
        assert caption in page
