"""What an evaluator sees first: the last snapshot, and what the last run found."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.vocabulary.jobs import RunState
from drive.web.accounts.models import User
from drive.web.design_system.presenters import date_in_words, label
from drive.web.extracts.models import EvaluationRun, FrozenSnapshot
from drive.web.home.presenters.panel import Panel


def evaluation(actor: User, _today: date) -> list[Panel]:
    """Return the last snapshot and the last report."""
    snapshot = FrozenSnapshot.objects.visible_to(actor).first()
    run = EvaluationRun.objects.visible_to(actor).first()
    entries = [_snapshot(snapshot)] if snapshot else []
    if run:
        entries.append(_run(run))
    return [
        Panel(
            heading=gettext("The evaluation"),
            entries=entries,
            empty=gettext("Nothing is frozen yet."),
            seen=[each for each in (snapshot, run) if each],
        )
    ]


def _snapshot(snapshot: FrozenSnapshot) -> dict[str, Any]:
    day = date_in_words(snapshot.frozen_on)
    return {
        "text": gettext("Snapshot of %(day)s") % {"day": day},
        "href": reverse("extracts:snapshot", args=[snapshot.pk]),
        "tag": {"text": label(RunState(snapshot.state))},
    }


def _run(run: EvaluationRun) -> dict[str, Any]:
    words = gettext("%(agreeing)s of %(compared)s printed results agree")
    return {
        "text": gettext("Report on the last run"),
        "href": reverse("extracts:run", args=[run.pk]),
        "hint": words % {"agreeing": run.agreeing, "compared": run.compared},
        "tag": {"text": label(RunState(run.state))},
    }
