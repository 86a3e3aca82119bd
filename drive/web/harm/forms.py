"""The forms about serious events. They are the same whoever fills them in, and in both arms."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.harm import Harmed, Relatedness, SeriousEventKind
from drive.web.core.dates import LONDON
from drive.web.design_system.forms import (
    AnswerField,
    ConsiderateForm,
    DateField,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    TextField,
)
from drive.web.harm.rules import LONGEST_ACCOUNT, TimeProblem, moment_of

_KINDS = {
    SeriousEventKind.NEAR_FATAL: _("Such as strangulation, stabbing, or intensive care."),
    SeriousEventKind.SERIOUS_INJURY: _("Such as a broken bone, a head wound, a lost pregnancy."),
    SeriousEventKind.CHILD_REMOVAL: _("By a court, the police or children’s social care."),
    SeriousEventKind.LEAK: _(
        "He learned of something that was to be kept from him: an address, a safety plan, who "
        "said what."
    ),
}

_NO_DAY = (ValueStatus.ASKED_NOT_KNOWN, ValueStatus.NOT_ASKED, ValueStatus.REQUESTED)


class EventForm(ConsiderateForm):
    """A serious event. It never asks of an arm."""

    kind = RadiosField(
        label=_("What happened?"),
        choices=SeriousEventKind,
        hints=_KINDS,
        missing=_("Say what happened"),
    )
    harmed = RadiosField(
        label=_("Who was harmed?"),
        help_text=_(
            "One report for each person. If information reached him, whose information it was."
        ),
        choices=Harmed,
        hints={Harmed.SOMEBODY_ELSE: _("Such as a new partner, a relative, or staff.")},
        missing=_("Say who was harmed"),
    )
    happened = AnswerField(
        DateField(may_be_future=False),
        label=_("On which day did it happen?"),
        ask_source=False,
        reasons=_NO_DAY,
    )
    known_on = DateField(
        label=_("On which day did somebody of the service or the study first know?"),
        help_text=_("Whoever it was: the 24 hours begin then, not when you read of it."),
        missing=_("Enter the day on which somebody first knew"),
        may_be_future=False,
    )
    known_time = TextField(
        label=_("At what time?"),
        help_text=_("For example, 14:05 or 2:05pm. If in doubt, the earliest that it may be."),
        missing=_("Enter the time at which somebody first knew"),
        width="10",
        max_length=20,
    )
    account = LongTextField(
        label=_("What is known of it?"),
        help_text=_(
            "It is sealed. You can read it; so can the service manager of the site, if the "
            "perpetrator works with Drive. The monitor reads nothing of it."
        ),
        missing=_("Write what happened"),
        max_length=LONGEST_ACCOUNT,
        rows=6,
    )
    key = IdempotencyKeyField()

    def clean(self) -> dict[str, Any]:
        """Put the day and the time together."""
        given: dict[str, Any] = super().clean() or {}
        day, text = given.get("known_on"), given.get("known_time")
        if day and text:
            try:
                given["known_at"] = moment_of(day, text)
            except TimeProblem as problem:
                self.add_error("known_time", ValidationError(str(problem)))
        return given


class TakeBackForm(ConsiderateForm):
    """Why a report is taken back."""

    reason = LongTextField(
        label=_("Why is the report taken back?"),
        help_text=_("Such as: it was about somebody else, or it did not happen."),
        missing=_("Write why the report is taken back"),
        max_length=1000,
        rows=3,
    )
    key = IdempotencyKeyField()


class JudgeForm(DriveForm):
    """Whether Drive or the study may have had a part in it."""

    relatedness = RadiosField(
        label=_("May the work of Drive, or the study itself, have had a part in it?"),
        help_text=_("Judge by what is known today. A later judgement takes the place of this one."),
        choices=[(each.value, each.label) for each in Relatedness if each != "not_judged"],
        coerce=Relatedness,
        missing=_("Choose how far it is related"),
    )
    key = IdempotencyKeyField()


def typed_time(moment: datetime) -> str:
    """Return the time of day of a moment, as the form takes it."""
    return f"{moment.astimezone(LONDON):%H:%M}"
