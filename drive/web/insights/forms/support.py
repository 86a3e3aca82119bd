"""The quick log of the Idva, how support stands, and the safety plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import YesNo
from drive.vocabulary.casework import Channel
from drive.vocabulary.insights import IdvaIntervention
from drive.vocabulary.support import HerEngagement, SupportWith
from drive.vocabulary.work import Direction
from drive.web.design_system.forms import (
    CheckboxesField,
    CheckboxField,
    ConsiderateForm,
    DateField,
    FirstText,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    VersionField,
    WholeNumberField,
)
from drive.web.insights.models import Engagement, SafetyPlan, SupportNote
from drive.web.insights.queries import opened_text
from drive.web.recording.rules import LONGEST_NOTE

_NEXT_TRY = _("When will you try again?")


class SupportForm(ConsiderateForm):
    """A piece of work: the text first, since the telephone is ringing; then what is counted."""

    text = FirstText(
        label=_("What happened"),
        help_text=_("It is sealed, and read on this case only."),
        max_length=LONGEST_NOTE,
        rows=6,
        required=False,
        quiet=True,
    )
    spoke_with = RadiosField(
        label=_("With whom?"), choices=SupportWith, small=True, missing=_("Choose with whom")
    )
    reached = RadiosField(
        label=_("Was she, or whoever you tried, reached?"),
        choices=YesNo,
        inline=True,
        small=True,
        required=False,
    )
    minutes = WholeNumberField(
        label=_("Minutes"), width="3", min_value=1, max_value=999, required=False, quiet=True
    )
    next_try_on = DateField(
        label=_NEXT_TRY,
        help_text=_("Only if you have a day in mind."),
        required=False,
        quiet=True,
    )
    given = CheckboxesField(
        label=_("What support"),
        help_text=_("Choose all that apply. The exit form asks for the same kinds."),
        choices=IdvaIntervention,
        coerce=IdvaIntervention,
        classes="govuk-checkboxes--small drive-columns",
        required=False,
    )
    channel = RadiosField(
        label=_("How"), choices=Channel, inline=True, small=True, missing=_("Choose how")
    )
    direction = RadiosField(
        label=_("Who got in touch?"), choices=Direction, inline=True, small=True, required=False
    )
    happened_on = DateField(
        label=_("When"), missing=_("Enter when it happened"), may_be_future=False
    )
    agency_kind = SelectField(
        label=_("What kind of agency?"),
        choices=AgencyType,
        prompt=_("None"),
        required=False,
        quiet=True,
    )
    key = IdempotencyKeyField()


class AdditionForm(SupportForm):
    """A dated addition to a note."""

    takes_back = CheckboxField(
        label=_("The work of that note was not done so: do not count it"), required=False
    )


@dataclass(frozen=True, kw_only=True)
class Preset:
    """A button that opens the log, and what it fills in."""

    name: str
    text: str
    given: dict[str, Any]


PRESETS = (
    Preset(
        name="spoke",
        text=gettext_noop("Spoke with her"),
        given={"channel": Channel.TELEPHONE, "reached": YesNo.YES},
    ),
    Preset(
        name="tried",
        text=gettext_noop("Tried, not reached"),
        given={
            "channel": Channel.TELEPHONE,
            "reached": YesNo.NO,
            "direction": Direction.OUT,
        },
    ),
    Preset(
        name="agency",
        text=gettext_noop("Agency"),
        given={"spoke_with": SupportWith.AGENCY, "channel": Channel.TELEPHONE},
    ),
    Preset(name="other", text=gettext_noop("Other work"), given={}),
)


def preset_values(name: str) -> dict[str, Any]:
    """Return what the pressed button fills in."""
    return next((each.given for each in PRESETS if each.name == name), {})


def first_values(last: SupportNote | None, *, today: date) -> dict[str, Any]:
    """Return what stands in the log before anything is typed: today, and how it was last time."""
    return {
        "happened_on": today,
        "spoke_with": SupportWith.HER,
        "channel": Channel(last.channel) if last else Channel.TELEPHONE,
    }


class EngagementForm(ConsiderateForm):
    """How support stands from a day on."""

    state = RadiosField(
        label=_("How does support stand?"),
        choices=HerEngagement,
        hints={
            HerEngagement.TRYING: _("You are trying to reach her, or wait for her answer."),
            HerEngagement.NOT_FOR_NOW: _("She does not want support at present."),
            HerEngagement.NOT_SAFE: _("Getting in touch could put her in danger."),
        },
        missing=_("Choose how support stands"),
    )
    since = DateField(label=_("Since when?"), missing=_("Enter since when"), may_be_future=False)
    next_try_on = DateField(
        label=_NEXT_TRY,
        help_text=_("Asked wherever support does not run: she is never lost sight of."),
        required=False,
        quiet=True,
    )
    text = LongTextField(
        label=_("Anything to remember"),
        help_text=_("It is sealed, and read on this case only."),
        max_length=2000,
        rows=3,
        required=False,
        quiet=True,
    )
    seen = VersionField()
    key = IdempotencyKeyField()


def engagement_before(stands: Engagement | None, today: date) -> dict[str, Any]:
    """Return what stands in the form of how support stands, before anything is typed."""
    return {"since": today, "seen": stands.pk if stands else None}


class PlanForm(ConsiderateForm):
    """A version of the safety plan."""

    text = LongTextField(
        label=_("What is agreed, step by step"),
        help_text=_("It is sealed, and read on this case only. Leave out where she lives."),
        max_length=LONGEST_NOTE,
        rows=10,
        missing=_("Write what is agreed"),
    )
    made_with_her = RadiosField(
        label=_("Was it made with her?"),
        choices=YesNo,
        inline=True,
        small=True,
        missing=_("Say whether it was made with her"),
    )
    made_on = DateField(label=_("When?"), missing=_("Enter when"), may_be_future=False)
    review_on = DateField(
        label=_("When is it looked at again?"),
        missing=_("Enter when it is looked at again"),
    )
    seen = VersionField()
    key = IdempotencyKeyField()


def plan_before(stands: SafetyPlan | None, today: date) -> dict[str, Any]:
    """Return what stands in the form of a plan: the words of the version that is renewed."""
    if stands is None:
        return {"made_on": today}
    return {"made_on": today, "text": opened_text(stands), "seen": stands.pk}
