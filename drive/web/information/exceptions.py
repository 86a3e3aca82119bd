"""Refusals about documents."""

from drive.web.core.exceptions import Refusal


class NotADocument(Refusal):
    """Nothing to keep, too much of it, or a kind of file that is not kept here."""


class NameInTitle(Refusal):
    """The title names somebody: titles stand in lists, in prints and on tasks."""


class WrongHandling(Refusal):
    """What came from the victim-survivor's side would be open to the service user."""


class ImpossibleDay(Refusal):
    """A day in the future."""
