"""The states that records pass through, from the dicts in each app's rules."""

import importlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from scripts.reference.markdown import table

WEB = Path(__file__).resolve().parents[2] / "drive" / "web"
SUFFIX = "TRANSITIONS"


def page() -> str:
    """Return every table of transitions, as a table and as a picture."""
    parts = ["# States\n\nWhat may follow what. The current state is the latest row.\n"]
    for name, transitions in transition_tables():
        parts.append(f"## {name}\n")
        parts.append(table(("From", "To"), _rows(transitions)))
        parts.append(_diagram(transitions))
    return "\n".join(parts)


def _diagram(transitions: Mapping[Any, Any]) -> str:
    """Return the same as a picture, in the words that a reader of Markdown draws."""
    names = {state: f"s{number}" for number, state in enumerate(transitions)}
    lines = ["```mermaid", "stateDiagram-v2"]
    lines += [f'    state "{_word(state)}" as {name}' for state, name in names.items()]
    for before, after in transitions.items():
        following = [after] if isinstance(after, str) else sorted(after, key=_word)
        lines += [f"    {names[before]} --> {names[each]}" for each in following if each in names]
    return "\n".join([*lines, "```", ""])


def _rows(transitions: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
    for before, after in transitions.items():
        following = sorted(map(_word, after)) if not isinstance(after, str) else [_word(after)]
        yield _word(before), ", ".join(following) or "nothing: it is the end"


def _word(state: object) -> str:
    return str(getattr(state, "label", state))


def transition_tables() -> Iterator[tuple[str, Mapping[Any, Any]]]:
    """Give the name and the dict of every table of transitions in the apps' rules."""
    drawn: list[Mapping[Any, Any]] = []
    for path in sorted([*WEB.glob("*/rules.py"), *WEB.glob("*/rules/*.py")]):
        parts = path.relative_to(WEB.parent.parent).with_suffix("").parts
        module = importlib.import_module(".".join(parts).removesuffix(".__init__"))
        for name, value in vars(module).items():
            # A folder of rules may hand on what one of its modules defines.
            again = any(value is one for one in drawn)
            if name.endswith(SUFFIX) and isinstance(value, Mapping) and not again:
                drawn.append(value)
                yield f"{parts[2]}: {name.lower().replace('_', ' ')}", value
