"""A case on paper: the parts that were chosen, without her side unless that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext

from drive.vocabulary.answers import Answer, ValueStatus, unknown
from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.ratings import Rating
from drive.web.accounts.models import User
from drive.web.assessments.presenters import sections_of
from drive.web.assessments.queries import Content, assessments_of, content_of, sections_in
from drive.web.case_record.presenters.overview import facts
from drive.web.case_record.presenters.people import perpetrator_rows, worker_rows
from drive.web.case_record.presenters.timeline import items, timeline
from drive.web.case_record.rules import PrintedPart
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters import contact_rows, handing_over, reason_rows
from drive.web.casework.queries import contacts_with, reasons_on, state_of
from drive.web.casework.rules import SEALED_INFORMANTS
from drive.web.design_system.presenters import label, time_in_words
from drive.web.registers.presenters import handing_over as registers


@dataclass(frozen=True, kw_only=True)
class Part:
    """A heading and what stands under it: rows of a list, a table, or entries of a timeline."""

    title: str
    rows: list[dict[str, Any]] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    table: list[list[dict[str, Any]]] = field(default_factory=list)
    entries: list[dict[str, Any]] = field(default_factory=list)


def sections(
    case: DriveCase,
    actor: User,
    parts: Iterable[PrintedPart],
    *,
    with_victim_side: bool,
    today: date,
) -> list[Part]:
    """Return the parts of a case that were chosen, in their usual order."""
    chosen = set(parts)
    made: list[Part] = []
    for part in PrintedPart:
        if part in chosen:
            made += _PRINTED[part](case, actor, with_victim_side, today)
    return made


def watermark(by: User, moment: datetime) -> str:
    """Return what stands on each sheet: who printed it, and when."""
    return gettext("Printed by %(name)s, %(moment)s") % {
        "name": by.name,
        "moment": time_in_words(moment),
    }


def _case(case: DriveCase, actor: User, with_victim_side: bool, today: date) -> list[Part]:
    del actor, with_victim_side
    since = case.state_changes.order_by("-sequence")[0].happened_on
    return [
        Part(title=gettext("The case"), rows=facts(case, state=state_of(case), since=since)),
        Part(title=gettext("Service user"), rows=perpetrator_rows(case, today)),
        Part(title=gettext("Who holds the case"), rows=worker_rows(case, may_assign=False)),
    ]


def _contact(case: DriveCase, actor: User, with_victim_side: bool, today: date) -> list[Part]:
    del with_victim_side, today
    return [
        Part(
            title=gettext("Contacts and attempts"),
            head=[gettext("When"), gettext("How"), gettext("Outcome"), gettext("Recorded by")],
            table=contact_rows(contacts_with(case, actor)),
        ),
        Part(
            title=gettext("Why there was no contact"),
            head=[
                gettext("Point"),
                gettext("Reason"),
                gettext("What stands behind it"),
                gettext("Recorded on"),
            ],
            table=reason_rows(reasons_on(case, actor)),
        ),
    ]


def _strategy(case: DriveCase, actor: User, with_victim_side: bool, today: date) -> list[Part]:
    made = handing_over.strategy_sections(
        case, actor, with_victim_side=with_victim_side, today=today
    )
    return [Part(title=title, rows=rows) for title, rows in made]


def _handover(case: DriveCase, actor: User, with_victim_side: bool, today: date) -> list[Part]:
    made = [
        section
        for provider in HANDOVER_PROVIDERS
        for section in provider(case, actor, with_victim_side=with_victim_side, today=today)
    ]
    return [Part(title=title, rows=rows) for title, rows in made]


HANDOVER_PROVIDERS: tuple[handing_over.Provider, ...] = (
    handing_over.handover_sections,
    registers.handover_sections,
)
"""What each room tells whoever takes a case over; a room above casework adds its own here."""


def _assessments(case: DriveCase, actor: User, with_victim_side: bool, today: date) -> list[Part]:
    del today
    return [
        Part(title=f"{label(AssessmentPoint(point))}: {section['title']}", rows=section["rows"])
        for point, made in assessments_of(case, actor).items()
        for whole in [content_of(made)]
        for section in sections_of(
            sections_in(made, whole), whole if with_victim_side else without_her_side(whole), {}
        )
    ]


def without_her_side(content: Content) -> Content:
    """Return what an assessment says without the answers that came from her side.

    A rating that names nobody may have come from her, so it is withheld too.
    """
    return Content(
        answers={
            name: _withheld() if answer.source in SEALED_INFORMANTS else answer
            for name, answer in content.answers.items()
        },
        ratings=[
            rating
            if rating.used.source and rating.used.source not in SEALED_INFORMANTS
            else Rating(
                abuse_type=rating.abuse_type,
                used=_withheld(),
                severity=_withheld(),
                towards=rating.towards,
            )
            for rating in content.ratings
        ],
    )


def _withheld() -> Answer:
    return unknown(ValueStatus.WITHHELD_FOR_SAFETY)


def _timeline(case: DriveCase, actor: User, with_victim_side: bool, today: date) -> list[Part]:
    del today
    entries = [
        entry for entry in timeline(case, actor) if with_victim_side or not entry.victim_side
    ]
    return [Part(title=gettext("Timeline"), entries=items(entries))]


_PRINTED: dict[PrintedPart, Callable[[DriveCase, User, bool, date], list[Part]]] = {
    PrintedPart.CASE: _case,
    PrintedPart.CONTACT: _contact,
    PrintedPart.STRATEGY: _strategy,
    PrintedPart.HANDOVER: _handover,
    PrintedPart.ASSESSMENTS: _assessments,
    PrintedPart.TIMELINE: _timeline,
}
