"""Refusals about forms."""

from uuid import UUID

from drive.web.core.exceptions import Refusal


class AlreadySubmitted(Refusal):
    """The form was submitted before; what it made is named, so that the person is led there."""

    def __init__(self, result_id: UUID | None) -> None:
        super().__init__("This was saved already. Nothing was saved twice.")
        self.result_id = result_id
