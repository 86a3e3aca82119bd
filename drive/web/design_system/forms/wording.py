"""A form that asks its author to consider words which may blame a victim-survivor."""

from __future__ import annotations

from functools import cached_property

from drive.vocabulary.answers import Answer
from drive.vocabulary.wording import Consider, words_to_consider
from drive.web.design_system.forms.base import DriveForm
from drive.web.design_system.forms.text import LongTextField

SHOWN = "words_shown"
"""Under this name the page carries which phrases its author has been shown."""


class ConsiderateForm(DriveForm):
    """A form whose large boxes are read for words to consider, once it is otherwise in order.

    `recording.views.carried_out` carries it out only when its author has been shown them; saving
    again, unchanged, is the author's decision. The layouts show the sentences.
    """

    as_said: tuple[str, ...] = ()
    """Boxes for the words of somebody else, which are written as they were said."""

    @property
    def considered(self) -> list[str]:
        """The names of the boxes that are read."""
        return [
            name
            for name, field in self.fields.items()
            if isinstance(getattr(field, "inner", field), LongTextField)
            and name not in self.as_said
        ]

    @cached_property
    def _found(self) -> list[tuple[str, Consider]]:
        if not self.is_bound or self.errors:
            return []
        typed = ((name, _text(self.cleaned_data.get(name))) for name in self.considered)
        return [(name, each) for name, text in typed for each in words_to_consider(text)]

    @property
    def words_found(self) -> list[Consider]:
        """The words to consider in what was typed, of a form that is otherwise in order."""
        return [each for _name, each in self._found]

    @property
    def first_box(self) -> str:
        """The id of the first box in which there are words to consider."""
        bound = self[self._found[0][0]]
        return str(getattr(bound, "error_target", bound.id_for_label))

    @property
    def words_shown(self) -> list[str]:
        """The phrases of which the page has told its author, this time included."""
        return sorted({*self._shown_before, *(each.name for each in self.words_found)})

    @property
    def asks_to_consider(self) -> bool:
        """Whether words were found that the author was not shown before."""
        return any(each.name not in self._shown_before for each in self.words_found)

    @property
    def keeps_words(self) -> bool:
        """Whether the author saves words that he or she was asked to consider."""
        return bool(self.words_found)

    @property
    def _shown_before(self) -> list[str]:
        before = self.data.getlist(SHOWN) if hasattr(self.data, "getlist") else []
        return [str(name) for name in before]


def _text(typed: object) -> str:
    if isinstance(typed, Answer):
        return typed.value or ""
    return typed if isinstance(typed, str) else ""
