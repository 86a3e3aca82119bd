"""The version of the forms that live cases are recorded with."""

from drive.web.recording.rules import definition

LIVE = definition("assessment")
