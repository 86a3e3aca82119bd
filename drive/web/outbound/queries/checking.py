"""What the gate finds in something outgoing as it stands now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drive.vocabulary.documents import VICTIM_SIDE_CODES, DocumentForm, HandlingCode
from drive.vocabulary.facts import Use
from drive.vocabulary.outbound import CheckOutcome, RecipientKind
from drive.vocabulary.vault import ProtectedKind
from drive.web.information.models import Document
from drive.web.information.queries import content_of, standing_description
from drive.web.outbound.models import Outgoing
from drive.web.outbound.queries import case
from drive.web.outbound.queries.outgoing import Texts, texts_of, was_written_to
from drive.web.outbound.rules.gate import Check, Sending, checks, outcome_of
from drive.web.outbound.rules.scanner import Hit, Protectable, Scanner
from drive.web.people.models import Perpetrator

_READ = frozenset({DocumentForm.TYPED, DocumentForm.TEXT})
_SAME_PLACE = ("house and street", "postcode", "both halves")


@dataclass(frozen=True)
class Checked:
    """What the gate found: the texts, where something protected stands, and each check."""

    texts: Texts
    hits: Sequence[Hit]
    sending: Sending
    checks: Sequence[Check]

    @property
    def outcome(self) -> CheckOutcome:
        """What all checks say together."""
        return outcome_of(self.checks)

    @property
    def findings(self) -> dict[str, str]:
        """The same as codes."""
        return {check.name: check.outcome for check in self.checks}


def checked(outgoing: Outgoing) -> Checked:
    """Look at something outgoing with all that is known at this moment."""
    texts = texts_of(outgoing)
    scanner = Scanner(case.protected_of(outgoing.perpetrator))
    hits = scanner.scan(texts.body)
    hers, unread, read = _enclosed(outgoing)
    to, guard = RecipientKind(outgoing.to), case.guard_says(outgoing)
    sending = Sending(
        to=to,
        use=Use(outgoing.use),
        hits=[*hits, *(hit for text in read for hit in scanner.scan(text))],
        he_reads_there=_is_his(texts.address, case.his_addresses(outgoing.perpetrator)),
        is_first=not was_written_to(outgoing, texts.address),
        typed_twice=outgoing.typed_twice,
        guard=guard.outcome,
        overridden=guard.overridden,
        her_documents=hers,
        unread_documents=unread,
    )
    return Checked(texts, hits, sending, checks(sending))


def found_in(perpetrator: Perpetrator, text: str) -> list[Hit]:
    """Return where something of hers stands in a text that is to leave; names are left aside.

    For what leaves by its own form: a print or a sheet names whom a case is about.
    """
    known = case.protected_of(perpetrator)
    kept = [each for each in known if each.kind != ProtectedKind.NAME]
    return Scanner(kept).scan(text)


def _is_his(address: str, his: Sequence[Protectable]) -> bool:
    """Whether an address is one of his: a street or a town alone makes it none."""
    return any(
        hit.kind != ProtectedKind.ADDRESS or any(words in hit.why for words in _SAME_PLACE)
        for hit in Scanner(his).scan(address)
    )


def _enclosed(outgoing: Outgoing) -> tuple[int, int, list[str]]:
    """Return how many enclosures are hers, how many are not read, and the words of the others."""
    hers, unread, read = 0, 0, []
    for document in outgoing.encloses.all():
        said = standing_description(document)
        hers += said.victim_side or HandlingCode(said.handling) in VICTIM_SIDE_CODES
        if DocumentForm(document.form) in _READ:
            read.append(_words(document))
        else:
            unread += 1
    return hers, unread, read


def _words(document: Document) -> str:
    return content_of(document).decode("utf-8", errors="replace")
