"""The allocator sets a ratio, decides who may be drawn, and draws."""

from tests.journeys.desk import Desk


def sets_the_ratio(desk: Desk) -> None:
    desk.section("Allocation")
    desk.follow("Ratios")
    desk.follow("Set a ratio")
    desk.select("Site", "Essex")
    desk.fill_date("First day", "1 6 2017")
    desk.fill("Places in Drive", "1")
    desk.fill("For how many in the control arm", "1")
    desk.press("Set the ratio")
    desk.sees("The ratio is set.")


def cannot_change_the_ratio_afterwards(desk: Desk) -> None:
    desk.section("Allocation")
    desk.follow("Ratios")
    desk.follow("Set a ratio")
    desk.select("Site", "Essex")
    desk.fill_date("First day", "2 6 2017")
    desk.press("Set the ratio")
    desk.sees("There is a problem")


def decides_and_draws(desk: Desk, *, drawn: int, repeated: str) -> None:
    desk.section("Allocation")
    desk.follow("Essex")
    desk.is_at("Decide eligibility and draw")
    excluded = desk.main.get_by_role("table").last
    assert repeated in excluded.inner_text()
    desk.press("Record the decisions and draw")
    desk.is_at("Allocation log")
    desk.sees(str(drawn))


def sees_the_arms_and_the_repeat(desk: Desk, *, repeated: str) -> None:
    desk.sees("Drive", "Control")
    rows = desk.main.get_by_role("row").filter(has_text=repeated)
    assert rows.count() == 2
    assert "already allocated" in " ".join(rows.all_inner_texts())
