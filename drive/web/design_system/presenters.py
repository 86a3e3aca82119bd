"""Words and parameters for components: dates, labels, error summaries, rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext

from drive.vocabulary.answers import Answer
from drive.vocabulary.word import Word


def date_in_words(day: date | datetime | None) -> str:
    """Return ``12 June 2017``, or ``Not recorded``."""
    if day is None:
        return gettext("Not recorded")
    if isinstance(day, datetime):
        day = timezone.localtime(day).date() if timezone.is_aware(day) else day.date()
    return date_format(day, "j F Y")


def time_in_words(moment: datetime | None) -> str:
    """Return ``12 June 2017 at 2:05pm``, in the time of the United Kingdom."""
    if moment is None:
        return gettext("Not recorded")
    local = timezone.localtime(moment) if timezone.is_aware(moment) else moment
    clock = f"{local.hour % 12 or 12}:{local.minute:02}{'am' if local.hour < 12 else 'pm'}"
    return gettext("%(day)s at %(clock)s") % {
        "day": date_format(local.date(), "j F Y"),
        "clock": clock,
    }


def label(word: Word | Answer | str | bool | None, kind: type[Word] | None = None) -> str:
    """Return the translated label of a word or an answer; ``kind`` reads a stored value."""
    if word is None or word == "":
        return gettext("Not recorded")
    if isinstance(word, bool):
        return gettext("Yes") if word else gettext("No")
    if isinstance(word, Answer):
        return answer_in_words(word, kind)
    if kind is not None and not isinstance(word, Word):
        word = kind(word)
    return gettext(getattr(word, "label", str(word)))


def answer_in_words(answer: Answer, kind: type[Word] | None = None) -> str:
    """Return what is known, or in words why it is not."""
    if not answer.is_known:
        return label(answer.status)
    value = answer.value or ""
    return gettext(kind(value).label) if kind is not None else value


def count_of(number: int, one: str, many: str) -> str:
    """Return ``1 case`` or ``2 cases``."""
    return f"{number:,} {ngettext(one, many, number)}"


def summary_row(
    key: str, value: Any, *, change: str | None = None, of: str | None = None
) -> dict[str, Any]:
    """Return one row of a summary list; ``change`` is the address of its Change link.

    ``of`` names the row for people who hear the link alone ("Change date of birth").
    """
    row: dict[str, Any] = {"key": {"text": key}, "value": _content(value)}
    if change:
        hidden = of or (key[:1].lower() + key[1:])
        row["actions"] = {
            "items": [{"href": change, "text": gettext("Change"), "visuallyHiddenText": hidden}]
        }
    return row


def as_typed(text: str) -> Any:
    """Return what a person typed, with its line breaks."""
    return format_html('<span class="drive-text">{}</span>', text)


def said_row(key: str, text: str) -> dict[str, Any]:
    """Return a row of a summary list with what a person typed."""
    return summary_row(key, as_typed(text))


def _content(value: Any) -> dict[str, Any]:
    if hasattr(value, "__html__"):
        return {"html": value}
    if isinstance(value, date):
        return {"text": date_in_words(value)}
    if value is None or isinstance(value, Word | Answer | bool):
        return {"text": label(value)}
    return {"text": str(value)}


def table_rows(rows: Iterable[Sequence[Any]]) -> list[list[dict[str, Any]]]:
    """Return the rows of a table component from rows of plain values."""
    return [[_content(value) for value in row] for row in rows]


def error_list(form: Any) -> list[dict[str, str]]:
    """Return what the error summary lists, each linked to the box where it can be put right."""
    errors = [{"text": str(text)} for text in form.non_field_errors()]
    for bound in form:
        target = getattr(bound, "error_target", bound.id_for_label)
        # What nobody sees has no box to be led to.
        link = {} if bound.is_hidden else {"href": f"#{target}"}
        errors += [{"text": str(text), **link} for text in bound.errors]
    return errors


def page_links(page: Any, query: str = "") -> dict[str, Any] | None:
    """Return the pagination of one page of a Django paginator; ``query`` keeps the filters."""
    if page.paginator.num_pages < 2:
        return None
    prefix = f"?{query}&page=" if query else "?page="
    items: list[dict[str, Any]] = []
    for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1):
        if isinstance(number, int):
            items.append(
                {"number": number, "href": f"{prefix}{number}", "current": number == page.number}
            )
        else:
            items.append({"ellipsis": True})
    links: dict[str, Any] = {"items": items}
    if page.has_previous():
        links["previous"] = {"href": f"{prefix}{page.previous_page_number()}"}
    if page.has_next():
        links["next"] = {"href": f"{prefix}{page.next_page_number()}"}
    return links
