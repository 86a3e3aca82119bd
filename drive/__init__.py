"""The Drive Project's information in one line, from a Marac list to a published table."""

__version__ = "0.1.0"
