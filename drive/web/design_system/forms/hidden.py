"""What a page carries along without showing it."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from drive.web.design_system.forms.component import Component


class Hidden(Component):
    """A field that nobody sees: the page wrote its value itself."""

    template = "design_system/fields/hidden.html"
    widget = forms.HiddenInput

    def component(self, bound: BoundField) -> dict[str, Any]:
        """Return name, id and value."""
        return {"id": bound.auto_id, "name": bound.html_name, "value": str(bound.value() or "")}


class IdempotencyKeyField(Hidden, forms.UUIDField):
    """A hidden key, new with each blank form: the same form sent twice is one act."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Make the key when the blank form is made."""
        kwargs.setdefault("initial", uuid.uuid4)
        again = _("The form was incomplete when it arrived. Press the button once more")
        kwargs.setdefault("missing", again)
        kwargs.setdefault("error_messages", {"invalid": again})
        super().__init__(*args, **kwargs)

    def component(self, bound: BoundField) -> dict[str, Any]:
        """Return a key that can be used: a new one in place of one that cannot."""
        params = super().component(bound)
        try:
            uuid.UUID(params["value"])
        except ValueError:
            params["value"] = str(uuid.uuid4())
        return params


class VersionField(Hidden, forms.UUIDField):
    """The row that the person saw when the form was opened; none if nothing stood there yet.

    The view gives it as ``initial={"seen": latest.pk}``, the action compares it.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Nothing seen is an answer too: then somebody else's first row is a clash."""
        kwargs.setdefault("required", False)
        super().__init__(*args, **kwargs)
