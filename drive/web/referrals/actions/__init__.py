"""What changes lists and hearings."""

from drive.web.referrals.actions.comparing import compare, runs_due
from drive.web.referrals.actions.confirming import (
    begin_saving,
    confirm_batch,
    note_interrupted,
    referred,
    save_ready_rows,
)
from drive.web.referrals.actions.entering import SaidOfPerson, enter_hearing
from drive.web.referrals.actions.erasing import discard_batch, purge_expired
from drive.web.referrals.actions.hearings import (
    NewHearing,
    ReferredPerson,
    record_hearing,
    record_hearings,
)
from drive.web.referrals.actions.lists import import_list, note_unreadable, read_batch
from drive.web.referrals.actions.repeats import recount_repeats
from drive.web.referrals.actions.rows import correct_row, set_row_aside, take_row_back

__all__ = [
    "NewHearing",
    "ReferredPerson",
    "SaidOfPerson",
    "begin_saving",
    "compare",
    "confirm_batch",
    "correct_row",
    "discard_batch",
    "enter_hearing",
    "import_list",
    "note_interrupted",
    "note_unreadable",
    "purge_expired",
    "read_batch",
    "record_hearing",
    "record_hearings",
    "recount_repeats",
    "referred",
    "runs_due",
    "save_ready_rows",
    "set_row_aside",
    "take_row_back",
]
