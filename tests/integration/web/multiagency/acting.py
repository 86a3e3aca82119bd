"""What the tests of breaches, advocacy and children share."""

from __future__ import annotations

from typing import Any

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.requests import RequestKind, RequestStepKind
from drive.vocabulary.work import Attribution
from drive.web.casework.models import ActivityTag, CaseNote, DriveCase
from drive.web.core.sealing import unseal_field
from drive.web.multiagency.models import Request
from tests.cast import NOW, Cast
from tests.factories.agencies import about, sent, staffed
from tests.factories.casework import case_at
from tests.factories.registers import entry_in

K, TODAY = RequestStepKind, NOW.date()
SLUGS = {
    RequestKind.BREACH: ("breaches", AgencyType.PROBATION_SERVICE),
    RequestKind.ADVOCACY: ("advocacy", AgencyType.HOUSING),
    RequestKind.CHILD: ("children", AgencyType.CSC),
}
DUE_TO_DRIVE = {"attribution": Attribution.CRITICAL}


def made(cast: Cast, kind: RequestKind, **changed: Any) -> tuple[DriveCase, Any, dict[str, Any]]:
    """Return a case, an entry of a register, and what a request about it says."""
    slug, agency = SLUGS[kind]
    case = case_at(cast)
    entry = entry_in(slug, case, cast.case_manager, **changed)
    of_kind = staffed(cast.essex, kind=agency, name=f"Essex {agency.label}")
    return case, entry, {"agency": of_kind, **about(kind, entry=entry.origin)}


def ask(cast: Cast, case: DriveCase, said: dict[str, Any], **more: Any) -> Request:
    given = said | more
    return sent(case, given.pop("agency"), cast.case_manager, **given)


def standing(model: Any, **where: Any) -> Any:
    return model.objects.get(superseded_by=None, **where)


def counted() -> int:
    taken_back = CaseNote.objects.filter(takes_back=True).values("corrects")
    return ActivityTag.objects.exclude(note__in=taken_back).count()


def text_of(step: Any) -> str:
    return unseal_field(step, "sealed_text")
