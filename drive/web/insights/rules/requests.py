"""What is asked before something of hers is delivered or given, from known values alone."""

from __future__ import annotations

from datetime import date

from drive.vocabulary.disclosure import DeliveredBy, Exemption, HerRequestStage, ItemOutcome
from drive.web.core.dates import add_months


def due_on(asked_on: date) -> date:
    """Return the day by which her own request is answered: one month after she made it."""
    return add_months(asked_on, 1)


def why_not_deliver(
    stage: HerRequestStage,
    *,
    delivered_by: DeliveredBy | None,
    plan_read: bool,
    his_taken_out: bool,
) -> tuple[str, str]:
    """Return in words why she may not get it so, and the field; empty words if she may."""
    if stage is not HerRequestStage.DELIVERED:
        return "", ""
    if not plan_read:
        return "Read her safe-contact plan first: what he finds puts her in danger.", "plan_read"
    if not his_taken_out:
        return "Take out what is held about him, and say so.", "his_taken_out"
    if delivered_by is None:
        return "Say how she got it.", "delivered_by"
    return "", ""


def why_not_decide(outcome: ItemOutcome, exemption: Exemption | None) -> str:
    """Return in words what is missing from a decision; an empty text if nothing is."""
    if outcome is not ItemOutcome.GIVEN and exemption is None:
        return "Say why it is not given, or not all of it."
    return ""
