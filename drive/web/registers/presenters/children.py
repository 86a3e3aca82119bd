"""Children and what they are to children's social care now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext

from drive.vocabulary.registers import ChildStatus
from drive.web.design_system.presenters import date_in_words, label, table_rows
from drive.web.registers.queries.children import ChildNow


def status_rows(children: Iterable[ChildNow]) -> list[list[dict[str, Any]]]:
    """Return each child with the status that counts now, and since when."""
    return table_rows(
        [
            each.child.words["label"],
            label(ChildStatus(each.status.status)) if each.status else gettext("Not recorded"),
            date_in_words(each.status.happened_on) if each.status else "",
        ]
        for each in children
    )
