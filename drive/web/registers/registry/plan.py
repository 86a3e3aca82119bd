"""Levers, institutional advocacy, pathways and their reviews."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext_noop

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import ActivityCode, Channel, WorkMode
from drive.vocabulary.registers import (
    AdvocacyAim,
    AdvocacyResult,
    AdvocacyTechnique,
    LeverType,
    PathwayKind,
    ReviewVerdict,
)
from drive.vocabulary.work import LinkedTo
from drive.web.casework.models import DriveCase
from drive.web.design_system.presenters import date_in_words, label
from drive.web.registers import forms, models
from drive.web.registers.actions import following
from drive.web.registers.exceptions import NotRecordable
from drive.web.registers.registry.columns import about, code, day, said
from drive.web.registers.registry.declaration import Column, Group, Opened, Register, Work, always
from drive.web.registers.rules.levers import lever_class


def _class(opened: Opened) -> str:
    return label(lever_class(LeverType(opened.row.kind)))


def _check_lever(_case: DriveCase, values: Mapping[str, Any], _today: date) -> None:
    compulsory = lever_class(values["kind"]).value == "compulsory"
    if compulsory and not values["wording"].strip():
        raise NotRecordable(
            "Copy the words of what he or she has to do: they are what can be held to.",
            field="wording",
        )


LEVERS = Register(
    slug="levers",
    title=gettext_noop("Levers"),
    one=gettext_noop("lever"),
    adding=gettext_noop("Add a lever"),
    about=gettext_noop(
        "What moves the service user to take part, or holds him or her to it: in its own words, "
        "with its end."
    ),
    group=Group.PLAN,
    model=models.Lever,
    form=forms.LeverForm,
    headline=lambda row: label(LeverType(row.kind)),
    columns=(
        code("kind", gettext_noop("Lever"), LeverType),
        Column(heading=gettext_noop("Class"), show=_class),
        code("agency", gettext_noop("Agency"), AgencyType),
        said("wording", gettext_noop("Wording")),
        day("ends_on", gettext_noop("Until"), none=gettext_noop("No end set")),
    ),
    check=_check_lever,
    after=following.after_lever,
    is_major=always,
)


def _advocacy(row: models.Advocacy) -> Work:
    return Work(
        code=ActivityCode.ADVOCACY,
        mode=WorkMode.INDIRECT,
        channel=Channel.SYSTEM,
        linked=LinkedTo.ACTION,
        intent=row.intent,
        agency_kind=AgencyType(row.agency),
    )


ADVOCACY = Register(
    slug="advocacy",
    title=gettext_noop("Institutional advocacy"),
    one=gettext_noop("piece of advocacy"),
    adding=gettext_noop("Add institutional advocacy"),
    about=gettext_noop(
        "In the narrow sense: changing a decision, a policy or a process that stands, for the "
        "victim-survivor and children. It counts as work."
    ),
    group=Group.PLAN,
    model=models.Advocacy,
    form=forms.AdvocacyForm,
    headline=lambda row: label(AdvocacyAim(row.aim)),
    columns=(
        code("agency", gettext_noop("Agency"), AgencyType),
        code("aim", gettext_noop("To be changed"), AdvocacyAim),
        said("decision", gettext_noop("Decision")),
        code("technique", gettext_noop("How"), AdvocacyTechnique),
        code("result", gettext_noop("Result"), AdvocacyResult),
    ),
    works=_advocacy,
    is_major=lambda row: row.result == AdvocacyResult.CHANGED,
)

PATHWAYS = Register(
    slug="pathways",
    title=gettext_noop("Pathways"),
    one=gettext_noop("pathway"),
    adding=gettext_noop("Add a pathway"),
    about=gettext_noop(
        "Stalking, severe dependency or severe mental illness: such a case is worked in its own "
        "way, and is reviewed."
    ),
    group=Group.PLAN,
    model=models.Pathway,
    form=forms.PathwayForm,
    headline=lambda row: label(PathwayKind(row.kind)),
    name=lambda opened: (
        f"{label(PathwayKind(opened.row.kind))}, {date_in_words(opened.row.happened_on)}"
    ),
    columns=(
        code("kind", gettext_noop("Pathway"), PathwayKind),
        said("text", gettext_noop("Grounds")),
        day("ends_on", gettext_noop("Until"), none=gettext_noop("Goes on")),
    ),
    after=following.after_pathway,
    is_major=always,
)

REVIEWS = Register(
    slug="reviews",
    title=gettext_noop("Reviews of a pathway"),
    one=gettext_noop("review"),
    adding=gettext_noop("Review a pathway"),
    about=gettext_noop(
        "What the practice adviser or the service manager finds. Case managers read it."
    ),
    group=Group.PLAN,
    model=models.PathwayReview,
    form=forms.PathwayReviewForm,
    headline=lambda row: label(ReviewVerdict(row.verdict)),
    columns=(
        about("pathway", gettext_noop("Pathway")),
        code("verdict", gettext_noop("Finding"), ReviewVerdict),
        said("text", gettext_noop("Why")),
    ),
    offers={"pathway": PATHWAYS},
    after=following.after_review,
    is_major=always,
    permission="registers.review",
)
