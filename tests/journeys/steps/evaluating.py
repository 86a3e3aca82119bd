"""The evaluator freezes a snapshot, runs the evaluation and reads its report."""

from tests.journeys.desk import Desk
from tests.journeys.steps.signing_in import enters_the_password_again


def freezes_a_snapshot(desk: Desk) -> None:
    desk.section("Snapshots and reports")
    desk.follow("Freeze a snapshot")
    enters_the_password_again(desk)
    desk.picture("how-to-evaluator-1")
    desk.press("Freeze a snapshot")
    desk.sees("Done", "Hash of its content")
    desk.picture("how-to-evaluator-2")


def sees_what_it_holds(desk: Desk, **rows: int) -> None:
    """The page of a snapshot counts its rows exactly."""
    for table, count in rows.items():
        name = table.replace("_", " ")
        row = desk.main.get_by_role("row").filter(has=desk.page.get_by_role("rowheader", name=name))
        assert row.first.inner_text().split()[-1] == str(count), f"{name} is not {count}"


def runs_the_evaluation(desk: Desk) -> None:
    desk.follow("Run the evaluation")
    desk.press("Run the evaluation")
    desk.sees("Done", "Read the report")


def reads_the_report(desk: Desk) -> str:
    """Return the text of the report."""
    desk.follow("Read the report")
    desk.picture("report")
    return desk.page.locator("body").inner_text()
