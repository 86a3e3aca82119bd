"""Links of the documents lead somewhere: to a file that is kept, and to a heading that is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, name_of, project_files

LINK = re.compile(r"\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$")
ELSEWHERE = re.compile(r"^[a-z][a-z0-9+.-]*:")


def documents() -> list[Path]:
    return [path for path in project_files() if path.suffix == ".md"]


def prose(text: str) -> Iterator[str]:
    """Give the lines that are neither in a fenced block nor indented as code."""
    fenced = False
    for line in text.splitlines():
        if line.lstrip().startswith("```"):
            fenced = not fenced
        elif not fenced and not line.startswith("    "):
            yield re.sub(r"`[^`]*`", "", line) if "](" in line else line


def links(text: str) -> list[str]:
    """Return the relative links and images of a document."""
    found = [target for line in prose(text) for target in LINK.findall(line)]
    return [target for target in found if not ELSEWHERE.match(target)]


def anchors(text: str) -> set[str]:
    """Return the names under which the headings of a document can be linked to."""
    headings = (HEADING.match(line) for line in prose(text))
    return {
        re.sub(r"[^\w\- ]", "", heading[1].lower()).replace(" ", "-")
        for heading in headings
        if heading
    }


def leads_nowhere(document: Path, link: str, kept: set[Path]) -> bool:
    place, _, anchor = link.partition("#")
    target = (document.parent / place).resolve() if place else document
    if target.is_dir():
        return not any(path.is_relative_to(target) for path in kept)
    if target not in kept:
        return True
    return bool(anchor) and anchor not in anchors(target.read_text("utf-8"))


@pytest.mark.parametrize("document", documents(), ids=name_of)
def test_every_link_leads_somewhere(document: Path) -> None:
    kept = set(project_files())
    found = links(document.read_text("utf-8"))
    assert [link for link in found if leads_nowhere(document, link, kept)] == []


def test_every_picture_is_shown_somewhere() -> None:
    shown = {
        (document.parent / link).resolve()
        for document in documents()
        for link in links(document.read_text("utf-8"))
    }
    pictures = {path for path in project_files() if path.is_relative_to(ROOT / "docs" / "images")}
    assert [name_of(path) for path in sorted(pictures - shown)] == []


def test_every_decision_is_in_the_list_of_decisions() -> None:
    folder = ROOT / "docs" / "adr"
    listed = set(links((folder / "README.md").read_text("utf-8")))
    assert {path.name for path in folder.glob("[0-9]*.md")} - listed == set()


def test_a_link_is_found_and_one_elsewhere_is_left_alone() -> None:
    text = "[a](b.md#c) ![d](e.png) [f](https://example.org) and\n\n    [code](not-a-link)\n"
    assert links(text) == ["b.md#c", "e.png"]


def test_a_heading_becomes_an_anchor() -> None:
    assert anchors("## What is `kept`, and why\n") == {"what-is-kept-and-why"}
