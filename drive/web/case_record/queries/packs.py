"""The service user's requests, what is in his pack, and what stands against signing it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from drive.vocabulary.disclosure import NOT_DECIDED, LeftOut, PackKind, SignsAs
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.case_record.models import (
    PackAssembly,
    PackDecision,
    PackItem,
    PackRequest,
    PackSignature,
)
from drive.web.case_record.rules.packs import Place, Signed, blacked_out
from drive.web.casework.models import Capacity, DriveCase
from drive.web.casework.queries import current_assignments
from drive.web.core.sealing import unseal_field
from drive.web.outbound.queries.case import protected_of
from drive.web.outbound.rules.scanner import Scanner

Key = tuple[PackKind, UUID]


@dataclass(frozen=True)
class Standing:
    """An item as it stands, and what is decided of it."""

    item: PackItem
    decision: PackDecision

    @property
    def key(self) -> Key:
        """By which it is found again on the case."""
        return PackKind(self.item.kind), self.item.source

    @property
    def reason(self) -> LeftOut | None:
        """Why it is left out, if it is."""
        return LeftOut(self.decision.reason) if self.decision.reason else None

    @property
    def waits(self) -> bool:
        """Whether somebody has still to decide."""
        return self.reason in NOT_DECIDED

    @property
    def places(self) -> list[Place]:
        """Where its text is blacked out."""
        return [(start, end) for start, end in self.decision.places]

    def text(self) -> str:
        """Return its text, opened, as it stood on the case."""
        return unseal_field(self.item, "sealed_text")

    def text_for_him(self) -> str:
        """Return its text, opened, as he gets it."""
        return blacked_out(self.text(), self.places)


def requests_on(case: DriveCase, actor: User) -> QuerySet[PackRequest]:
    """Return the requests on a case that somebody may see, the latest first."""
    return (
        PackRequest.objects.visible_to(actor)
        .filter(drive_case=case)
        .select_related("recorded_by", "left__release")
    )


def items_seen(request: PackRequest, actor: User) -> QuerySet[PackItem]:
    """Return the items that stand and that somebody may see, the earliest first."""
    return _with_decision(PackItem.objects.visible_to(actor).filter(request=request))


def standing_items(request: PackRequest) -> list[Standing]:
    """Return every item that stands, whoever may see it. For actions."""
    return stand(_with_decision(request.items.all()))


def taken_in(request: PackRequest) -> list[Standing]:
    """Return what he gets, the earliest first."""
    return [each for each in standing_items(request) if each.decision.included]


def _with_decision(items: QuerySet[PackItem]) -> QuerySet[PackItem]:
    standing = PackDecision.objects.filter(superseded_by=None).select_related("recorded_by")
    return items.filter(superseded_by=None).prefetch_related(
        Prefetch("decisions", queryset=standing, to_attr="standing")
    )


def stand(items: Iterable[PackItem]) -> list[Standing]:
    """Return items with what is decided of each."""
    return [Standing(item, item.standing[0]) for item in items]  # type: ignore[attr-defined]


def decision_on(item: PackItem) -> PackDecision:
    """Return what is decided of an item now."""
    return item.decisions.select_related("recorded_by").get(superseded_by=None)


def decisions_on(item: PackItem, actor: User) -> list[PackDecision]:
    """Return everything that was ever decided of an item, the latest first."""
    rows = PackDecision.objects.visible_to(actor).filter(item=item)
    return list(rows.select_related("recorded_by").order_by("-recorded_at", "-pk"))


def scanner_of(case: DriveCase) -> Scanner:
    """Return what finds in a text whatever must not reach him, as it is known now."""
    return Scanner(protected_of(case.perpetrator))


def latest_assembly(request: PackRequest) -> PackAssembly:
    """Return who put the pack together last, and when."""
    return request.assemblies.select_related("recorded_by").order_by("-sequence")[0]


def standing_signatures(request: PackRequest) -> list[PackSignature]:
    """Return the signatures that no change has voided, the earliest first."""
    return list(request.signatures.filter(voided_at=None).select_related("recorded_by"))


def signed(signatures: Iterable[PackSignature]) -> list[Signed]:
    """Return signatures as the rules know them."""
    return [Signed(each.recorded_by_id, SignsAs(each.signed_as)) for each in signatures]


def may_sign_as(case: DriveCase, user: User) -> SignsAs | None:
    """Return as what somebody may sign the pack of a case, if at all."""
    if any(
        each.role == Role.SERVICE_MANAGER and each.site_id == case.site_id for each in user.holdings
    ):
        return SignsAs.SERVICE_MANAGER
    lead = current_assignments(case).get(Capacity.IDVA_LEAD)
    is_lead = lead is not None and lead.user_id == user.pk and Role.IDVA in user.roles
    return SignsAs.IDVA_LEAD if is_lead else None


def digest_of(items: Iterable[Standing]) -> str:
    """Return the digest of what he gets: it changes with each letter of it."""
    whole = hashlib.sha256()
    for each in items:
        said = f"{each.item.pk}\n{each.item.heading}\n{each.text_for_him()}\n"
        whole.update(said.encode())
    return whole.hexdigest()
