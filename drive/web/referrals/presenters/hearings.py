"""Words and component parameters of the pages of hearings."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from drive.vocabulary.question import Question
from drive.vocabulary.questions import CORE_DATA
from drive.web.core.dates import in_words
from drive.web.design_system.presenters import (
    answer_in_words,
    date_in_words,
    label,
    summary_row,
    table_rows,
    time_in_words,
)
from drive.web.people.models import Person
from drive.web.referrals.models import CoreAnswer, MaracHearing
from drive.web.referrals.presenters.parts import link, tag


def hearings_table(hearings: Iterable[MaracHearing]) -> dict[str, Any]:
    """Return the table of hearings."""
    rows = [
        [
            link(
                f"{hearing.dyad.perpetrator.person.name}",
                reverse("referrals:hearing", args=[hearing.pk]),
            ),
            hearing.dyad.victim_survivor.person.name,
            hearing.meeting.held_on,
            hearing.meeting.marac.name,
            tag(_("Repeat"), "govuk-tag--blue") if hearing.is_repeat else "",
        ]
        for hearing in hearings
    ]
    return {
        "caption": _("Hearings"),
        "hide_caption": True,
        "head": [
            _("Perpetrator"),
            _("Victim-survivor"),
            _("Heard on"),
            _("Marac"),
            _("Repeat"),
        ],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def hearing_rows(hearing: MaracHearing) -> list[dict[str, Any]]:
    """Return the summary of a hearing: who, when, where."""
    rows = [
        summary_row(_("Marac"), f"{hearing.meeting.marac.name}, {hearing.site.name}"),
        summary_row(_("Heard on"), hearing.meeting.held_on),
        summary_row(_("Repeat hearing"), hearing.is_repeat),
        summary_row(_("Referred by"), hearing.referred_by or _("Not recorded")),
    ]
    rows += [
        summary_row(_("Perpetrator"), _name_and_birth(hearing.dyad.perpetrator.person)),
        summary_row(_("Victim-survivor"), _name_and_birth(hearing.dyad.victim_survivor.person)),
        summary_row(_("Recorded"), time_in_words(hearing.recorded_at)),
    ]
    return rows


def _name_and_birth(person: Person) -> str:
    born = in_words(person.date_of_birth) if person.date_of_birth else _("not known")
    return _("%(name)s, born %(born)s") % {"name": person.name, "born": born}


def core_data_table(answers: Mapping[str, CoreAnswer]) -> dict[str, Any]:
    """Return the core data of a hearing: value or reason, who said so, when it was true."""
    rows = [_question_row(question, answers.get(question.key)) for question in CORE_DATA]
    return {
        "caption": _("Core data"),
        "head": [_("Question"), _("Answer, or why there is none"), _("Who said so"), _("True on")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def _question_row(question: Question, row: CoreAnswer | None) -> list[Any]:
    asked = _(question.label)
    if row is None:
        return [asked, _("Not recorded"), "", ""]
    said = answer_in_words(row.answer, question.words)
    if row.source_label:
        said = f"{said} (“{row.source_label}”)"
    source = label(row.answer.source) if row.answer.source else ""
    return [asked, said, source, date_in_words(row.as_of) if row.as_of else ""]
