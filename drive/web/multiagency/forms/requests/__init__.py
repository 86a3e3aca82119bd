"""The forms of requests to agencies."""

from drive.web.multiagency.forms.requests.answering import AnswerForm
from drive.web.multiagency.forms.requests.asking import AskForm, ChooseForm, Offer
from drive.web.multiagency.forms.requests.steps import AgainForm, SaidForm, SendAgainForm, StopForm

__all__ = [
    "AgainForm",
    "AnswerForm",
    "AskForm",
    "ChooseForm",
    "Offer",
    "SaidForm",
    "SendAgainForm",
    "StopForm",
]
