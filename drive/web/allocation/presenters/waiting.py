"""Words of what waits for a draw, and of the page on which a batch is checked."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from drive.vocabulary.allocation import AllocationMethod
from drive.web.accounts.models import User
from drive.web.allocation.actions import Locked
from drive.web.allocation.models import Batch, DesignPeriod
from drive.web.allocation.queries import Line, SiteToday, hearings_of
from drive.web.allocation.rules import Door, Holding, Waiting, days_held, holding
from drive.web.core.dates import in_words
from drive.web.design_system.presenters import (
    count_of,
    date_in_words,
    label,
    table_rows,
    time_in_words,
)
from drive.web.referrals.models import MaracHearing


def sites_table(sites: Iterable[SiteToday], today: date) -> dict[str, Any]:
    """Return the table of sites: the design in force, what waits, and who is held."""
    rows = [
        [
            each.site.name,
            design_in_words(each.period),
            count_of(each.waiting, "hearing", "hearings"),
            holding_in_words(holding(each.line.held, today)) or _("None"),
            _next_step(each),
        ]
        for each in sites
    ]
    return {
        "caption": _("Sites"),
        "hide_caption": True,
        "head": [_("Site"), _("Design"), _("Waiting"), _("Held"), _("Next")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def design_in_words(period: DesignPeriod | None) -> str:
    """Return `1 Drive to 8 control since 1 April 2016`, or how else people come to Drive."""
    if period is None:
        return _("No design is set")
    if period.ratio is None:
        return _("%(method)s since %(day)s") % {
            "method": label(AllocationMethod(period.method)),
            "day": date_in_words(period.starts_on),
        }
    drive, control = period.ratio
    return _("%(drive)s Drive to %(control)s control since %(day)s") % {
        "drive": drive,
        "control": control,
        "day": date_in_words(period.starts_on),
    }


def _next_step(each: SiteToday) -> Any:
    if each.period is None:
        address = f"{reverse('allocation:set_design')}?site={each.site.code}"
        return _link(address, _("Set a design first"), each.site.name)
    if each.period.method == AllocationMethod.PANEL:
        return _("A panel selects")
    if not each.waiting:
        return _("Nothing waits")
    address = reverse("allocation:lock", args=[each.site.code])
    return _link(address, _("Check and lock a batch"), each.site.name)


def _link(address: str, text: str, site: str) -> Any:
    return format_html(
        '<a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden"> {}</span></a>',
        address,
        text,
        _("for %(site)s") % {"site": site},
    )


def batches_table(batches: Iterable[Batch], actor: User) -> dict[str, Any]:
    """Return the table of the batches that are locked and not drawn."""
    rows = [
        [
            batch_link(batch),
            batch.site.name,
            count_of(batch.hearings.count(), _("hearing"), _("hearings")),
            locked_by(batch, actor),
            salt_link(batch, actor),
        ]
        for batch in batches
    ]
    return {
        "caption": _("Locked, waiting for the salt of a second person"),
        "head": [_("Batch"), _("Site"), _("In it"), _("Locked"), _("Next")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def batch_link(batch: Batch) -> Any:
    """Return the way to a batch, by its number."""
    return format_html(
        '<a class="govuk-link" href="{}">{}</a>',
        reverse("allocation:batch", args=[batch.pk]),
        _("Batch %(number)s") % {"number": batch.number},
    )


def salt_link(batch: Batch, actor: User) -> Any:
    """Return the way to the salt of a batch; whoever locked it is told who enters it."""
    if batch.recorded_by_id == actor.pk:
        return _("Another allocator or the evaluator enters the salt")
    return format_html(
        '<a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden"> {}</span></a>',
        reverse("allocation:salt", args=[batch.pk]),
        _("Enter the salt and draw"),
        _("of batch %(number)s") % {"number": batch.number},
    )


def locked_by(batch: Batch, actor: User) -> str:
    """Return when a batch was locked, and by whom."""
    who = _("you") if batch.recorded_by_id == actor.pk else batch.recorded_by.name
    return _("%(moment)s by %(who)s") % {"moment": time_in_words(batch.recorded_at), "who": who}


def meetings_offered(line: Line) -> list[tuple[str, str]]:
    """Return the Maracs whose hearings wait, as options, with how many of each."""
    hearings = hearings_of(line.ready)
    meetings = {hearing.meeting_id: hearing.meeting for hearing in hearings.values()}
    counts: dict[UUID, int] = {}
    for each in line.ready:
        counts[each.meeting] = counts.get(each.meeting, 0) + 1
    in_order = sorted(meetings.values(), key=lambda one: (one.held_on, one.marac.name))
    return [
        (
            str(meeting.pk),
            _("%(marac)s, %(day)s: %(count)s")
            % {
                "marac": meeting.marac.name,
                "day": date_in_words(meeting.held_on),
                "count": count_of(counts[meeting.pk], _("hearing"), _("hearings")),
            },
        )
        for meeting in in_order
    ]


def units_table(
    units: Sequence[Sequence[Door]],
    hearings: Mapping[UUID, MaracHearing],
    shown: Collection[UUID],
) -> dict[str, Any]:
    """Return the table of those who will be drawn. Co-perpetrators stand in one row.

    `shown` are the hearings that this person may see: of the others the day alone is shown.
    """
    rows = []
    for unit in units:
        of_unit = [hearings[door.waiting.hearing] for door in unit]
        who = [_who(hearing, shown) for hearing in of_unit]
        names = format_html("{}", _joined([name for name, _born in who]))
        born = format_html("{}", _joined([born for _name, born in who]))
        meeting = of_unit[0].meeting
        rows.append([names, born, meeting.held_on, meeting.marac.name, _alone(of_unit, who)])
    return {
        "caption": _("Will be locked and drawn"),
        "head": [_("Perpetrator"), _("Born"), _("Heard on"), _("Marac"), _("Instead")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def _joined(parts: Sequence[str]) -> Any:
    joined = format_html("{}", parts[0])
    for part in parts[1:]:
        joined = format_html("{}<br>{}", joined, part)
    return joined


def _alone(hearings: Sequence[MaracHearing], who: Sequence[tuple[str, str]]) -> Any:
    address = reverse("allocation:lock", args=[hearings[0].site.code])
    return format_html(
        '<a class="govuk-link" href="{}?hearing={}">{}'
        '<span class="govuk-visually-hidden">: {}</span></a>',
        address,
        hearings[0].pk,
        _("Lock alone") if len(hearings) == 1 else _("Lock these alone"),
        ", ".join(name for name, _born in who),
    )


def excluded_table(
    doors: Sequence[Door], hearings: Mapping[UUID, MaracHearing], shown: Collection[UUID]
) -> dict[str, Any]:
    """Return the table of those who will not be drawn, with the reason."""
    out = [door for door in doors if not (door.eligibility.may_be_drawn or door.waits_for_first)]
    return _not_drawn(_("Will be excluded, and recorded"), out, hearings, shown)


def later_table(
    doors: Sequence[Door], hearings: Mapping[UUID, MaracHearing], shown: Collection[UUID]
) -> dict[str, Any]:
    """Return the table of those who are drawn through an earlier hearing of this batch."""
    later = [door for door in doors if door.waits_for_first]
    return _not_drawn(_("Will be decided on after this batch"), later, hearings, shown)


def _not_drawn(
    caption: str,
    doors: Sequence[Door],
    hearings: Mapping[UUID, MaracHearing],
    shown: Collection[UUID],
) -> dict[str, Any]:
    rows = []
    for door in doors:
        hearing = hearings[door.waiting.hearing]
        name, born = _who(hearing, shown)
        marac = hearing.meeting.marac.name
        rows.append([name, born, door.waiting.heard_on, marac, door.eligibility.reason])
    return {
        "caption": caption,
        "head": [_("Perpetrator"), _("Born"), _("Heard on"), _("Marac"), _("Why")],
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
        who = _who(hearing, shown)
        since = date_in_words(each.held_since)
        held_for = days_held(each, today)
        days = count_of(held_for, "working day", "working days") if held_for else _("Since today")
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
    draws = count_of(held.draws, "draw", "draws")
    if not held.longest:
        return _("%(draws)s, since today") % {"draws": draws}
    return _("%(draws)s, the longest for %(days)s") % {
        "draws": draws,
        "days": count_of(held.longest, "working day", "working days"),
    }


def _who(hearing: MaracHearing, shown: Collection[UUID]) -> tuple[str, str]:
    if hearing.pk not in shown:
        return _("Not shown to you"), ""
    person = hearing.dyad.perpetrator.person
    born = person.date_of_birth
    return person.name, in_words(born) if born else _("Not known")


def locked_in_words(locked: Locked) -> str:
    """Return what locking did, in one sentence."""
    units = locked.batch.hearings.count() if locked.batch else 0
    return _("%(locked)s. %(excluded)s.") % {
        "locked": count_of(units, _("hearing locked"), _("hearings locked")),
        "excluded": count_of(len(locked.excluded), _("hearing excluded"), _("hearings excluded")),
    }
