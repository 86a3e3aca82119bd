"""What leaves from here: a file of the flow, through the gate."""

import hashlib
from datetime import datetime

from drive.web.accounts.models import User
from drive.web.outbound.actions import release
from drive.web.outbound.models import Release, ReleaseKind


def hand_out_flow(
    *, content: bytes, recipient: str, purpose: str, by: User, now: datetime
) -> Release:
    """Release a file of the flow, and write to whom and what for."""
    return release(
        kind=ReleaseKind.FLOW,
        recipient=recipient,
        purpose=purpose,
        digest=hashlib.sha256(content).hexdigest(),
        by=by,
        now=now,
    )
