"""The six groups, the strata and the two arms as tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from drive.vocabulary.allocation import Arm
from drive.web.design_system.presenters import count_of, date_in_words, label
from drive.web.monitoring.presenters import Cell, heading, number, text
from drive.web.monitoring.rules.balance import Ages, Description, Share, Stratum
from drive.web.monitoring.rules.groups import Groups


def groups_table(groups: Groups) -> dict[str, Any]:
    """Return the six groups: an arm a row."""
    arms = {Arm.DRIVE: groups.six.drive, Arm.CONTROL: groups.six.control}
    return {
        "caption": _("The six groups today"),
        "head": [
            _("Arm"),
            heading(_("Perpetrators")),
            heading(_("Victim-survivors on Insights")),
            heading(_("Victim-survivors not with an IDVA")),
        ],
        "first_cell_is_header": True,
        "rows": [
            [
                text(label(arm)),
                number(each.perpetrators),
                number(each.on_insights),
                number(each.not_with_idva),
            ]
            for arm, each in arms.items()
        ],
    }


def both_arms_in_words(groups: Groups) -> str:
    """Return how many are linked to both arms and where they are counted; nothing if nobody is."""
    if not groups.in_both_arms:
        return ""
    linked = count_of(groups.in_both_arms, _("victim-survivor is"), _("victim-survivors are"))
    return _("%(linked)s linked to both arms, and counted at the first allocation.") % {
        "linked": linked
    }


def strata_table(strata: Iterable[Stratum]) -> dict[str, Any]:
    """Return each stratum: what was wanted, and what was found."""
    return {
        "caption": _("Strata: site and period"),
        "head": [
            _("Site"),
            _("Period"),
            heading(_("Drawn")),
            heading(_("Drive")),
            heading(_("Control")),
            _("Ratio wanted"),
            _("Ratio found"),
            heading(_("Share of Drive wanted")),
            heading(_("Share of Drive found")),
        ],
        "first_cell_is_header": True,
        "rows": [_stratum(each) for each in strata],
    }


def _stratum(each: Stratum) -> list[Cell]:
    return [
        text(each.site),
        text(_period(each)),
        number(each.drawn),
        number(each.drive),
        number(each.control),
        text(_wanted(each)),
        text(_found(each)),
        {"text": _share_in_words(each.wanted_share), "numeric": True},
        {"text": _share_in_words(each.found_share), "numeric": True},
    ]


def _period(each: Stratum) -> str:
    if each.starts_on is None or each.method is None:
        return _("Imported from the past")
    return _("From %(day)s: %(method)s") % {
        "day": date_in_words(each.starts_on),
        "method": label(each.method).lower(),
    }


def _wanted(each: Stratum) -> str:
    if each.ratio:
        return _("%(drive)s to %(control)s") % {"drive": each.ratio[0], "control": each.ratio[1]}
    return _("Not known") if each.method is None else _("As places allowed")


def _found(each: Stratum) -> str:
    if not each.drive:
        return _("%(drive)s to %(control)s") % {"drive": 0, "control": each.control}
    return _("1 to %(control)s") % {"control": f"{each.control / each.drive:.1f}"}


def _share_in_words(share: float | None) -> str:
    return _("Not known") if share is None else f"{share:.1%}"


def arms_table(described: Mapping[Arm, Description]) -> dict[str, Any]:
    """Return both arms as they stood at the draw."""
    rows = {
        _("Perpetrators"): [f"{described[arm].people:,}" for arm in Arm],
        _("Age in years: mean (standard deviation)"): [_mean(described[arm].ages) for arm in Arm],
        _("Age in years: median (quartiles)"): [_median(described[arm].ages) for arm in Arm],
        _("Birth date not known"): [f"{described[arm].ages.unknown:,}" for arm in Arm],
        _("Repeat perpetrator"): [_part(described[arm].repeat) for arm in Arm],
        _("Repeat not recorded at the draw"): [f"{described[arm].repeat.unknown:,}" for arm in Arm],
        _("Serial perpetrator"): [_part(described[arm].serial) for arm in Arm],
        _("Serial not recorded at the draw"): [f"{described[arm].serial.unknown:,}" for arm in Arm],
    }
    return {
        "caption": _("Both arms at the draw"),
        "head": [_("What"), *(heading(label(arm)) for arm in Arm)],
        "first_cell_is_header": True,
        "rows": [
            [text(words), *({"text": each, "numeric": True} for each in found)]
            for words, found in rows.items()
        ],
    }


def _mean(ages: Ages) -> str:
    if ages.mean is None:
        return _("Not known")
    return (
        f"{ages.mean:.1f}" if ages.deviation is None else f"{ages.mean:.1f} ({ages.deviation:.1f})"
    )


def _median(ages: Ages) -> str:
    if ages.quartiles is None:
        return _("Not known")
    low, middle, high = ages.quartiles
    return _("%(middle)s (%(low)s to %(high)s)") % {
        "low": f"{low:g}",
        "middle": f"{middle:g}",
        "high": f"{high:g}",
    }


def _part(share: Share) -> str:
    if not share.known:
        return _("Not known")
    return _("%(yes)s of %(known)s (%(percent)s)") % {
        "yes": f"{share.yes:,}",
        "known": f"{share.known:,}",
        "percent": f"{share.yes / share.known:.0%}",
    }
