"""The strip that says whose case it is, and its tabs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from drive.vocabulary.casework import (
    CaseState,
    NonContactReason,
)
from drive.web.accounts.models import User
from drive.web.accounts.policy import may
from drive.web.allocation.queries import is_void
from drive.web.casework import queries
from drive.web.casework.models import (
    Capacity,
    DriveCase,
)
from drive.web.casework.presenters.shortcuts import shortcuts
from drive.web.casework.queries.clock import extended
from drive.web.casework.queries.holds import on_hold
from drive.web.core.dates import age_on

STATE_COLOURS = {
    CaseState.ALLOCATED: "govuk-tag--yellow",
    CaseState.RESEARCH: "govuk-tag--light-blue",
    CaseState.STRATEGY: "govuk-tag--light-blue",
    CaseState.ACTIVE: "govuk-tag--green",
    CaseState.STEP_DOWN: "govuk-tag--turquoise",
    CaseState.CLOSED: "govuk-tag--grey",
}


@dataclass(frozen=True)
class Tab:
    """One tab of a case, and the permission that shows it."""

    text: str
    view: str
    permission: str


TABS = (
    Tab(gettext_noop("Overview"), "case_record:overview", "casework.view_case"),
    Tab(gettext_noop("Timeline"), "case_record:timeline", "casework.view_record"),
    Tab(gettext_noop("Contact"), "casework:contact", "casework.view_record"),
    Tab(
        gettext_noop("Contact details"),
        "casework:contact_details",
        "casework.view_contact_details",
    ),
    Tab(gettext_noop("Strategy"), "casework:strategies", "casework.view_strategy"),
    Tab(gettext_noop("Clock"), "casework:clock", "casework.view_clock"),
    Tab(gettext_noop("Plan and facts"), "registers:index", "registers.view"),
    Tab(gettext_noop("Agencies"), "multiagency:requests", "multiagency.view_requests"),
    Tab(gettext_noop("Assessments"), "assessments:index", "assessments.view"),
    Tab(gettext_noop("Notes"), "casework:notes", "casework.view_record"),
    Tab(gettext_noop("Documents"), "casework:documents", "information.view"),
    Tab(gettext_noop("Information"), "information:facts", "information.view"),
    Tab(gettext_noop("Going out"), "casework:ledger", "casework.view_ledger"),
    Tab(gettext_noop("Subject access"), "case_record:packs", "case_record.view_pack"),
    Tab(gettext_noop("Supervision"), "oversight:index", "oversight.view"),
    Tab(gettext_noop("People"), "case_record:people", "casework.view_record"),
    Tab(gettext_noop("History"), "case_record:history", "case_record.view_history"),
)


def case_frame(case: DriveCase, actor: User, *, active: str, today: date) -> dict[str, Any]:
    """Return what every page of a case shows: whose it is, and the tabs that the actor may open."""
    state = queries.state_of(case)
    return {
        "identity": {
            "name": case.perpetrator.person.name,
            "details": _details(case, today),
            "tags": [state_tag(state), *_flags(case, state)],
            "alerts": _alerts(case, actor),
        },
        "shortcuts": shortcuts(case, actor, state=state),
        "tabs": [
            {
                "text": gettext(tab.text),
                "href": reverse(tab.view, args=[case.pk]),
                "active": tab.view == active,
            }
            for tab in TABS
            if may(actor, tab.permission)
        ],
        "label": gettext("Case"),
    }


def _details(case: DriveCase, today: date) -> list[dict[str, str]]:
    held = queries.current_assignments(case)
    manager = held.get(Capacity.CASE_MANAGER)
    # The Idva stands here by role only: the strip may be seen over a shoulder, or by him.
    idva = gettext("named") if Capacity.IDVA_LEAD in held else gettext("nobody")
    return [
        {"text": gettext("Case"), "value": case.reference},
        {
            "text": gettext("Age"),
            "value": age_in_words(case.perpetrator.person.date_of_birth, today),
        },
        {
            "text": gettext("Case manager"),
            "value": manager.user.name if manager else gettext("nobody"),
        },
        {"text": gettext("IDVA lead"), "value": idva},
    ]


def age_in_words(born_on: date | None, today: date) -> str:
    """Return an age, or that it is not recorded."""
    return str(age_on(born_on, today)) if born_on else gettext("not recorded")


def _flags(case: DriveCase, state: CaseState) -> list[dict[str, str]]:
    """Return the flags of an open case: they stand beside its state and are none."""
    flags = []
    if state is not CaseState.CLOSED and on_hold([case.pk]):
        flags.append({"text": gettext("On hold"), "classes": "govuk-tag--orange"})
    if state is not CaseState.CLOSED and extended([case.pk]):
        flags.append({"text": gettext("Extended"), "classes": "govuk-tag--blue"})
    return flags


def _alerts(case: DriveCase, actor: User) -> list[str]:
    alerts = []
    standing = queries.contact_states([case], actor)[case.pk].non_contact
    if standing and standing.reason is NonContactReason.NOT_SAFE:
        alerts.append(gettext("Not safe to contact"))
    if may(actor, "casework.open_case") and is_void(case.allocation):
        alerts.append(gettext("The draw behind this case is void: decide with the research team"))
    return alerts


def state_tag(state: CaseState | str) -> dict[str, str]:
    """Return the tag that says where a case stands."""
    state = CaseState(state)
    return {"text": gettext(state.label), "classes": STATE_COLOURS[state]}
