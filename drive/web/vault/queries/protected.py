"""What of somebody must not leave the system by mistake, opened for the gate alone.

Only `drive.web.outbound` and the vault import this module (a contract of the imports). Nothing
of it is shown, logged or written.

Each subject is the key of a person. The keys of everybody who is the same human being
(`people.queries.groups_of`) are for whoever asks to add; so are the names of people, which are no
part of the vault.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from drive.vocabulary.identity import PartyRole
from drive.vocabulary.vault import AddressKind, Certainty, DetailKind, ProtectedKind
from drive.web.core.sealing import unseal_field
from drive.web.vault.models import Address, Detail, Telephone


@dataclass(frozen=True)
class Protected:
    """A string that may not stand in a text, and what it is."""

    kind: ProtectedKind
    text: str


_PLACES = {
    AddressKind.REFUGE: ProtectedKind.REFUGE,
    AddressKind.WORKPLACE: ProtectedKind.WORKPLACE,
    AddressKind.SCHOOL: ProtectedKind.SCHOOL,
    AddressKind.GP: ProtectedKind.GP,
}
_DETAILS = {
    DetailKind.NEW_NAME: ProtectedKind.NEW_NAME,
    DetailKind.EMAIL: ProtectedKind.EMAIL,
    DetailKind.PLATE: ProtectedKind.PLATE,
}
_KNOWN = Q(known_to_him=Certainty.YES)


def protected_strings(subjects: Iterable[UUID]) -> list[Protected]:
    """Return each address, number and detail of victim-survivors and their children, as typed.

    Also what has ended or was put right: where she lived may lead to where she lives. What was
    taken back was never hers.
    """
    return _opened(_of(subjects, not_told_as=PartyRole.PERPETRATOR))


def known_to_him(her: UUID, him: UUID) -> list[Protected]:
    """Return what he has himself, and what of hers is marked as known to him or shared with him."""
    his = _of([him], not_told_as=PartyRole.VICTIM_SURVIVOR)
    hers = _of([her], not_told_as=PartyRole.PERPETRATOR)
    marked = _Rows(
        hers.addresses.filter(_KNOWN | Q(shared_with_him=Certainty.YES)),
        hers.telephones.filter(_KNOWN),
        hers.details.filter(_KNOWN),
    )
    return list(dict.fromkeys([*_opened(his), *_opened(marked)]))


@dataclass(frozen=True)
class _Rows:
    addresses: QuerySet[Address]
    telephones: QuerySet[Telephone]
    details: QuerySet[Detail]


def _of(subjects: Iterable[UUID], *, not_told_as: PartyRole) -> _Rows:
    wanted = Q(subject__in=list(subjects), taken_back=False) & ~Q(of_role=not_told_as)
    return _Rows(
        Address.objects.filter(wanted),
        Telephone.objects.filter(wanted),
        Detail.objects.filter(wanted),
    )


def _opened(rows: _Rows) -> list[Protected]:
    found = [*_from_addresses(rows.addresses), *_from_others(rows)]
    return list(dict.fromkeys(each for each in found if each.text.strip()))


def _from_addresses(rows: QuerySet[Address]) -> Iterator[Protected]:
    for row in rows:
        kind = _PLACES.get(AddressKind(row.kind))
        place = unseal_field(row, "sealed_place")
        if place:
            yield Protected(kind or ProtectedKind.ADDRESS, place)
        yield Protected(ProtectedKind.ADDRESS, unseal_field(row, "sealed_lines"))
        yield Protected(ProtectedKind.POSTCODE, unseal_field(row, "sealed_postcode"))


def _from_others(rows: _Rows) -> Iterator[Protected]:
    for number in rows.telephones:
        yield Protected(ProtectedKind.TELEPHONE, unseal_field(number, "sealed_number"))
    for detail in rows.details:
        kind = _DETAILS.get(DetailKind(detail.kind))
        if kind:
            yield Protected(kind, unseal_field(detail, "sealed_text"))
