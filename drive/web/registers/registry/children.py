"""Children, what they are to children's social care, and what was done for them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext, gettext_noop

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import ActivityCode, Channel, Intent, WorkMode
from drive.vocabulary.registers import ChildDecision, ChildEventKind, ChildStatus
from drive.vocabulary.work import LinkedTo
from drive.web.casework.models import DriveCase
from drive.web.design_system.presenters import label
from drive.web.registers import forms, models
from drive.web.registers.actions import following
from drive.web.registers.exceptions import NotRecordable
from drive.web.registers.registry.columns import about, code, day, said
from drive.web.registers.registry.declaration import Column, Group, Opened, Register, Work, always


def _born(opened: Opened) -> str:
    return str(opened.row.born_in) if opened.row.born_in else gettext("Not recorded")


CHILDREN = Register(
    slug="children",
    title=gettext_noop("Children"),
    one=gettext_noop("child"),
    adding=gettext_noop("Add a child"),
    about=gettext_noop("Every child whom the abuse touches, by initials or a short name."),
    group=Group.CHILDREN,
    model=models.Child,
    form=forms.ChildForm,
    headline=lambda row: f"born in {row.born_in}" if row.born_in else "age not recorded",
    name=lambda opened: opened.words["label"],
    columns=(
        said("label", gettext_noop("Child")),
        Column(heading=gettext_noop("Born in"), show=_born),
        said("school", gettext_noop("School")),
    ),
)

STATUSES = Register(
    slug="child-statuses",
    title=gettext_noop("Status of children"),
    one=gettext_noop("status of a child"),
    adding=gettext_noop("Add the status of a child"),
    about=gettext_noop("What a child is to children’s social care, from which day on."),
    group=Group.CHILDREN,
    model=models.ChildStatusChange,
    form=forms.ChildStatusForm,
    headline=lambda row: label(ChildStatus(row.status)),
    columns=(
        about("child", gettext_noop("Child")),
        code("status", gettext_noop("Status"), ChildStatus),
        said("text", gettext_noop("More")),
    ),
    offers={"child": CHILDREN},
    is_major=always,
)


def _check_event(_case: DriveCase, values: Mapping[str, Any], _today: date) -> None:
    decided_on = values["decided_on"]
    if decided_on and decided_on < values["happened_on"]:
        raise NotRecordable("Nothing was decided before it was asked.", field="decided_on")


def _event(row: models.ChildEvent) -> Work:
    return Work(
        code=ActivityCode.CHILD_SAFEGUARDING,
        mode=WorkMode.INDIRECT,
        channel=Channel.MEETING if row.kind == ChildEventKind.CORE_GROUP else Channel.SYSTEM,
        linked=LinkedTo.CHILD,
        intent=Intent.SAFETY,
        agency_kind=AgencyType.CSC,
    )


EVENTS = Register(
    slug="child-events",
    title=gettext_noop("Done for children"),
    one=gettext_noop("event about a child"),
    adding=gettext_noop("Add what was done for a child"),
    about=gettext_noop(
        "Referrals and what was decided, reports, meetings, requests for contact. It counts as "
        "child safeguarding."
    ),
    group=Group.CHILDREN,
    model=models.ChildEvent,
    form=forms.ChildEventForm,
    headline=lambda row: label(ChildEventKind(row.kind)),
    columns=(
        about("child", gettext_noop("Child")),
        code("kind", gettext_noop("What"), ChildEventKind),
        code("decision", gettext_noop("Decision"), ChildDecision),
        day("decided_on", gettext_noop("Decided on")),
    ),
    offers={"child": CHILDREN},
    works=_event,
    check=_check_event,
    after=following.after_child_event,
    is_major=lambda row: row.kind in {ChildEventKind.REFERRAL, ChildEventKind.ABUSE_LEFT_OUT},
)
