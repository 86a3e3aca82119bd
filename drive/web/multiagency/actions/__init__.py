"""What is done about agencies: keeping the directory, asking them, and what they answer."""

from drive.web.multiagency.actions.answering import Reply, answer
from drive.web.multiagency.actions.asking import (
    NewRequest,
    ask,
    ask_and_send,
    send_request,
    what_the_gate_says,
)
from drive.web.multiagency.actions.chasing import chase, contest, escalate
from drive.web.multiagency.actions.ending import withdraw
from drive.web.multiagency.actions.kinds import (
    Argued,
    Decided,
    Disclosing,
    HeardAgain,
    NewDvds,
    NewMarac,
    OfAChild,
)
from drive.web.multiagency.actions.leaving import note_left, note_nobody_answered, say
from drive.web.multiagency.queries.whom import To

__all__ = [
    "Argued",
    "Decided",
    "Disclosing",
    "HeardAgain",
    "NewDvds",
    "NewMarac",
    "NewRequest",
    "OfAChild",
    "Reply",
    "To",
    "answer",
    "ask",
    "ask_and_send",
    "chase",
    "contest",
    "escalate",
    "note_left",
    "note_nobody_answered",
    "say",
    "send_request",
    "what_the_gate_says",
    "withdraw",
]
