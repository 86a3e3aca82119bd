"""Words of a Drive case: the strip that says whose it is, its tabs, contact, notes, loads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext, gettext_noop, ngettext

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import (
    ActivityCode,
    AssessmentPoint,
    CaseState,
    Channel,
    ContactType,
    Intent,
    NonContactCause,
    NonContactReason,
    WorkMode,
)
from drive.web.accounts.models import User
from drive.web.accounts.policy import may
from drive.web.allocation.queries import is_void
from drive.web.casework import queries, rules
from drive.web.casework.models import (
    Capacity,
    CaseNote,
    DriveCase,
    NonContactRecord,
    SuContact,
)
from drive.web.core.dates import age_on
from drive.web.design_system.presenters import date_in_words, label
from drive.web.organisations.models import Site

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
    Tab(gettext_noop("Assessments"), "assessments:index", "assessments.view"),
    Tab(gettext_noop("Notes"), "casework:notes", "casework.view_record"),
    Tab(gettext_noop("People"), "case_record:people", "casework.view_record"),
    Tab(gettext_noop("History"), "case_record:history", "case_record.view_history"),
)


def case_frame(case: DriveCase, actor: User, *, active: str, today: date) -> dict[str, Any]:
    """Return what every page of a case shows: whose it is, and the tabs that the actor may open."""
    return {
        "identity": {
            "name": case.perpetrator.person.name,
            "details": _details(case, today),
            "tags": [state_tag(queries.state_of(case))],
            "alerts": _alerts(case, actor),
        },
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


def load_in_words(cases: int, site: Site) -> str:
    """Return a case manager's load beside the site's target and limit, with a warning in words."""
    counted = ngettext("%(cases)s open case", "%(cases)s open cases", cases) % {"cases": cases}
    measured = gettext("target %(target)s, limit %(limit)s") % {
        "target": site.caseload_target,
        "limit": site.caseload_limit,
    }
    level = rules.load(cases, target=site.caseload_target, limit=site.caseload_limit)
    warning = {
        rules.Load.WITHIN: "",
        rules.Load.ABOVE_TARGET: gettext(" Warning: at or above the target."),
        rules.Load.AT_LIMIT: gettext(" Warning: at the limit. One more needs a reason."),
    }[level]
    return f"{counted} ({measured}).{warning}"


def loads_in_words(people: Iterable[User], site: Site) -> dict[UUID, str]:
    """Return each person's load in words."""
    keys = [person.pk for person in people]
    loads = queries.loads_of(keys)
    return {key: load_in_words(loads.get(key, 0), site) for key in keys}


def contact_in_words(state: rules.ContactState) -> str:
    """Return where contact stands, in a few words."""
    if state.last_contact_on:
        return gettext("Contacted %(day)s") % {"day": date_in_words(state.last_contact_on)}
    if state.non_contact:
        return gettext("Not contacted: %(reason)s") % {
            "reason": _lower(gettext(state.non_contact.reason.label))
        }
    return gettext("Not contacted: no reason recorded")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def reason_in_words(standing: rules.NonContact | None) -> str:
    """Return the reason for no contact with its cause and the point at which it was given."""
    if standing is None:
        return gettext("No reason recorded")
    said = gettext(standing.reason.label)
    if standing.cause:
        said = f"{said} ({_lower(gettext(standing.cause.label))})"
    return gettext("%(reason)s, at %(point)s") % {
        "reason": said,
        "point": _lower(gettext(standing.point.label)),
    }


def link(address: str, text: str) -> dict[str, Any]:
    """Return a cell that leads somewhere; its text says where."""
    return {"html": format_html('<a class="govuk-link" href="{}">{}</a>', address, text)}


def allocation_rows(waiting: Iterable[Any]) -> list[list[dict[str, Any]]]:
    """Return the rows of the allocations that wait for a case."""
    return [
        [
            link(reverse("casework:open_case", args=[each.pk]), each.perpetrator.person.name),
            {"text": each.perpetrator.site.name},
            {"text": date_in_words(each.allocated_on)},
        ]
        for each in waiting
    ]


def contact_rows(contacts: Iterable[SuContact]) -> list[list[dict[str, Any]]]:
    """Return the rows of the contacts and attempts of a case."""
    return [
        [
            {"text": date_in_words(each.happened_on)},
            {"text": label(ContactType(each.contact_type))},
            {"text": gettext("Reached") if each.successful else gettext("Tried, not reached")},
            {"text": each.recorded_by.name},
        ]
        for each in contacts
    ]


def reason_rows(records: Iterable[NonContactRecord]) -> list[list[dict[str, Any]]]:
    """Return the rows of the reasons that stand, in the order of the points."""
    order = list(AssessmentPoint)
    return [
        [
            {"text": label(AssessmentPoint(each.point))},
            {"text": label(NonContactReason(each.reason))},
            {"text": label(NonContactCause(each.cause)) if each.cause else gettext("Not recorded")},
            {"text": date_in_words(each.recorded_at)},
        ]
        for each in sorted(records, key=lambda one: order.index(AssessmentPoint(one.point)))
    ]


def note_card(note: CaseNote, *, additions: bool = True) -> dict[str, Any]:
    """Return one note for the page: text, who and when, what was coded, and what was added."""
    return {
        "id": note.pk,
        "on": note.happened_on,
        "channel": label(Channel(note.channel)),
        "text": queries.text_of(note),
        "sealed": bool(note.sealed_text),
        "told_by": label(InformationSource(note.informant)) if note.informant else "",
        "by": note.recorded_by.name,
        "recorded_at": note.recorded_at,
        "work": work_in_words(note),
        "minutes": note.minutes,
        "additions": [
            note_card(each, additions=False)
            for each in sorted(note.corrections.all(), key=lambda one: one.recorded_at)
        ]
        if additions
        else [],
    }


def work_in_words(note: CaseNote) -> str:
    """Return what was coded on a note: activities, then mode and aim."""
    tags = list(note.tags.all())
    if not tags:
        return ""
    done = ", ".join(label(ActivityCode(tag.activity)) for tag in tags)
    how = label(WorkMode(tags[0].mode))
    aim = f", {_lower(label(Intent(tags[0].intent)))}" if tags[0].intent else ""
    return f"{done} ({_lower(how)}{aim})"


def channel_of(contact_type: ContactType) -> Channel:
    """Return the channel under which a contact's note stands."""
    return _CHANNELS[contact_type]


_CHANNELS: Mapping[ContactType, Channel] = {
    ContactType.FACE_TO_FACE: Channel.MEETING,
    ContactType.TELEPHONE: Channel.TELEPHONE,
    ContactType.EMAIL: Channel.EMAIL,
    ContactType.LETTER: Channel.LETTER,
    ContactType.VIDEO: Channel.MEETING,
    ContactType.TEXT: Channel.TELEPHONE,
}
