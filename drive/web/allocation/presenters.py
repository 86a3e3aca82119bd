"""Words and component parameters of the pages of the draw."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from drive.vocabulary.allocation import AllocationOrigin, AllocationOutcome, Arm
from drive.web.allocation.models import Allocation, DesignPeriod, EligibilityDecision
from drive.web.allocation.queries import SiteToday
from drive.web.allocation.rules import Door, Holding, Waiting, days_held, holding
from drive.web.core.dates import in_words
from drive.web.design_system.presenters import count_of, date_in_words, label, table_rows
from drive.web.referrals.models import MaracHearing

_ARM_COLOURS = {Arm.DRIVE: "govuk-tag--purple", Arm.CONTROL: "govuk-tag--grey"}


def _tag(text: str, colour: str) -> Any:
    return format_html('<strong class="govuk-tag {}">{}</strong>', colour, text)


def arm_tag(arm: str | None) -> Any:
    """Return an arm as a tag, or nothing where there is none."""
    return _tag(label(Arm(arm)), _ARM_COLOURS[Arm(arm)]) if arm else ""


def sites_table(sites: Iterable[SiteToday], today: date) -> dict[str, Any]:
    """Return the table of sites: the ratio in force, the hearings that wait and those held."""
    rows = [
        [
            each.site.name,
            ratio_in_words(each.period),
            count_of(each.waiting, "hearing", "hearings"),
            holding_in_words(holding(each.line.held, today)) or _("None"),
            _next_step(each),
        ]
        for each in sites
    ]
    return {
        "caption": _("Sites"),
        "hide_caption": True,
        "head": [_("Site"), _("Ratio"), _("Waiting"), _("Held"), _("Next")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def ratio_in_words(period: DesignPeriod | None) -> str:
    """Return `1 Drive to 8 control since 1 April 2016`."""
    if period is None:
        return _("No ratio is set")
    return _("%(drive)s Drive to %(control)s control since %(day)s") % {
        "drive": period.drive_share,
        "control": period.control_share,
        "day": date_in_words(period.starts_on),
    }


def _next_step(each: SiteToday) -> Any:
    if not each.waiting:
        return _("Nothing waits")
    if each.period is None:
        return _("Set a ratio first")
    return format_html(
        '<a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden"> {}</span></a>',
        reverse("allocation:draw", args=[each.site.code]),
        _("Decide eligibility and draw"),
        _("for %(site)s") % {"site": each.site.name},
    )


def doors_table(
    doors: Sequence[Door],
    hearings: Mapping[UUID, MaracHearing],
    shown: Collection[UUID],
    *,
    drawn: bool,
) -> dict[str, Any]:
    """Return the table of those who will be drawn, or of those who will not with the reason.

    `shown` are the hearings that this person may see: of the others the day alone is shown.
    """
    rows = []
    for door in doors:
        if door.eligibility.may_be_drawn == drawn:
            hearing = hearings[door.waiting.hearing]
            who = _who(hearing) if hearing.pk in shown else [_("Not shown to you"), ""]
            why = [] if drawn else [door.eligibility.reason]
            rows.append([*who, door.waiting.heard_on, hearing.meeting.marac.name, *why])
    head = [_("Perpetrator"), _("Born"), _("Heard on"), _("Marac")]
    return {
        "caption": _("Will be drawn") if drawn else _("Will be excluded, and recorded"),
        "head": head if drawn else [*head, _("Why")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def held_table(
    held: Iterable[Waiting],
    hearings: Mapping[UUID, MaracHearing],
    shown: Collection[UUID],
    today: date,
) -> dict[str, Any]:
    """Return the table of those whom a question of identity holds, and how long it has."""
    rows = []
    for each in held:
        hearing = hearings[each.hearing]
        who = _who(hearing) if hearing.pk in shown else [_("Not shown to you"), ""]
        since = date_in_words(each.held_since)
        days = count_of(days_held(each, today), "working day", "working days")
        rows.append([*who, each.heard_on, hearing.meeting.marac.name, since, days])
    return {
        "caption": _("Held by a question of identity"),
        "head": [
            _("Perpetrator"),
            _("Born"),
            _("Heard on"),
            _("Marac"),
            _("Held since"),
            _("Held for"),
        ],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def holding_in_words(held: Holding) -> str:
    """Return `2 draws, the longest for 3 working days`, or nothing if none is held."""
    if not held.draws:
        return ""
    return _("%(draws)s, the longest for %(days)s") % {
        "draws": count_of(held.draws, "draw", "draws"),
        "days": count_of(held.longest, "working day", "working days"),
    }


def _who(hearing: MaracHearing) -> list[str]:
    person = hearing.dyad.perpetrator.person
    born = person.date_of_birth
    return [person.name, in_words(born) if born else _("Not known")]


def selected_filters(chosen: Mapping[str, tuple[str, str]], address: str) -> list[dict[str, str]]:
    """Return each filter that is set, with the address of the list without it."""
    items = []
    for name, (_code, text) in chosen.items():
        rest = "&".join(
            f"{other}={code}" for other, (code, _text) in chosen.items() if other != name
        )
        items.append({"text": text, "href": f"{address}?{rest}" if rest else address})
    return items


def periods_table(periods: Iterable[DesignPeriod]) -> dict[str, Any]:
    """Return the table of every ratio that was set."""
    rows = [
        [
            period.site.name,
            period.starts_on,
            f"{period.drive_share} : {period.control_share}",
            f"{period.p_assignment:.1%}",
            period.recorded_by.name,
        ]
        for period in periods
    ]
    return {
        "caption": _("Ratios"),
        "head": [
            _("Site"),
            _("First day"),
            _("Drive to control"),
            _("Probability of Drive"),
            _("Set by"),
        ],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def log_table(decisions: Iterable[EligibilityDecision]) -> dict[str, Any]:
    """Return the log: every decision at the door of the draw, and the arm that followed."""
    rows = [_log_row(decision) for decision in decisions]
    return {
        "caption": _("Allocation log"),
        "hide_caption": True,
        "head": [
            _("Perpetrator"),
            _("Site"),
            _("Heard on"),
            _("Outcome"),
            _("Arm"),
            _("Allocated on"),
            _("Origin"),
        ],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def _log_row(decision: Any) -> list[Any]:
    said = label(AllocationOutcome(decision.stands))
    note = _note(decision)
    if note:
        said = format_html("{}<br>{}", said, note)
    return [
        decision.perpetrator.person.name,
        decision.perpetrator.site.name,
        decision.heard_on,
        said,
        arm_tag(decision.arm),
        date_in_words(decision.allocated_on) if decision.allocated_on else "",
        label(AllocationOrigin(decision.origin)) if decision.origin else "",
    ]


def _note(decision: Any) -> str:
    if decision.stands == AllocationOutcome.VOID_DUPLICATE:
        return _("Void since %(day)s") % {"day": date_in_words(decision.void_since)}
    return str(decision.reason)


def drawn_in_words(allocations: Sequence[Allocation], excluded: int) -> str:
    """Return what a draw did, in one sentence."""
    drive = sum(allocation.arm == Arm.DRIVE for allocation in allocations)
    return _("%(drawn)s: %(drive)s to Drive, %(control)s to control. %(excluded)s.") % {
        "drawn": count_of(len(allocations), _("perpetrator drawn"), _("perpetrators drawn")),
        "drive": drive,
        "control": len(allocations) - drive,
        "excluded": count_of(excluded, _("hearing excluded"), _("hearings excluded")),
    }
