"""The forms of what is to leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import SEEN_BY_HIM, Use
from drive.vocabulary.outbound import (
    HIS_SIDE,
    LeakRoute,
    OutgoingChannel,
    ReachedHim,
    RecipientKind,
)
from drive.web.design_system.forms import (
    CheckboxesField,
    ConsiderateForm,
    DateField,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    TextField,
)
from drive.web.design_system.presenters import date_in_words
from drive.web.information.models import FactVersion
from drive.web.information.presenters.known import choices as fact_choices
from drive.web.outbound.models import Outgoing
from drive.web.outbound.queries.offered import Offered
from drive.web.people.models import Dyad

LONGEST = 20_000


class WriteForm(ConsiderateForm):
    """What is to leave: to whom, where, by which way, what for, and the words."""

    to = RadiosField(
        label=_("Who is it for?"),
        choices=RecipientKind,
        hints={kind: _("What you write reaches the service user.") for kind in HIS_SIDE},
        missing=_("Choose who it is for"),
        small=True,
    )
    agency = SelectField(
        label=_("Which agency?"), required=False, prompt=_("None of these"), choices=()
    )
    name = TextField(label=_("Name"), missing=_("Write who it is for"), max_length=120)
    channel = RadiosField(
        label=_("How does it go?"),
        choices=OutgoingChannel,
        missing=_("Choose how it goes"),
        small=True,
    )
    address = LongTextField(
        label=_("Where does it go?"),
        help_text=_("The postal address, the e-mail address or the telephone number."),
        missing=_("Write where it goes"),
        max_length=500,
        rows=4,
    )
    address_again = LongTextField(
        label=_("The same once more"),
        help_text=_("Type it again where nothing was sent before. Do not copy it."),
        required=False,
        max_length=500,
        rows=4,
    )
    use = RadiosField(
        label=_("What is it for?"),
        choices=Use,
        missing=_("Choose what it is for"),
        small=True,
    )
    handling = RadiosField(
        label=_("How may they use it?"),
        choices=HandlingCode,
        missing=_("Choose how they may use it"),
        small=True,
    )
    body = LongTextField(
        label=_("Text"),
        help_text=_("Words of confidentiality and the mark of the copy are added."),
        missing=_("Write the text"),
        max_length=LONGEST,
        rows=12,
    )
    facts = CheckboxesField(
        label=_("On which facts does it rest?"),
        help_text=_("Choose every fact that stands in it, or that could be known from it."),
        required=False,
        choices=(),
        small=True,
    )
    encloses = CheckboxesField(
        label=_("Documents that go with it"), required=False, choices=(), small=True
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, offered: Offered, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = [  # type: ignore[attr-defined]
            *((str(each.pk), each.name) for each in offered.agencies),
        ]
        self._agencies = {str(each.pk): each for each in offered.agencies}
        self._documents = {str(each.document_id): each.document for each in offered.documents}
        self._facts = {str(each.fact_id): each.fact for each in offered.facts}
        titles = [(str(each.document_id), each.title) for each in offered.documents]
        self._offer("encloses", titles)
        self._offer("facts", fact_choices(offered.facts))

    def _offer(self, field: str, choices: Sequence[tuple[str, str]]) -> None:
        if choices:
            self.fields[field].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields[field]

    def clean(self) -> dict[str, Any]:
        """Hold who it is for and what it is for together."""
        given: dict[str, Any] = super().clean() or {}
        to, agency = given.get("to"), given.get("agency")
        given["agency"] = self._agencies.get(agency or "")
        given["encloses"] = [self._documents[key] for key in given.get("encloses") or ()]
        given["facts"] = [self._facts[key] for key in given.get("facts") or ()]
        if agency and to is not None and to not in (RecipientKind.AGENCY, RecipientKind.COURT):
            self.add_error("agency", _("Choose an agency only where it is for an agency"))
        if to in HIS_SIDE and given.get("use") and given["use"] not in SEEN_BY_HIM:
            self.add_error("use", _("What reaches the service user protects nobody: choose again"))
        return given


class SendForm(ConsiderateForm):
    """That it is sent, and why, where the gate warns."""

    reason = LongTextField(
        label=_("Why does it go although the gate warns?"),
        help_text=_("Needed only where it says “Look again” above."),
        required=False,
        max_length=1000,
        rows=3,
    )
    key = IdempotencyKeyField()


class SendNowForm(ConsiderateForm):
    """Why it cannot wait."""

    reason = LongTextField(
        label=_("Why can it not wait?"),
        help_text=_("The service manager reads this on the next working day."),
        missing=_("Write why it cannot wait"),
        max_length=1000,
        rows=3,
    )
    key = IdempotencyKeyField()


class ReviewForm(ConsiderateForm):
    """What came of looking at something that was sent."""

    text = LongTextField(
        label=_("What came of it?"),
        help_text=_("For example: that you read it, and what has to be done for her safety."),
        missing=_("Write what came of it"),
        max_length=2000,
        rows=4,
    )
    key = IdempotencyKeyField()


class CallBackForm(ConsiderateForm):
    """Why it is called back."""

    reason = LongTextField(
        label=_("Why is it called back?"),
        help_text=_("Needed where somebody else wrote it."),
        required=False,
        max_length=1000,
        rows=3,
    )
    key = IdempotencyKeyField()


class HandOutForm(ConsiderateForm):
    """That it is printed, read out or handed over now."""

    key = IdempotencyKeyField()


class MarkForm(DriveForm):
    """A mark that stood on a copy."""

    text = TextField(
        label=_("The mark"),
        help_text=_("For example DP-4K7-M2Q-9XD. It stands at the foot of each copy."),
        missing=_("Write the mark"),
        max_length=200,
    )
    key = IdempotencyKeyField()


class LeakForm(ConsiderateForm):
    """That something reached somebody who should not have it."""

    dyad = SelectField(
        label=_("Whose information was it?"),
        prompt=_("Choose"),
        choices=(),
        missing=_("Choose whose information it was"),
    )
    what = LongTextField(
        label=_("What leaked?"),
        help_text=_(
            "Say what kind of thing: “her new address”, “that she spoke to us”. Not the address "
            "itself."
        ),
        missing=_("Write what leaked"),
        max_length=2000,
        rows=3,
    )
    route = RadiosField(
        label=_("By which way?"), choices=LeakRoute, missing=_("Choose by which way")
    )
    reached_him = RadiosField(
        label=_("Did it reach him?"), choices=ReachedHim, missing=_("Say whether it reached him")
    )
    happened_on = DateField(
        label=_("On which day?"), missing=_("Enter the day"), may_be_future=False
    )
    outgoing = SelectField(
        label=_("Was it something written here?"),
        required=False,
        prompt=_("No, or not known"),
        choices=(),
    )
    fact = SelectField(
        label=_("Was it a fact recorded here?"),
        help_text=_("Then the leak’s page shows who had it, and from what it could be known."),
        required=False,
        prompt=_("No, or not known"),
        choices=(),
    )
    key = IdempotencyKeyField()

    def __init__(
        self,
        *args: Any,
        pairs: Sequence[tuple[Dyad, str]],
        written: Sequence[Outgoing],
        facts: Sequence[FactVersion],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._facts = {str(each.fact_id): each.fact for each in facts}
        self.fields["fact"].choices = fact_choices(facts)  # type: ignore[attr-defined]
        self._pairs = {str(each.pk): each for each, _name in pairs}
        self._written = {str(each.pk): each for each in written}
        self.fields["dyad"].choices = [  # type: ignore[attr-defined]
            (str(each.pk), name) for each, name in pairs
        ]
        self.fields["outgoing"].choices = [  # type: ignore[attr-defined]
            (key, f"{OutgoingChannel(each.channel).label}, {date_in_words(each.recorded_at)}")
            for key, each in self._written.items()
        ]

    def clean(self) -> dict[str, Any]:
        """Put the rows in the place of their keys."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("dyad"):
            given["dyad"] = self._pairs[given["dyad"]]
        given["outgoing"] = self._written.get(given.get("outgoing") or "")
        given["fact"] = self._facts.get(given.get("fact") or "")
        return given


class SafetyForm(ConsiderateForm):
    """What was done about her safety."""

    text = LongTextField(
        label=_("What was done about her safety?"),
        help_text=_("Only her IDVA reads this."),
        missing=_("Write what was done"),
        max_length=4000,
        rows=6,
    )
    key = IdempotencyKeyField()
