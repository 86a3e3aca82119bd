"""The forms of adjudication: a round, looking a narrative over, and rating it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.abuse import SEVERITY_DEFINITIONS, AbuseType, Severity
from drive.vocabulary.adjudication import NarrativeState
from drive.vocabulary.answers import Answer, ValueStatus, YesNo, known, unknown
from drive.vocabulary.ratings import Rating
from drive.web.accounts.forms import offer
from drive.web.accounts.models import User
from drive.web.design_system.forms import (
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    VersionField,
    WholeNumberField,
)

SMALLEST, LARGEST = 2, 200
CANNOT_TELL = "cannot_tell"
"""A choice of the page alone: it is kept as asked, not known."""


class RoundForm(DriveForm):
    """How many narratives, and who rates them."""

    size = WholeNumberField(
        label=_("How many narratives?"),
        help_text=_("Half of each arm. Where an arm has fewer, fewer of both are drawn."),
        missing=_("Enter how many narratives"),
        min_value=SMALLEST,
        max_value=LARGEST,
        width="4",
    )
    first = SelectField(label=_("First adjudicator"), missing=_("Choose the first adjudicator"))
    second = SelectField(label=_("Second adjudicator"), missing=_("Choose the second adjudicator"))
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = list(people)
        offer(self.fields["first"], offered)
        offer(self.fields["second"], offered)


class LookOverForm(DriveForm):
    """What else is to be taken out, and whether the rest may be rated."""

    passages = LongTextField(
        label=_("What else must not be read?"),
        help_text=_(
            "Copy it from the text above, each passage on a line of its own: a place, a workplace, "
            "a friend’s name, anything by which somebody could know her, or the arm, or the time. "
            "It is taken out wherever it stands. Nothing can be put back."
        ),
        required=False,
        max_length=4000,
        rows=4,
    )
    state = RadiosField(
        label=_("May two people who do not know her read the rest?"),
        choices=[
            (NarrativeState.CLEARED.value, _("Yes, it may be rated")),
            (NarrativeState.KEPT_OUT.value, _("No, keep it out")),
        ],
        coerce=NarrativeState,
        missing=_("Say whether the rest may be read"),
    )
    seen = VersionField()
    key = IdempotencyKeyField()


class RatingForm(DriveForm):
    """Each type of abuse as the text tells it: whether there was any, and how severe."""

    key = IdempotencyKeyField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in AbuseType:
            self.fields[f"used_{kind}"] = _used(kind)
            self.fields[f"severity_{kind}"] = _severity(kind)

    def clean(self) -> dict[str, Any]:
        """Ask for a level where there was abuse, and for none where there was not."""
        given: dict[str, Any] = super().clean() or {}
        for kind in AbuseType:
            used, severity = given.get(f"used_{kind}"), given.get(f"severity_{kind}")
            if used == YesNo.YES and severity is None:
                self.add_error(f"severity_{kind}", gettext("Choose how severe, or cannot be told"))
            if used == YesNo.NO and severity not in (None, Severity.NONE):
                self.add_error(
                    f"severity_{kind}", gettext("You said that there was none: choose none")
                )
        return given

    @property
    def ratings(self) -> list[Rating]:
        """The ratings of a valid form."""
        return [
            Rating(
                abuse_type=kind,
                used=_answer(self.cleaned_data[f"used_{kind}"]),
                severity=_answer(self._level(kind)),
            )
            for kind in AbuseType
        ]

    def _level(self, kind: AbuseType) -> str:
        none_said = Severity.NONE if self.cleaned_data[f"used_{kind}"] == YesNo.NO else CANNOT_TELL
        return self.cleaned_data[f"severity_{kind}"] or none_said


def _used(kind: AbuseType) -> RadiosField:
    return RadiosField(
        label=_("%(kind)s: does the text tell of any?") % {"kind": gettext(kind.label)},
        choices=[*_pairs(YesNo), _cannot_tell()],
        coerce=str,
        inline=True,
        missing=_("Choose yes, no, or cannot be told"),
    )


def _severity(kind: AbuseType) -> RadiosField:
    return RadiosField(
        label=_("%(kind)s: how severe?") % {"kind": gettext(kind.label)},
        help_text=_("Leave it blank if there was none, or if even that cannot be told."),
        choices=[*_pairs(Severity), _cannot_tell()],
        hints={level.value: text for level, text in SEVERITY_DEFINITIONS[kind].items()},
        coerce=str,
        required=False,
    )


def _pairs(words: type[YesNo] | type[Severity]) -> list[tuple[str, str]]:
    return [(value, gettext(text)) for value, text in words.choices()]


def _cannot_tell() -> tuple[str, Any]:
    return CANNOT_TELL, _("Cannot be told from this text")


def _answer(chosen: str) -> Answer:
    return unknown(ValueStatus.ASKED_NOT_KNOWN) if chosen == CANNOT_TELL else known(chosen)
