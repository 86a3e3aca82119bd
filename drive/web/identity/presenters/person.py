"""Words of the page of one person."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from drive.vocabulary.identity import PartyRole
from drive.web.design_system.presenters import (
    date_in_words,
    label,
    summary_row,
    table_rows,
    time_in_words,
)
from drive.web.identity.presenters.parts import (
    born_in_words,
    lines,
    link,
    name_of,
    source_in_words,
)
from drive.web.identity.queries.groups import Heard, Human
from drive.web.identity.rules import Standing


def summary(who: Human) -> list[dict[str, Any]]:
    """Return names, birth dates, and the roles by site."""
    roles = sorted({(label(PartyRole(each.role)), each.agency.site.name) for each in who.mentions})
    born = [born_in_words(each.date_of_birth) for each in who.mentions]
    return [
        summary_row(_("Names"), lines([name_of(each) for each in who.mentions])),
        summary_row(_("Dates of birth, as typed"), lines(born)),
        summary_row(
            _("Roles"),
            lines(
                [_("%(role)s in %(site)s") % {"role": role, "site": site} for role, site in roles]
            ),
        ),
        summary_row(_("Records that are this person"), len(who.people)),
    ]


def hearings_table(
    heard: Iterable[Heard], standings: Mapping[UUID, Standing], *, opens: bool
) -> dict[str, Any]:
    """Return the hearings, newest first, with what he or she was at each."""
    rows = [
        [
            _day(each, opens=opens),
            each.hearing.meeting.marac.name,
            label(each.role),
            each.other.name,
            lines(standing_in_words(each.role, standings[each.hearing.pk])),
        ]
        for each in reversed(list(heard))
    ]
    return {
        "caption": _("Hearings"),
        "head": [_("Heard on"), _("Marac"), _("As"), _("With"), _("Known at that hearing")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def _day(each: Heard, *, opens: bool) -> Any:
    day = each.hearing.meeting.held_on
    if not opens:
        return day
    return link(date_in_words(day), reverse("referrals:hearing", args=[each.hearing.pk]))


def standing_in_words(role: PartyRole, standing: Standing) -> list[str]:
    """Return what somebody was at one hearing, in words."""
    is_his = role is PartyRole.PERPETRATOR
    said = [
        (standing.identical, _("The same two people a second time on one day")),
        (standing.is_repeat, _("Repeat: the same two people within 12 months")),
        (
            standing.same_dyad and not standing.is_repeat,
            _("The same two people, more than 12 months before"),
        ),
        (is_his and standing.same_dyad, _("Repeat perpetrator")),
        (
            standing.other_before,
            _("Heard before with another victim-survivor")
            if is_his
            else _("Heard before with another perpetrator"),
        ),
        (
            is_his and standing.others_so_far > 1,
            _("Serial perpetrator: %(count)s victim-survivors so far")
            % {"count": standing.others_so_far},
        ),
        (bool(standing.before_drive), _("Heard before Drive began")),
    ]
    return [words for holds, words in said if holds] or [_("First hearing")]


def mentions_table(who: Human) -> dict[str, Any]:
    """Return everybody who was typed and is this person, as typed."""
    rows = [
        [
            name_of(each),
            born_in_words(each.date_of_birth),
            label(PartyRole(each.role)),
            each.agency.name,
            source_in_words(each),
            time_in_words(each.recorded_at),
        ]
        for each in who.mentions
    ]
    return {
        "caption": _("As typed"),
        "head": [
            _("Name"),
            _("Date of birth"),
            _("Role"),
            _("Marac"),
            _("Source"),
            _("Recorded"),
        ],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }
