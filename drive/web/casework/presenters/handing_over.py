"""What whoever takes a case over reads first, on paper too; her side only where asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Protocol

from django.utils.translation import gettext

from drive.vocabulary.strategy import ApprovalState, Consultee, ConsulteeView
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters.contact import contact_in_words
from drive.web.casework.presenters.holds import hold_in_words
from drive.web.casework.presenters.strategies import (
    planned_in_words,
    said_rows,
    stands_in_words,
    voice_rows,
)
from drive.web.casework.queries.clock import clock_start, planned_end
from drive.web.casework.queries.closing import handed_over, handovers_of
from drive.web.casework.queries.contact import contact_states
from drive.web.casework.queries.holds import on_hold
from drive.web.casework.queries.strategies import (
    matrix_of,
    planned_for,
    strategies_of,
    text_in,
    voice_of,
)
from drive.web.design_system.presenters import date_in_words, label, summary_row
from drive.web.tasks.queries import tasks_about

Sections = Iterator[tuple[str, list[dict[str, Any]]]]


class Provider(Protocol):
    """What a room tells whoever takes a case over: titles, and rows of a summary list."""

    def __call__(
        self, case: DriveCase, actor: User, *, with_victim_side: bool, today: date
    ) -> Sections:
        """Return the sections of one case that the actor may read."""


def handover_sections(
    case: DriveCase, actor: User, *, with_victim_side: bool, today: date
) -> Sections:
    """Return the clock, contact, what is due to whom and, with her side, what was told."""
    held = on_hold([case.pk]).get(case.pk)
    on_hold_words = hold_in_words(held, today) if held else gettext("Not on hold")
    contact = contact_states([case], actor)[case.pk]
    yield (
        gettext("Where the work stands"),
        [
            summary_row(gettext("The months count from"), clock_start(case)),
            summary_row(gettext("Planned end"), planned_end(case)),
            summary_row(gettext("Direct work"), on_hold_words),
            summary_row(gettext("Contact"), contact_in_words(contact)),
            summary_row(gettext("Last contact"), contact.last_contact_on),
            summary_row(gettext("Last attempt"), contact.last_attempt_on),
        ],
    )
    due = [
        summary_row(label(TaskKind(task.kind)), _due(task))
        for task in tasks_about(case.pk, actor).order_by("due_on")
    ]
    nothing = [summary_row(gettext("Tasks"), gettext("None is open"))]
    yield gettext("What is due, and who has to do it"), due or nothing
    if with_victim_side:
        for told in handovers_of(case, actor):
            who = f"{told.recorded_by.name}, {date_in_words(told.recorded_at)}"
            yield gettext("Handed over"), [summary_row(who, handed_over(told))]


def _due(task: Any) -> str:
    who = task.user.name if task.user else label(Role(task.role))
    return f"{date_in_words(task.due_on)}: {who}"


def strategy_sections(
    case: DriveCase, actor: User, *, with_victim_side: bool, today: date
) -> Sections:
    """Return the agreed version, or else the latest, with who was consulted and what is planned."""
    versions = list(strategies_of(case, actor))
    version = next(
        (each for each in versions if each.state == ApprovalState.APPROVED),  # type: ignore[attr-defined]
        versions[0] if versions else None,
    )
    plans = [planned_in_words(each) for each in planned_for(case, actor)]
    rows = [summary_row(gettext("Planned"), "; ".join(plans) or gettext("None is recorded"))]
    yield gettext("Planned contact"), rows
    if version is None:
        return
    title = gettext("Contact strategy, version %(number)s: %(stands)s")
    stands = {"number": version.number, "stands": stands_in_words(version, today)}
    yield title % stands, said_rows(version)
    consulted = matrix_of(version, actor)
    yield (
        gettext("Who was consulted"),
        [summary_row(label(row.consultee), _reply(row, with_victim_side)) for row in consulted],
    )
    if with_victim_side:
        yield gettext("The victim-survivor"), voice_rows(voice_of(version, actor))


def _reply(row: Any, with_victim_side: bool) -> str:
    if row.reply is None:
        return gettext("No reply")
    said = label(ConsulteeView(row.reply.view))
    if row.consultee is Consultee.IDVA_LEAD and not with_victim_side:
        return gettext("Replied")
    return f"{said}. {text_in(row.reply)}".strip()
