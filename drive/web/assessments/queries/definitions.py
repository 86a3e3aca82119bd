"""The versions of the assessment: those that come with the program, and licensed wordings."""

from __future__ import annotations

import logging
import tomllib
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from drive.web.recording.rules import (
    DEFINITIONS,
    SECOND,
    Definition,
    in_force,
    problems_of,
    reworded,
)

FORM = "assessment"
_BUILT_IN = {key: each for key, each in DEFINITIONS.items() if key[0] == FORM}
_log = logging.getLogger(__name__)


def definitions() -> dict[tuple[str, str], Definition]:
    """Return every version of the assessment by form and version."""
    folder: Path | None = settings.DRIVE_FORMS_DIR
    if folder is None or not folder.is_dir():
        return _BUILT_IN
    files = tuple((str(path), path.stat().st_mtime_ns) for path in sorted(folder.glob("*.toml")))
    return _with(files)


@lru_cache(maxsize=4)
def _with(files: tuple[tuple[str, int], ...]) -> dict[tuple[str, str], Definition]:
    found = dict(_BUILT_IN)
    for name, _ in files:
        made, problems = read_wording(Path(name).read_bytes(), found)
        if made is None:
            _log.error("The wording %s is not used: %s", name, " ".join(problems))
        else:
            found[made.form, made.version] = made
    return found


def read_wording(
    content: bytes, known: dict[tuple[str, str], Definition] | None = None
) -> tuple[Definition | None, list[str]]:
    """Return the definition that a file of words makes, or None and what is wrong, in words."""
    known = known or _BUILT_IN
    try:
        document: dict[str, Any] = tomllib.loads(content.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return None, [f"This is no TOML file that can be read: {error}."]
    problems = problems_of(document, known)
    if problems:
        return None, problems
    return reworded(known[document["form"], document["based_on"]], document), []


def in_force_on(day: date) -> Definition:
    """Return the version with which an assessment is begun on a day."""
    return in_force(definitions().values(), day)


def definition_named(name: str) -> Definition:
    """Return the version under which something was begun or submitted.

    Where a licensed wording has gone, the same questions are read in our own words.
    """
    form, _, version = name.partition("/")
    return definitions().get((form, version)) or _BUILT_IN[FORM, SECOND]
