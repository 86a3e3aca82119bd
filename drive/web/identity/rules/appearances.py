"""What one human being was at each hearing: repeat, serial, and the groups, as known then.

`drive.linkage.groups` says the same of all cases at once, by data frames; this is for the page of
one person, whose hearings are few. A test compares the two on random cases.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from drive.vocabulary.identity import PartyRole
from drive.web.core.dates import add_months

REPEAT_WITHIN_MONTHS = 12


@dataclass(frozen=True, kw_only=True)
class Appearance:
    """One hearing of one human being.

    Parameters
    ----------
    hearing : UUID
        The key of the hearing; it orders those of one day.
    heard_on : datetime.date
        The day of the meeting.
    role : PartyRole
        What he or she was in it.
    other : UUID
        Who stands for the other party.
    """

    hearing: UUID
    heard_on: date
    role: PartyRole
    other: UUID


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What somebody was at one hearing, by the hearings until then; a later one changes nothing.

    `identical`: the same two people on the same day. `same_dyad`: the same two people before, which
    makes a perpetrator a repeat one. `other_before`: heard before in this role with somebody else:
    the same perpetrator with another victim-survivor, or she with another perpetrator.
    `before_drive`: heard before the first day of Drive; None where that day is not known.
    `is_repeat`: the same two people within twelve months. `others_so_far`: how many people he or
    she was heard with in this role; a perpetrator of more than one is a serial one.
    """

    identical: bool
    same_dyad: bool
    other_before: bool
    before_drive: bool | None
    is_repeat: bool
    others_so_far: int


def standings(
    appearances: Iterable[Appearance], *, began_on: date | None = None
) -> dict[UUID, Standing]:
    """Return what one human being was at each hearing.

    Parameters
    ----------
    appearances : iterable of Appearance
        The hearings of one human being, in any order.
    began_on : datetime.date or None
        The first day of Drive.
    """
    known = list(appearances)
    return {
        each.hearing: _standing(each, [one for one in known if one.role == each.role], began_on)
        for each in known
    }


def _standing(now: Appearance, known: list[Appearance], began_on: date | None) -> Standing:
    before = [one for one in known if one.heard_on < now.heard_on]
    # Of two on one day the one with the lower key counts as entered first.
    first_entered = [
        one for one in known if one.heard_on == now.heard_on and str(one.hearing) < str(now.hearing)
    ]
    together = [one.heard_on for one in before if one.other == now.other]
    return Standing(
        identical=any(one.other == now.other for one in first_entered),
        same_dyad=bool(together),
        other_before=any(one.other != now.other for one in [*before, *first_entered]),
        before_drive=_before_drive(now, before, began_on),
        is_repeat=bool(together)
        and now.heard_on <= add_months(max(together), REPEAT_WITHIN_MONTHS),
        others_so_far=len({one.other for one in known if one.heard_on <= now.heard_on}),
    )


def _before_drive(now: Appearance, before: list[Appearance], began_on: date | None) -> bool | None:
    if began_on is None:
        return None
    return now.heard_on >= began_on and any(one.heard_on < began_on for one in before)
