"""Words of finding somebody."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from drive.web.design_system.presenters import count_of, date_in_words, label, table_rows
from drive.web.identity.presenters.parts import lines, link
from drive.web.identity.queries.searching import Found


def found_in_words(found: Found) -> str:
    """Return how many people were found, and how many of them are shown."""
    people = count_of(found.in_all, "person found", "people found")
    if found.in_all > len(found.matches):
        return _("%(people)s; the %(shown)s that are most alike are shown.") % {
            "people": people,
            "shown": len(found.matches),
        }
    return f"{people}."


def found_table(found: Found) -> dict[str, Any]:
    """Return the table of those found."""
    rows = [
        [
            link(each.person.name, reverse("identity:person", args=[each.person.pk])),
            date_in_words(each.person.date_of_birth),
            lines([label(why) for why in each.differs_in]) if each.differs_in else _("Equal"),
        ]
        for each in found.matches
    ]
    return {
        "caption": _("People found"),
        "hide_caption": True,
        "head": [_("Name"), _("Born"), _("Compared with what you typed")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }
