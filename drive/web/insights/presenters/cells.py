"""Parts of tables: links, tags, and steps in words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from drive.vocabulary.support import ComingUp, HerEngagement
from drive.web.design_system.presenters import date_in_words, label
from drive.web.insights.models import IdvaCase
from drive.web.insights.rules import Step


def link(text: str, address: str, *, hidden: str = "") -> Any:
    """Return a link for a table cell; `hidden` is heard by those who hear the link alone."""
    more = format_html('<span class="govuk-visually-hidden"> {}</span>', hidden) if hidden else ""
    return format_html('<a class="govuk-link" href="{}">{}{}</a>', address, text, more)


def tag(text: str, colour: str) -> Any:
    """Return a tag for a table cell."""
    return format_html('<strong class="govuk-tag govuk-tag--{}">{}</strong>', colour, text)


def her_name(case: IdvaCase) -> str:
    """Return the name of the victim-survivor."""
    return case.dyad.victim_survivor.person.name


def step_in_words(step: Step) -> str:
    """Return what is to be done, without its day."""
    if step.what is ComingUp.FORM and step.stage:
        return gettext("%(stage)s form to fill in") % {"stage": label(step.stage)}
    if step.what is ComingUp.FOLLOW_UP and step.stage:
        return gettext("Follow-up at %(stage)s to fill in") % {"stage": label(step.stage)}
    return label(step.what)


def step_tag(step: Step, today: date) -> tuple[str, str]:
    """Return a step with its day, and the colour of its tag."""
    about = {"what": step_in_words(step), "day": date_in_words(step.on)}
    if step.is_overdue(today):
        return gettext("%(what)s: overdue since %(day)s") % about, "red"
    words = gettext("%(what)s by %(day)s") % about
    return words, "orange" if step.is_open(today) else "grey"


def page_of_step(case: IdvaCase, step: Step) -> str:
    """Return the address of the page on which a step is done."""
    if step.stage is not None:
        return reverse("insights:fill", args=[case.pk, step.stage])
    if step.what is ComingUp.PLAN_REVIEW:
        return reverse("insights:plan", args=[case.pk])
    return reverse("insights:engagement", args=[case.pk])


def engagement_tag(state: HerEngagement | None) -> tuple[str, str]:
    """Return how support stands, and the colour of its tag."""
    if state is None:
        return gettext("Not said yet"), "grey"
    return label(state), _COLOURS[state]


_COLOURS = {
    HerEngagement.TRYING: "yellow",
    HerEngagement.ENGAGED: "green",
    HerEngagement.NOT_FOR_NOW: "yellow",
    HerEngagement.NOT_SAFE: "red",
    HerEngagement.ENDED: "grey",
}
