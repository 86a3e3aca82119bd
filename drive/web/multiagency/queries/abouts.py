"""What of a case a request can be about: entries of registers, and hearings."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from drive.vocabulary.registers import AdvocacyAim
from drive.vocabulary.requests import RequestKind
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.design_system.presenters import date_in_words, label
from drive.web.multiagency.models import Request
from drive.web.multiagency.queries.again import hearings_of
from drive.web.multiagency.rules.kinds import KINDS
from drive.web.referrals.models import MaracHearing
from drive.web.registers.queries.entries import standing
from drive.web.registers.queries.words import opened
from drive.web.registers.registry.declaration import Opened, Register
from drive.web.registers.registry.every import REGISTERS


def register_for(kind: RequestKind) -> Register | None:
    """Return the register in which stands what a kind of request is about, if in any."""
    return REGISTERS.get(KINDS[kind].register)


def entries_for(case: DriveCase, kind: RequestKind, actor: User) -> list[Opened]:
    """Return the entries of a case that a kind of request can be about, the latest first."""
    register = register_for(kind)
    if register is None:
        return []
    return opened(register, standing(register, case, actor), actor)


def entry_of(request: Request, actor: User) -> Opened | None:
    """Return the entry that a request is about, as it stands now."""
    found = entries_for(request.drive_case, RequestKind(request.kind), actor)
    return next((each for each in found if each.row.origin == request.entry), None)


def named(entry: Opened, kind: RequestKind) -> str:
    """Return what an entry is called where one chooses it."""
    day = date_in_words(entry.row.happened_on)
    if kind is RequestKind.CHILD:
        return entry.words["label"]
    if kind is RequestKind.ADVOCACY:
        return f"{day}: {label(AdvocacyAim(entry.row.aim))}"
    return _("%(day)s: breach of %(order)s") % {"day": day, "order": entry.about.get("order", "")}


def choices_for(case: DriveCase, kind: RequestKind, actor: User) -> list[tuple[UUID, str]]:
    """Return what a kind of request can be about, as one chooses it."""
    return [(each.row.origin, named(each, kind)) for each in entries_for(case, kind, actor)]


def hearings_for(case: DriveCase, kind: RequestKind, actor: User) -> list[MaracHearing]:
    """Return the hearings of the pairs of a case, where a kind of request is about one."""
    return list(hearings_of(case, actor)) if kind is RequestKind.MARAC else []


def later_hearings(request: Request, actor: User) -> list[MaracHearing]:
    """Return the hearings that can have come of a referral: all but the first."""
    if request.kind != RequestKind.MARAC:
        return []
    found = hearings_of(request.drive_case, actor).exclude(pk=request.marac.original_id)
    return list(found.filter(meeting__held_on__gte=request.marac.trigger_on))
