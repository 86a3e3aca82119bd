"""Columns of the tables, made from the name of a field."""

from __future__ import annotations

from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.word import Word
from drive.web.design_system.presenters import date_in_words, label
from drive.web.registers.registry.declaration import Column, Opened

SHOWN = 160
"""So much of a text stands in a table; all of it on the page of the entry."""


def code(name: str, heading: str, words: type[Word]) -> Column:
    """Return a column of codes; several stand one after the other."""

    def show(opened: Opened) -> str:
        kept = getattr(opened.row, name)
        return in_words(kept, words)

    return Column(heading=heading, show=show)


def in_words(kept: str, words: type[Word]) -> str:
    """Return the label of a code, or of several."""
    return ", ".join(label(words(each)) for each in kept.split(",")) if kept else ""


def said(name: str, heading: str) -> Column:
    """Return a column of what somebody wrote, shortened."""

    def show(opened: Opened) -> str:
        return Truncator(opened.words[name]).chars(SHOWN)

    return Column(heading=heading, show=show)


def day(name: str, heading: str, *, none: str = "") -> Column:
    """Return a column of days."""

    def show(opened: Opened) -> str:
        kept: Any = getattr(opened.row, name)
        return date_in_words(kept) if kept else gettext(none) if none else ""

    return Column(heading=heading, show=show)


def about(name: str, heading: str) -> Column:
    """Return a column of what the entry points to."""

    def show(opened: Opened) -> str:
        return opened.about.get(name, "")

    return Column(heading=heading, show=show)


def told_by() -> Column:
    """Return the column of who told it."""
    return code("informant", "Told by", InformationSource)
