"""A Marac co-ordinator brings a list, puts it right and confirms it; or enters one hearing."""

from tests.factories import lists
from tests.journeys.desk import Desk

HEADINGS = (
    "DATE OF MARAC",
    "Perp first name",
    "Perp Surname",
    "Perp D.O.B.",
    "Victim First Name ",
    "Victim surname",
    "victim DOB",
    "Relationship to victim",
    "No. of children",
    "Perp alcohol?",
    "Victim tel no",
    "Agenda item",
)
"""As a co-ordinator heads them; the last is understood by nobody."""

GOOD_ROWS = range(1, 10)
REPEATED, COPIED, IMPOSSIBLE, FORMULA = 1, 2, 10, 11
TELEPHONE = "07700900456"

HIM = (
    "Ambrose Abernathy, Bartholomew Blenkinsop, Cornelius Clutterbuck, Desmond Dunwoody, "
    "Erasmus Etherington, Ferdinand Featherstone, Godfrey Gathercole, Horatio Heckmondwike, "
    "Inigo Inglethorpe, Jocelyn Jellicoe, Kingsley Kettlewell"
).split(", ")
HER = (
    "Araminta Quartermaine, Beatrix Ramsbottom, Clementine Satterthwaite, Drusilla Thistlewood, "
    "Evangeline Umfreville, Fenella Vavasour, Guinevere Winterbottom, Hermione Yelverton, "
    "Isadora Zouche, Jocasta Mompesson, Keturah Nethersole"
).split(", ")
"""Unlike one another: who resembles somebody else is not drawn before a person has looked."""


def his_surname(number: int) -> str:
    """Return the surname of the perpetrator of a row."""
    return HIM[number - 1].split()[1]


def _row(number: int, **changed: str) -> dict[str, str]:
    own = lists.row(number)
    values = (
        own["Marac Date"],
        *HIM[number - 1].split(),
        own["Perp D.O.B."],
        *HER[number - 1].split(),
        own["Victim DOB"],
        "ex-partner",
        "2",
        "Y",
        str(int(TELEPHONE) + 7919 * (number - 1)).zfill(len(TELEPHONE)),
        str(number),
    )
    return dict(zip(HEADINGS, values, strict=True)) | changed


def list_as_brought() -> bytes:
    """Return the list: good rows, one that comes back, a copy, and two with problems."""
    rows = [
        _row(IMPOSSIBLE, **{"DATE OF MARAC": "31/02/2017"}),
        _row(FORMULA, **{"Relationship to victim": "=cmd|' /C calc'!A0"}),
        *(_row(number) for number in GOOD_ROWS),
        _row(REPEATED, **{"DATE OF MARAC": "26.6.17"}),
        _row(COPIED),
    ]
    return lists.as_csv(rows, HEADINGS, encoding="cp1252", delimiter=";")


def uploads_the_list(desk: Desk) -> None:
    desk.section("Marac lists")
    desk.follow("Import a list")
    desk.press("Upload and check")
    desk.sees("There is a problem", "Choose the file")
    _chooses(desk, "list.csv", list_as_brought())
    desk.press("Upload and check")
    desk.is_at("Check the list")


def _chooses(desk: Desk, name: str, content: bytes) -> None:
    file = {"name": name, "mimeType": "text/csv", "buffer": content}
    desk.page.locator("input[type=file]").set_input_files(files=[file])


def sees_what_is_wrong_by_row_and_column(desk: Desk) -> None:
    impossible, formula = row_of(desk, IMPOSSIBLE), row_of(desk, FORMULA)
    desk.sees("Needs correcting", "“DATE OF MARAC”", "“Relationship to victim”", "“Agenda item”")
    assert "31/02/2017" in impossible
    assert "“DATE OF MARAC”" in impossible
    assert "“Relationship to victim”" in formula
    assert "The same row stands twice in the list" in row_of(desk, COPIED, last=True)
    desk.picture("import-preview")


def row_of(desk: Desk, number: int, *, last: bool = False) -> str:
    """Return what the preview says of the row that names a perpetrator."""
    rows = desk.main.get_by_role("row").filter(has_text=f"{his_surname(number)},")
    return (rows.last if last else rows.first).inner_text()


def corrects_the_rows(desk: Desk) -> None:
    _opens_the_row_of(desk, IMPOSSIBLE)
    desk.sees("There is a problem")
    desk.fill("DATE OF MARAC", "31/06/2017")
    desk.press("Save the row")
    desk.sees("There is a problem")
    desk.fill("DATE OF MARAC", "21/06/2017")
    desk.press("Save the row")
    desk.sees("is ready.")
    _opens_the_row_of(desk, FORMULA)
    desk.fill("Relationship to victim", "partner")
    desk.press("Save the row")
    desk.sees("is ready.")


def _opens_the_row_of(desk: Desk, number: int) -> None:
    row = desk.main.get_by_role("row").filter(has_text=f"{his_surname(number)},")
    desk.follow("Row", within=row)


def confirms_the_list(desk: Desk) -> None:
    desk.follow("Confirm the ready rows")
    desk.sees("12 rows will be saved as hearings.", "1 row is set aside and will not be saved.")
    desk.press("Save the ready rows as hearings")
    desk.sees("Confirmed.", "Saved as a hearing")


def imports_and_puts_right_a_list(desk: Desk) -> None:
    uploads_the_list(desk)
    sees_what_is_wrong_by_row_and_column(desk)
    corrects_the_rows(desk)
    confirms_the_list(desk)


def enters_a_hearing_by_hand(desk: Desk) -> None:
    desk.section("Marac lists")
    desk.follow("Enter one hearing")
    desk.fill_date("Hearing date", "20 6 2017")
    for whose, name in (("Perpetrator's", "Lillywhite"), ("Victim-survivor's", "Oglethorpe")):
        desk.fill(f"{whose} forename", "Handwritten")
        desk.fill(f"{whose} surname", name)
    desk.fill_date("Perpetrator's date of birth", "3 4 1981")
    desk.fill_date("Victim-survivor's date of birth", "5 6 1983")
    desk.press("Record the hearing")
    desk.sees("There is a problem")
    desk.select("Use one reason for every question left unanswered here", "Not asked")
    desk.press("Record the hearing")
    desk.sees("The hearing is recorded.", "Lillywhite", "Not asked")
