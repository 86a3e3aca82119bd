"""Counting work and contact, from known values."""

from datetime import date
from uuid import UUID

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import (
    ActivityCode,
    AssessmentPoint,
    Intent,
    NonContactReason,
    WorkMode,
)
from drive.vocabulary.work import (
    ACTIVITY_MEANINGS,
    AgencyGroup,
    Attribution,
    DirectWork,
    agency_group,
    usual_mode,
)
from drive.web.casework.presenters.work import (
    actions_table,
    agencies_by_aim,
    months_drawn,
    weeks_drawn,
    work_tables,
)
from drive.web.casework.rules.contact_tables import CaseContact, contact_tables
from drive.web.casework.rules.notes import is_told_in_confidence
from drive.web.casework.rules.work import (
    Coded,
    Line,
    Period,
    Tally,
    by_month,
    by_week,
    counts,
    month_of,
)

ONE, OTHER = UUID(int=1), UUID(int=2)
DIRECT, INDIRECT = WorkMode.DIRECT, WorkMode.INDIRECT


def test_references_and_cases_are_counted_apart() -> None:
    counted = counts(
        [
            Coded(case=ONE, mode=INDIRECT, activity=ActivityCode.DISRUPTION, references=3),
            Coded(case=OTHER, mode=INDIRECT, activity=ActivityCode.DISRUPTION),
            Coded(case=ONE, mode=DIRECT, activity=ActivityCode.CONTACT_ATTEMPT),
        ]
    )
    assert counted.activities.lines[0] == Line(ActivityCode.DISRUPTION, 4, 2)
    assert counted.modes.of(DIRECT) == Line(DIRECT, 1, 1)
    assert (counted.modes.references, counted.modes.cases) == (5, 2)
    assert counted.modes.share(counted.modes.of(INDIRECT)) == 0.8
    assert counted.direct.lines == (Line(DirectWork.CONTACT, 1, 1),)


def test_agencies_and_aims_are_counted_of_indirect_work_alone() -> None:
    counted = counts(
        [
            Coded(
                case=ONE,
                mode=INDIRECT,
                activity=ActivityCode.MEETING,
                agency=agency,
                intent=Intent.DISRUPT,
            )
            for agency in (AgencyType.PROBATION_CRC, AgencyType.PROBATION_NPS, AgencyType.MASH)
        ]
        + [
            Coded(
                case=ONE,
                mode=DIRECT,
                activity=ActivityCode.SUPPORT_DIRECT,
                agency=AgencyType.HOUSING,
                intent=Intent.SUPPORT,
            ),
            Coded(case=ONE, mode=INDIRECT, activity=ActivityCode.RISK),
        ]
    )
    assert counted.agencies.of(AgencyGroup.PROBATION).references == 2
    assert counted.agencies.of(AgencyGroup.FORUMS).references == 1
    assert counted.agencies.references == 3
    assert [line.word for line in counted.intents.lines] == [Intent.DISRUPT]
    assert counted.disruption.references == 3


def test_work_is_counted_by_agency_and_aim() -> None:
    with_police = {"case": ONE, "mode": INDIRECT, "agency": AgencyType.POLICE}
    counted = counts(
        [
            Coded(
                **with_police,
                activity=ActivityCode.DISRUPTION,
                intent=Intent.DISRUPT,
                references=3,
            ),
            Coded(**with_police, activity=ActivityCode.INFO_SHARED, intent=Intent.COMBINED),
            Coded(
                case=OTHER,
                mode=INDIRECT,
                activity=ActivityCode.INFO_REQUEST,
                agency=AgencyType.IDVA,
                intent=Intent.DISRUPT,
            ),
        ]
    )
    assert set(counted.by_aim) == set(Intent)
    assert counted.by_aim[Intent.SUPPORT].references == 0
    assert counted.disruption is counted.by_aim[Intent.DISRUPT]
    assert counted.disruption.lines == (
        Line(AgencyGroup.POLICE, 3, 1),
        Line(AgencyGroup.IDVA, 1, 1),
    )
    assert counted.information.references == 2
    table = agencies_by_aim(counted)
    assert table is not None
    assert [cell["text"] for row in table["rows"] for cell in row] == [
        *("Police", "3 (75%)", "1 (100%)"),
        *("IDVA service", "1 (25%)", "0 (0%)"),
    ]


def test_an_action_stands_in_each_line_of_what_was_done() -> None:
    lines = (Line(ActivityCode.MEETING, 3, 1), Line(ActivityCode.RISK, 2, 1))
    table = actions_table(Tally(lines=lines, references=4, cases=1))
    assert table is not None
    assert [[cell["text"] for cell in row] for row in table["rows"]] == [
        ["Meeting", "3", "75%"],
        ["Risk", "2", "50%"],
    ]
    assert actions_table(Tally(lines=(), references=0, cases=0)) is None
    assert agencies_by_aim(counts([])) is None


def test_what_is_due_to_drive_is_counted_of_what_was_asked() -> None:
    disruption = {"case": ONE, "mode": INDIRECT, "activity": ActivityCode.DISRUPTION}
    counted = counts(
        [
            Coded(**disruption, attribution=Attribution.WOULD_NOT_HAVE_HAPPENED),
            Coded(**disruption, attribution=Attribution.CONTRIBUTED),
            Coded(**disruption),
            Coded(case=ONE, mode=INDIRECT, activity=ActivityCode.MEETING),
        ]
    )
    assert (counted.asked, counted.doing.references, counted.due_to_drive) == (3, 2, 1)


def test_months_are_counted_from_the_day_on_which_work_began() -> None:
    start = date(2017, 1, 31)
    days = [date(2017, 1, 30), start, date(2017, 2, 27), date(2017, 2, 28), date(2017, 11, 30)]
    assert [month_of(day, start) for day in days] == [0, 1, 1, 2, 11]
    assert by_month([(start, start, DIRECT, 2), (start, date(2017, 4, 2), INDIRECT, 1)]) == {
        1: Period(2, 0),
        2: Period(0, 0),
        3: Period(0, 1),
    }


def test_weeks_begin_on_monday_and_none_is_left_out() -> None:
    found = by_week([(date(2017, 6, 4), DIRECT, 1), (date(2017, 6, 13), INDIRECT, 4)])
    assert found == {
        date(2017, 5, 29): Period(1, 0),
        date(2017, 6, 5): Period(0, 0),
        date(2017, 6, 12): Period(0, 4),
    }
    assert by_week([]) == {}


def test_every_activity_has_a_meaning_and_a_usual_mode() -> None:
    assert set(ACTIVITY_MEANINGS) == set(ActivityCode)
    direct = {code for code in ActivityCode if usual_mode(code) is DIRECT}
    assert direct == {
        ActivityCode.CONTACT,
        ActivityCode.CONTACT_ATTEMPT,
        ActivityCode.SUPPORT_DIRECT,
        ActivityCode.BEHAVIOUR_CHANGE,
    }
    assert {agency_group(kind) for kind in AgencyType} == set(AgencyGroup)


def test_what_a_service_at_her_side_told_is_in_confidence() -> None:
    assert is_told_in_confidence("victim_survivor", None)
    assert is_told_in_confidence(None, "idva")
    assert is_told_in_confidence("", "vs_sector")
    assert not is_told_in_confidence("police", "idva")
    assert not is_told_in_confidence(None, "police")


def test_drawings_say_in_words_what_they_show() -> None:
    drawn = months_drawn({1: Period(1, 3), 2: Period(2, 0)})
    assert drawn is not None
    assert drawn["about"].endswith("from month 1 to month 10; most in month 1, with 4.")
    heights = [(bar["direct"], bar["indirect"]) for bar in drawn["bars"]]
    assert heights == [(30.0, 90.0), (60.0, 0), *[(0, 0)] * 8]
    assert len(drawn["table"]["rows"]) == 10
    assert months_drawn({}) is None
    assert weeks_drawn({}) is None
    assert work_tables(counts([])) == []


PLANNED, HOLD, UNSAFE = (
    NonContactReason.PLANNED_OR_PENDING,
    NonContactReason.CJS_PENDING_HOLD,
    NonContactReason.NOT_SAFE,
)
DUE = {
    AssessmentPoint.MONTH_3: date(2017, 4, 1),
    AssessmentPoint.MONTH_6: date(2017, 7, 1),
    AssessmentPoint.MONTH_9: date(2017, 10, 1),
    AssessmentPoint.CLOSURE: date(2017, 11, 1),
}


def not_reached(*reasons: NonContactReason) -> CaseContact:
    return CaseContact(due=DUE, reached_on=None, reasons=dict(zip(DUE, reasons, strict=False)))


def test_the_tables_of_contact() -> None:
    tables = contact_tables(
        [
            CaseContact(due=DUE, reached_on=date(2017, 5, 1)),
            not_reached(PLANNED, PLANNED, PLANNED, PLANNED),
            not_reached(PLANNED, HOLD, HOLD, UNSAFE),
            not_reached(),
        ],
        today=date(2017, 8, 1),
    )
    assert (tables.contacted, tables.never, tables.without_reason) == (1, 3, 1)
    assert tables.unchanged == {PLANNED: 1}
    assert tables.changed_to == {UNSAFE: 1}
    three, six, nine, closure = tables.points
    assert (three.cases, three.contacted, three.without_reason) == (4, 0, 2)
    assert three.reasons == {PLANNED: 2}
    assert (six.contacted, six.reasons) == (1, {PLANNED: 1, HOLD: 1})
    assert nine.cases == closure.cases == 0
