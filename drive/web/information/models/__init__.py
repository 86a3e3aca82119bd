"""Folders, documents and facts in them, what rests on facts, and what crosses the wall."""

from drive.web.information.models.chronology import ChronologyEvent, EventRelease, QuietNote
from drive.web.information.models.citations import Citation, OverriddenFact, Override
from drive.web.information.models.documents import Document, DocumentDescription
from drive.web.information.models.facts import (
    Corroboration,
    Derivation,
    Fact,
    FactVersion,
    Wish,
)
from drive.web.information.models.folders import Custodian, Folder
from drive.web.information.models.releases import ReleasedItem, RestsOn

__all__ = [
    "ChronologyEvent",
    "Citation",
    "Corroboration",
    "Custodian",
    "Derivation",
    "Document",
    "DocumentDescription",
    "EventRelease",
    "Fact",
    "FactVersion",
    "Folder",
    "OverriddenFact",
    "Override",
    "QuietNote",
    "ReleasedItem",
    "RestsOn",
    "Wish",
]
