"""Where something goes, as typed: whether two spellings are one, and whether it can be right."""

import re

from drive.vocabulary.outbound import OutgoingChannel

_EMAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\"]+")
_LEAST_DIGITS = 6
_BY_NUMBER = frozenset({OutgoingChannel.MESSAGE, OutgoingChannel.TELEPHONE})


def plain(address: str) -> str:
    """Return an address without what makes no difference: case, spaces, line breaks, commas."""
    return re.sub(r"[\s,]+", "", address).casefold()


def same_address(one: str, other: str) -> bool:
    """Whether two spellings are one address."""
    return bool(plain(one)) and plain(one) == plain(other)


def problem_in_address(address: str, channel: OutgoingChannel) -> str:
    """Return in words why an address cannot be right for a channel, or an empty text."""
    text = address.strip()
    if channel is OutgoingChannel.EMAIL and not _EMAIL.fullmatch(text):
        return "Write one e-mail address, such as name@example.org"
    if channel in _BY_NUMBER and len(re.sub(r"\D", "", text)) < _LEAST_DIGITS:
        return "Write a telephone number"
    return ""
