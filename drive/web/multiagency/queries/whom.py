"""Whom a request goes to now: who is there, where they are reached, and in which words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from drive.vocabulary.requests import (
    EscalationLevel,
    RequestState,
    RequestStepKind,
    RequestWay,
)
from drive.web.core.working_days import add_working_days
from drive.web.multiagency.models import RequestStep
from drive.web.multiagency.queries.standing import Opened
from drive.web.multiagency.rules.ladder import role_of
from drive.web.multiagency.rules.texts import Asking
from drive.web.organisations.models import Agency, AgencyContact
from drive.web.organisations.queries import whom_to_ring
from drive.web.organisations.rules import USUAL_WAIT
from drive.web.outbound.queries.outgoing import texts_of


@dataclass(frozen=True, kw_only=True)
class To:
    """Who is written to, by which way and where.

    What stands in the directory was put there with care. `address_again` is for an address that
    does not: it is typed twice.
    """

    agency: Agency
    way: RequestWay
    name: str
    address: str
    address_again: str = ""
    contact: AgencyContact | None = None

    @property
    def is_in_the_directory(self) -> bool:
        """Whether the directory says that the contact is reached there."""
        return bool(self.address) and self.address == directory_address(self.contact, self.way)


def directory_address(contact: AgencyContact | None, way: RequestWay) -> str:
    """Return where the directory says that somebody is reached; nothing for a letter."""
    if contact is None or way is RequestWay.LETTER:
        return ""
    return contact.email if way is RequestWay.EMAIL else contact.telephone


@dataclass(frozen=True, kw_only=True)
class Reached:
    """To whom it goes, and why it is not the one whom one expected.

    Parameters
    ----------
    higher : bool
        Whether nobody is there at the rung that was reached, and this is somebody above it.
    """

    to: To
    reasons: tuple[str, ...] = ()
    higher: bool = False


def who_is_asked_now(found: Opened) -> Reached:
    """Return who is asked again at the rung that a request has come to."""
    request, last = found.request, _began(found)
    way = RequestWay(request.way)
    if last.contact is None:
        return Reached(to=_as_before(last, way))
    role = role_of(found.level)
    ring = whom_to_ring(request.agency, found.books.day, role, asked=last.contact, book=found.book)
    if ring.contact is None:
        return Reached(to=_as_before(last, way), reasons=ring.reasons, higher=True)
    return Reached(
        to=To(
            agency=ring.agency,
            way=way,
            name=ring.contact.name,
            address=directory_address(ring.contact, way) or _letter_before(last, way),
            contact=ring.contact,
        ),
        reasons=ring.reasons,
        higher=ring.role is not role,
    )


def who_is_above(found: Opened) -> Reached | None:
    """Return who stands on the next rung of the ladder; None at the top."""
    up = found.next_rung
    if up is None:
        return None
    rung = next(each for each in found.rungs if each.role is role_of(up.rung.level))
    if rung.contact is None:
        return None
    way = RequestWay(found.request.way)
    return Reached(
        to=To(
            agency=rung.contact.agency,
            way=way,
            name=rung.contact.name,
            address=directory_address(rung.contact, way) or _letter_before(found.sent, way),
            contact=rung.contact,
        ),
        reasons=rung.reasons,
    )


def asking(found: Opened, by_day: date | None = None) -> Asking:
    """Return the days of a request, which are all that is said of it later."""
    chased = [
        step.left_on for step in found.steps if step.kind == RequestStepKind.CHASED and step.left_on
    ]
    return Asking(
        reference=found.request.reference,
        asked_on=found.sent.left_on or found.sent.happened_on,
        chased_on=chased,
        by_day=by_day,
        partly=found.state is RequestState.PARTIAL,
        agreed=found.state is RequestState.AGREED,
    )


def wait_at(found: Opened, level: EscalationLevel) -> int:
    """Return how many working days one waits at a rung."""
    return found.standing.waits.get(level, USUAL_WAIT)


def answer_by(found: Opened, level: EscalationLevel) -> date:
    """Return the day by which whoever is asked again at a rung should answer."""
    return add_working_days(found.books.day, wait_at(found, level))


def _began(found: Opened) -> RequestStep:
    """Return the step with which somebody was asked at the rung that was reached.

    Whoever covered for them is not asked once they are back.
    """
    begins = {RequestStepKind.SENT, RequestStepKind.ESCALATED}
    steps = [step for step in found.steps if step.kind in begins and step.level == found.level]
    return (steps or [found.sent])[-1]


def _as_before(step: RequestStep, way: RequestWay) -> To:
    """Return whoever was written to with a step, where they were reached then."""
    letter = step.outgoing
    texts = texts_of(letter)  # type: ignore[arg-type]  # a step that was written
    return To(
        agency=step.request.agency,
        way=way,
        name=texts.name,
        address=texts.address,
        address_again=texts.address,
        contact=step.contact,
    )


def _letter_before(step: RequestStep, way: RequestWay) -> str:
    """Return the postal address of a letter that went before: the directory holds none."""
    if way is not RequestWay.LETTER or step.outgoing is None:
        return ""
    return texts_of(step.outgoing).address
