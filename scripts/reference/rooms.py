"""The rooms of the house: each package, and what it is for."""

import importlib
import tomllib
from collections.abc import Iterator
from pathlib import Path

from scripts.reference.markdown import first_sentence, table

ROOT = Path(__file__).resolve().parents[2]


def page() -> str:
    """Return the layers of the research code and of the web application, the highest first."""
    return "\n".join(
        [
            "# Rooms\n\nEach line may import from the lines below it, never from those above.\n",
            "## Packages\n",
            table(("Package", "What it is for"), _rows("drive")),
            "## Apps of the web application\n",
            table(("App", "What it is for"), _rows("drive.web")),
        ]
    )


def _rows(container: str) -> Iterator[tuple[str, str]]:
    for layer in _layers(container):
        for room in layer.split("|"):
            name = room.strip()
            if name.startswith("("):
                continue  # its place is kept; it is not built yet
            package = importlib.import_module(f"{container}.{name}")
            yield f"`{name}`", first_sentence(package.__doc__)


def _layers(container: str) -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    return next(c["layers"] for c in contracts if c.get("containers") == [container])
