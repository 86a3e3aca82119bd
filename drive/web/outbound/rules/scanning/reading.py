"""Reading a text as a person would: every character in one plain form, with its place kept.

Mark-up, accents, full-width and look-alike characters and invisible ones make no difference to
whoever reads a letter, so they must make none here.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]{0,2000}>", re.DOTALL)
_BLOCK = re.compile(r"</?(?:br|p|div|td|tr|th|li|ul|ol|h\d|table|hr|address|section)\b", re.I)
_ENTITY = re.compile(r"&(?:#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,30};)")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_QUOTED = re.compile(r"=\r?\n|(?:=[0-9A-F]{2})+")
_APOSTROPHES = frozenset("'\u2019\u2018\u02bc\u00b4`\u2032\uff07")
_LETTERS = {
    **dict(
        zip(
            "\u00df\u00e6\u0153\u00f8\u0142\u0111\u00f0\u00fe\u0131\u0127\u014b",
            "ss ae oe o l d d th i h n".split(),
            strict=True,
        )
    ),
    **dict(
        zip(
            "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0455\u0456\u0458\u0501\u04bb\u051b\u051d\u044c\u0437\u0406",
            "abekmhopctyxsijdhqwb3i",
            strict=True,
        )
    ),
    **dict(
        zip(
            "\u03b1\u03b2\u03b5\u03b6\u03b7\u03b9\u03ba\u03bc\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7\u03c9",
            "abeznikmvoptuxw",
            strict=True,
        )
    ),
    **dict(
        zip(
            "\u0251\u0261\u0269\u029f\u1d00\u1d07\u026a\u1d0f\ua731\u0280\u0274",
            "agilaeiosrn",
            strict=True,
        )
    ),
}
_UNSEEN = frozenset(("Mn", "Me", "Cf"))
_CAPITALS = dict(zip("\u0397\u039d\u03a5\u0396\u0392\u039a\u039c", "hnyzbkm", strict=True))
"""Greek capitals that look like another letter than their small forms do."""


@dataclass(frozen=True)
class Token:
    """A run of letters or of digits, plain, with its place in the text as it was given."""

    text: str
    start: int
    end: int
    between: str = " "
    """What is visible between it and the token before."""
    capital: bool = False
    shouted: bool = False

    @property
    def gap(self) -> int:
        """How many visible characters stand between it and the token before."""
        return len(self.between)

    @property
    def is_number(self) -> bool:
        """Whether it is digits."""
        return self.text.isdigit()


@dataclass(frozen=True)
class _Char:
    plain: str
    start: int
    end: int
    upper: bool


def readings(text: str) -> list[list[Token]]:
    """Return the text as tokens, once for each way in which it may be meant to be read.

    Parameters
    ----------
    text : str
        As it will leave: plain text or HTML.

    Returns
    -------
    list of list of Token
        Without mark-up, with the addresses that mark-up holds, and with transfer codes undone.
    """
    written = [
        (each, place, place + 1)
        for place, each in enumerate(text)
        if unicodedata.category(each) not in _UNSEEN
    ]
    found = [_entities(_without_tags(written))]
    if _TAG.search(_text_of(written)):
        found.append(written)
    for code, undo in ((_PERCENT, _unpercent), (_QUOTED, _unquote)):
        if code.search(text):
            found.append(_undone(written, code, undo))
    coded = [pieces for pieces in found if pieces is not written]
    found += [_without_tags(pieces) for pieces in coded if _TAG.search(_text_of(pieces))]
    return [_tokens(pieces) for pieces in found]


_Piece = tuple[str, int, int]
"""A character, and where it or the code for it begins and ends."""


def _text_of(pieces: list[_Piece]) -> str:
    return "".join(piece[0] for piece in pieces)


def _without_tags(written: list[_Piece]) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    for tag in _TAG.finditer(_text_of(written)):
        first, last = tag.span()
        pieces += written[at:first]
        if _BLOCK.match(tag.group()):
            pieces.append((" ", written[first][1], written[last - 1][2]))
        at = last
    return pieces + written[at:]


def _entities(written: list[_Piece]) -> list[_Piece]:
    return _undone(written, _ENTITY, html.unescape)


def _undone(
    written: list[_Piece], code: re.Pattern[str], undo: Callable[[str], str]
) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    for each in code.finditer(_text_of(written)):
        first, last = each.span()
        pieces += written[at:first]
        ends = written[first][1], written[last - 1][2]
        pieces += [(plain, *ends) for plain in undo(each.group())]
        at = last
    return pieces + written[at:]


def _unpercent(coded: str) -> str:
    return unquote(coded, errors="replace")


def _unquote(coded: str) -> str:
    if coded.endswith("\n"):
        return ""
    return bytes.fromhex(coded.replace("=", "")).decode("utf-8", errors="replace")


def _plain(pieces: list[_Piece]) -> Iterator[_Char]:
    """Decompose, drop marks and invisible characters, and put look-alikes into our letters."""
    for raw, start, end in pieces:
        if raw.isascii():
            yield _Char(raw.lower(), start, end, raw.isupper())
            continue
        if raw in _APOSTROPHES:
            yield _Char("'", start, end, upper=False)
            continue
        for each in unicodedata.normalize("NFKD", raw):
            category = unicodedata.category(each)
            if category in ("Mn", "Me", "Cf", "Cc"):
                continue
            digit = unicodedata.digit(each, None)
            plain = str(digit) if digit is not None else _CAPITALS.get(each) or each.casefold()
            for letter in _LETTERS.get(plain, plain):
                yield _Char(letter, start, end, each.isupper())


def _tokens(pieces: list[_Piece]) -> list[Token]:
    found: list[Token] = []
    run: list[_Char] = []
    between = passed = ""
    chars = list(_plain(pieces))
    for place, char in enumerate(chars):
        belongs = char.plain.isalnum()
        if run and belongs and not _breaks(run, char, chars[place + 1 : place + 2]):
            run.append(char)
            continue
        if char.plain == "'" and _inside_word(chars, place):
            continue
        if run:
            found.append(_token(run, between))
            run = []
        if belongs:
            run, between, passed = [char], passed, ""
        else:
            passed += char.plain
    return [*found, _token(run, between)] if run else found


def _breaks(run: list[_Char], char: _Char, after: list[_Char]) -> bool:
    """Whether a new token begins: digits against letters, a capital that begins a word."""
    before = run[-1]
    if before.plain.isdigit() != char.plain.isdigit():
        return True
    if not (char.upper and before.plain.isalpha()):
        return False
    is_initial = len(run) == 1 and all(each.plain.isalpha() and not each.upper for each in after)
    return not before.upper or (is_initial and bool(after))


def _inside_word(chars: list[_Char], place: int) -> bool:
    """Whether an apostrophe joins letters (O'Neill); before a last s it ends the name."""
    if place == 0 or place + 1 >= len(chars):
        return False
    before, after = chars[place - 1].plain, chars[place + 1].plain
    if not (before.isalpha() and after.isalpha()):
        return False
    beyond = chars[place + 2].plain if place + 2 < len(chars) else " "
    return not (after == "s" and not beyond.isalnum())


def _token(run: list[_Char], between: str) -> Token:
    return Token(
        text="".join(char.plain for char in run),
        start=run[0].start,
        end=run[-1].end,
        between=between,
        capital=run[0].upper,
        shouted=len(run) > 1 and all(char.upper for char in run if char.plain.isalpha()),
    )
