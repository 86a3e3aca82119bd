"""What the registers tell whoever takes a case over, on paper; her side only where asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext

from drive.vocabulary.registers import AdvocacyResult, ChildStatus, SupportOutcome
from drive.web.accounts.models import User
from drive.web.accounts.policy import may
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters.handing_over import Sections
from drive.web.design_system.presenters import date_in_words, label, summary_row
from drive.web.registers.presenters.entries import facts
from drive.web.registers.queries.children import ChildNow, children_now
from drive.web.registers.queries.entries import lasting, standing
from drive.web.registers.queries.words import opened
from drive.web.registers.registry import children, law, places, plan, work
from drive.web.registers.registry.declaration import Opened, Register

LATEST = 5
"""So many of what keeps happening are printed; the timeline has them all."""

Chosen = Callable[[Register, DriveCase, User, date], QuerySet[Any]]


def _every(register: Register, case: DriveCase, actor: User, _today: date) -> QuerySet[Any]:
    return standing(register, case, actor)


def _waiting(register: Register, case: DriveCase, actor: User, _today: date) -> QuerySet[Any]:
    return standing(register, case, actor).filter(result=AdvocacyResult.WAITING)


def _under_way(register: Register, case: DriveCase, actor: User, _today: date) -> QuerySet[Any]:
    return standing(register, case, actor).filter(outcome=SupportOutcome.UNDER_WAY)


_PRINTED: tuple[tuple[Register, Chosen, int | None], ...] = (
    (plan.LEVERS, lasting, None),
    (law.ORDERS, lasting, None),
    (law.BREACHES, _every, LATEST),
    (law.RISK_EVENTS, _every, LATEST),
    (plan.PATHWAYS, lasting, None),
    (plan.ADVOCACY, _waiting, None),
    (places.WHEREABOUTS, _every, 1),
    (places.CUSTODY, lasting, None),
    (work.SUPPORT, _under_way, None),
    (places.ADJUSTMENTS, lasting, None),
)
"""What is printed of each register, and how many of it at most."""


def handover_sections(
    case: DriveCase, actor: User, *, with_victim_side: bool, today: date
) -> Sections:
    """Return what binds and moves the service user now, where he is, the children, the support."""
    if not may(actor, "registers.view"):
        return
    empty: list[str] = []
    for register, chosen, most in _PRINTED:
        rows = opened(register, chosen(register, case, actor, today), actor)
        printed = [each for each in rows if with_victim_side or not each.victim_side][:most]
        if printed:
            yield gettext(register.title), [_in_full(register, each) for each in printed]
        else:
            empty.append(gettext(register.title))
    named = _children(children_now(case, actor), with_victim_side=with_victim_side)
    if named:
        yield gettext(children.CHILDREN.title), named
    else:
        empty.append(gettext(children.CHILDREN.title))
    if empty:
        nothing = summary_row(gettext("Nothing is printed of"), "; ".join(empty))
        yield gettext("The other registers"), [nothing]


def _in_full(register: Register, entry: Opened) -> dict[str, Any]:
    headline = register.headline(entry.row) or register.one_named
    return summary_row(headline, _lines(_said(register, entry)))


def _said(register: Register, entry: Opened) -> Iterator[Any]:
    for row in facts(register, entry):
        asked, value = row["key"]["text"], row["value"]
        after = " " if asked.endswith("?") else ": "
        yield format_html("{}{}{}", asked, after, value.get("html", value.get("text", "")))


def _lines(said: Iterable[Any]) -> Any:
    return format_html_join("", "<div>{}</div>", ((each,) for each in said))


def _children(found: Iterable[ChildNow], *, with_victim_side: bool) -> list[dict[str, Any]]:
    return [
        summary_row(each.child.words["label"], _lines(_child(each, with_victim_side)))
        for each in found
        if with_victim_side or not each.child.victim_side
    ]


def _child(each: ChildNow, with_victim_side: bool) -> Iterator[Any]:
    status = each.status
    if status and (with_victim_side or not status.sealed_text):
        since = gettext("since %s") % date_in_words(status.happened_on)
        yield f"{label(ChildStatus(status.status))}, {since}"
    yield from _said(children.CHILDREN, each.child)
