"""Reading the secrets out of whatever an address answers: a page, JSON, CSV, an archive, tables."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections import Counter
from typing import Any

import pyarrow.parquet as parquet

from tests.integration.access.canaries import LOOKED_AT, SEEN_BY

_WHOLE = {canary: re.compile(rf"\b{re.escape(canary)}\b") for canary in SEEN_BY}
_ZIP, _PARQUET, _PDF = b"PK\x03\x04", b"PAR1", b"%PDF"


class Watch:
    """Everything that was looked at so far: answers by kind, secrets by whoever asked."""

    def __init__(self) -> None:
        self.answers: Counter[str] = Counter()
        self.actors: set[str] = set()

    def told_wrongly(self, answer: Any, name: str) -> set[str]:
        """Return the secrets that an answer tells somebody who may not know them."""
        self.answers[answer.headers.get("Content-Type", "none").partition(";")[0]] += 1
        self.actors.add(name)
        told = secrets_in(whole(answer))
        return {
            canary for canary in told if name not in SEEN_BY[canary] | LOOKED_AT.get(canary, set())
        }

    def __str__(self) -> str:
        looked = sum(self.answers.values())
        kinds = ", ".join(f"{count} {kind}" for kind, count in self.answers.most_common())
        return (
            f"{looked * len(SEEN_BY)} observations: {len(SEEN_BY)} secrets, "
            f"{len(self.actors)} actors, {looked} answers ({kinds})"
        )


def secrets_in(text: str) -> set[str]:
    """Return the secrets that stand in a text."""
    # Whether it stands there at all is known far sooner than whether it stands there as a word.
    return {canary for canary, word in _WHOLE.items() if canary in text and word.search(text)}


def whole(answer: Any) -> str:
    """Return everything that an answer tells, with its headers."""
    headers = " ".join(f"{name}: {text}" for name, text in answer.headers.items())
    return f"{headers} {text_in(b''.join(answer))}"


def text_in(data: bytes) -> str:
    """Return the text of a page or a file, also of what is packed or compressed.

    Raises
    ------
    NotImplementedError
        For a PDF: nothing here can read one, so a page that makes one needs a reader first.
    """
    if data.startswith(_PDF):
        raise NotImplementedError("a PDF is read by nothing here")
    if data.startswith(_PARQUET):
        return str(parquet.read_table(io.BytesIO(data)).to_pylist())
    if data.startswith(_ZIP):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return " ".join(text_in(packed.read(name)) for name in packed.namelist())
    return html.unescape(data.decode(errors="replace"))
