"""The glossary is true to the code: each name exists, and each list of words is there."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator

import drive.vocabulary
from drive.vocabulary.word import Word
from tests.architecture.source import ROOT, python_files

CODE = re.compile(r"`([^`]+)`")


def rows(text: str) -> Iterator[dict[str, str]]:
    """Give each row of each table, by the names of its columns."""
    heading: list[str] = []
    for line in text.splitlines():
        if not line.startswith("|"):
            heading = []
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not heading:
            heading = cells
        elif set("".join(cells)) - set("-: "):
            yield dict(zip(heading, cells, strict=True))


def names_in_the_glossary() -> set[str]:
    glossary = (ROOT / "GLOSSARY.md").read_text("utf-8")
    return {
        name
        for row in rows(glossary)
        if "name in code" in row
        for name in CODE.findall(row["name in code"])
    }


def members(node: ast.ClassDef) -> Iterator[str]:
    """Give the names that a class gives to its members and fields."""
    for statement in node.body:
        if isinstance(statement, ast.Assign):
            yield from (each.id for each in statement.targets if isinstance(each, ast.Name))
        elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            yield statement.target.id


def names_in_the_code() -> set[str]:
    found = set()
    for path in python_files("drive"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                found |= {node.name, *(f"{node.name}.{member}" for member in members(node))}
    return found


def lists_of_words() -> set[str]:
    for module in pkgutil.iter_modules(drive.vocabulary.__path__):
        importlib.import_module(f"drive.vocabulary.{module.name}")
    return {
        word.__name__
        for word in Word.__subclasses__()
        if word.__module__.startswith("drive.vocabulary.")
    }


def test_each_name_of_the_glossary_is_in_the_code() -> None:
    assert names_in_the_glossary() - names_in_the_code() == set()


def test_each_list_of_words_is_in_the_glossary() -> None:
    assert lists_of_words() - names_in_the_glossary() == set()


def test_the_glossary_is_read() -> None:
    assert {"Perpetrator", "Capacity.IDVA_LEAD", "Severity"} <= names_in_the_glossary()
