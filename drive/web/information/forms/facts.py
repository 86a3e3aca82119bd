"""The forms about facts."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import InformationSource, ValueStatus, YesNo
from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import (
    FactTopic,
    Independence,
    Reliability,
    SourceRoute,
    WishAnswer,
)
from drive.web.design_system.forms import (
    AnswerField,
    CheckboxesField,
    ConsiderateForm,
    DateField,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    TextField,
    VersionField,
)
from drive.web.information.forms.offered import Pairs, offer
from drive.web.information.rules.sources import (
    LONGEST_REASON,
    LONGEST_STATEMENT,
    speaks_from_her_side,
)

_NOT_SAID = (
    ValueStatus.ASKED_NOT_KNOWN,
    ValueStatus.NOT_ASKED,
    ValueStatus.NOT_CONTACTABLE,
    ValueStatus.DECLINED,
    ValueStatus.WITHHELD_FOR_SAFETY,
)
_HAD_SHE_NOT_SPOKEN = _("Would this be known had she not spoken?")


class CorrectFactForm(ConsiderateForm):
    """What is said of a fact."""

    statement = LongTextField(
        label=_("What is known?"),
        help_text=_("One fact. It lies sealed, and the other side never sees it."),
        missing=_("Write what is known"),
        max_length=LONGEST_STATEMENT,
        rows=4,
    )
    topic = SelectField(label=_("What is it about?"), choices=FactTopic, missing=_("Choose one"))
    source_kind = SelectField(
        label=_("Who said so?"), choices=InformationSource, missing=_("Say who said so")
    )
    agency = SelectField(
        label=_("From what kind of agency?"),
        choices=AgencyType,
        prompt=_("From none"),
        required=False,
        quiet=True,
    )
    route = RadiosField(
        label=_("How did it come to you?"),
        choices=SourceRoute,
        small=True,
        missing=_("Say how it came to you"),
    )
    without_her = RadiosField(
        label=_HAD_SHE_NOT_SPOKEN,
        help_text=_(
            "A police record that came from her call would not. Nothing to choose where she, her "
            "family, her IDVA or a service at her side said so."
        ),
        choices=Independence,
        required=False,
        quiet=True,
    )
    learned_on = DateField(
        label=_("Learned on"), missing=_("Enter the day on which it was learned"),
        may_be_future=False,
    )  # fmt: skip
    reliability = RadiosField(
        label=_("How far can it be relied on?"),
        choices=Reliability,
        small=True,
        missing=_("Choose how far it can be relied on"),
    )
    inferable = AnswerField(
        RadiosField(choices=YesNo, inline=True),
        label=_("Could the service user tell who said so?"),
        help_text=_("Think of what was said, of when, and of who could have known."),
        ask_source=False,
        reasons=(ValueStatus.ASKED_NOT_KNOWN, ValueStatus.NOT_ASKED),
    )
    handling = RadiosField(
        label=_("How may it be used?"),
        choices=HandlingCode,
        small=True,
        initial=HandlingCode.DO_NOT_SHARE,
        missing=_("Choose how it may be used"),
    )
    conditions = LongTextField(
        label=_("Conditions"), max_length=LONGEST_REASON, rows=2, required=False
    )
    seen = VersionField()
    key = IdempotencyKeyField()

    def clean(self) -> dict[str, Any]:
        """Ask whether it would be known without her, wherever somebody else said so."""
        given: dict[str, Any] = super().clean() or {}
        source = given.get("source_kind")
        if source is None or speaks_from_her_side(source, given.get("agency")):
            return given
        if given.get("without_her") is None:
            self.add_error(
                "without_her", ValidationError(_("Say whether it would be known without her"))
            )
        return given


class FactForm(CorrectFactForm):
    """A new fact, and what it was made from."""

    derives_from = CheckboxesField(
        label=_("From which of these facts was it made?"),
        help_text=_("Choose none if it stands by itself."),
        required=False,
        quiet=True,
        small=True,
    )
    seen = None  # type: ignore[assignment]  # nothing was said of it before

    def __init__(self, *args: Any, facts: Pairs, **kwargs: Any) -> None:
        """Offer the facts of the case."""
        super().__init__(*args, **kwargs)
        offer(self, "derives_from", facts)


class ReasonForm(ConsiderateForm):
    """Why something is withdrawn."""

    reason = LongTextField(
        label=_("Why is it withdrawn?"),
        help_text=_("It stays on record with this reason, and nothing rests on it any more."),
        missing=_("Write why it is withdrawn"),
        max_length=LONGEST_REASON,
        rows=3,
    )
    key = IdempotencyKeyField()


class DeriveForm(DriveForm):
    """From which facts a fact was made."""

    derives_from = CheckboxesField(
        label=_("From which of these facts was it made?"),
        missing=_("Choose at least one fact"),
        small=True,
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, facts: Pairs, **kwargs: Any) -> None:
        """Offer the other facts of the case."""
        super().__init__(*args, **kwargs)
        offer(self, "derives_from", facts)


class CorroborateForm(ConsiderateForm):
    """Which other fact says the same, and whether it would had she not spoken."""

    corroborated_by = RadiosField(
        label=_("Which fact says the same?"), missing=_("Choose the fact"), small=True
    )
    independent = RadiosField(
        label=_HAD_SHE_NOT_SPOKEN,
        help_text=_("A police record that came from her call would not."),
        choices=Independence,
        missing=_("Say whether it would be known had she not spoken"),
    )
    why = LongTextField(
        label=_("How do you know?"),
        missing=_("Write how you know"),
        max_length=LONGEST_REASON,
        rows=3,
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, facts: Pairs, **kwargs: Any) -> None:
        """Offer the other facts of the case."""
        super().__init__(*args, **kwargs)
        offer(self, "corroborated_by", facts)


class WishForm(DriveForm):
    """What she wishes for a fact."""

    asked_on = DateField(
        label=_("Asked on"), missing=_("Enter the day on which she was asked"),
        may_be_future=False,
    )  # fmt: skip
    asked_by = TextField(
        label=_("Who asked her?"), missing=_("Write who asked her"), max_length=120
    )
    answer = AnswerField(
        RadiosField(choices=WishAnswer),
        label=_("What does she wish?"),
        ask_source=False,
        reasons=_NOT_SAID,
    )
    words = LongTextField(
        label=_("In her own words"), max_length=LONGEST_REASON, rows=3, required=False
    )
    key = IdempotencyKeyField()
