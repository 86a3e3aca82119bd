"""A document of a case, and what is said of it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.documents import DocumentKind, HandlingCode
from drive.web.casework.forms.notes import AGENCY_KINDS
from drive.web.design_system.forms import (
    DateField,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    TextField,
    UploadField,
    VersionField,
    YesNoField,
)
from drive.web.information.rules import LONGEST_TEXT


class DescriptionForm(DriveForm):
    """What a document is and how it may be used. The document itself does not change."""

    title = TextField(
        label=_("Title"),
        help_text=_("What it is, without names: titles stand in lists."),
        max_length=120,
        missing=_("Enter a title"),
    )
    kind = SelectField(label=_("Kind"), choices=DocumentKind, missing=_("Choose the kind"))
    source_kind = SelectField(
        label=_("From what kind of agency?"),
        choices=AGENCY_KINDS,
        coerce=AgencyType,
        prompt=_("Not known"),
        required=False,
        quiet=True,
    )
    dated_on = DateField(label=_("Date on the document"), required=False, may_be_future=False)
    received_on = DateField(
        label=_("Received"), missing=_("Enter when it was received"), may_be_future=False
    )
    victim_side = YesNoField(
        label=_("Did it come from the victim-survivor’s side?"),
        help_text=_("From her, her IDVA, or a service that supports her."),
        missing=_("Say whether it came from the victim-survivor’s side"),
    )
    handling = RadiosField(
        label=_("How may it be used?"),
        choices=HandlingCode,
        small=True,
        missing=_("Choose how it may be used"),
    )
    seen = VersionField()
    key = IdempotencyKeyField()


class DocumentForm(DescriptionForm):
    """A document to keep: a file, or its text typed here."""

    file = UploadField(
        label=_("File"),
        help_text=_(
            "PDF, Word (.docx), a picture (PNG or JPEG), plain text or an e-mail (.eml); at most "
            "20 MB. If something below has to be put right, choose the file again."
        ),
        accept=".pdf,.docx,.png,.jpg,.jpeg,.txt,.eml",
        required=False,
        quiet=True,
    )
    text = LongTextField(
        label=_("Or type the text here"),
        max_length=LONGEST_TEXT,
        rows=6,
        required=False,
        quiet=True,
    )
    seen = None  # type: ignore[assignment]  # nothing was said of it before
    field_order = ("title", "kind", "file", "text")
