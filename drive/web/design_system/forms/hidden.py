"""What a page carries along without showing it."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

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
        kwargs.setdefault("missing", "Go back, reload the page and try again")
        super().__init__(*args, **kwargs)
