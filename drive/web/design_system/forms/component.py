"""What all fields share: a template from the constructor and the parameters it is given."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

LEGEND = "govuk-fieldset__legend--s"
LABEL = "govuk-label--s"


class GovukBoundField(BoundField):
    """A field of one form, with the parameters of its component."""

    @property
    def params(self) -> dict[str, Any]:
        """Return what the component's macro is called with."""
        return self.field.component(self)  # type: ignore[attr-defined]

    @property
    def error_target(self) -> str:
        """Return the id to which the error summary leads."""
        return self.field.error_target(self)  # type: ignore[attr-defined]

    def __str__(self) -> SafeString:
        """Render the whole component: there is no bare control."""
        return self.as_field_group()

    __html__ = __str__


class Component:
    """The mixin: Django takes a field's template only from the constructor, so this passes it.

    ``missing`` is the sentence shown when a required field is empty ("Enter the hearing date").
    ``page_heading`` makes the label the heading of a page that asks one question. ``quiet`` keeps
    the label light and says nothing of being optional. A ``bare`` field stands alone in another
    field's fieldset, whose legend names it.
    """

    template = ""
    bare = False

    def __init__(
        self,
        *args: Any,
        missing: str | None = None,
        page_heading: bool = False,
        classes: str = "",
        quiet: bool = False,
        **kwargs: Any,
    ) -> None:
        """Hand the template to Django and keep how the component looks."""
        kwargs.setdefault("template_name", self.template)
        messages = {"required": missing or self._missing(kwargs.get("label"))}
        kwargs["error_messages"] = messages | kwargs.get("error_messages", {})
        self.page_heading = page_heading
        self.classes = classes
        self.quiet = quiet
        super().__init__(*args, **kwargs)

    def _missing(self, label: Any) -> Any:
        if label is None:
            return _("Answer this question")
        return Sentence(_("Answer ‘%(label)s’"), label)

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> GovukBoundField:
        """Bind as a component."""
        return GovukBoundField(form, self, field_name)  # type: ignore[arg-type]

    def component(self, bound: BoundField) -> dict[str, Any]:
        """Return the parameters that all components know."""
        params: dict[str, Any] = {
            "id": bound.auto_id,
            "idPrefix": bound.auto_id,
            "name": bound.html_name,
            "classes": self.classes,
        }
        if bound.help_text:
            params["hint"] = {"text": bound.help_text}
        if bound.errors:
            params["errorMessage"] = {"text": " ".join(str(error) for error in bound.errors)}
        return params

    def error_target(self, bound: BoundField) -> str:
        """Return the id of the control."""
        return str(bound.auto_id)

    def _label(self, bound: BoundField) -> dict[str, Any]:
        return {
            "text": self._named(bound),
            "classes": self._weight("govuk-label--l", LABEL),
            "isPageHeading": self.page_heading,
        }

    def _fieldset(self, bound: BoundField) -> dict[str, Any] | None:
        if self.bare:
            return None
        return {
            "legend": {
                "text": self._named(bound),
                "classes": self._weight("govuk-fieldset__legend--l", LEGEND),
                "isPageHeading": self.page_heading,
            }
        }

    def _weight(self, heading: str, usual: str) -> str:
        if self.bare:
            return "govuk-visually-hidden"
        if self.quiet:
            return ""
        return heading if self.page_heading else usual

    def _named(self, bound: BoundField) -> str:
        silent = bound.field.required or self.quiet or self.bare
        return str(bound.label) if silent else f"{bound.label} {_('(optional)')}"


class Sentence:
    """A sentence about a label, made when it is shown, in the language of that moment."""

    def __init__(self, text: Any, label: Any) -> None:
        """Keep the sentence, with its place for the label."""
        self.text = text
        self.label = label

    def __str__(self) -> str:
        """Return the sentence."""
        return str(self.text) % {"label": self.label}
