"""Refusals: exceptions whose text can be shown to the person who is refused."""


class Refusal(Exception):
    """A change that the rules do not allow, in words for the person who tried it.

    Parameters
    ----------
    message : str
        What is wrong and what to do, in plain English.
    field : str or None
        The form field beside which the words belong.
    """

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
