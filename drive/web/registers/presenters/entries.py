"""Entries in words: on the page of a case, in a table, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext

from drive.web.casework.models import DriveCase
from drive.web.design_system.presenters import (
    date_in_words,
    summary_row,
    table_rows,
    time_in_words,
)
from drive.web.recording.presenters.clash import value_in_words
from drive.web.registers.queries.words import values_of
from drive.web.registers.registry.declaration import Group, Opened, Register
from drive.web.registers.registry.every import REGISTERS
from drive.web.registers.registry.work import PAYMENTS
from drive.web.registers.rules.money import Pence

SHOWN = 3
"""So many of what stands now are named on the page of a case."""


def groups(case: DriveCase, kept: Mapping[str, list[Any]], today: date) -> list[dict[str, Any]]:
    """Return the registers of a case under their headings, with what stands now."""
    made: dict[Group, list[dict[str, Any]]] = {group: [] for group in Group}
    for register in REGISTERS.values():
        made[register.group].append(_line(register, case, kept[register.slug], today))
    return [{"title": gettext(group.label), "rows": rows} for group, rows in made.items()]


def _line(register: Register, case: DriveCase, rows: list[Any], today: date) -> dict[str, Any]:
    now = _now(register, rows, today)
    address = reverse("registers:list", args=[case.pk, register.slug])
    link = format_html('<a class="govuk-link" href="{}">{}</a>', address, gettext(register.title))
    return {
        "key": {"html": link},
        "value": {"text": _said_of(register, rows, now)},
    }


def _now(register: Register, rows: list[Any], today: date) -> list[Any]:
    if register.lasts:
        return [row for row in rows if row.ends_on is None or row.ends_on >= today]
    return rows


def _said_of(register: Register, rows: list[Any], now: list[Any]) -> str:
    if not rows:
        return gettext("Nothing recorded")
    if register is PAYMENTS:
        total = Pence(sum(row.pence for row in rows))
        return gettext("%(total)s in all") % {"total": total}
    if register.lasts:
        named = ", ".join(register.headline(row) for row in now[:SHOWN])
        counted = ngettext("%(n)s now", "%(n)s now", len(now)) % {"n": len(now)}
        return f"{counted}: {named}" if now else gettext("None now, %s in all") % len(rows)
    headline = register.headline(rows[0])
    counted = gettext("%(n)s, the latest on %(day)s") % {
        "n": len(rows),
        "day": date_in_words(rows[0].happened_on),
    }
    return f"{counted}: {headline}" if headline else counted


def head(register: Register) -> list[str]:
    """Return the headings of a register's table."""
    return [gettext("Day"), *(gettext(column.heading) for column in register.columns)]


def rows(register: Register, entries: Iterable[Opened]) -> list[list[dict[str, Any]]]:
    """Return the rows of a register's table."""
    return table_rows(
        [_day(register, each), *(column.show(each) for column in register.columns)]
        for each in entries
    )


def _day(register: Register, each: Opened) -> Any:
    row = each.row
    address = reverse("registers:entry", args=[row.drive_case_id, register.slug, row.pk])
    sealed = _SEALED if each.victim_side else ""
    return format_html(
        '<a class="govuk-link" href="{}">{}</a>{}',
        address,
        date_in_words(row.happened_on),
        format_html(sealed, gettext("Sealed")) if sealed else "",
    )


_SEALED = ' <strong class="govuk-tag govuk-tag--purple">{}</strong>'


def facts(register: Register, entry: Opened) -> list[dict[str, Any]]:
    """Return everything that an entry says, under the words of its form."""
    values = values_of(register, entry.row) | dict(entry.about)
    asked = register.form().fields
    made = [
        summary_row(str(field.label), _value(field, name, values[name], entry))
        for name, field in asked.items()
        if values.get(name) not in ("", None, [])
    ]
    if entry.words.get("ending"):
        made.append(summary_row(gettext("How it ended"), _written(entry.words["ending"])))
    return made


def _value(field: Any, name: str, value: Any, entry: Opened) -> Any:
    if name in entry.words:
        return _written(value)
    return value if name in entry.about else value_in_words(field, value)


def _written(text: str) -> Any:
    return format_html('<span class="drive-text">{}</span>', text)


def earlier(register: Register, entries: Iterable[Opened]) -> list[dict[str, Any]]:
    """Return what an entry said before it was put right, the newest first."""
    return [
        {
            "when": gettext("As it was written %(when)s by %(who)s")
            % {"when": time_in_words(each.row.recorded_at), "who": each.row.recorded_by.name},
            "facts": facts(register, each),
        }
        for each in entries
    ]


def versions(register: Register, rows: Iterable[Any]) -> list[list[dict[str, Any]]]:
    """Return who wrote each row of an entry, the newest first."""
    return table_rows(
        [time_in_words(row.recorded_at), row.recorded_by.name, _what(register, row)] for row in rows
    )


def _what(register: Register, row: Any) -> str:
    if row.taken_back:
        return gettext("Taken back")
    return register.headline(row) or register.one_named
