"""What is to leave, made by walking the real actions."""

from __future__ import annotations

from typing import Any

from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import Side, Use
from drive.vocabulary.outbound import OutgoingChannel, RecipientKind
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.insights.models import IdvaCase
from drive.web.outbound.actions import Written, write
from drive.web.outbound.models import Outgoing
from drive.web.outbound.queries.case import Case, pairs_of
from tests.cast import NOW

PROBATION = "Probation Office, 1 Example Street, Chelmsford CM1 1ZZ"
PLAIN = "Please tell us by Friday whether the review goes ahead."


def of_drive(case: DriveCase) -> Case:
    """Return a Drive case as the gate takes it."""
    return Case(
        key=case.pk,
        reference=case.reference,
        side=Side.CASE_MANAGER,
        site=case.site,
        perpetrator=case.perpetrator,
        pairs=pairs_of(case.perpetrator),
    )


def of_idva(case: IdvaCase) -> Case:
    """Return an Idva case as the gate takes it."""
    return Case(
        key=case.pk,
        reference=case.reference,
        side=Side.IDVA,
        site=case.site,
        perpetrator=case.dyad.perpetrator,
        pairs=[case.dyad],
    )


def written(**said: Any) -> Written:
    """Return a letter to probation, or something else where that is said."""
    usual: dict[str, Any] = {
        "to": RecipientKind.AGENCY,
        "name": "The duty officer",
        "channel": OutgoingChannel.LETTER,
        "address": PROBATION,
        "body": PLAIN,
        "use": Use.DISRUPTION,
        "handling": HandlingCode.NOT_TO_SERVICE_USER,
    }
    given = usual | said
    return Written(**{"address_again": given["address"], **given})


def wrote(case: Case, by: User, **said: Any) -> Outgoing:
    """Write it."""
    return write(case=case, written=written(**said), by=by, now=NOW)
