"""Log lines that say what failed and where, without the values that it failed on."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType


class WithoutValues(logging.Formatter):
    """A formatter that leaves out an exception's message: databases put row values into it."""

    def __init__(self) -> None:
        """Fix the shape of a line."""
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def formatException(  # noqa: N802 - the name is logging's
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """Return the frames and the type of the exception only."""
        kind, _message, trace = ei
        frames = "".join(traceback.format_tb(trace))
        return f"{frames}{kind.__name__ if kind else 'unknown error'}"
