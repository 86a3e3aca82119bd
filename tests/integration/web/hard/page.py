"""A page's form as a browser would send it, read from the page itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

TEXT = frozenset({"text", "email", "search", "tel", ""})


@dataclass
class PageForm:
    """One form: where it is sent, and what stands in its controls.

    `sent` is what a browser would send untouched; `texts`, `choices` and `dates` name what can be
    filled in (a date by its plain name).
    """

    action: str = ""
    method: str = "get"
    sent: dict[str, list[str]] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    @property
    def dates(self) -> list[str]:
        """The dates, each in three boxes."""
        return [
            name.removesuffix("-day")
            for name in self.texts
            if name.endswith("-day") and f"{name.removesuffix('-day')}-year" in self.texts
        ]

    @property
    def words(self) -> list[str]:
        """The boxes for words: those of a date are not."""
        boxes = {f"{name}-{part}" for name in self.dates for part in ("day", "month", "year")}
        return [name for name in self.texts if name not in boxes]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[PageForm] = []
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.errors: list[str] = []
        self.text: list[str] = []
        self._form: PageForm | None = None
        self._select = self._area = ""
        self._in_errors = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        about = {name: value or "" for name, value in attributes}
        self.ids.add(about.get("id", ""))
        if tag == "form":
            self._form = PageForm(about.get("action", ""), about.get("method", "get").lower())
            self.forms.append(self._form)
        elif tag == "div" and "govuk-error-summary" in about.get("class", "").split():
            self._in_errors = 1
        elif tag == "div" and self._in_errors:
            self._in_errors += 1
        elif tag == "a" and self._in_errors:
            self.links.append(about.get("href", ""))
        if self._form is not None:
            self._control(tag, about)

    def _control(self, tag: str, about: dict[str, str]) -> None:
        form, name = self._form, about.get("name", "")
        assert form is not None
        if tag == "textarea" and name:
            form.texts.append(name)
            form.sent[name] = [""]
            self._area = name
        elif tag == "select" and name:
            form.choices.append(name)
            self._select = name
        elif tag == "option" and self._select:
            first = self._select not in form.sent
            if first or "selected" in about:
                form.sent[self._select] = [about.get("value", "")]
        elif tag == "input" and name:
            self._input(form, name, about)

    def _input(self, form: PageForm, name: str, about: dict[str, str]) -> None:
        kind = about.get("type", "")
        if kind in {"radio", "checkbox"}:
            if name not in form.choices:
                form.choices.append(name)
            if "checked" in about:
                form.sent.setdefault(name, []).append(about.get("value", "on"))
        elif kind == "file":
            form.files.append(name)
        else:
            if kind in TEXT:
                form.texts.append(name)
            form.sent[name] = [about.get("value", "")]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._area = ""
        elif tag == "div" and self._in_errors:
            self._in_errors -= 1

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        if self._in_errors and data.strip():
            self.errors.append(data.strip())
        if self._area and self._form is not None:
            # A browser leaves out the line break right after the opening tag.
            self._form.sent[self._area] = [data.removeprefix("\n")]


@dataclass(frozen=True)
class Page:
    """A page as read: its forms, what its error summary says, and where that leads."""

    forms: list[PageForm]
    errors: list[str]
    error_links: list[str]
    ids: set[str]
    text: str

    @property
    def form(self) -> PageForm:
        """The form that the page is about: the one that carries a key."""
        sent = [form for form in self.forms if form.method == "post"]
        return next((form for form in sent if "key" in form.sent), sent[-1])


def read(html: str) -> Page:
    """Read a page."""
    reader = _Reader()
    reader.feed(html)
    return Page(reader.forms, reader.errors, reader.links, reader.ids, "".join(reader.text))
