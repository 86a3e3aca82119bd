"""Acts that need the whole case, and those on his subject-access pack."""

from drive.web.case_record.actions.assembling import Asked, open_request, put_together
from drive.web.case_record.actions.cases import (
    close_case,
    keep_out,
    look_up,
    pin,
    release_print,
    unpin,
)
from drive.web.case_record.actions.deciding import Deciding, decide
from drive.web.case_record.actions.signing import hand_out_pack, sign

__all__ = [
    "Asked",
    "Deciding",
    "close_case",
    "decide",
    "hand_out_pack",
    "keep_out",
    "look_up",
    "open_request",
    "pin",
    "put_together",
    "release_print",
    "sign",
    "unpin",
]
