"""The command `drive`, from its own help."""

import argparse
from collections.abc import Iterator

from drive.cli.exit_codes import ExitCode
from drive.cli.main import parser
from scripts.reference.markdown import table


def page() -> str:
    """Return each command with its arguments."""
    parts = ["# Commands\n"]
    for name, command in _commands("drive", parser()):
        parts.append(f"## `{name}`\n\n{(command.description or '').strip()}\n")
        rows = [
            (f"`{_spelling(action)}`", action.help or "")
            for action in command._actions
            if not isinstance(action, argparse._SubParsersAction | argparse._HelpAction)
        ]
        if rows:
            parts.append(table(("Argument", "Meaning"), rows))
    parts.append("## Exit codes\n")
    parts.append(table(("Code", "Meaning"), [(int(code), code.meaning) for code in ExitCode]))
    return "\n".join(parts)


def _spelling(action: argparse.Action) -> str:
    name = action.option_strings[-1] if action.option_strings else ""
    value = "" if action.nargs == 0 else str(action.metavar or action.dest.upper())
    return f"{name} {value}".strip()


def _commands(
    name: str, one: argparse.ArgumentParser
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    yield name, one
    for action in one._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, under in action.choices.items():
                yield from _commands(f"{name} {word}", under)
