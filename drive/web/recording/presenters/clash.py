"""Two texts of one field, one of them typed while somebody else saved the other."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext

from drive.vocabulary.answers import Answer
from drive.vocabulary.word import Word
from drive.web.design_system.forms import AnswerField, DriveForm
from drive.web.design_system.presenters import date_in_words, label, time_in_words
from drive.web.recording.exceptions import ChangedMeanwhile
from drive.web.recording.presenters.answers import in_words


def clash_shown(form: DriveForm, meanwhile: ChangedMeanwhile) -> dict[str, Any]:
    """Return what was typed and what stands now, field by field, for `layouts/clash.html`."""
    return {
        "by": meanwhile.by_name,
        "at": time_in_words(meanwhile.at),
        "rows": [
            {
                "label": label_of(form, name),
                "typed": value_in_words(form.fields.get(name), form.cleaned_data.get(name)),
                "stands": value_in_words(form.fields.get(name), stands),
            }
            for name, stands in meanwhile.theirs.items()
        ],
    }


def label_of(form: DriveForm, name: str) -> str:
    """Return how a field is called on the page."""
    field = form.fields.get(name)
    return str(field.label) if field and field.label else name.replace("_", " ").capitalize()


def value_in_words(field: Any, value: object) -> str:
    """Return a value of a field in words, whether it was typed or stands in a row."""
    if value is None or value in ("", []):
        return gettext("Left blank")
    if isinstance(value, list | tuple):
        return ", ".join(value_in_words(field, one) for one in value)
    if isinstance(value, Answer):
        return _answer(field, value)
    if isinstance(value, date):
        return date_in_words(value)
    if isinstance(value, bool | Word):
        return label(value)
    return _chosen(field, value)


def _answer(field: Any, answer: Answer) -> str:
    if not answer.is_known or not isinstance(field, AnswerField):
        return in_words(answer)
    said = value_in_words(field.inner, answer.value)
    return f"{said} ({label(answer.source)})" if answer.source else said


def _chosen(field: Any, value: object) -> str:
    """Return the label under which the field offers a value, or the text itself."""
    for code, text in getattr(field, "choices", ()):
        if str(value) == code or value == _coerced(field, code):
            return str(text)
    return str(value)


def _coerced(field: Any, code: str) -> object:
    return field.coerce(code) if callable(getattr(field, "coerce", None)) and code else None
