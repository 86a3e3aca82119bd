"""Words and component parameters of the Idva's pages. None of them knows of an arm."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from drive.vocabulary.insights import InsightsStage
from drive.vocabulary.people import RelationshipType
from drive.web.core.dates import age_on
from drive.web.design_system.presenters import date_in_words, label, summary_row, table_rows
from drive.web.insights import rules
from drive.web.insights.models import IdvaCase, InsightsForm
from drive.web.insights.queries import answers_of, last_form, ratings_of
from drive.web.people.models import Dyad, Person
from drive.web.recording.presenters import section_rows
from drive.web.recording.rules import DEFINITIONS, Definition


def link(text: str, address: str, *, hidden: str = "") -> Any:
    """Return a link for a table cell; `hidden` is heard by those who hear the link alone."""
    more = format_html('<span class="govuk-visually-hidden"> {}</span>', hidden) if hidden else ""
    return format_html('<a class="govuk-link" href="{}">{}{}</a>', address, text, more)


def caseload_table(cases: Iterable[IdvaCase]) -> dict[str, Any]:
    """Return the table of the cases that an Idva holds, what is next at the end of each row."""
    rows = [
        [
            link(her_name(case), reverse("insights:case", args=[case.pk])),
            case.reference,
            case.opened_on,
            _last_form_in_words(case),
            tag(*next_step(case)),
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
            gettext("Last form"),
            gettext("Next"),
        ],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def tag(text: str, colour: str) -> Any:
    """Return a tag for a table cell."""
    return format_html('<strong class="govuk-tag govuk-tag--{}">{}</strong>', colour, text)


def her_name(case: IdvaCase) -> str:
    """Return the name of the victim-survivor."""
    return case.dyad.victim_survivor.person.name


def next_step(case: IdvaCase) -> tuple[str, str]:
    """Return what the case waits for, and the colour of its tag."""
    stages = {form.stage for form in case.forms.all()}
    if InsightsStage.INTAKE not in stages:
        return gettext("Intake form to fill in"), "orange"
    if case.closed_on and InsightsStage.EXIT not in stages:
        return gettext("Exit form to fill in"), "orange"
    if case.closed_on:
        return gettext("Closed"), "grey"
    return gettext("Open"), "green"


def _last_form_in_words(case: IdvaCase) -> str:
    form = last_form(case)
    if form is None:
        return gettext("None yet")
    return f"{label(InsightsStage(form.stage))}, {date_in_words(form.happened_on)}"


def frame(case: IdvaCase, today: date, *, tab: str) -> dict[str, Any]:
    """Return the strip and the tabs that stand at the top of each page of a case."""
    text, colour = next_step(case)
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
        "tabs": [
            {"text": text, "href": reverse(view, args=[case.pk]), "active": name == tab}
            for name, text, view in (
                ("overview", gettext("Overview"), "insights:case"),
                ("forms", gettext("Forms"), "insights:forms"),
            )
        ],
    }


def age_in_words(person: Person, today: date) -> str:
    """Return the age, or that the birth date is not recorded."""
    if person.date_of_birth is None:
        return gettext("Not recorded")
    return str(age_on(person.date_of_birth, today))


def overview_rows(case: IdvaCase, idva: str) -> list[dict[str, Any]]:
    """Return the facts of a case."""
    dyad = case.dyad
    relationship = (
        label(RelationshipType(dyad.relationship)) if dyad.relationship else gettext("Not recorded")
    )
    return [
        summary_row(gettext("Perpetrator"), dyad.perpetrator.person.name),
        summary_row(gettext("Relationship"), relationship),
        summary_row(gettext("IDVA"), idva),
        summary_row(gettext("Support began"), case.opened_on),
        summary_row(
            gettext("Support ended"),
            date_in_words(case.closed_on) if case.closed_on else gettext("It goes on"),
        ),
    ]


def steps(case: IdvaCase) -> list[dict[str, str]]:
    """Return what can be done now, as links."""
    filled = [InsightsStage(form.stage) for form in case.forms.all()]
    made = [
        {
            "text": gettext("Fill in the %(stage)s form") % {"stage": label(stage).lower()},
            "href": reverse("insights:fill", args=[case.pk, stage]),
        }
        for stage in rules.stages_open(filled)
    ]
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
    return made


def forms_table(forms: Iterable[InsightsForm]) -> dict[str, Any]:
    """Return the table of the forms of a case."""
    rows = [
        [
            link(
                label(InsightsStage(form.stage)),
                reverse("insights:form", args=[form.pk]),
                hidden=gettext("form of %(day)s") % {"day": date_in_words(form.happened_on)},
            ),
            form.happened_on,
            form.recorded_at,
        ]
        for form in forms
    ]
    return {
        "caption": gettext("Forms filled in"),
        "head": [gettext("Form"), gettext("Speaks of"), gettext("Recorded")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def definition_of(form: InsightsForm) -> Definition:
    """Return the version of the definition with which a form was filled in."""
    name, _, version = form.form.partition("/")
    return DEFINITIONS[name, version]


def form_sections(form: InsightsForm) -> list[dict[str, Any]]:
    """Return the read view of a form: each section with its answers in words."""
    answers, ratings = answers_of(form), ratings_of(form)
    return [
        {"title": gettext(section.title), "rows": section_rows(section, answers, ratings)}
        for section in definition_of(form).stages[form.stage]
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
