"""Words of the lotteries among those whom a panel selected."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from drive.web.accounts.models import User
from drive.web.accounts.policy import may
from drive.web.core.dates import in_words
from drive.web.design_system.presenters import count_of, summary_row, time_in_words
from drive.web.panels.models import Panel
from drive.web.panels.presenters.parts import link, percent, places, table
from drive.web.panels.queries import Lottery, chance_of


def lottery_of(panel: Panel, lots: Mapping[UUID, bool], actor: User) -> dict[str, Any] | None:
    """Return what is to be said of a panel's lottery, if it needed one."""
    batch = panel.lottery
    if batch is None:
        return None
    free, units = chance_of(batch)
    rows = [
        summary_row(_("Places"), f"{free:,}"),
        summary_row(_("Drawn for"), _among(units)),
        summary_row(_("Probability of a place"), percent(free / units)),
        summary_row(_("Locked"), time_in_words(batch.recorded_at)),
    ]
    if batch.drawn_at:
        rows.append(summary_row(_("Drawn"), time_in_words(batch.drawn_at)))
        return {"rows": rows, "says": _drawn(lots), "batch": ""}
    if batch.released_at:
        rows.append(summary_row(_("Released"), time_in_words(batch.released_at)))
        return {"rows": rows, "says": _released(), "batch": ""}
    draws = may(actor, "allocation.view")
    address = reverse("allocation:batch", args=[batch.pk]) if draws else ""
    return {"rows": rows, "says": _waits(), "batch": address}


def _among(units: int) -> str:
    return count_of(units, _("perpetrator or group"), _("perpetrators or groups"))


def _drawn(lots: Mapping[UUID, bool]) -> str:
    drawn = sum(lots.values())
    return _("The lottery is drawn: %(drawn)s of %(all)s perpetrators have a place.") % {
        "drawn": drawn,
        "all": len(lots),
    }


def _released() -> str:
    return _(
        "The lottery was released without a draw, since something changed after the lock. Those "
        "in it wait for the next panel."
    )


def _waits() -> str:
    return _(
        "The lottery waits for its draw. A second person, an allocator or an evaluator other than "
        "whoever settled the panel, enters the salt."
    )


def lotteries_table(lotteries: Iterable[Lottery]) -> dict[str, Any]:
    """Return the lotteries in counts."""
    rows = [
        [
            link(
                in_words(each.panel.held_on),
                reverse("panels:panel", args=[each.panel.pk]),
                hidden=each.panel.site.name,
            ),
            each.panel.site.name,
            f"{each.units:,}",
            f"{each.panel.places:,}",
            percent(each.p),
            f"{each.drawn:,}",
            f"{each.not_drawn:,}",
            f"{each.first_drawn:,}",
            f"{each.first_not_drawn:,}",
        ]
        for each in lotteries
    ]
    head = [
        _("Panel of"),
        _("Site"),
        _("In the lottery"),
        _("Places"),
        _("Probability"),
        _("Drawn"),
        _("Not drawn"),
        _("First lottery: drawn"),
        _("First lottery: not drawn"),
    ]
    return table(_("Lotteries that were drawn"), head, rows)


def lottery_facts(lotteries: Sequence[Lottery]) -> list[dict[str, Any]]:
    """Return the lotteries together."""
    return [
        summary_row(_("Lotteries drawn"), f"{len(lotteries):,}"),
        summary_row(_("Places given"), places(sum(each.drawn for each in lotteries))),
        summary_row(
            _("Perpetrators in their first lottery, drawn"),
            f"{sum(each.first_drawn for each in lotteries):,}",
        ),
        summary_row(
            _("Perpetrators in their first lottery, not drawn"),
            f"{sum(each.first_not_drawn for each in lotteries):,}",
        ),
    ]
