"""What a request of a single kind shows on its page besides the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from drive.vocabulary.requests import RequestKind
from drive.web.accounts.models import User
from drive.web.core.clock import today
from drive.web.multiagency.presenters.requests import of_kinds as words
from drive.web.multiagency.queries.abouts import entry_of, register_for
from drive.web.multiagency.queries.details import application_of, child_so_far, rehearing_of
from drive.web.multiagency.queries.standing import Opened


@dataclass(frozen=True, kw_only=True)
class Special:
    """The rows of what is special, the records that they show, and what one does next."""

    rows: Sequence[dict[str, Any]] = ()
    seen: Sequence[Model] = field(default_factory=tuple)
    refers_again: bool = False


def of_its_kind(found: Opened, actor: User) -> Special:
    """Return what a request shows that only its kind has."""
    kind = RequestKind(found.request.kind)
    if kind is RequestKind.DISCLOSURE:
        return _disclosure(found, actor)
    if kind is RequestKind.MARAC:
        again = rehearing_of(found.request, actor)
        return Special(rows=words.marac_rows(again), seen=[again.row])
    return _entry(found, actor) if register_for(kind) else Special()


def _disclosure(found: Opened, actor: User) -> Special:
    application = application_of(found, actor, today())
    told = [application.disclosure] if application.disclosure else []
    shown = [application.row, *application.outcomes, *told]
    return Special(rows=words.dvds_rows(application), seen=shown)


def _entry(found: Opened, actor: User) -> Special:
    request, kind = found.request, RequestKind(found.request.kind)
    register, entry = register_for(kind), entry_of(found.request, actor)
    if register is None or entry is None:
        return Special()
    rows = words.entry_rows(register, entry, kind)
    if kind is not RequestKind.CHILD:
        return Special(rows=rows, seen=[entry.row])
    so_far = child_so_far(request, actor)
    known = [each for each in (so_far.referral, so_far.status) if each]
    return Special(
        rows=[*rows, *words.child_rows(so_far)],
        seen=[entry.row, *known],
        refers_again=so_far.left_out_on is not None,
    )
