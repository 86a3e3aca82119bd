"""Two people at one row: nobody writes over what they have not seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Protocol, TypeVar
from uuid import UUID

from drive.web.recording.exceptions import ChangedMeanwhile


class RecordedRow(Protocol):
    """A row that says who recorded it and when."""

    pk: Any
    recorded_by: Any
    recorded_at: datetime


Row = TypeVar("Row", bound=RecordedRow)


def check_seen(
    seen: UUID | None, latest: Row | None, theirs: Callable[[Row], Mapping[str, object]]
) -> None:
    """Refuse to write over a row that the person has not seen.

    Parameters
    ----------
    seen : UUID or None
        The row that stood there when the form was opened, as the form carries it.
    latest : row or None
        The row that stands now.
    theirs : callable
        Says by form field what the latest row holds.

    Raises
    ------
    ChangedMeanwhile
        If another row stands now.
    """
    if latest is None or latest.pk == seen:
        return
    raise ChangedMeanwhile(
        theirs=theirs(latest),
        by_name=latest.recorded_by.name,
        at=latest.recorded_at,
        stands=latest.pk,
    )
