"""Contact details kept by walking the real actions. Numbers are of the range for drama."""

from typing import Any

from drive.vocabulary.identity import PartyRole
from drive.vocabulary.vault import (
    AddressKind,
    Certainty,
    ContactDetail,
    DetailKind,
    RevealReason,
    TelephoneKind,
)
from drive.web.accounts.models import User
from drive.web.people.models import Dyad
from drive.web.vault import actions
from drive.web.vault.models import Reveal, VaultRow
from tests.cast import NOW

HERS, HIS = PartyRole.VICTIM_SURVIVOR, PartyRole.PERPETRATOR


def subject_of(dyad: Dyad, role: PartyRole = HERS) -> Any:
    """Return the key of one of the two of a pair."""
    who = dyad.victim_survivor if role is HERS else dyad.perpetrator
    return who.person_id


def address_of(
    dyad: Dyad,
    by: User,
    *,
    role: PartyRole = HERS,
    lines: str = "1 Nowhere Lane",
    postcode: str = "ZZ1 1ZZ",
    **about: Any,
) -> Any:
    """Keep an address of one of the two."""
    usual: dict[str, Any] = {"kind": AddressKind.HOME}
    if role is HERS:
        usual["known_to_him"] = Certainty.NO
    said = actions.NewAddress(lines=lines, postcode=postcode, **usual | about)
    return actions.add(subject_id=subject_of(dyad, role), of_role=role, said=said, by=by, now=NOW)


def number_of(
    dyad: Dyad, by: User, *, role: PartyRole = HERS, number: str = "07700 900123", **about: Any
) -> Any:
    """Keep a number of one of the two."""
    said = actions.NewTelephone(kind=TelephoneKind.MOBILE, number=number, **about)
    return actions.add(subject_id=subject_of(dyad, role), of_role=role, said=said, by=by, now=NOW)


def detail_of(
    dyad: Dyad, by: User, kind: DetailKind, text: str, *, role: PartyRole = HERS, **about: Any
) -> Any:
    """Keep another detail of one of the two."""
    said = actions.NewDetail(kind=kind, text=text, **about)
    return actions.add(subject_id=subject_of(dyad, role), of_role=role, said=said, by=by, now=NOW)


def plan_of(dyad: Dyad, by: User, **texts: str) -> Any:
    """Write how she may be reached."""
    said = actions.NewPlan(**{"when": "Tuesday mornings", "password": "bluebell"} | texts)
    return actions.write_plan(subject_id=subject_of(dyad), said=said, seen=None, by=by, now=NOW)


def looked_at(row: VaultRow, by: User, kind: ContactDetail = ContactDetail.ADDRESS) -> Reveal:
    """Look at a row."""
    return actions.reveal(row=row, kind=kind, reason=RevealReason.CONTACT, by=by, now=NOW)
