"""Fields that hold one line, many lines, a number, a file or a hidden key."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from drive.web.design_system.forms.component import Component
from drive.web.design_system.rules import on_one_line, readable


class _OneLine(Component):
    """What every one-line box has: a width and the keyboard that a phone shows."""

    template = "design_system/fields/input.html"
    inputmode: str | None = None

    def __init__(
        self,
        *args: Any,
        width: str = "",
        autocomplete: str | None = "off",
        spellcheck: bool = True,
        suffix: str = "",
        **kwargs: Any,
    ) -> None:
        """``width`` is a GOV.UK width: ``2``, ``5``, ``20``, ``one-half``, ``two-thirds``."""
        self.width = width
        self.autocomplete = autocomplete
        self.spellcheck = spellcheck
        self.suffix = suffix
        super().__init__(*args, **kwargs)

    def component(self, bound: BoundField) -> dict[str, Any]:
        """Return the parameters of a text input."""
        value = bound.value()
        params = super().component(bound) | {
            "label": self._label(bound),
            "value": "" if value is None else str(value),
            "classes": f"{self._width_class()} {self.classes}".strip(),
            "inputmode": self.inputmode,
            "autocomplete": self.autocomplete,
            "spellcheck": None if self.spellcheck else False,
        }
        if self.suffix:
            params["suffix"] = {"text": self.suffix}
        return params

    def _width_class(self) -> str:
        if not self.width:
            return ""
        return (
            f"govuk-input--width-{self.width}"
            if self.width.isdigit()
            else f"govuk-!-width-{self.width}"
        )


class TextField(_OneLine, forms.CharField):
    """One line of text."""

    def to_python(self, value: Any) -> str | None:
        """Leave out what no keyboard types; a pasted line break is a space."""
        return super().to_python(on_one_line(value) if isinstance(value, str) else value)


class EmailField(_OneLine, forms.EmailField):
    """An e-mail address."""

    inputmode = "email"

    def to_python(self, value: Any) -> str | None:
        """Leave out what no keyboard types."""
        return super().to_python(on_one_line(value) if isinstance(value, str) else value)


class WholeNumberField(_OneLine, forms.IntegerField):
    """A whole number, in a text box: browsers' number boxes lose what they cannot read."""

    inputmode = "numeric"
    widget = forms.TextInput


class DecimalField(_OneLine, forms.DecimalField):
    """A number that may have decimals."""

    inputmode = "decimal"
    widget = forms.TextInput


class PasswordField(_OneLine, forms.CharField):
    """A password that can be shown while typing; it is never sent back to the page."""

    template = "design_system/fields/password.html"
    widget = forms.PasswordInput

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Keep spaces: they belong to a password."""
        kwargs.setdefault("strip", False)
        super().__init__(*args, **kwargs)

    def component(self, bound: BoundField) -> dict[str, Any]:
        """Return the parameters, without the value."""
        return super().component(bound) | {"value": ""}


class LongTextField(Component, forms.CharField):
    """A box for text of some length; a limit is counted down beneath it."""

    template = "design_system/fields/textarea.html"
    widget = forms.Textarea

    def __init__(self, *args: Any, rows: int = 6, **kwargs: Any) -> None:
        """``max_length`` is counted by the server as the browser counts it, in characters."""
        self.rows = rows
        super().__init__(*args, **kwargs)

    def to_python(self, value: Any) -> str | None:
        """Count a line break as one character, as the page does; leave out what nobody types."""
        return super().to_python(readable(value) if isinstance(value, str) else value)

    def component(self, bound: BoundField) -> dict[str, Any]:
        """Return the parameters of a textarea or a character count."""
        return super().component(bound) | {
            "label": self._label(bound),
            "value": bound.value() or "",
            "rows": str(self.rows),
            "maxlength": self.max_length,
        }


class FirstText(LongTextField):
    """The box in which one types at once: a blank form begins there."""

    def component(self, bound: BoundField) -> dict[str, Any]:
        """Return the parameters, with the focus on a form that was not sent."""
        params = super().component(bound)
        return params if bound.form.is_bound else params | {"attributes": {"autofocus": ""}}


class UploadField(Component, forms.FileField):
    """A file from the person's own machine."""

    template = "design_system/fields/upload.html"

    def __init__(self, *args: Any, accept: str = "", **kwargs: Any) -> None:
        """``accept`` narrows what the browser offers; the reader still checks the content."""
        self.accept = accept
        super().__init__(*args, **kwargs)

    def component(self, bound: BoundField) -> dict[str, Any]:
        """Return the parameters of a file upload."""
        params = super().component(bound) | {"label": self._label(bound), "javascript": True}
        if self.accept:
            params["attributes"] = {"accept": self.accept}
        return params
