"""What every page of a case shows around its own content."""

from typing import Any

from django.http import HttpRequest

from drive.web.accounts.policy import actor_of
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters import case_frame
from drive.web.core.clock import today


def frame(request: HttpRequest, case: DriveCase, active: str) -> dict[str, Any]:
    """Return whose case it is and its tabs, for whoever is signed in."""
    return case_frame(case, actor_of(request), active=active, today=today())
