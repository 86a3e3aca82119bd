"""Holds in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from drive.vocabulary.strategy import HoldState, ProceedingsStage
from drive.web.casework.models import WhoseRisk
from drive.web.casework.rules.holds import SCOPE, OnHold
from drive.web.design_system.presenters import date_in_words, label, said_row, summary_row


def hold_in_words(held: OnHold, today: date) -> str:
    """Return for how many days direct work has been on hold, and when that is reviewed."""
    days = held.days(today)
    counted = ngettext("On hold for %s day", "On hold for %s days", days) % days
    review = (
        gettext("to be reviewed since %s") if held.is_due(today) else gettext("review %s")
    ) % date_in_words(held.review_on)
    return f"{counted}, {review}"


def whose_in_words(stored: str) -> str:
    """Return whose risk a decision reduces."""
    named = [label(WhoseRisk(each)) for each in stored.split(",") if each]
    return "; ".join(named) or gettext("Not recorded")


def hold_cards(
    holds: Iterable[Any], held: OnHold | None, today: date, *, may_decide: bool
) -> list[dict[str, Any]]:
    """Return each hold: what was proposed and every decision since, the newest hold first."""
    return [_card(each, held, today, may_decide=may_decide) for each in holds]


def _card(hold: Any, held: OnHold | None, today: date, *, may_decide: bool) -> dict[str, Any]:
    state = HoldState(hold.state)
    in_force = state is HoldState.IN_FORCE
    is_open = state in (HoldState.PROPOSED, HoldState.IN_FORCE)
    return {
        "title": gettext("Criminal-justice hold: %s") % label(state).lower(),
        "rows": [
            *(
                [summary_row(gettext("Now"), hold_in_words(held, today))]
                if in_force and held
                else []
            ),
            summary_row(gettext("What it stops"), gettext(SCOPE)),
            summary_row(gettext("Proceedings"), hold.proceedings),
            summary_row(gettext("Stage"), ProceedingsStage(hold.stage)),
            said_row(gettext("Reason"), hold.reason),
            said_row(gettext("Evidence"), hold.evidence),
            said_row(gettext("Risk of use in court"), hold.court_risk),
            summary_row(gettext("Whose risk it reduces"), whose_in_words(hold.whose_risk)),
            *(_step(step) for step in hold.steps.all()),
        ],
        "href": reverse("casework:decide_hold", args=[hold.drive_case_id, hold.pk])
        if may_decide and is_open
        else "",
        "act": gettext("Review the hold") if in_force else gettext("Decide on the hold"),
    }


def _now(held: OnHold | None, today: date) -> list[dict[str, Any]]:
    return [summary_row(gettext("Now"), hold_in_words(held, today))] if held else []


def _step(step: Any) -> dict[str, Any]:
    words = f"{step.recorded_by.name}, {date_in_words(step.recorded_at)}."
    if step.review_on:
        words += gettext(" Review on %s.") % date_in_words(step.review_on)
    return summary_row(label(HoldState(step.state)), f"{words} {step.reason}".strip())


def hold_choices(state: HoldState) -> list[tuple[HoldState, str]]:
    """Return what can be decided about a hold, in words."""
    if state is HoldState.PROPOSED:
        return [
            (HoldState.IN_FORCE, gettext("Put direct work on hold until the day of review")),
            (HoldState.NOT_AGREED, gettext("Do not put it on hold")),
        ]
    return [
        (HoldState.IN_FORCE, gettext("Keep the hold until another day of review")),
        (HoldState.LIFTED, gettext("Lift the hold: direct work goes on")),
    ]
