"""Forms about Idva cases. The Insights form itself is made from its definition."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.web.accounts.forms import offer
from drive.web.accounts.models import User
from drive.web.design_system.forms import DateField, DriveForm, IdempotencyKeyField, SelectField
from drive.web.recording.forms import EXPERIENCED, RecordingForm
from drive.web.recording.rules import Section


class IdvaChooser(DriveForm):
    """Which Idva."""

    idva = SelectField(label=_("IDVA"), missing=_("Choose an IDVA"))
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, idvas: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["idva"], idvas)


class OpenCaseForm(IdvaChooser):
    """Open the support of a victim-survivor."""

    opened_on = DateField(
        label=_("When does support begin?"),
        missing=_("Enter the day on which support begins"),
        may_be_future=False,
    )
    field_order = ["opened_on", "idva", "key"]


class CloseCaseForm(DriveForm):
    """End the support."""

    closed_on = DateField(
        label=_("When did support end?"),
        missing=_("Enter the day on which support ended"),
        may_be_future=False,
    )
    key = IdempotencyKeyField()


class InsightsEntryForm(RecordingForm):
    """One Insights form: the day it speaks of, then the questions. The same in both arms.

    It holds her account, so nobody is asked to put it into other words.
    """

    @property
    def considered(self) -> list[str]:
        """No box is read for words to consider."""
        return []

    def __init__(self, *args: Any, sections: tuple[Section, ...], **kwargs: Any) -> None:
        super().__init__(
            *args, sections=sections, ask_source=False, rating_words=EXPERIENCED, **kwargs
        )
        day = DateField(
            label=_("Which day does this form speak of?"),
            missing=_("Enter the day that this form speaks of"),
            may_be_future=False,
        )
        self.fields = {"happened_on": day, **self.fields, "key": IdempotencyKeyField()}
