"""Every change of a Drive case: opening, holding, moving, noting, contacting, closing."""

from drive.web.casework.actions.cases import assign, move_to, open_case
from drive.web.casework.actions.clock import (
    NewChange,
    NewOffLoading,
    decide_change,
    propose_change,
    record_off_loading,
)
from drive.web.casework.actions.closing import (
    Late,
    LateVerdict,
    Leaving,
    close,
    decide_late,
    receive_late,
)
from drive.web.casework.actions.consulting import Asked, NotApplicable, Reply, consult, reply_to
from drive.web.casework.actions.contacts import NewContact, record_contact, record_contacts
from drive.web.casework.actions.documents import keep_document
from drive.web.casework.actions.holds import HoldDecision, NewHold, decide_hold, propose_hold
from drive.web.casework.actions.non_contact import Reviewed, record_non_contact
from drive.web.casework.actions.notes import Activity, NewNote, add_note, add_notes
from drive.web.casework.actions.planning import (
    AtOffice,
    NewPlan,
    cancel_plan,
    note_override_read,
    plan_contact,
)
from drive.web.casework.actions.sharing import record_feedback, share_with_marac
from drive.web.casework.actions.strategies import (
    StrategyText,
    Verdict,
    decide_strategy,
    expire_strategy,
    write_strategy,
)
from drive.web.casework.actions.voice import Voice, record_voice
from drive.web.casework.actions.work import log_work

__all__ = [
    "Activity",
    "Asked",
    "AtOffice",
    "HoldDecision",
    "Late",
    "LateVerdict",
    "Leaving",
    "NewChange",
    "NewContact",
    "NewHold",
    "NewNote",
    "NewOffLoading",
    "NewPlan",
    "NotApplicable",
    "Reply",
    "Reviewed",
    "StrategyText",
    "Verdict",
    "Voice",
    "add_note",
    "add_notes",
    "assign",
    "cancel_plan",
    "close",
    "consult",
    "decide_change",
    "decide_hold",
    "decide_late",
    "decide_strategy",
    "expire_strategy",
    "keep_document",
    "log_work",
    "move_to",
    "note_override_read",
    "open_case",
    "plan_contact",
    "propose_change",
    "propose_hold",
    "receive_late",
    "record_contact",
    "record_contacts",
    "record_feedback",
    "record_non_contact",
    "record_off_loading",
    "record_voice",
    "reply_to",
    "share_with_marac",
    "write_strategy",
]
