"""The flow as text and as SVG; both show every reason, also those that nobody had."""

from collections.abc import Iterator, Mapping
from html import escape
from textwrap import wrap

from drive.randomisation.flow import ArmFlow, Flow
from drive.vocabulary.allocation import Arm

_WIDTH, _COLUMN, _GAP = 760, 340, 34
_LINE, _PADDING, _LETTERS = 19, 12, 42
_BLACK, _SOFT = "#0b0c0c", "#505a5f"
_INK = {Arm.DRIVE: "#1d4f91", Arm.CONTROL: "#b35900"}
_TITLE = "Flow of the trial, from the door of the draw to the {}"
_DUPLICATE = "Void: drawn before"

Box = list[str]


def as_text(flow: Flow, *, follow_up: bool = True) -> str:
    """The flow as lines of plain text, for a log, a terminal or a reader of screens.

    Without `follow_up` it ends at the arms, for readers who may not see what came after the draw.
    """
    lines = [_door(flow), *(f"  {line}" for line in _not_drawn(flow))]
    lines += [f"Drawn: {flow.drawn:,}"]
    for arm in Arm:
        for at, box in enumerate(_boxes(arm, flow.arms[arm], follow_up=follow_up)):
            lines += _indented(box, 2 if at == 0 else 4)
    return "\n".join(lines) + "\n"


def as_svg(flow: Flow, *, name: str = "flow", follow_up: bool = True, note: str = "") -> str:
    """The flow as a drawing that names and describes itself to those who do not see it.

    Parameters
    ----------
    flow
        What to draw.
    name
        Unique within the page; the ids of the drawing begin with it.
    follow_up
        Whether the drawing goes on to the analysis; otherwise it ends at the arms.
    note
        A line under the drawing, such as who may see it.
    """
    sheet = _Sheet(name)
    lefts = {Arm.DRIVE: 0.0, Arm.CONTROL: float(_WIDTH - _COLUMN)}
    middle, line = (_WIDTH - _COLUMN) / 2, _WIDTH / 2
    door = sheet.put([_door(flow)], (middle, 0.0), _BLACK)
    aside = sheet.put(_not_drawn(flow), (lefts[Arm.CONTROL], door + _GAP / 2), _BLACK)
    halfway = (door + _GAP / 2 + aside) / 2
    sheet.arrow((line, halfway), (lefts[Arm.CONTROL], halfway))
    sheet.arrow((line, door), (line, aside + _GAP / 2))
    bottom = sheet.put([f"Drawn: {flow.drawn:,}"], (middle, aside + _GAP / 2), _BLACK)
    starts = dict.fromkeys(Arm, (line, bottom))
    boxes = (_boxes(arm, flow.arms[arm], follow_up=follow_up) for arm in Arm)
    for row in zip(*boxes, strict=True):
        top = bottom + _GAP
        for arm, box in zip(Arm, row, strict=True):
            centre = lefts[arm] + _COLUMN / 2
            sheet.arrow(starts[arm], (centre, top))
            starts[arm] = (centre, sheet.put(box, (lefts[arm], top), _INK[arm]))
        bottom = max(end for _, end in starts.values())
    title = _TITLE.format("analysis" if follow_up else "arms")
    return sheet.paper(bottom, title, as_text(flow, follow_up=follow_up), note)


class _Sheet:
    """What has been drawn so far."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.parts: list[str] = []

    def put(self, box: Box, corner: tuple[float, float], ink: str) -> float:
        """Draw a box with its lines and give its lower edge."""
        x, y = corner
        lines = [part for line in box for part in _wrapped(line)]
        height = _LINE * len(lines) + 2 * _PADDING - 4
        self.parts.append(
            f'<rect x="{x:g}" y="{y:g}" width="{_COLUMN}" height="{height}" fill="#ffffff" '
            f'stroke="{ink}" stroke-width="1.6"/>'
        )
        for at, line in enumerate(lines):
            indent = 8 * (len(line) - len(line.lstrip()))
            weight = ' font-weight="bold"' if at == 0 else ""
            self.parts.append(
                f'<text x="{x + _PADDING + indent:g}" y="{y + _PADDING + 11 + at * _LINE:g}" '
                f'font-family="sans-serif" font-size="14" fill="{_BLACK}"{weight}>'
                f"{escape(line.strip())}</text>"
            )
        return y + height

    def arrow(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Draw an arrow."""
        self.parts.append(
            f'<line x1="{start[0]:g}" y1="{start[1]:g}" x2="{end[0]:g}" y2="{end[1]:g}" '
            f'stroke="{_SOFT}" marker-end="url(#{self.name}-tip)"/>'
        )

    def paper(self, height: float, title: str, words: str, note: str) -> str:
        """Give the drawing with its title and description, and a note under it."""
        if note:
            height += _LINE + _PADDING
            self.parts.append(
                f'<text x="0" y="{height - 4:g}" font-family="sans-serif" font-size="14" '
                f'fill="{_SOFT}">{escape(note)}</text>'
            )
        size = f"-2 -2 {_WIDTH + 4} {height + 4:.0f}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}" role="img" '
            f'aria-labelledby="{self.name}-title {self.name}-desc">\n'
            f'<title id="{self.name}-title">{title}</title>\n'
            f'<desc id="{self.name}-desc">{escape(words)}</desc>\n'
            f'<defs><marker id="{self.name}-tip" markerWidth="8" markerHeight="8" refX="7" '
            f'refY="4" orient="auto"><path d="M0,0 L8,4 L0,8 z" fill="{_SOFT}"/></marker></defs>\n'
            + "\n".join(self.parts)
            + "\n</svg>\n"
        )


def _door(flow: Flow) -> str:
    return f"Assessed at the door: {flow.assessed:,}"


def _not_drawn(flow: Flow) -> Box:
    return [
        *_with_reasons("Excluded", flow.excluded),
        f"Waiting for a decision on identity: {flow.waiting:,}",
    ]


def _wrapped(line: str) -> list[str]:
    """A line as lines that fit into a box, those that follow further in."""
    indent = " " * (len(line) - len(line.lstrip()))
    return wrap(line, _LETTERS, initial_indent="", subsequent_indent=f"{indent}  ") or [line]


def _boxes(arm: Arm, flow: ArmFlow, *, follow_up: bool) -> Iterator[Box]:
    drawn = [f"{arm.label}: allocated {flow.allocated:,}", f"{_DUPLICATE}: {flow.void:,}"]
    if not follow_up:
        yield drawn
        return
    yield [
        *drawn,
        f"Received what was allocated: {flow.received:,}",
        *_with_reasons("Did not", flow.not_received),
    ]
    yield _with_reasons("Lost to follow-up, kept as allocated", flow.lost)
    yield [
        f"Analysed as allocated: {flow.analysed:,}",
        *_with_reasons("Not analysed", flow.not_analysed),
    ]


def _with_reasons(title: str, reasons: Mapping[str, int]) -> Box:
    return [f"{title}: {sum(reasons.values()):,}"] + [
        f"  {reason}: {count:,}" for reason, count in reasons.items()
    ]


def _indented(box: Box, by: int) -> list[str]:
    return [f"{' ' * (by if at == 0 else by + 2)}{line}" for at, line in enumerate(box)]
