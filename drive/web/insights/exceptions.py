"""Refusals about Idva cases and Insights forms."""

from drive.web.core.exceptions import Refusal


class CaseOpenAlready(Refusal):
    """The victim-survivor has an open Idva case for this perpetrator."""


class NotAnIdva(Refusal):
    """The person named does not hold the role."""


class FormOutOfOrder(Refusal):
    """The form does not fit where the case stands."""


class GapsWithoutReason(Refusal):
    """Questions have neither an answer nor a reason."""
