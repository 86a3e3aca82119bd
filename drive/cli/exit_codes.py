"""What the command answers to the shell."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """A number for the shell, with what it means."""

    meaning: str

    def __new__(cls, code: int, meaning: str = "") -> ExitCode:
        """Keep the meaning beside the number."""
        member = int.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member

    DONE = 0, "Done"
    BROKEN = 1, "Something went wrong in the program itself; the lines before it say where"
    MISREAD = 2, "The command was not understood; see --help"
    REFUSED = 3, "A rule does not allow it; the message says which"
    SNAPSHOT = 4, "The snapshot cannot be read, written or evaluated"
    DATABASE = 5, "The database cannot be reached, or is busy"
    SETTINGS = 6, "A setting is wrong, or the mode does not serve"
    PLACE = 7, "A file, folder, port or program cannot be used"
    DISAGREES = 8, "What was verified is not as it should be; the lines before it say where"
    STOPPED = 130, "Stopped with Ctrl-C"
