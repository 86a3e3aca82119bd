"""Write docs/reference from the source, or (with --check) say which page is out of date."""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"

NOTE = "<!-- Made by `./run docs` from the source; change the source, not this page. -->\n\n"


def pages() -> Iterator[tuple[str, str]]:
    """Give each page's file name and text."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "drive.web.project.settings")
    import django

    django.setup()
    from scripts.reference import PAGES

    for name, page in PAGES.items():
        yield f"{name}.md", NOTE + page().rstrip() + "\n"


def kept(name: str) -> str | None:
    """Return the text that docs/reference holds under the name, or None."""
    path = REFERENCE / name
    return path.read_text("utf-8") if path.exists() else None


def main() -> int:
    """Write or check every page; return 1 if a checked page is out of date."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true", help="write nothing")
    check_only = options.parse_args().check
    stale = [(name, text) for name, text in pages() if kept(name) != text]
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name, text in stale:
        if check_only:
            print(f"docs/reference/{name} is out of date: run ./run docs")
        else:
            (REFERENCE / name).write_text(text, "utf-8")
            print(f"Wrote docs/reference/{name}")
    if not stale:
        print("The pages of docs/reference are current.")
    return 1 if check_only and stale else 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
