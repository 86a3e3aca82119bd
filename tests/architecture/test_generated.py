"""What is made from the source agrees with the source."""

import io

from django.core.management import call_command

from scripts import build_docs
from tests.architecture.source import ROOT


def test_the_generated_pages_are_current() -> None:
    stale = [name for name, text in build_docs.pages() if build_docs.kept(name) != text]
    assert not stale, f"Run ./run docs: {stale} are out of date."


def test_every_kept_page_is_still_generated() -> None:
    generated = {name for name, _ in build_docs.pages()}
    kept = {path.name for path in (ROOT / "docs" / "reference").glob("*.md")}
    assert kept == generated


def test_the_migrations_match_the_models() -> None:
    said = io.StringIO()
    try:
        call_command("makemigrations", check=True, dry_run=True, stdout=said)
    except SystemExit:
        raise AssertionError(said.getvalue()) from None
