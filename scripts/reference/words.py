"""Every word that is stored, and how people read it."""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

import drive.vocabulary
from drive.vocabulary.word import Word
from scripts.reference.markdown import first_sentence, table


def page() -> str:
    """Return the page of words, by module in the alphabet's order."""
    parts = ["# Words\n\nWhat is stored, and the label that people read.\n"]
    for module in _modules():
        for word in _words_of(module):
            rows = [(f"`{member.value}`", member.label) for member in word]
            parts.append(f"## {word.__name__}\n\n{first_sentence(word.__doc__)}\n")
            parts.append(table(("Stored", "Label"), rows))
    return "\n".join(parts)


def _modules() -> Iterator[ModuleType]:
    for found in sorted(pkgutil.iter_modules(drive.vocabulary.__path__), key=lambda m: m.name):
        yield importlib.import_module(f"drive.vocabulary.{found.name}")


def _words_of(module: ModuleType) -> list[type[Word]]:
    return [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, Word)
        and value is not Word
        and value.__module__ == module.__name__
    ]
