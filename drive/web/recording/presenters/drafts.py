"""Texts of one form that were typed in several open pages, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext

from drive.web.design_system.forms import DateField, DriveForm, Hidden
from drive.web.recording.presenters.clash import label_of, value_in_words


def saved_words(moment: datetime) -> str:
    """Return ``Saved 14:02:07``: to the second, so that each saving can be seen."""
    return gettext("Saved %(clock)s") % {"clock": f"{timezone.localtime(moment):%H:%M:%S}"}


def raw_values(form: DriveForm, kept: Mapping[str, list[str]]) -> dict[str, Any]:
    """Return what was kept, by field, as the fields of a form read it."""
    data: MultiValueDict[str, str] = MultiValueDict(dict(kept))
    return {
        name: field.widget.value_from_datadict(data, MultiValueDict(), form.add_prefix(name))
        for name, field in form.fields.items()
        if not field.widget.value_omitted_from_data(data, MultiValueDict(), form.add_prefix(name))
    }


def differing_rows(form: DriveForm, kept: Mapping[str, list[str]]) -> list[dict[str, str]]:
    """Return the fields in which a kept text differs from what stands in the form."""
    rows = []
    for name, raw in raw_values(form, kept).items():
        field = form.fields[name]
        there, here = raw_in_words(field, raw), raw_in_words(field, form[name].value())
        if there != here and not isinstance(field, Hidden):
            rows.append({"label": label_of(form, name), "here": here, "there": there})
    return rows


def raw_in_words(field: Any, raw: Any) -> str:
    """Return in words what stands in the controls of a field, whether or not it is valid."""
    if isinstance(field, DateField) and isinstance(raw, list | tuple):
        raw = " ".join(box for box in raw if box)
    if isinstance(raw, Mapping):
        said = [raw_in_words(field.controls[ending], each) for ending, each in raw.items() if each]
        raw = ", ".join(each for each in said if each != gettext("Left blank"))
    words = value_in_words(field, raw)
    return words.replace("\r\n", "\n").strip()
