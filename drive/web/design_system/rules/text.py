"""How a typed text is read: every sign that can be read stays, in every script.

What no keyboard types comes from pasting: word processors end lines with a vertical tab, and
PostgreSQL refuses a null character in any text.
"""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNTYPED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_HALVES = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile("[\n\t]+")


def readable(text: str) -> str:
    """Return the text with plain line ends and without control characters.

    Half of a character that takes two, which cannot be stored, becomes the sign for it.
    """
    plain = _LINE_ENDS.sub("\n", text)
    return _HALVES.sub("\ufffd", _UNTYPED.sub("", plain))


def on_one_line(text: str) -> str:
    """Return the text as one line."""
    return _BREAKS.sub(" ", readable(text))
