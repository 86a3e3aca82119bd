"""Every picture that a document shows was taken by a journey, and is kept small."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IMAGES = ROOT / "docs" / "images"
LARGEST = 200_000


def shown() -> dict[str, Path]:
    """Return each picture that a document shows, and one document that does."""
    documents = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return {
        name: document
        for document in documents
        for name in re.findall(r"images/([\w-]+)\.png", document.read_text("utf-8"))
    }


def taken() -> set[str]:
    """Return each picture that a journey takes."""
    journeys = (ROOT / "tests" / "journeys").rglob("*.py")
    return {
        name
        for journey in journeys
        for name in re.findall(r"picture\(\"([\w-]+)\"\)", journey.read_text("utf-8"))
    }


def test_a_journey_takes_every_picture_that_a_document_shows() -> None:
    assert shown()
    assert {name: str(document) for name, document in shown().items() if name not in taken()} == {}


def test_every_picture_is_there_and_small() -> None:
    sizes = {name: (IMAGES / f"{name}.png").stat().st_size for name in shown()}
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}
