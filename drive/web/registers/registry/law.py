"""Orders and conditions, breaches, risk events."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext_noop

from drive.vocabulary.casework import ActivityCode, Channel, Intent, WorkMode
from drive.vocabulary.registers import BreachDecision, OrderType, RiskEventKind
from drive.vocabulary.work import LinkedTo
from drive.web.casework.models import DriveCase
from drive.web.design_system.presenters import date_in_words, label
from drive.web.registers import forms, models
from drive.web.registers.actions import following
from drive.web.registers.exceptions import NotRecordable
from drive.web.registers.registry.columns import about, code, day, said
from drive.web.registers.registry.declaration import Group, Register, Work, always
from drive.web.registers.rules.places import looks_like_an_address


def _check_order(_case: DriveCase, values: Mapping[str, Any], _today: date) -> None:
    if looks_like_an_address(values["terms"]):
        raise NotRecordable(
            "There is an address in this. Write ‘an address that the court named’: addresses are "
            "kept apart.",
            field="terms",
        )


ORDERS = Register(
    slug="orders",
    title=gettext_noop("Orders and licence conditions"),
    one=gettext_noop("order or condition"),
    adding=gettext_noop("Add an order or condition"),
    about=gettext_noop("What binds the service user by law, with its terms and its dates."),
    group=Group.LAW,
    model=models.Order,
    form=forms.OrderForm,
    headline=lambda row: label(OrderType(row.kind)),
    name=lambda opened: (
        f"{label(OrderType(opened.row.kind))}, {date_in_words(opened.row.happened_on)}"
    ),
    columns=(
        code("kind", gettext_noop("Kind"), OrderType),
        said("made_by", gettext_noop("Made by")),
        said("terms", gettext_noop("Terms")),
        day("ends_on", gettext_noop("Until"), none=gettext_noop("No end set")),
    ),
    check=_check_order,
    after=following.after_order,
    is_major=always,
)

_NEED_A_REASON = (BreachDecision.RECALL_DECLINED, BreachDecision.NO_ACTION)


def _check_breach(_case: DriveCase, values: Mapping[str, Any], _today: date) -> None:
    informed_on = values["informed_on"]
    if informed_on and informed_on < values["happened_on"]:
        raise NotRecordable("Nobody was informed before it happened.", field="informed_on")
    if values["decision"] in _NEED_A_REASON and not values["reason"].strip():
        raise NotRecordable(
            "Write the reason that was given, or that none was given.", field="reason"
        )


def _breach(row: models.Breach) -> Work | None:
    if row.informed_on is None:
        return None
    return Work(
        code=ActivityCode.DISRUPTION,
        mode=WorkMode.INDIRECT,
        channel=Channel.SYSTEM,
        linked=LinkedTo.ORDER,
        intent=Intent.DISRUPT,
    )


BREACHES = Register(
    slug="breaches",
    title=gettext_noop("Breaches"),
    one=gettext_noop("breach"),
    adding=gettext_noop("Add a breach"),
    about=gettext_noop(
        "What was done against an order, what shows it, and what was decided. A breach of which "
        "the offender manager is informed counts as work."
    ),
    group=Group.LAW,
    model=models.Breach,
    form=forms.BreachForm,
    headline=lambda row: label(BreachDecision(row.decision)),
    columns=(
        about("order", gettext_noop("Of what")),
        said("evidence", gettext_noop("What shows it")),
        day("informed_on", gettext_noop("Offender manager informed"), none=gettext_noop("Not yet")),
        code("decision", gettext_noop("Decision"), BreachDecision),
    ),
    offers={"order": ORDERS},
    works=_breach,
    check=_check_breach,
    is_major=always,
)


def _risk_event(_row: models.RiskEvent) -> Work:
    return Work(
        code=ActivityCode.RISK,
        mode=WorkMode.INDIRECT,
        channel=Channel.SYSTEM,
        linked=LinkedTo.ACTION,
        intent=Intent.SAFETY,
    )


RISK_EVENTS = Register(
    slug="risk-events",
    title=gettext_noop("Risk events"),
    one=gettext_noop("risk event"),
    adding=gettext_noop("Add a risk event"),
    about=gettext_noop(
        "A threat, a breach, a separation, a release, an arrest: what changes a risk overnight, "
        "and what was done about it. It counts as work."
    ),
    group=Group.LAW,
    model=models.RiskEvent,
    form=forms.RiskEventForm,
    headline=lambda row: label(RiskEventKind(row.kind)),
    columns=(
        code("kind", gettext_noop("Event"), RiskEventKind),
        said("text", gettext_noop("What happened")),
        said("action", gettext_noop("What was done")),
    ),
    works=_risk_event,
    after=following.after_risk_event,
    is_major=always,
)
