"""Fields that offer choices: radios, checkboxes, a select, yes or no."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.word import Word
from drive.web.design_system.forms.component import Component

Choices = Iterable[tuple[Any, Any]] | type[Word]


def pairs(choices: Choices) -> list[tuple[str, Any]]:
    """Return value and label of each choice of a list or of a vocabulary."""
    if isinstance(choices, type) and issubclass(choices, Word):
        return [(value, _(label)) for value, label in choices.choices()]
    return [(str(value), label) for value, label in choices]


class _Offered(Component):
    """What every field with choices has."""

    def __init__(
        self,
        *args: Any,
        choices: Choices = (),
        hints: Mapping[Any, str] | None = None,
        reveals: Mapping[Any, str] | None = None,
        **kwargs: Any,
    ) -> None:
        """``choices`` is a vocabulary (then the value is its member) or pairs.

        ``hints`` puts a definition beside an option. ``reveals`` names the field of the same form
        that belongs to an option and is shown under it.
        """
        if isinstance(choices, type) and issubclass(choices, Word):
            kwargs.setdefault("coerce", choices)
        kwargs.setdefault("error_messages", {}).setdefault(
            "invalid_choice", _("Select one of the options that the page offers")
        )
        self.hints = {str(key): text for key, text in (hints or {}).items()}
        self.reveals = {str(key): name for key, name in (reveals or {}).items()}
        super().__init__(*args, choices=pairs(choices), **kwargs)

    def component(self, bound: BoundField) -> dict[str, Any]:
        """Return the parameters with one item for each option."""
        chosen = bound.value()
        held = (
            {str(one) for one in chosen}
            if isinstance(chosen, list | tuple | set)
            else {str(chosen)}
        )
        items = [self._item(bound, str(value), text, held) for value, text in self.choices]  # type: ignore[attr-defined]
        return super().component(bound) | {"fieldset": self._fieldset(bound), "items": items}

    def _item(self, bound: BoundField, value: str, text: Any, held: set[str]) -> dict[str, Any]:
        item: dict[str, Any] = {"value": value, "text": str(text), "checked": value in held}
        if value in self.hints:
            item["hint"] = {"text": gettext(self.hints[value])}
        if value in self.reveals:
            item["conditional"] = {"html": bound.form[self.reveals[value]].as_field_group()}
        return item


class RadiosField(_Offered, forms.TypedChoiceField):
    """One of a few options."""

    template = "design_system/fields/radios.html"
    widget = forms.RadioSelect

    def __init__(
        self, *args: Any, inline: bool = False, small: bool = False, **kwargs: Any
    ) -> None:
        """An empty choice is ``None``, never an empty word."""
        kwargs.setdefault("empty_value", None)
        looks = ("govuk-radios--inline" * inline, "govuk-radios--small" * small)
        kwargs.setdefault("classes", " ".join(look for look in looks if look))
        super().__init__(*args, **kwargs)


class YesNoField(RadiosField):
    """Yes or no; the value is ``True`` or ``False``, or ``None`` if optional and empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer both, side by side; neither is chosen beforehand."""
        kwargs.setdefault("inline", True)
        kwargs["choices"] = [("yes", _("Yes")), ("no", _("No"))]
        kwargs["coerce"] = lambda value: value == "yes"
        super().__init__(*args, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Show a kept truth value as its option."""
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value


class CheckboxesField(_Offered, forms.TypedMultipleChoiceField):
    """Any number of options; the value is a list."""

    template = "design_system/fields/checkboxes.html"
    widget = forms.CheckboxSelectMultiple

    def __init__(self, *args: Any, small: bool = False, **kwargs: Any) -> None:
        """An empty choice is an empty list."""
        kwargs.setdefault("classes", "govuk-checkboxes--small" if small else "")
        super().__init__(*args, **kwargs)


class SelectField(_Offered, forms.TypedChoiceField):
    """One of many options, in a drop-down list."""

    template = "design_system/fields/select.html"
    widget = forms.Select

    def __init__(self, *args: Any, prompt: Any = None, **kwargs: Any) -> None:
        """``prompt`` is the first, empty line."""
        self.prompt = prompt
        kwargs.setdefault("empty_value", None)
        super().__init__(*args, **kwargs)

    def component(self, bound: BoundField) -> dict[str, Any]:
        """Return the parameters of a select, the empty line first."""
        params = super().component(bound)
        items = [{**item, "selected": item["checked"]} for item in params["items"]]
        empty = {"value": "", "text": self.prompt or gettext("Select")}
        return params | {"label": self._label(bound), "items": [empty, *items]}


class CheckboxField(Component, forms.BooleanField):
    """One box to tick: a statement that the person makes."""

    template = "design_system/fields/checkboxes.html"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A box that need not be ticked is not called optional."""
        kwargs.setdefault("quiet", True)
        super().__init__(*args, **kwargs)

    def component(self, bound: BoundField) -> dict[str, Any]:
        """Return checkboxes with a single item and no legend."""
        params = super().component(bound)
        hint = params.pop("hint", None)
        item = {
            "value": "yes",
            "text": str(bound.label),
            "checked": bool(bound.value()),
            "hint": hint,
        }
        return params | {"items": [item]}
