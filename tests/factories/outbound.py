"""What is to leave, made by walking the real actions."""

from __future__ import annotations

from typing import Any

from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import Use
from drive.vocabulary.outbound import OutgoingChannel, RecipientKind
from drive.web.accounts.models import User
from drive.web.casework.queries.outgoing import case_at_gate as of_drive
from drive.web.insights.queries.outgoing import case_at_gate as of_idva
from drive.web.outbound.actions import Written, write
from drive.web.outbound.models import Outgoing
from drive.web.outbound.queries.case import Case
from tests.cast import NOW

__all__ = ["PLAIN", "PROBATION", "of_drive", "of_idva", "written", "wrote"]

PROBATION = "Probation Office, 1 Example Street, Chelmsford CM1 1ZZ"
PLAIN = "Please tell us by Friday whether the review goes ahead."


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
