"""The forms about what crosses the wall, and the joint chronology."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import FactTopic
from drive.web.design_system.forms import (
    CheckboxesField,
    ConsiderateForm,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    YesNoField,
)
from drive.web.information.forms.offered import Pairs, offer
from drive.web.information.rules.sources import LONGEST_REASON, LONGEST_STATEMENT


class ReleaseForm(ConsiderateForm):
    """A summary for the other side."""

    receiver = RadiosField(label=_("To whom?"), missing=_("Choose to whom"))
    facts = CheckboxesField(
        label=_("On which facts does it rest?"),
        help_text=_("The other side sees none of them, and not how many there are."),
        missing=_("Choose the facts that the summary rests on"),
        small=True,
    )
    text = LongTextField(
        label=_("Summary"),
        help_text=_("All that the other side will read. Leave out what it does not need."),
        missing=_("Write the summary"),
        max_length=LONGEST_STATEMENT,
        rows=4,
    )
    topic = SelectField(label=_("What is it about?"), choices=FactTopic, missing=_("Choose one"))
    purpose = LongTextField(
        label=_("What for?"),
        help_text=_("What it may be used for, and what not."),
        missing=_("Write what it is released for"),
        max_length=LONGEST_REASON,
        rows=2,
    )
    handling = RadiosField(
        label=_("How may it be used?"),
        choices=HandlingCode,
        small=True,
        initial=HandlingCode.NOT_TO_SERVICE_USER,
        missing=_("Choose how it may be used"),
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, facts: Pairs, receivers: Pairs, **kwargs: Any) -> None:
        """Offer the facts of the case, and who stands at the other side."""
        super().__init__(*args, **kwargs)
        offer(self, "facts", facts)
        offer(self, "receiver", receivers)


class ReleaseEventsForm(DriveForm):
    """Which events the other side sees."""

    receiver = RadiosField(label=_("To whom?"), missing=_("Choose to whom"))
    events = CheckboxesField(
        label=_("Which events?"), missing=_("Choose at least one event"), small=True
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, events: Pairs, receivers: Pairs, **kwargs: Any) -> None:
        """Offer the events of the case, and who stands at the other side."""
        super().__init__(*args, **kwargs)
        offer(self, "events", events)
        offer(self, "receiver", receivers)


class QuietForm(ConsiderateForm):
    """What was done since both are out of contact."""

    text = LongTextField(
        label=_("What was done?"),
        help_text=_("Whom you rang, and what you found. It lies sealed."),
        missing=_("Write what was done"),
        max_length=LONGEST_REASON,
        rows=4,
    )
    tell_case_manager = YesNoField(
        label=_("May the case manager see that she is out of contact?"),
        help_text=_("Until somebody says yes, the case manager sees the service user’s side only."),
        missing=_("Say whether the case manager may see it"),
    )
    key = IdempotencyKeyField()
