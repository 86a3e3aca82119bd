"""Asking about a field of a record, answering, and saying how it ended."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.monitoring import QueryResolution
from drive.web.design_system.forms import (
    ConsiderateForm,
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
)


class QueryForm(ConsiderateForm):
    """Which field, and what is asked."""

    field = SelectField(label=_("Which answer?"), missing=_("Choose the answer"), coerce=str)
    words = LongTextField(
        label=_("What do you ask?"), max_length=500, rows=3, missing=_("Write what you ask")
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, asked: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["field"]
        field.choices = list(asked)


class AnswerForm(ConsiderateForm):
    """What the case manager answers."""

    answer = LongTextField(
        label=_("Your answer"),
        help_text=_("If the record is wrong, put it right on its own page and say so here."),
        max_length=500,
        rows=4,
        missing=_("Write your answer"),
    )
    key = IdempotencyKeyField()


class ResolveForm(DriveForm):
    """How the query ended."""

    resolution = RadiosField(
        label=_("How did it end?"), choices=QueryResolution, missing=_("Choose how it ended")
    )
    key = IdempotencyKeyField()
