"""Words and component parameters of the pages of a case. None of them knows of an arm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext

from drive.vocabulary.insights import InsightsStage
from drive.vocabulary.people import RelationshipType
from drive.vocabulary.support import ComingUp, HerEngagement
from drive.web.core.dates import age_on
from drive.web.design_system.presenters import date_in_words, label, summary_row, table_rows
from drive.web.insights import rules
from drive.web.insights.forms import PRESETS
from drive.web.insights.models import Engagement, IdvaCase
from drive.web.insights.presenters.cells import (
    engagement_tag,
    her_name,
    link,
    step_in_words,
    step_tag,
    tag,
)
from drive.web.insights.queries import coming_for, forms_of, last_form
from drive.web.people.models import Dyad, Person

Coming = Mapping[UUID, Sequence[rules.Step]]


def caseload_table(
    cases: Iterable[IdvaCase], coming: Coming, stands: Mapping[UUID, Engagement], today: date
) -> dict[str, Any]:
    """Return the table of the cases that an Idva holds, what is next at the end of each row."""
    rows = [
        [
            link(her_name(case), reverse("insights:case", args=[case.pk])),
            case.reference,
            case.opened_on,
            tag(*engagement_tag(_state(stands.get(case.pk)))),
            _last_form_in_words(case),
            tag(*next_step(case, coming[case.pk], today)),
        ]
        for case in cases
    ]
    return {
        "caption": gettext("Your cases"),
        "hide_caption": True,
        "head": [
            gettext("Victim-survivor"),
            gettext("Case"),
            gettext("Opened"),
            gettext("Support"),
            gettext("Last form"),
            gettext("Next"),
        ],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def _state(row: Engagement | None) -> HerEngagement | None:
    return HerEngagement(row.state) if row else None


def next_step(case: IdvaCase, coming: Sequence[rules.Step], today: date) -> tuple[str, str]:
    """Return what the case waits for first, and the colour of its tag."""
    if coming:
        return step_tag(coming[0], today)
    if case.closed_on:
        return gettext("Closed"), "grey"
    return gettext("Open"), "green"


def _last_form_in_words(case: IdvaCase) -> str:
    form = last_form(case)
    if form is None:
        return gettext("None yet")
    return f"{label(InsightsStage(form.stage))}, {date_in_words(form.happened_on)}"


_TABS = (
    ("overview", "Overview", "insights:case"),
    ("forms", "Forms", "insights:forms"),
    ("notes", "Work", "insights:notes"),
    ("engagement", "Engagement", "insights:engagement"),
    ("plan", "Safety plan", "insights:plan"),
    ("contact_details", "Contact details", "insights:contact_details"),
    ("requests", "Requests", "insights:requests"),
    ("information:facts", "Information", "information:facts"),
)


def frame(case: IdvaCase, today: date, *, tab: str) -> dict[str, Any]:
    """Return the strip, the shortcuts and the tabs that stand at the top of each page of a case."""
    text, colour = next_step(case, coming_for([case], today)[case.pk], today)
    person = case.dyad.victim_survivor.person
    return {
        "label": gettext("IDVA case"),
        "identity": {
            "name": person.name,
            "details": [
                {"text": gettext("Case"), "value": case.reference},
                {"text": gettext("Age"), "value": age_in_words(person, today)},
            ],
            "tags": [{"text": text, "classes": f"govuk-tag--{colour}"}],
            "alerts": [],
        },
        "shortcuts": [
            {
                "text": gettext(preset.text),
                "href": log_address(case, preset.name),
                "accesskey": str(number),
            }
            for number, preset in enumerate(PRESETS, start=1)
        ],
        "tabs": [
            {"text": gettext(text), "href": reverse(view, args=[case.pk]), "active": name == tab}
            for name, text, view in _TABS
        ],
    }


def log_address(case: IdvaCase, kind: str) -> str:
    """Return where a piece of work of one kind is logged."""
    return f"{reverse('insights:log', args=[case.pk])}?{urlencode({'kind': kind})}"


def age_in_words(person: Person, today: date) -> str:
    """Return the age, or that the birth date is not recorded."""
    if person.date_of_birth is None:
        return gettext("Not recorded")
    return str(age_on(person.date_of_birth, today))


def overview_rows(case: IdvaCase, idva: str, state: HerEngagement | None) -> list[dict[str, Any]]:
    """Return the facts of a case."""
    dyad = case.dyad
    relationship = (
        label(RelationshipType(dyad.relationship)) if dyad.relationship else gettext("Not recorded")
    )
    return [
        summary_row(gettext("Perpetrator"), dyad.perpetrator.person.name),
        summary_row(gettext("Relationship"), relationship),
        summary_row(gettext("IDVA"), idva),
        summary_row(gettext("Support"), engagement_tag(state)[0]),
        summary_row(gettext("Support began"), case.opened_on),
        summary_row(
            gettext("Support ended"),
            date_in_words(case.closed_on) if case.closed_on else gettext("It goes on"),
        ),
        summary_row(gettext("Followed up from"), dyad.follow_up_from or gettext("Not yet")),
    ]


def steps(case: IdvaCase, coming: Sequence[rules.Step], today: date) -> list[dict[str, str]]:
    """Return what can be done now, as links."""
    made = [*_series_steps(case), *_follow_up_steps(case, coming, today)]
    if case.closed_on is None:
        made += [
            {
                "text": gettext("Hand the case to another IDVA"),
                "href": reverse("insights:hand_over", args=[case.pk]),
            },
            {
                "text": gettext("End the support"),
                "href": reverse("insights:close", args=[case.pk]),
            },
        ]
    made.append(
        {"text": gettext("She moves"), "href": reverse("insights:transfer", args=[case.pk])}
    )
    return made


def _series_steps(case: IdvaCase) -> list[dict[str, str]]:
    filled = [InsightsStage(form.stage) for form in forms_of(case)]
    return [
        {
            "text": gettext("Fill in the %(stage)s form") % {"stage": label(stage).lower()},
            "href": reverse("insights:fill", args=[case.pk, stage]),
        }
        for stage in rules.stages_open(filled)
    ]


def _follow_up_steps(
    case: IdvaCase, coming: Sequence[rules.Step], today: date
) -> list[dict[str, str]]:
    return [
        {
            "text": step_in_words(step),
            "href": reverse("insights:fill", args=[case.pk, step.stage]),
        }
        for step in coming
        if step.what is ComingUp.FOLLOW_UP and step.is_open(today)
    ]


def waiting_table(dyads: Iterable[Dyad]) -> dict[str, Any]:
    """Return the table of the pairs whose victim-survivor has no Idva yet."""
    rows = [
        [
            link(
                dyad.victim_survivor.person.name,
                reverse("insights:open_case", args=[dyad.pk]),
                hidden=gettext("name an IDVA"),
            ),
            dyad.perpetrator.person.name,
            dyad.perpetrator.site.name,
        ]
        for dyad in dyads
    ]
    return {
        "caption": gettext("Victim-survivors without an IDVA"),
        "hide_caption": True,
        "head": [gettext("Victim-survivor"), gettext("Perpetrator"), gettext("Site")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }
