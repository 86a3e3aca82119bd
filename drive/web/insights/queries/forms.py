"""The forms of an Idva case: which versions stand, what they say, and what was begun."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from drive.vocabulary.answers import Answer, known
from drive.vocabulary.insights import InsightsStage
from drive.vocabulary.ratings import Rating
from drive.web.accounts.models import User
from drive.web.core.sealing import unseal_field
from drive.web.insights import rules
from drive.web.insights.models import IdvaCase, InsightsForm
from drive.web.recording.models import Draft
from drive.web.recording.queries import draft_of, drafts_of
from drive.web.recording.rules import (
    DEFINITIONS,
    Asked,
    Definition,
    asked_in,
    definition,
    definition_named,
    in_force,
)
from drive.web.recording.views import Place

SERIES, FOLLOW_UP = "insights", "follow_up"


def standing_forms(forms: Iterable[InsightsForm]) -> list[InsightsForm]:
    """Return those of some forms that no later version replaces."""
    rows = list(forms)
    replaced = {row.supersedes_id for row in rows}
    return [row for row in rows if row.pk not in replaced]


def forms_of(case: IdvaCase) -> list[InsightsForm]:
    """Return the forms of a case that stand, by the day of which they speak."""
    return standing_forms(case.forms.all())


def latest_version(form: InsightsForm) -> InsightsForm:
    """Return the version that stands in the place of a form now."""
    later = InsightsForm.objects.filter(supersedes=form).select_related("recorded_by").first()
    return latest_version(later) if later else form


def versions_of(form: InsightsForm) -> list[InsightsForm]:
    """Return all versions of a form, the latest first."""
    found = [latest_version(form)]
    while found[-1].supersedes is not None:
        found.append(found[-1].supersedes)
    return found


def answers_of(form: InsightsForm) -> dict[str, Answer]:
    """Return the current answers of a form by question, with what she said in her own words."""
    current = form.answers.filter(superseded_by=None)
    answers = {row.question: row.answer for row in current}
    words = {row.question: known(unseal_field(row, "sealed_text")) for row in form.words.all()}
    return answers | words


def ratings_of(form: InsightsForm) -> list[Rating]:
    """Return the ratings of a form."""
    return [row.rating for row in form.ratings.all()]


def definition_of(form: InsightsForm) -> Definition:
    """Return the version of the definition with which a form was filled in."""
    return definition_named(form.form)


def asked_on(form: InsightsForm) -> list[Asked]:
    """Return all that a form asked, and what was answered."""
    sections = definition_of(form).stages[form.stage]
    return asked_in(sections, answers_of(form), ratings_of(form))


def last_form(case: IdvaCase) -> InsightsForm | None:
    """Return the form filled in last."""
    return max(forms_of(case), key=lambda form: form.happened_on, default=None)


def last_ratings(case: IdvaCase) -> list[Rating]:
    """Return what was rated last on a case, to stand beside what is rated now."""
    last = last_form(case)
    return ratings_of(last) if last else []


def follow_up_began() -> date:
    """Return the day from which there is a follow-up at fixed times."""
    return definition(FOLLOW_UP).since or date.max


def place_of(used: Definition, stage: InsightsStage, case: IdvaCase) -> Place:
    """Return where a form is kept until it is submitted.

    The first version keeps its old name, under which something may have been begun.
    """
    first = DEFINITIONS[SERIES, "1"].name
    name = f"{SERIES}/{stage}" if used.name == first else f"{used.name}:{stage}"
    return Place(name, case.pk)


def begun(case: IdvaCase, actor: User) -> dict[InsightsStage, Draft]:
    """Return what somebody has begun of the forms of a case and not submitted, by stage."""
    places = {
        place_of(used, InsightsStage(stage), case).form: InsightsStage(stage)
        for used in DEFINITIONS.values()
        if used.form in (SERIES, FOLLOW_UP)
        for stage in used.stages
    }
    rows = drafts_of(actor).filter(subject=str(case.pk), form__in=list(places))
    return {places[row.form]: row for row in rows}


def definition_to_fill(
    case: IdvaCase, stage: InsightsStage, actor: User, today: date
) -> Definition:
    """Return the version by which a form is filled in: the one under which it was begun, if any."""
    form = FOLLOW_UP if rules.is_follow_up(stage) else SERIES
    versions = [each for each in DEFINITIONS.values() if each.form == form and each.since]
    for used in versions:
        place = place_of(used, stage, case)
        if draft_of(actor, form=place.form, subject=place.subject):
            return used
    return in_force(versions, today)
