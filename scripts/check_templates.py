"""Compile every template, and say which name a template that is not there or break a rule."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import jinja2
import jinja2.meta

ROOT = Path(__file__).resolve().parent.parent

# The content security policy refuses these, and the page would fail in the browser only.
REFUSED = {
    r"\sstyle=": "an inline style",
    r"<style\b": "a style element",
    r"\son[a-z]+=\"": "an inline event handler",
    r"<script\b(?![^>]*\b(src|nonce)=)": "a script without a nonce",
    r"\|\s*safe\b": "the filter `safe`: escape, or give Markup from a presenter",
}


def template_files() -> Iterator[tuple[str, Path]]:
    """Give each template's name, as pages call it, and its file."""
    for folder in sorted((ROOT / "drive" / "web").glob("*/jinja2")):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield path.relative_to(folder).as_posix(), path


def environment() -> jinja2.Environment:
    """Return the environment that the site itself uses."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "drive.web.project.settings")
    import django
    from django.template import engines
    from django.template.backends.jinja2 import Jinja2

    django.setup()
    engine = next(engine for engine in engines.all() if isinstance(engine, Jinja2))
    return engine.env


def problems_of(name: str, text: str, pages: jinja2.Environment) -> Iterator[str]:
    """Give what is wrong with one template."""
    try:
        pages.compile(text, name)
    except jinja2.TemplateError as problem:
        yield f"line {getattr(problem, 'lineno', '?')}: {problem}"
        return
    for other in jinja2.meta.find_referenced_templates(pages.parse(text)):
        if other is not None:
            try:
                pages.get_template(other)
            except jinja2.TemplateNotFound:
                yield f"names {other}, which is not there"
            except jinja2.TemplateError:
                pass  # reported under the other template's own name
    for pattern, what in REFUSED.items():
        for found in re.finditer(pattern, text):
            yield f"line {text[: found.start()].count(chr(10)) + 1}: {what}"


def problems() -> list[str]:
    """Return what is wrong with any template, one line each."""
    pages = environment()
    return [
        f"{path.relative_to(ROOT)}: {problem}"
        for name, path in template_files()
        for problem in problems_of(name, path.read_text("utf-8"), pages)
    ]


def main() -> int:
    """Print the problems; return 1 if there are any."""
    found = problems()
    print("\n".join(found) or f"{sum(1 for _ in template_files())} templates are sound.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
