"""Days that can be: the same as on every record."""

from drive.web.recording.actions.days import check_day

__all__ = ["check_day"]
