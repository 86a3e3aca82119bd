"""Support, payments, sessions, what is known beside what he says, and his family."""

from __future__ import annotations

from django.utils.text import Truncator
from django.utils.translation import gettext_noop

from drive.vocabulary.casework import ActivityCode, Channel, WorkMode
from drive.vocabulary.registers import (
    Admission,
    BehaviourMethod,
    DependencyRating,
    FamilyWork,
    SelfReported,
    SupportOutcome,
    SupportType,
)
from drive.vocabulary.strategy import ContactPlace
from drive.vocabulary.work import LinkedTo
from drive.web.design_system.presenters import date_in_words, label
from drive.web.registers import forms, models
from drive.web.registers.registry.columns import about, code, in_words, said, told_by
from drive.web.registers.registry.declaration import Column, Group, Opened, Register, Work, always
from drive.web.registers.rules.money import Pence


def _session(row: models.BehaviourSession) -> Work:
    return Work(
        code=ActivityCode.BEHAVIOUR_CHANGE,
        mode=WorkMode.DIRECT,
        channel=Channel.MEETING,
        linked=LinkedTo.SESSION,
        minutes=row.minutes,
    )


SESSIONS = Register(
    slug="sessions",
    title=gettext_noop("Behaviour-change sessions"),
    one=gettext_noop("behaviour-change session"),
    adding=gettext_noop("Add a session"),
    about=gettext_noop(
        "Face-to-face work aimed at understanding and challenging abuse. It counts as direct work."
    ),
    group=Group.WORK,
    model=models.BehaviourSession,
    form=forms.SessionForm,
    headline=lambda row: f"{label(ContactPlace(row.place))}, {row.minutes} minutes",
    columns=(
        code("place", gettext_noop("Where"), ContactPlace),
        Column(heading=gettext_noop("Minutes"), show=lambda opened: str(opened.row.minutes)),
        code("methods", gettext_noop("Methods"), BehaviourMethod),
        said("response", gettext_noop("Response")),
        said("next_step", gettext_noop("Next")),
    ),
    works=_session,
    is_major=always,
)

KNOWN = Register(
    slug="known",
    title=gettext_noop("What is known"),
    one=gettext_noop("known incident"),
    adding=gettext_noop("Add what is known"),
    about=gettext_noop("Incidents that are known, whoever told them, on the day they happened."),
    group=Group.WORK,
    model=models.KnownIncident,
    form=forms.KnownForm,
    # Who told it is not for a line that may be read over a shoulder.
    headline=lambda _row: "",
    name=lambda opened: (
        f"{date_in_words(opened.row.happened_on)}: {Truncator(opened.words['text']).chars(60)}"
    ),
    columns=(said("text", gettext_noop("What is known")), told_by()),
)

REVISITS = Register(
    slug="revisits",
    title=gettext_noop("What he or she says of it"),
    one=gettext_noop("account"),
    adding=gettext_noop("Add what was said"),
    about=gettext_noop(
        "An incident raised again, and how far the service user owned up to it that day."
    ),
    group=Group.WORK,
    model=models.Revisit,
    form=forms.RevisitForm,
    headline=lambda row: label(Admission(row.admission)),
    columns=(
        about("incident", gettext_noop("Incident")),
        code("admission", gettext_noop("Owned up"), Admission),
        said("text", gettext_noop("What was said")),
    ),
    offers={"incident": KNOWN},
    is_major=lambda row: row.admission == Admission.ADMITTED,
)


def _support(row: models.SupportItem) -> Work:
    direct = row.mode == WorkMode.DIRECT
    return Work(
        code=ActivityCode.SUPPORT_DIRECT if direct else ActivityCode.SUPPORT_INDIRECT,
        mode=WorkMode(row.mode),
        channel=Channel.MEETING if direct else Channel.SYSTEM,
        linked=LinkedTo.SUPPORT,
        intent=row.intent,
    )


SUPPORT = Register(
    slug="support",
    title=gettext_noop("Support"),
    one=gettext_noop("piece of support"),
    adding=gettext_noop("Add support"),
    about=gettext_noop(
        "For a steadier life, with the aim it serves. It counts as work, direct or indirect."
    ),
    group=Group.WORK,
    model=models.SupportItem,
    form=forms.SupportForm,
    headline=lambda row: label(SupportType(row.kind)),
    columns=(
        code("kind", gettext_noop("About"), SupportType),
        code("mode", gettext_noop("Direct or indirect"), WorkMode),
        code("dependency", gettext_noop("Who does it"), DependencyRating),
        code("outcome", gettext_noop("Outcome"), SupportOutcome),
        said("referred_to", gettext_noop("Referred to")),
    ),
    works=_support,
)


def _payment(_row: models.Payment) -> Work:
    return Work(
        code=ActivityCode.SUPPORT_DIRECT,
        mode=WorkMode.DIRECT,
        channel=Channel.MEETING,
        linked=LinkedTo.SUPPORT,
    )


PAYMENTS = Register(
    slug="payments",
    title=gettext_noop("Small payments"),
    one=gettext_noop("payment"),
    adding=gettext_noop("Add a payment"),
    about=gettext_noop("What was paid for the service user. It counts as direct support."),
    group=Group.WORK,
    model=models.Payment,
    form=forms.PaymentForm,
    headline=lambda row: str(Pence(row.pence)),
    columns=(
        Column(heading=gettext_noop("Amount"), show=lambda opened: str(Pence(opened.row.pence))),
        said("purpose", gettext_noop("For what")),
    ),
    works=_payment,
)

_FAMILY_COUNTS = {
    FamilyWork.SHARE: ActivityCode.INFO_SHARED,
    FamilyWork.SUPPORT: ActivityCode.SUPPORT_INDIRECT,
    FamilyWork.SIGNPOST: ActivityCode.SUPPORT_INDIRECT,
}


def _family(row: models.FamilyContact) -> Work:
    return Work(
        code=_FAMILY_COUNTS[FamilyWork(row.kind)],
        mode=WorkMode.INDIRECT,
        channel=Channel.SYSTEM,
        linked=LinkedTo.SUPPORT,
    )


FAMILY = Register(
    slug="family",
    title=gettext_noop("The service user’s family"),
    one=gettext_noop("contact with the family"),
    adding=gettext_noop("Add a contact with the family"),
    about=gettext_noop("What was shared, given, or pointed to. It counts as indirect work."),
    group=Group.WORK,
    model=models.FamilyContact,
    form=forms.FamilyForm,
    headline=lambda row: label(FamilyWork(row.kind)),
    columns=(
        said("relation", gettext_noop("Who")),
        code("kind", gettext_noop("What"), FamilyWork),
        said("text", gettext_noop("More")),
    ),
    works=_family,
)


def _reported(opened: Opened) -> str:
    return in_words(opened.row.outcomes, SelfReported)


SELF_REPORTS = Register(
    slug="own-words",
    title=gettext_noop("What the service user reports at the end"),
    one=gettext_noop("report in his or her own words"),
    adding=gettext_noop("Add what was reported"),
    about=gettext_noop("Asked at closure: what has become better, as the service user sees it."),
    group=Group.WORK,
    model=models.SelfReport,
    form=forms.SelfReportForm,
    headline=lambda row: in_words(row.outcomes, SelfReported) or "Nothing of the list",
    columns=(
        Column(heading=gettext_noop("Reports"), show=_reported),
        said("text", gettext_noop("In his or her words")),
    ),
    is_major=always,
)
