"""That nothing holds a case, and which next steps are proposed."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.web.casework.models import DriveCase
from drive.web.registers.rules.holds import Holds


def alert(case: DriveCase, holds: Holds) -> dict[str, Any] | None:
    """Return the alert that nothing holds a case, with the next steps proposed, or None."""
    if not holds.nothing:
        return None
    return {
        "title": gettext("Nothing is known that holds this case"),
        "text": _known(holds),
        "steps": [
            {
                "text": gettext("Look for a lever: probation, the court, child protection, hopes"),
                "href": reverse("registers:list", args=[case.pk, "levers"]),
            },
            {
                "text": gettext("Ask an institution to decide otherwise"),
                "href": reverse("registers:list", args=[case.pk, "advocacy"]),
            },
            {
                "text": gettext("Say where the service user is, so that others can act"),
                "href": reverse("registers:list", args=[case.pk, "whereabouts"]),
            },
        ],
    }


def _known(holds: Holds) -> str:
    needs = (
        gettext("No need was found.")
        if holds.needs is not None
        else gettext("No assessment says whether there is a need.")
    )
    idva = (
        gettext("The victim-survivor does not work with the IDVA.")
        if holds.idva_engaged is not None
        else gettext("Whether the victim-survivor works with the IDVA, ask the IDVA lead.")
    )
    return " ".join([gettext("No lever stands."), needs, idva])
