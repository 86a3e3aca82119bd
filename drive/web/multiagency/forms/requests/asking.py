"""Asking an agency: which one, and then everything on one page."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.directory import ContactRole, LawfulBasis
from drive.vocabulary.facts import SEEN_BY_HIM, Use
from drive.vocabulary.requests import (
    DisruptionType,
    RequestKind,
    RequestPurpose,
    RequestTopic,
    RequestWay,
)
from drive.web.core.working_days import add_working_days
from drive.web.design_system.forms import (
    CheckboxesField,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    TextField,
)
from drive.web.design_system.forms.hidden import Hidden
from drive.web.design_system.presenters import date_in_words, label
from drive.web.information.models import FactVersion
from drive.web.information.presenters.known import choices as fact_choices
from drive.web.multiagency.forms.directory.offering import offer_rows
from drive.web.multiagency.forms.requests.kinds import AsksOfKinds
from drive.web.multiagency.queries.whom import To, directory_address
from drive.web.multiagency.rules.kinds import KINDS, Kind
from drive.web.organisations.models import Agency, AgencyContact, SharingAgreement
from drive.web.referrals.models import MaracHearing

LONGEST = 20_000
DAYS = (1, 2, 3, 5, 10, 15, 20)


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What one can choose from who asks an agency: of its directory, agreements and of the case."""

    kind: Kind
    agency: Agency
    contacts: Sequence[AgencyContact]
    agreements: Sequence[SharingAgreement]
    facts: Sequence[FactVersion]
    today: date
    entries: Sequence[tuple[UUID, str]] = ()
    hearings: Sequence[MaracHearing] = ()


class ChooseForm(DriveForm):
    """Which agency is asked, and for what kind of thing."""

    agency = SelectField(
        label=_("Which agency?"), choices=(), prompt=_("Choose one"), missing=_("Choose an agency")
    )
    kind = RadiosField(
        label=_("What do you ask for?"),
        choices=[(kind.value, kind.label) for kind in KINDS],
        initial=RequestKind.INFORMATION.value,
        missing=_("Choose what you ask for"),
    )

    def __init__(self, *args: Any, agencies: Sequence[Agency], **kwargs: Any) -> None:
        """Offer the agencies that are there today."""
        super().__init__(*args, **kwargs)
        offer_rows(self.fields["agency"], agencies)

    def clean(self) -> dict[str, Any]:
        """Refuse an agency that cannot be asked for such a thing."""
        given: dict[str, Any] = super().clean() or {}
        agency, named = given.get("agency"), given.get("kind")
        kind = KINDS[RequestKind(named)] if named else None
        if agency and kind and not kind.may_ask(agency.kind):
            kinds = ", ".join(sorted(label(AgencyType(each)) for each in kind.agencies))
            words = gettext("This is asked of another agency: %(kinds)s") % {"kinds": kinds}
            self.add_error("agency", words)
        return given


class MarkField(Hidden, forms.CharField):
    """By what the words are known again that the page prepared."""


class AskForm(AsksOfKinds):
    """One request: whom, about what, for what, on what basis, by when, and in which words."""

    contact = SelectField(
        label=_("Whom do you ask?"),
        choices=(),
        prompt=_("Nobody by name: the agency"),
        required=False,
        quiet=True,
    )
    way = RadiosField(
        label=_("How does it go?"),
        choices=RequestWay,
        inline=True,
        small=True,
        missing=_("Choose how it goes"),
    )
    whom = TextField(
        label=_("Whom is it about?"),
        help_text=_("As this agency knows the person. It goes to them and is kept sealed."),
        missing=_("Write whom it is about, as they know the person"),
        max_length=120,
    )
    topics = CheckboxesField(
        label=_("What do you ask for?"),
        choices=RequestTopic,
        small=True,
        missing=_("Choose what you ask for"),
    )
    action = SelectField(
        label=_("What are they asked to do?"),
        choices=DisruptionType,
        prompt=_("Choose one"),
        missing=_("Choose what they are asked to do"),
    )
    more = LongTextField(
        label=_("What else must they know?"), required=False, max_length=2000, rows=3
    )
    purpose = RadiosField(
        label=_("What is it for?"),
        choices=RequestPurpose,
        small=True,
        missing=_("Choose what it is for"),
    )
    use = RadiosField(
        label=_("Does it protect somebody from harm?"),
        help_text=_("What protects is told to the IDVA and the service manager at once."),
        choices=(),
        small=True,
        missing=_("Choose one"),
    )
    agreement = SelectField(
        label=_("Which agreement covers it?"),
        choices=(),
        prompt=_("None"),
        required=False,
        quiet=True,
    )
    without_agreement = TextField(
        label=_("If none: why do you ask all the same?"),
        required=False,
        quiet=True,
        max_length=200,
    )
    basis = SelectField(
        label=_("On what basis?"),
        choices=LawfulBasis,
        prompt=_("Choose one"),
        missing=_("Choose on what basis"),
    )
    answer_days = SelectField(
        label=_("By when?"), choices=(), prompt=_("Choose one"), missing=_("Choose by when")
    )
    facts = CheckboxesField(
        label=_("On which facts does it rest?"),
        help_text=_("Choose every fact that stands in it, or that could be known from it."),
        required=False,
        choices=(),
        small=True,
    )
    address = LongTextField(
        label=_("Where does it go?"),
        help_text=_("Only for a letter, or if the directory does not say it."),
        required=False,
        quiet=True,
        max_length=500,
        rows=2,
    )
    address_again = LongTextField(
        label=_("The same address once more"),
        help_text=_("Type it again where nothing was sent before. Do not copy it."),
        required=False,
        quiet=True,
        max_length=500,
        rows=2,
    )
    text = LongTextField(
        label=_("The words that go"),
        help_text=_(
            "Leave this empty: the words are made of what you chose. Show them first if you want "
            "to change them."
        ),
        required=False,
        quiet=True,
        max_length=LONGEST,
        rows=14,
    )
    reason = LongTextField(
        label=_("Why does it go although the gate warns?"),
        help_text=_("Needed only where the gate says “Look again”."),
        required=False,
        max_length=1000,
        rows=2,
    )
    prepared = MarkField(required=False, max_length=64)
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, offer: Offer, **kwargs: Any) -> None:
        """Offer what there is, and ask what this kind of request asks."""
        super().__init__(*args, **kwargs)
        self.offer = offer
        for name in {"topics", "action"} - offer.kind.asks:
            del self.fields[name]
        self.ask_for(offer.kind, entries=offer.entries, hearings=offer.hearings)
        if not self.is_bound:
            del self.fields["reason"]  # asked once the gate has warned
        offer_rows(self.fields["contact"], offer.contacts, _named)
        self._offer_agreements(offer.agreements)
        self.fields["use"].choices = [  # type: ignore[attr-defined]
            (use.value, gettext("No") if _is_no_protection(use, offer.kind) else label(use))
            for use in offer.kind.uses
        ]
        self.fields["use"].coerce = type(offer.kind.uses[0])  # type: ignore[attr-defined]
        self.fields["answer_days"].choices = [  # type: ignore[attr-defined]
            (str(days), _until(days, offer.today)) for days in DAYS
        ]
        self._facts = {str(row.fact_id): row.fact for row in offer.facts}
        if offer.facts:
            self.fields["facts"].choices = fact_choices(offer.facts)  # type: ignore[attr-defined]
        else:
            del self.fields["facts"]

    def _offer_agreements(self, found: Sequence[SharingAgreement]) -> None:
        offer_rows(self.fields["agreement"], found)

    def clean(self) -> dict[str, Any]:
        """Hold together who is asked and where, and the agreement or the reason."""
        given: dict[str, Any] = super().clean() or {}
        contact, way = given.get("contact") or None, given.get("way")
        if way and not given.get("address") and not directory_address(contact, way):
            self.add_error("address", _("The directory does not say it: write where it goes"))
        if not given.get("agreement") and not (given.get("without_agreement") or "").strip():
            self.add_error("without_agreement", _("Say why you ask without an agreement"))
        given["facts"] = [self._facts[key] for key in given.get("facts") or ()]
        return given

    @property
    def to(self) -> To:
        """Who is written to."""
        given = self.cleaned_data
        contact = given.get("contact") or None
        typed = (given.get("address") or "").strip()
        return To(
            agency=self.offer.agency,
            way=given["way"],
            name=contact.name if contact else self.offer.agency.name,
            address=typed or directory_address(contact, given["way"]),
            address_again=(given.get("address_again") or "").strip(),
            contact=contact,
        )

    @property
    def was_changed(self) -> bool:
        """Whether somebody changed the words that were prepared."""
        given = self.cleaned_data
        text = (given.get("text") or "").strip()
        return bool(text) and mark_of(text) != given.get("prepared")


def _is_no_protection(use: Use, kind: Kind) -> bool:
    return use is kind.uses[0] and use in SEEN_BY_HIM


def mark_of(text: str) -> str:
    """Return by what a prepared text is known again that nobody changed."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def _named(contact: AgencyContact) -> str:
    return f"{contact.name} ({label(ContactRole(contact.role))})"


def _until(days: int, today: date) -> str:
    day = date_in_words(add_working_days(today, days))
    if days == 1:
        return gettext("1 working day: by %(day)s") % {"day": day}
    return gettext("%(days)d working days: by %(day)s") % {"days": days, "day": day}
