"""A licensed wording: the same questions under the same keys, in other words, from a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from drive.vocabulary.abuse import SEVERITY_DEFINITIONS, AbuseType
from drive.vocabulary.question import Question
from drive.web.recording.rules.sections import Definition, Scale, Section

LONGEST = 600
_VERSION = re.compile(r"^[a-z0-9][a-z0-9.-]{0,11}$")
_TEXTS = ("form", "version", "based_on", "licence")
_PARTS = {*_TEXTS, "in_force_from", "labels", "hints", "severity"}

Document = Mapping[str, Any]


def problems_of(document: Document, definitions: Mapping[tuple[str, str], Definition]) -> list[str]:
    """Return in words what is wrong with a wording; an empty list if it can be used."""
    found = [f"“{name}” is not a part of a wording." for name in document if name not in _PARTS]
    found += [
        f"“{name}” is missing or is not a text."
        for name in _TEXTS
        if not isinstance(document.get(name), str) or not document[name].strip()
    ]
    if type(document.get("in_force_from")) is not date:
        found.append("“in_force_from” is missing or is not a day such as 2017-07-01.")
    if found:
        return found
    base = definitions.get((document["form"], document["based_on"]))
    if base is None or base.since is None:
        return [f"There is no {document['form']} of version “{document['based_on']}” to reword."]
    return [*_about_version(document, definitions), *_about_texts(document, base)]


def _about_version(
    document: Document, definitions: Mapping[tuple[str, str], Definition]
) -> Iterator[str]:
    version = document["version"]
    if not _VERSION.match(version):
        yield (
            f"The version “{version}” must have at most 12 small letters, digits, dots and dashes."
        )
    if (document["form"], version) in definitions:
        yield f"The version “{version}” is there already; give this wording one of its own."


def _about_texts(document: Document, base: Definition) -> Iterator[str]:
    asked = {
        question.key
        for sections in base.stages.values()
        for section in sections
        for question in section.questions
    }
    for part in ("labels", "hints"):
        yield from _about_table(part, document.get(part, {}), lambda key: key in asked)
    severity = document.get("severity", {})
    if not isinstance(severity, Mapping):
        yield "“severity” must be a table of types of abuse."
        return
    for kind, levels in severity.items():
        if kind not in list(AbuseType):
            yield f"“{kind}” is not a type of abuse."
            continue
        defined = {str(level) for level in SEVERITY_DEFINITIONS[AbuseType(kind)]}
        yield from _about_table(f"severity.{kind}", levels, defined.__contains__)


def _about_table(part: str, table: Any, is_key: Callable[[str], bool]) -> Iterator[str]:
    if not isinstance(table, Mapping):
        yield f"“{part}” must be a table of keys and words."
        return
    for key, words in table.items():
        if not is_key(key):
            yield f"{part}: there is no “{key}” in the form; the keys stay the same."
        elif not isinstance(words, str) or not words.strip():
            yield f"{part}: “{key}” has no words."
        elif len(words) > LONGEST:
            yield f"{part}: “{key}” is longer than {LONGEST} characters."


def reworded(base: Definition, document: Document) -> Definition:
    """Return a definition in the words of a document without problems."""
    return replace(
        base,
        version=document["version"],
        since=document["in_force_from"],
        stages={
            stage: tuple(_section(section, document) for section in sections)
            for stage, sections in base.stages.items()
        },
    )


def _section(section: Section, document: Document) -> Section:
    questions = tuple(_question(each, document) for each in section.questions)
    return replace(section, questions=questions, scale=_scale(section.scale, document))


def _question(question: Question, document: Document) -> Question:
    return replace(
        question,
        label=document.get("labels", {}).get(question.key, question.label),
        hint=document.get("hints", {}).get(question.key, question.hint),
    )


def _scale(scale: Scale, document: Document) -> Scale:
    given = document.get("severity", {})
    if not given:
        return scale
    words = {
        kind: {level: given.get(kind, {}).get(level, text) for level, text in levels.items()}
        for kind, levels in scale.words.items()
    }
    return Scale(document["version"], words)
