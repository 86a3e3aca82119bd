"""What changes who people are."""

from drive.web.people.actions.clashing import held, tell_of_clashes
from drive.web.people.actions.comparing import compare_all, compare_new
from drive.web.people.actions.holders import follow_up_each_from, follow_up_from, hold, let_go
from drive.web.people.actions.mentions import (
    Mention,
    TypedPerson,
    matching_people,
    mention_people,
)
from drive.web.people.actions.merging import merge_people, refuse_to_merge, undo_merge
from drive.web.people.actions.pairing import Pairing, derived_key, pair_people_up
from drive.web.people.actions.runs import (
    ask_for_run,
    begin_run,
    count_as_compared,
    finish_run,
    next_waiting_run,
    note_run_failed,
)
from drive.web.people.actions.saying import say_at_entry

__all__ = [
    "Mention",
    "Pairing",
    "TypedPerson",
    "ask_for_run",
    "begin_run",
    "compare_all",
    "compare_new",
    "count_as_compared",
    "derived_key",
    "finish_run",
    "follow_up_each_from",
    "follow_up_from",
    "held",
    "hold",
    "let_go",
    "matching_people",
    "mention_people",
    "merge_people",
    "next_waiting_run",
    "note_run_failed",
    "pair_people_up",
    "refuse_to_merge",
    "say_at_entry",
    "tell_of_clashes",
    "undo_merge",
]
