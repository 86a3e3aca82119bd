"""Strings of each kind as they are recorded, drawn by chance: no list of ours bounds them."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from drive.vocabulary.vault import ProtectedKind as Kind
from drive.web.outbound.rules.scanning.codes import plain
from drive.web.outbound.rules.scanning.words import HER_TITLES, OTHER_TITLES

_SMALL = "abcdefghijklmnopqrstuvwxyz"
_ACCENTED = _SMALL + "éèêàçñöüłøßšž"
_WORDS = st.text(_SMALL, min_size=2, max_size=12).map(str.capitalize)
_LETTERS = st.text(_ACCENTED, min_size=2, max_size=12).map(lambda word: word[0].upper() + word[1:])


def _of(form: str) -> st.SearchStrategy[str]:
    return st.from_regex(form, fullmatch=True)


def _in_words(form: str, *words: str) -> st.SearchStrategy[str]:
    """Return a form with invented words and one of the words of such places."""
    return st.builds(form.format, _WORDS, st.sampled_from(words), _WORDS)


def _has_no_title(name: str) -> bool:
    """Whether a name does not begin with a title: the scanner takes that away before it looks."""
    return plain(re.split(r"[ -]", name)[0]) not in HER_TITLES | OTHER_TITLES


_FIRST = st.lists(_LETTERS, min_size=1, max_size=2).map(" ".join)
_SURNAME = st.lists(_LETTERS, min_size=1, max_size=2).map("-".join)
_NAME = st.tuples(_FIRST, _SURNAME).map(" ".join).filter(_has_no_title)

RECORDED: dict[Kind, st.SearchStrategy[str]] = {
    Kind.NAME: _NAME,
    Kind.NEW_NAME: _NAME,
    Kind.ADDRESS: st.tuples(
        st.integers(1, 999).map(str),
        _in_words("{0} {1}, {2}", "Street", "Road", "Avenue", "Lane", "Close", "Terrace"),
    ).map(" ".join),
    Kind.POSTCODE: _of(r"[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}"),
    Kind.TELEPHONE: _of(r"(0|\+44 |0044 |\(0\))[127]([0-9]{3}[ -]?[0-9]{6}|[0-9]{2} [0-9]{7})"),
    Kind.EMAIL: _of(r"[a-z][a-z0-9._+-]{0,14}[a-z0-9]@[a-z][a-z0-9-]{1,10}\.(example|org|co\.uk)"),
    Kind.SCHOOL: _in_words("{0} {1}", "Primary School", "Academy", "High School"),
    Kind.GP: _in_words("{0} {1}", "Surgery", "Medical Centre", "Practice"),
    Kind.WORKPLACE: _in_words("{0} {1}, {2}", "Stores", "Ltd", "Cafe"),
    Kind.REFUGE: _in_words("{0} {1}", "House", "Refuge", "Lodge"),
    Kind.PLATE: _of(r"[A-Z]{2}[0-9]{2} [A-Z]{3}|[A-Z][0-9]{1,3} [A-Z]{3}"),
}
