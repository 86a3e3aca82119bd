"""A question whose answer is a value or a typed reason why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from drive.vocabulary.answers import Answer, InformationSource, ValueStatus
from drive.vocabulary.word import Word
from drive.web.design_system.forms.choices import CheckboxesField, SelectField
from drive.web.design_system.forms.component import Component, Sentence
from drive.web.design_system.forms.dates import DateField

REASONS = tuple(
    status
    for status in ValueStatus
    if status not in (ValueStatus.KNOWN, ValueStatus.NOT_RECORDED_LEGACY)
)


def stored_text(value: Any) -> str:
    """Return a cleaned value as an ``Answer`` stores it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Word):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return ",".join(stored_text(one) for one in value)
    return str(value)


class AnswerWidget(forms.Widget):
    """Reads the controls of one answer."""

    def __init__(self, controls: Mapping[str, forms.Field]) -> None:
        """Keep the controls, by the ending of their names."""
        self.controls = controls
        super().__init__()

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, Any]:
        """Return each control as typed."""
        return {
            ending: control.widget.value_from_datadict(data, files, f"{name}-{ending}")
            for ending, control in self.controls.items()
        }

    def value_omitted_from_data(self, data: Mapping[str, Any], _files: Any, name: str) -> bool:
        """Say whether none of the controls was sent."""
        return not any(key.startswith(f"{name}-") for key in data)


class AnswerField(Component, forms.Field):
    """One question; the value is an ``Answer``, or ``None`` if it is optional and left blank.

    ``inner`` is the field of the value (radios, select, text, whole number, date). A value makes
    the answer known; no value needs a reason; both at once are refused, since one must be wrong.
    """

    template = "design_system/fields/answer.html"

    def __init__(
        self,
        inner: forms.Field,
        *,
        ask_source: bool = True,
        ask_as_of: bool = False,
        reasons: Iterable[ValueStatus] = REASONS,
        **kwargs: Any,
    ) -> None:
        """Take ``label``, ``help_text``, ``required`` and so on as every field does."""
        inner.required = False
        inner.bare = True  # type: ignore[attr-defined]
        inner.label = kwargs.get("label")
        self.controls: dict[str, forms.Field] = {"value": inner}
        self.controls["status"] = SelectField(
            label=_("If it is not known, why?"),
            choices=[(status.value, _(status.label)) for status in reasons],
            prompt=_("No reason needed"),
            **_SMALL,
        )
        if ask_source:
            self.controls["source"] = SelectField(
                label=_("Who said so?"), choices=InformationSource, **_SMALL
            )
        if ask_as_of:
            self.controls["as_of"] = DateField(label=_("True on"), may_be_future=False, **_SMALL)
        kwargs["widget"] = AnswerWidget(self.controls)
        super().__init__(**kwargs)

    def _missing(self, label: Any) -> Any:
        return Sentence(_("Answer ‘%(label)s’, or say why it is not known"), label)

    def __deepcopy__(self, memo: dict[int, Any]) -> AnswerField:
        """Copy the controls too: each form has its own."""
        copied: AnswerField = super().__deepcopy__(memo)
        copied.controls = {ending: deepcopy(one, memo) for ending, one in self.controls.items()}
        copied.widget.controls = copied.controls
        return copied

    @property
    def inner(self) -> forms.Field:
        """Return the field of the value."""
        return self.controls["value"]

    def clean(self, value: Any) -> Answer | None:
        """Return the answer; refuse a value with a reason, and neither unless optional."""
        if not isinstance(value, dict):
            value = self.prepare_value(value)
        cleaned = {
            ending: stored_text(control.clean(value.get(ending)))
            for ending, control in self.controls.items()
        }
        given, status = cleaned["value"], cleaned["status"]
        if given and status:
            raise ValidationError(
                _("Give the answer or the reason why it is not known, not both"), code="both"
            )
        if not given and not status:
            self._blank()
            return None
        source, as_of = cleaned.get("source"), cleaned.get("as_of")
        return Answer(
            value=given or None,
            status=ValueStatus(status) if status else ValueStatus.KNOWN,
            source=InformationSource(source) if source else None,
            as_of=date.fromisoformat(as_of) if as_of else None,
        )

    def _blank(self) -> None:
        if self.required:
            raise ValidationError(self.error_messages["required"], code="required")

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare what stands in the controls."""
        return bool(self.prepare_value(initial) != self.prepare_value(data))

    def prepare_value(self, value: Any) -> dict[str, Any]:
        """Return what stands in each control, for an answer kept earlier."""
        if isinstance(value, dict):
            return value
        if not isinstance(value, Answer):
            return {}
        return {
            "value": self._shown(value.value) if value.is_known else None,
            "status": "" if value.is_known else value.status.value,
            "source": value.source.value if value.source else "",
            "as_of": value.as_of,
        }

    def _shown(self, stored: str | None) -> Any:
        if isinstance(self.inner, DateField) and stored:
            return date.fromisoformat(stored)
        if isinstance(self.inner, CheckboxesField) and stored:
            return stored.split(",")
        return stored

    def component(self, bound: BoundField) -> dict[str, Any]:
        """Return the fieldset and its controls, rendered with what was typed or kept."""
        controls = _Controls(
            self.controls,
            prefix=bound.html_name,
            initial=self.prepare_value(bound.value()),
            renderer=bound.form.renderer,
        )
        return super().component(bound) | {
            "fieldset": self._fieldset(bound),
            "controls": {ending: controls[ending].as_field_group() for ending in self.controls},
            "day_is_given": "as_of" in self.controls and any(controls["as_of"].value() or ()),
        }

    def error_target(self, bound: BoundField) -> str:
        """Lead to the control of the value."""
        return f"{bound.auto_id}-value{'-day' if isinstance(self.inner, DateField) else ''}"


_SMALL: dict[str, Any] = {"required": False, "quiet": True}


class _Controls(forms.Form):
    """The controls as a small form of their own: it names and fills them, and checks nothing."""

    def __init__(self, controls: Mapping[str, forms.Field], **kwargs: Any) -> None:
        super().__init__(label_suffix="", **kwargs)
        self.fields.update(controls)
