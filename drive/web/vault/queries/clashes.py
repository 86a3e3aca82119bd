"""Whether the two of a pair share an address or a number: by blind index, nothing is opened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from drive.vocabulary.identity import PartyRole
from drive.vocabulary.vault import Certainty, ContactDetail, DetailKind
from drive.web.vault.models import Address, Detail, Telephone

_NOT_SAID_TO_BE_KNOWN = ~Q(known_to_him=Certainty.YES)


@dataclass(frozen=True, order=True)
class Clash:
    """That a row of hers is also one of his: of which kind, and its key, never its text."""

    kind: ContactDetail
    row: UUID


def clashes(hers: Iterable[UUID], his: Iterable[UUID]) -> list[Clash]:
    """Return what stands of her, nobody has said that he knows it, and was ever kept of him.

    Parameters
    ----------
    hers, his : iterable of UUID
        The keys of all persons who are the same human being as she or he.
    """
    his_keys, her_keys = list(his), list(hers)
    found = [
        *_same(ContactDetail.ADDRESS, _of_her(Address, her_keys), _addresses_of(his_keys)),
        *_same(
            ContactDetail.TELEPHONE,
            _of_her(Telephone, her_keys),
            Q(index_number__in=_indexes(Telephone, "index_number", his_keys)),
        ),
        *_same(
            ContactDetail.DETAIL,
            _of_her(Detail, her_keys).filter(kind=DetailKind.EMAIL),
            Q(index_text__in=_indexes(Detail, "index_text", his_keys)),
        ),
    ]
    return sorted(found)


def _same(kind: ContactDetail, rows: QuerySet, condition: Q) -> list[Clash]:
    return [Clash(kind, key) for key in rows.filter(condition).values_list("pk", flat=True)]


def _of_her(model: type, keys: list[UUID]) -> QuerySet:
    rows = model.objects.filter(  # type: ignore[attr-defined]
        _NOT_SAID_TO_BE_KNOWN, subject__in=keys, superseded_by=None, taken_back=False, until=None
    )
    if model is Address:
        rows = rows.exclude(shared_with_him=Certainty.YES)
    return rows.exclude(of_role=PartyRole.PERPETRATOR)


def _of_him(model: type, keys: list[UUID]) -> QuerySet:
    """Return whatever was kept of him: a house that he left is one that he knows."""
    rows = model.objects.filter(subject__in=keys, taken_back=False)  # type: ignore[attr-defined]
    return rows.exclude(of_role=PartyRole.VICTIM_SURVIVOR)


def _indexes(model: type, name: str, keys: list[UUID]) -> QuerySet:
    return _of_him(model, keys).exclude(**{name: ""}).values(name)


def _addresses_of(keys: list[UUID]) -> Q:
    """Return the condition of the same front door, or of a postcode where one lacks the rest."""
    lines = _of_him(Address, keys).exclude(index_whole="")
    bare = _of_him(Address, keys).filter(index_whole="").exclude(index_postcode="")
    return (
        Q(index_whole__in=lines.values("index_whole"))
        | Q(
            index_whole="",
            index_postcode__in=lines.exclude(index_postcode="").values("index_postcode"),
        )
        | (~Q(index_whole="") & Q(index_postcode__in=bare.values("index_postcode")))
    )
