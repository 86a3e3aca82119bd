import re

import pytest

from drive.evaluation.blocks import Figure
from drive.evaluation.figures.dots import bars, love_plot, paired_dots
from drive.evaluation.figures.flow import flow_figure
from drive.evaluation.figures.forest import Line, forest
from drive.evaluation.figures.levels import level_bars, outcome_bars
from drive.evaluation.figures.slopes import slopes
from drive.statistics.ordinal import square_table
from drive.statistics.paired import paired_change
from drive.statistics.proportions import difference
from drive.vocabulary.abuse import AbuseType

STAGES = {"allocated": 20, "intake": 12, "exit_form": 9, "exit_rated": 8, "completed": 3}
CHANGES = {kind: paired_change([[4, 3], [1, 2]]) for kind in AbuseType}
MOVES = {kind: square_table([[1, 0], [2, 3]], levels=["none", "high"]) for kind in AbuseType}
LINES = [Line("<Outcome>", difference(4, 10, 6, 10), (4, 6))]


def _draw(which: str) -> Figure:
    drawn = {
        "flow": lambda: flow_figure({"drive": STAGES, "control": STAGES}),
        "forest": lambda: forest("forest", {"At exit": LINES}, title="T"),
        "slopes": lambda: slopes("slopes", {"Drive": CHANGES, "Control": CHANGES}, title="T"),
        "levels": lambda: level_bars("levels", MOVES, title="T"),
        "outcome": lambda: outcome_bars(
            "outcome",
            {"Drive": [1, 2], "Control": [0, 0]},
            labels=["Yes", "No"],
            colours=["#000000", "#ffffff"],
            title="T",
        ),
        "bars": lambda: bars("bars", [("a", 3), ("b", 0)], title="T", n=0),
        "dots": lambda: paired_dots(
            "dots", [("a", [[1, 2], [0, 0]], (1, 2))], names=("Drive", "Control"), title="T"
        ),
        "love": lambda: love_plot([("Age", 0.05), ("Men", -0.3)]),
    }
    return drawn[which]()


ALL = ("flow", "forest", "slopes", "levels", "outcome", "bars", "dots", "love")


@pytest.mark.parametrize("which", ALL)
def test_a_drawing_is_the_same_each_time_and_names_itself(which: str):
    first, again = _draw(which), _draw(which)
    assert first.svg == again.svg
    assert first.svg.startswith('<svg role="img" aria-labelledby="')
    assert f'<title id="{first.name}-title">' in first.svg
    assert f'<desc id="{first.name}-desc">' in first.svg
    assert first.description
    ids = re.findall(r'\bid="([^"]+)"', first.svg)
    assert all(each.startswith(f"{first.name}-") for each in ids)
    assert len(ids) == len(set(ids))
    used = re.findall(r'(?:url\(|href=")#([^")]+)', first.svg)
    assert set(used) <= set(ids)


def test_words_of_a_drawing_are_escaped():
    assert "&lt;Outcome&gt;" in _draw("forest").svg
    assert "<Outcome>" not in _draw("forest").svg


def test_no_day_and_no_maker_stands_in_a_drawing():
    assert "<metadata>" not in _draw("bars").svg
    assert "DOCTYPE" not in _draw("bars").svg
