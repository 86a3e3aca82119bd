"""Every change of a register: recording, putting right, ending, taking back."""

from drive.web.registers.actions.entries import (
    correct_entry,
    end_entry,
    record_entry,
    take_back_entry,
)

__all__ = ["correct_entry", "end_entry", "record_entry", "take_back_entry"]
