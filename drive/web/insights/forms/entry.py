"""The form of one stage, made from its definition: the same in both arms."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.web.design_system.forms import DateField, IdempotencyKeyField, VersionField
from drive.web.recording.forms import EXPERIENCED, RecordingForm
from drive.web.recording.rules import Section


class InsightsEntryForm(RecordingForm):
    """One form of the series or the follow-up: the day it speaks of, then the questions.

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
        self.fields = {
            "happened_on": day,
            **self.fields,
            "seen": VersionField(),
            "key": IdempotencyKeyField(),
        }
