"""The forms of looking over a case: supervision, queries, printing, keeping out, closing."""

from __future__ import annotations

from typing import Any

from drive.vocabulary.casework import AssessmentPoint, ContactType
from drive.vocabulary.oversight import OversightKind
from drive.vocabulary.strategy import ContactPlace
from drive.web.assessments.models import Assessment
from drive.web.casework import actions
from drive.web.casework.models import DriveCase, PlannedContact, WhoseRisk
from drive.web.monitoring.actions import answer_query, raise_query
from drive.web.monitoring.models import DataQuery
from drive.web.oversight.actions import Agreed, NewRecord, add_record
from drive.web.oversight.models import OversightAction
from tests.cast import NOW, Cast
from tests.factories.assessments import assessment_at
from tests.factories.casework import contact_with
from tests.integration.web.hard.forms import Address, Data, Form, date_of, of, to


def _ready(cast: Cast, case: DriveCase) -> None:
    assessment_at(cast, case, AssessmentPoint.CLOSURE, assessed_on=NOW.date())
    contact_with(cast, case)


_CLOSING: Data = {
    "reason": "completed",
    "whose_risk": ["victim_survivor"],
    "exit_pathway": "relapse_prevention",
    "idva_told_by": "The case manager",
    # What the page after the first adds: that it was looked at once more.
    "confirmed": "yes",
    **date_of("closed_on", "30 6 2017"),
    **date_of("exit_referred_on", "30 6 2017"),
    **date_of("idva_told_on", "30 6 2017"),
}

_LOOKED_AT: Data = {
    "kind": "supervision",
    "relationship": "She says that the children are used to reach her.",
    "whose_risk": ["victim_survivor"],
    "agreed_1": "Ring the offender manager",
    **date_of("held_on", "20 6 2017"),
    **date_of("due_1", "3 7 2017"),
}


def _agreed(cast: Cast, case: DriveCase) -> OversightAction:
    new = NewRecord(
        kind=OversightKind.SUPERVISION,
        held_on=NOW.date(),
        relationship="The children are used to reach her.",
        facts="Two missed appointments.",
        whose_risk=[WhoseRisk.VICTIM_SURVIVOR],
        agreed=[Agreed(words="Ring the offender manager", due_on=NOW.date())],
    )
    return add_record(case=case, new=new, by=cast.service_manager, now=NOW).actions.get()


def _assessed(cast: Cast, case: DriveCase) -> Assessment:
    return assessment_at(cast, case, need_alcohol="yes")


def _asked(cast: Cast, case: DriveCase) -> DataQuery:
    return raise_query(
        assessment=_assessed(cast, case),
        field="need_alcohol",
        words="Who said so?",
        by=cast.service_manager,
        now=NOW,
    )


def _answered(cast: Cast, case: DriveCase) -> DataQuery:
    query = _asked(cast, case)
    answer_query(query=query, answer="The police.", by=cast.case_manager, now=NOW)
    return query


def _about(view: str, make: Any) -> Address:
    return Address(view, lambda cast, case: [make(cast, case).pk])


def _planned(cast: Cast, case: DriveCase) -> PlannedContact:
    plan = actions.NewPlan(
        planned_on=NOW.date(),
        contact_type=ContactType.FACE_TO_FACE,
        place=ContactPlace.PROBATION_OFFICE,
        override_reason="He stands before the office.",
    )
    return actions.plan_contact(case=case, plan=plan, by=cast.case_manager, now=NOW)


OVERSEEN = (
    Form(
        name="closing a case",
        who="service_manager",
        prepare=_ready,
        address=to("case_record:close"),
        data=lambda _cast, _case: _CLOSING,
        words="handed_over",
    ),
    Form(
        name="keeping somebody out",
        who="service_manager",
        address=to("case_record:keep_out"),
        data=lambda cast, _case: {"user": str(cast.other_case_manager.pk)},
        words="reason",
    ),
    Form(
        name="printing a case",
        address=to("case_record:print"),
        data=lambda _cast, _case: {
            "parts": ["case", "handover"],
            "victim_side": "out",
            "recipient": "The next case manager",
        },
        words="purpose",
        shows="Printed by",
    ),
    Form(
        name="supervision of a case",
        who="service_manager",
        address=to("oversight:add"),
        data=lambda _cast, _case: _LOOKED_AT,
        words="facts",
    ),
    Form(
        name="what came of what was agreed",
        address=of("oversight:finish", _agreed),
        words="outcome",
    ),
    Form(
        name="query about a record",
        who="practice_adviser",
        address=_about("monitoring:raise_query", _assessed),
        data=lambda _cast, _case: {"field": "need_alcohol"},
        words="words",
    ),
    Form(name="answer to a query", address=_about("monitoring:data_query", _asked), words="answer"),
    Form(
        name="end of a query",
        who="practice_adviser",
        address=_about("monitoring:data_query", _answered),
        data=lambda _cast, _case: {"resolution": "right_as_it_was"},
    ),
    Form(
        name="clock of a site",
        who="service_manager",
        address=Address("casework:set_site_clock", lambda cast, _case: [cast.essex.pk]),
        data=lambda _cast, _case: {"start": "opening"},
        words="reason",
    ),
    Form(name="cancelling a planned contact", address=of("casework:cancel_plan", _planned)),
    Form(
        name="having read of a contact without a strategy",
        who="service_manager",
        address=of("casework:note_override_read", _planned),
    ),
)
