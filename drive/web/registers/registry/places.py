"""Whereabouts, custody, adjustments."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext, gettext_noop

from drive.vocabulary.registers import AdjustmentKind, PlaceKind
from drive.web.casework.models import DriveCase
from drive.web.design_system.presenters import date_in_words, label
from drive.web.registers import forms, models
from drive.web.registers.actions import following
from drive.web.registers.exceptions import NotRecordable
from drive.web.registers.registry.columns import code, day, said, told_by
from drive.web.registers.registry.declaration import Group, Register, always
from drive.web.registers.rules import days
from drive.web.registers.rules.places import looks_like_an_address


def _check_whereabouts(_case: DriveCase, values: Mapping[str, Any], _today: date) -> None:
    for name in ("area", "text"):
        if looks_like_an_address(values[name]):
            raise NotRecordable(
                "There is an address in this. Write the town or the part of it: addresses are "
                "kept apart.",
                field=name,
            )


WHEREABOUTS = Register(
    slug="whereabouts",
    title=gettext_noop("Whereabouts"),
    one=gettext_noop("place"),
    adding=gettext_noop("Say where the service user is"),
    about=gettext_noop(
        "The kind of place and the area, who said so, and when it was last confirmed. No addresses."
    ),
    group=Group.PLACES,
    model=models.Whereabouts,
    form=forms.WhereaboutsForm,
    headline=lambda row: label(PlaceKind(row.kind)),
    columns=(
        code("kind", gettext_noop("Kind of place"), PlaceKind),
        said("area", gettext_noop("Area")),
        told_by(),
    ),
    check=_check_whereabouts,
    after=following.after_whereabouts,
)


def _check_custody(_case: DriveCase, values: Mapping[str, Any], today: date) -> None:
    expected = values["expected_release_on"]
    if expected:
        try:
            days.check_ahead(expected, since=values["happened_on"], today=today)
        except days.ImpossibleDay as problem:
            raise NotRecordable(str(problem), field="expected_release_on") from None


def _from_to(row: models.CustodySpell) -> str:
    begun = gettext("from %s") % date_in_words(row.happened_on)
    return f"{begun} {gettext('to %s') % date_in_words(row.ends_on)}" if row.ends_on else begun


CUSTODY = Register(
    slug="custody",
    title=gettext_noop("Custody"),
    one=gettext_noop("time in custody"),
    adding=gettext_noop("Add time in custody"),
    about=gettext_noop(
        "A release is on your list a fortnight before, and the contact strategy is renewed then."
    ),
    group=Group.PLACES,
    model=models.CustodySpell,
    form=forms.CustodyForm,
    headline=_from_to,
    columns=(
        said("prison", gettext_noop("Prison")),
        day("expected_release_on", gettext_noop("Release expected")),
        day("ends_on", gettext_noop("Released"), none=gettext_noop("Not yet")),
    ),
    check=_check_custody,
    after=following.after_custody,
    is_major=always,
)

ADJUSTMENTS = Register(
    slug="adjustments",
    title=gettext_noop("Adjustments"),
    one=gettext_noop("adjustment"),
    adding=gettext_noop("Add an adjustment"),
    about=gettext_noop("What is done differently so that the service user can take part."),
    group=Group.PLAN,
    model=models.Adjustment,
    form=forms.AdjustmentForm,
    headline=lambda row: label(AdjustmentKind(row.kind)),
    columns=(
        code("kind", gettext_noop("About"), AdjustmentKind),
        said("text", gettext_noop("What is done")),
        day("ends_on", gettext_noop("Until"), none=gettext_noop("Goes on")),
    ),
)
