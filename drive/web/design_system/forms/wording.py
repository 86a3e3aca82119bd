"""A form that asks its author to consider words which may blame a victim-survivor."""

from __future__ import annotations

from functools import cached_property

from drive.vocabulary.wording import Consider, words_to_consider
from drive.web.design_system.forms.base import DriveForm

SHOWN = "words_shown"
"""Under this name the page carries which phrases its author has been shown."""


class ConsiderateForm(DriveForm):
    """A form whose text is read for words to consider, once it is otherwise in order.

    Name the fields in ``considers``. The view shows the form again while `asks_to_consider`;
    saving again, unchanged, is the author's decision. The layouts show the sentences.
    """

    considers: tuple[str, ...] = ()

    @cached_property
    def words_found(self) -> list[Consider]:
        """The words to consider in what was typed, of a form that is otherwise in order."""
        if not self.is_bound or self.errors:
            return []
        typed = (self.cleaned_data.get(name) or "" for name in self.considers)
        return [each for text in typed for each in words_to_consider(text)]

    @property
    def words_shown(self) -> list[str]:
        """The phrases of which the page has told its author, this time included."""
        before = self.data.getlist(SHOWN) if hasattr(self.data, "getlist") else []
        return sorted({*map(str, before), *(each.name for each in self.words_found)})

    @property
    def asks_to_consider(self) -> bool:
        """Whether words were found that the author was not shown before."""
        before = self.data.getlist(SHOWN) if hasattr(self.data, "getlist") else []
        return any(each.name not in before for each in self.words_found)

    @property
    def keeps_words(self) -> bool:
        """Whether the author saves words that he or she was asked to consider."""
        return bool(self.words_found)
