"""Words of the allocation log."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from drive.vocabulary.allocation import (
    AllocationOrigin,
    AllocationOutcome,
    LossReason,
    WithdrawalReason,
)
from drive.web.allocation.models import EligibilityDecision
from drive.web.allocation.presenters.arms import arm_tag
from drive.web.design_system.presenters import date_in_words, label, table_rows


def selected_filters(chosen: Mapping[str, tuple[str, str]], address: str) -> list[dict[str, str]]:
    """Return each filter that is set, with the address of the list without it."""
    items = []
    for name, (_code, text) in chosen.items():
        rest = "&".join(
            f"{other}={code}" for other, (code, _text) in chosen.items() if other != name
        )
        items.append({"text": text, "href": f"{address}?{rest}" if rest else address})
    return items


def log_table(decisions: Iterable[EligibilityDecision]) -> dict[str, Any]:
    """Return the log: every decision at the door of the draw, and the arm that followed."""
    rows = [_log_row(decision) for decision in decisions]
    return {
        "caption": _("Allocation log"),
        "hide_caption": True,
        "head": [
            _("Perpetrator"),
            _("Site"),
            _("Heard on"),
            _("Outcome"),
            _("Arm"),
            _("Allocated on"),
            _("Origin"),
            _("Afterwards"),
        ],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def _log_row(decision: Any) -> list[Any]:
    said = label(AllocationOutcome(decision.stands))
    note = _note(decision)
    if note:
        said = format_html("{}<br>{}", said, note)
    return [
        decision.perpetrator.person.name,
        decision.perpetrator.site.name,
        decision.heard_on,
        said,
        arm_tag(decision.arm),
        date_in_words(decision.allocated_on) if decision.allocated_on else "",
        label(AllocationOrigin(decision.origin)) if decision.origin else "",
        _afterwards(decision),
    ]


def _afterwards(decision: Any) -> Any:
    """Return what became of an allocation, and the ways to record it."""
    if decision.outcome != AllocationOutcome.ALLOCATED or decision.allocation is None:
        return ""
    said = [
        _withdrawn(decision) or _link("allocation:withdraw", decision, _("Withdraw")),
        _lost(decision) or _link("allocation:loss", decision, _("Record a loss")),
    ]
    return format_html("{}<br>{}", *said)


def _withdrawn(decision: Any) -> str:
    if not decision.withdrawn:
        return ""
    reason = label(WithdrawalReason(decision.withdrawn))
    return _("Withdrawn: %(reason)s") % {"reason": reason}


def _lost(decision: Any) -> str:
    if not decision.lost:
        return ""
    return _("Lost: %(reason)s") % {"reason": label(LossReason(decision.lost))}


def _link(name: str, decision: Any, text: str) -> Any:
    return format_html(
        '<a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden"> {}</span></a>',
        reverse(name, args=[decision.allocation]),
        text,
        _("for %(name)s") % {"name": decision.perpetrator.person.name},
    )


def _note(decision: Any) -> str:
    if decision.stands == AllocationOutcome.VOID_DUPLICATE:
        return _("Void since %(day)s") % {"day": date_in_words(decision.void_since)}
    return str(decision.reason)
