"""The forms of contact details. What stands is never shown in a box: a text left empty stays."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.identity import PartyRole
from drive.vocabulary.vault import (
    AddressKind,
    BelongsTo,
    Certainty,
    DetailKind,
    RevealReason,
    TelephoneKind,
)
from drive.web.design_system.forms import (
    CheckboxField,
    DateField,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    TextField,
    VersionField,
)
from drive.web.vault.actions import NewAddress, NewDetail, NewRow, NewTelephone

_KEPT = _("Leave it empty to keep what stands.")


def _belongs_to() -> RadiosField:
    return RadiosField(
        label=_("Whose is it?"), choices=BelongsTo, missing=_("Say whose it is"), inline=True
    )


def _known_to_him() -> RadiosField:
    return RadiosField(
        label=_("Does he know it?"),
        help_text=_("If in doubt, choose “Not sure”: it is then kept from him like the rest."),
        choices=Certainty,
        missing=_("Say whether he knows it"),
        inline=True,
    )


def _until() -> DateField:
    return DateField(
        label=_("When did it end?"),
        help_text=_("Only if it is no longer so."),
        required=False,
        may_be_future=False,
    )


class DetailsForm(DriveForm):
    """What every form of a contact detail has.

    Of a service user nobody asks whether he knows it himself; of a row that stands nobody has to
    type the text again.
    """

    about_her: ClassVar[tuple[str, ...]] = ("known_to_him", "shared_with_him", "belongs_to", "safe")
    texts: ClassVar[tuple[str, ...]] = ()
    says: ClassVar[type[Any]]

    def __init__(
        self, *args: Any, of_role: PartyRole, corrects: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if of_role is PartyRole.PERPETRATOR:
            for name in self.about_her:
                self.fields.pop(name, None)
        if corrects:
            for name in self.texts:
                self.fields[name].help_text = _KEPT
        else:
            del self.fields["mistake"]

    def said(self) -> NewRow:
        """Return what was said, as the action takes it."""
        given = self.cleaned_data
        wanted = self.says.__dataclass_fields__
        texts = {name: given[name] or "" for name in self.texts}
        chosen = {name: given[name] for name in given if name in wanted and given[name] is not None}
        made: NewRow = self.says(**chosen | texts)
        return made


def _mistake() -> CheckboxField:
    return CheckboxField(
        label=_("It was recorded by mistake: take it back"),
        help_text=_("It stays on record and is used for nothing any more."),
        required=False,
    )


class AddressForm(DetailsForm):
    """Where somebody lives, works or goes."""

    texts = ("place", "lines", "postcode")
    says = NewAddress

    kind = RadiosField(label=_("What is it?"), choices=AddressKind, missing=_("Say what it is"))
    belongs_to = _belongs_to()
    place = TextField(
        label=_("Name of the place, if it has one"),
        help_text=_("Such as a school, a surgery, an employer."),
        required=False,
        max_length=200,
    )
    lines = LongTextField(
        label=_("Address, without the postcode"), required=False, max_length=500, rows=3
    )
    postcode = TextField(label=_("Postcode"), required=False, width="10", max_length=12)
    known_to_him = _known_to_him()
    shared_with_him = RadiosField(
        label=_("Does he live there too, or come there?"),
        choices=Certainty,
        missing=_("Say whether he lives or comes there"),
        inline=True,
    )
    since = DateField(label=_("Since when?"), required=False, may_be_future=True)
    until = _until()
    mistake = _mistake()
    seen = VersionField()
    key = IdempotencyKeyField()


class TelephoneForm(DetailsForm):
    """A number, and whether it is safe to ring."""

    texts = ("number",)
    says = NewTelephone

    kind = RadiosField(label=_("What is it?"), choices=TelephoneKind, missing=_("Say what it is"))
    belongs_to = _belongs_to()
    number = TextField(label=_("Number"), required=False, width="20", max_length=40)
    safe = RadiosField(
        label=_("Is it safe to ring?"),
        choices=Certainty,
        missing=_("Say whether it is safe to ring"),
        inline=True,
    )
    known_to_him = _known_to_him()
    until = _until()
    mistake = _mistake()
    seen = VersionField()
    key = IdempotencyKeyField()


class OtherDetailForm(DetailsForm):
    """A new name, an email address, a number plate, or something else."""

    texts = ("text",)
    says = NewDetail

    kind = RadiosField(label=_("What is it?"), choices=DetailKind, missing=_("Say what it is"))
    belongs_to = _belongs_to()
    text = TextField(label=_("What is to be kept"), required=False, max_length=300)
    known_to_him = _known_to_him()
    until = _until()
    mistake = _mistake()
    seen = VersionField()
    key = IdempotencyKeyField()


class PlanForm(DriveForm):
    """How she may safely be reached. A box that is left empty stays as it was."""

    when = LongTextField(
        label=_("When is it safe?"), required=False, max_length=2000, rows=3, help_text=_KEPT
    )
    how = LongTextField(
        label=_("How, and at which number?"),
        required=False,
        max_length=2000,
        rows=3,
        help_text=_KEPT,
    )
    say = LongTextField(
        label=_("What to say if somebody else answers"),
        required=False,
        max_length=2000,
        rows=3,
        help_text=_KEPT,
    )
    password = TextField(
        label=_("Word by which she knows who rings"),
        required=False,
        max_length=100,
        help_text=_KEPT,
    )
    seen = VersionField()
    key = IdempotencyKeyField()


class LookForm(DriveForm):
    """Why somebody looks."""

    reason = RadiosField(
        label=_("Why do you look at it?"), choices=RevealReason, missing=_("Say why you look")
    )
    key = IdempotencyKeyField()
