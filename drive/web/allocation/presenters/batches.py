"""Words of a locked batch and of what it drew."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from drive.vocabulary.allocation import AllocationMethod, Arm, SaltSource
from drive.web.accounts.models import User
from drive.web.allocation.actions import Drawn
from drive.web.allocation.models import Batch, DrawUnit, LockedHearing
from drive.web.allocation.presenters.arms import arm_tag
from drive.web.allocation.presenters.seals import in_code
from drive.web.allocation.presenters.waiting import batch_link, locked_by, salt_link
from drive.web.core.dates import in_words
from drive.web.design_system.presenters import (
    count_of,
    label,
    summary_row,
    table_rows,
    time_in_words,
)


def summary(batch: Batch) -> list[dict[str, Any]]:
    """Return what is said of a batch: no name, and no arm."""
    rows = [
        (_("Site"), batch.site.name),
        (_("In it"), count_of(batch.hearings.count(), _("hearing"), _("hearings"))),
        (_("Locked"), _moment(batch.recorded_at, batch.recorded_by)),
        (_("Stands at"), state_of(batch)),
    ]
    if batch.places:
        rows.insert(2, (_("Places"), str(batch.places)))
    if batch.salt:
        rows.append((_("Salt"), batch.salt))
        rows.append((_("Salt from"), label(SaltSource(batch.salt_source))))
        rows.append((_("Rows in the log then"), f"{batch.head_number:,}"))
        rows.append((_("Seal of the last row"), in_code(batch.head_seal)))
    if batch.released_reason:
        rows.append((_("Why it was released"), batch.released_reason))
    return [summary_row(name, said) for name, said in rows]


def state_of(batch: Batch) -> str:
    """Return how a batch stands, with the day and who brought it there."""
    if batch.drawn_at and batch.drawn_by:
        return _("Drawn: %(moment)s") % {"moment": _moment(batch.drawn_at, batch.drawn_by)}
    if batch.released_at and batch.released_by:
        moment = _moment(batch.released_at, batch.released_by)
        return _("Released, nobody was drawn: %(moment)s") % {"moment": moment}
    return _("Locked, waiting for the salt of a second person")


def _moment(moment: Any, who: User) -> str:
    return _("%(moment)s by %(who)s") % {"moment": time_in_words(moment), "who": who.name}


def entries_table(
    batch: Batch, entries: Sequence[LockedHearing], units: Mapping[int, DrawUnit]
) -> dict[str, Any]:
    """Return the table of who is in a batch and, once it is drawn, of what each drew."""
    drawn = batch.drawn_at is not None
    head = [_("Unit"), _("Perpetrator"), _("Born"), _("Heard on"), _("Marac")]
    return {
        "caption": _("Drawn") if drawn else _("In the batch"),
        "head": [*head, _("Arm"), _("Probability of Drive")] if drawn else head,
        "rows": table_rows([_entry(each, units.get(each.unit)) for each in entries]),
    }


def _entry(entry: LockedHearing, unit: DrawUnit | None) -> list[Any]:
    person = entry.perpetrator.person
    born = person.date_of_birth
    row = [
        str(entry.unit),
        person.name,
        in_words(born) if born else _("Not known"),
        entry.hearing.meeting.held_on,
        entry.hearing.meeting.marac.name,
    ]
    if unit is None:
        return row
    return [*row, _what_was_drawn(entry.batch, unit), f"{unit.p_assignment:.1%}"]


def _what_was_drawn(batch: Batch, unit: DrawUnit) -> Any:
    if batch.period.method != AllocationMethod.PANEL:
        return arm_tag(unit.arm)
    # Whoever has no place in a service's lottery is in no arm.
    return arm_tag(unit.arm) if unit.arm == Arm.DRIVE else _("No place")


def settled_table(batches: Iterable[Batch]) -> dict[str, Any]:
    """Return the table of the batches that were drawn or released last."""
    rows = [[batch_link(batch), batch.site.name, state_of(batch)] for batch in batches]
    return {
        "caption": _("Drawn or released last"),
        "head": [_("Batch"), _("Site"), _("Stands at")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def salts_table(batches: Iterable[Batch], actor: User) -> dict[str, Any]:
    """Return the table of the batches that wait for a salt, by number and site only."""
    rows = [
        [
            _("Batch %(number)s") % {"number": batch.number},
            batch.site.name,
            locked_by(batch, actor),
            salt_link(batch, actor),
        ]
        for batch in batches
    ]
    return {
        "caption": _("Batches that wait for a salt"),
        "hide_caption": True,
        "head": [_("Batch"), _("Site"), _("Locked"), _("Next")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def drawn_in_words(drawn: Drawn) -> str:
    """Return what a draw did, in one sentence."""
    drive = sum(allocation.arm == Arm.DRIVE for allocation in drawn.allocations)
    return _("%(drawn)s: %(drive)s to Drive, %(others)s not.") % {
        "drawn": count_of(len(drawn.decisions), _("perpetrator drawn"), _("perpetrators drawn")),
        "drive": drive,
        "others": len(drawn.decisions) - drive,
    }


def released_in_words(batch: Batch) -> str:
    """Return why nobody was drawn."""
    return _("Nobody was drawn, and the batch is released: its hearings wait again. %(why)s") % {
        "why": batch.released_reason
    }
