"""What changes who people are."""

from drive.web.people.actions.holders import follow_up_each_from, follow_up_from, hold, let_go
from drive.web.people.actions.mentions import (
    Mention,
    Pairing,
    TypedPerson,
    derived_key,
    matching_people,
    mention_people,
    pair_people_up,
)
from drive.web.people.actions.merging import merge_people, undo_merge

__all__ = [
    "Mention",
    "Pairing",
    "TypedPerson",
    "derived_key",
    "follow_up_each_from",
    "follow_up_from",
    "hold",
    "let_go",
    "matching_people",
    "mention_people",
    "merge_people",
    "pair_people_up",
    "undo_merge",
]
