"""What every form of an entry has: the day, who said so, words, and the row that was seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.registers import TaskAnswer
from drive.web.design_system.forms import (
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

LONGEST = 4_000
LONGEST_LINE = 200
_LAST = ("happened_on", "ends_on", "informant", "text", "seen", "key")


class Words(LongTextField):
    """A box for words."""

    def __init__(self, *args: Any, rows: int = 3, **kwargs: Any) -> None:
        """Take as many characters as an entry keeps."""
        super().__init__(*args, max_length=LONGEST, rows=rows, **kwargs)

    def component(self, bound: BoundField) -> dict[str, Any]:
        """Count down only when the end comes near: most of these boxes hold a line or two."""
        return super().component(bound) | {"threshold": "75"}


class Line(TextField):
    """A box for a few words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take one line."""
        kwargs.setdefault("width", "two-thirds")
        super().__init__(*args, max_length=LONGEST_LINE, **kwargs)


class EntryForm(ConsiderateForm):
    """The form of one entry: what is its own first, then what every entry has.

    Parameters
    ----------
    offers : mapping of str to pairs
        By field, the rows that can be chosen: each with the words under which it is offered.
    """

    happened_on = DateField(label=_("When"), missing=_("Enter the day"), may_be_future=False)
    informant = SelectField(
        label=_("Who told you?"),
        help_text=_(
            "What the victim-survivor or the IDVA told you is kept sealed, and is left out of "
            "prints."
        ),
        choices=InformationSource,
        prompt=_("Nobody: I know it myself"),
        required=False,
        quiet=True,
    )
    text = Words(label=_("What else is there to say?"), required=False)
    seen = VersionField()
    key = IdempotencyKeyField()

    def __init__(
        self,
        *args: Any,
        offers: Mapping[str, Iterable[tuple[Any, str]]] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        own = [name for name in self.fields if name not in _LAST]
        self.order_fields([*own, *_LAST])
        for name, rows in (offers or {}).items():
            _offer(self.fields[name], list(rows))

    def values(self) -> dict[str, Any]:
        """Return what a valid form says, by the fields of the entry."""
        return {
            name: value for name, value in self.cleaned_data.items() if name not in {"seen", "key"}
        }


def _offer(field: Any, rows: list[tuple[Any, str]]) -> None:
    by_origin: dict[UUID, Any] = {row.origin: row for row, _words in rows}
    field.choices = [(str(row.origin), words) for row, words in rows]
    field.coerce = lambda origin: by_origin[UUID(origin)]


class SpellForm(EntryForm):
    """The form of something that lasts."""

    happened_on = DateField(
        label=_("Since when"), missing=_("Enter since when"), may_be_future=False
    )
    ends_on = DateField(
        label=_("Until when"),
        help_text=_("Leave it blank if no end is set."),
        required=False,
    )


class EndForm(ConsiderateForm):
    """The end of something that lasted."""

    ends_on = DateField(label=_("When did it end?"), missing=_("Enter the day on which it ended"))
    ending = Words(label=_("How did it end, and what follows?"), required=False)
    seen = VersionField()
    key = IdempotencyKeyField()


class SettleForm(DriveForm):
    """What became of a task."""

    answer = RadiosField(
        label=_("What became of it?"), choices=TaskAnswer, missing=_("Choose what became of it")
    )
    key = IdempotencyKeyField()


class TakeBackForm(ConsiderateForm):
    """Why an entry is taken back."""

    reason = Words(
        label=_("Why is it taken back?"),
        help_text=_("Such as: it was about somebody else, or it was entered twice."),
        missing=_("Write why it is taken back"),
    )
    seen = VersionField()
    key = IdempotencyKeyField()
