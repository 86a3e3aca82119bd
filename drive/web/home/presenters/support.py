"""What waits for an Idva. Nothing here knows of an arm."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext

from drive.vocabulary.insights import InsightsStage
from drive.web.accounts.models import User
from drive.web.home.presenters.panel import MOST, Panel
from drive.web.insights.models import IdvaCase
from drive.web.insights.queries import without_exit, without_intake


def support(actor: User, _today: date) -> list[Panel]:
    """Return the cases whose intake or exit form is still to be filled in."""
    return [
        _forms(
            gettext("Intake forms to fill in"),
            without_intake(actor),
            InsightsStage.INTAKE,
            empty=gettext("Every open case has its intake form."),
        ),
        _forms(
            gettext("Exit forms to fill in"),
            without_exit(actor),
            InsightsStage.EXIT,
            empty=gettext("Every closed case has its exit form."),
        ),
    ]


def _forms(heading: str, cases: QuerySet[IdvaCase], stage: InsightsStage, *, empty: str) -> Panel:
    shown, count = list(cases[:MOST]), cases.count()
    more = gettext("These are the first %(shown)s of %(count)s.") % {
        "shown": MOST,
        "count": f"{count:,}",
    }
    return Panel(
        heading=heading,
        entries=[
            {"text": case.reference, "href": reverse("insights:fill", args=[case.pk, stage])}
            for case in shown
        ],
        empty=empty,
        more=more if count > MOST else "",
        seen=shown,
    )
