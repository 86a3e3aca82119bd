"""What the pages of a folder show around their content.

Whose case it is and its tabs belong to the rooms above: each side names here who makes them, since
nothing here knows of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from drive.vocabulary.facts import Side
from drive.web.accounts.policy import find
from drive.web.information.models import Fact, Folder

FRAMES: dict[Side, Callable[[HttpRequest, UUID, str], dict[str, Any]]] = {}
"""By side: who returns the frame of the case with this key, for the tab that is open."""

TAB = "information:facts"


def folder_and_frame(request: HttpRequest, case_id: UUID) -> tuple[Folder, dict[str, Any]]:
    """Return the folder of a case in reach, and what its pages show around their content."""
    folder: Folder = find(request, Folder, about=case_id)
    return folder, {
        "case": FRAMES[Side(folder.side)](request, folder.about, TAB),
        "case_id": folder.about,
    }


def fact_in(request: HttpRequest, folder: Folder, fact_id: UUID) -> Fact:
    """Return a fact of a folder in reach."""
    fact: Fact = find(request, Fact, pk=fact_id, folder=folder)
    return fact
