"""The machine that tries to lose a word: typing, killing, expiring, two tabs, pressing twice.

After each step every text of which a page was told "Saved" must stand in a draft, in a version
beside it, or in the record; and what is not saved yet is at most five seconds old while somebody
hears the page.
"""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from drive.web.casework.models import ActivityTag, CaseNote, DriveCase
from drive.web.recording.models import Draft, Submission
from drive.web.recording.queries import typed_in
from tests.cast import Cast
from tests.integration.web.recording.browser import Browser, Fate, Tab

MOST_UNSAVED = 5.0
which = st.integers(min_value=0, max_value=9)


class NeverLost(RuleBasedStateMachine):
    """One person, one form, any number of tabs. The test that runs it sets `cast` and `case`."""

    cast: Cast
    case: DriveCase

    @initialize()
    def begin(self) -> None:
        """Begin with nothing typed and one open form."""
        for model in (Draft, Submission, ActivityTag, CaseNote):
            model._default_manager.all().delete()
        self.words = 0
        self.promised: set[str] = set()
        self.browser = Browser(self.cast.case_manager)
        self.signed_in = True
        self.open_a_tab()

    @property
    def address(self) -> str:
        """The form that is filled in."""
        return reverse("casework:add_note", args=[self.case.pk])

    def tab(self, number: int) -> Tab:
        """Return one of the tabs."""
        return self.browser.tabs[number % len(self.browser.tabs)]

    def has_a_tab(self) -> bool:
        """Say whether there is one."""
        return bool(self.browser.tabs)

    # -- What may happen --------------------------------------------------------------------------

    @precondition(lambda self: len(self.browser.tabs) < 4)
    @rule()
    def open_a_tab(self) -> None:
        """Open the form in another tab."""
        self.browser.open(self.address)

    @precondition(has_a_tab)
    @rule(number=which, seconds=st.sampled_from([0.2, 0.9, 1.4, 2.0, 6.0]))
    def type(self, number: int, seconds: float) -> None:
        """Type a word."""
        tab = self.tab(number)
        if tab.can_type:
            self.words += 1
            self.browser.type(tab, f"word{self.words}", seconds)
            self._promise()

    @precondition(has_a_tab)
    @rule(number=which)
    def pause(self, number: int) -> None:
        """Stop typing: the page saves, or tries again."""
        tab = self.tab(number)
        if tab.can_type and not tab.saved:
            self.browser.save(tab)
            self._promise()

    @rule(kind=st.sampled_from(["before", "inside", "after", "fault"]), at=st.integers(1, 40))
    def strike(self, kind: str, at: int) -> None:
        """Let the next request be the one during which the server is killed, or fails."""
        self.browser.fate = Fate(kind, at)

    @precondition(lambda self: self.signed_in)
    @rule()
    def expire(self) -> None:
        """End the session."""
        self.browser.expire()
        self.signed_in = False

    @precondition(lambda self: not self.signed_in)
    @rule()
    def sign_in(self) -> None:
        """Sign in again, in another tab; pages that could not save do so by themselves."""
        self.browser.fate = Fate()
        self.browser.sign_in()
        self.signed_in = True
        for tab in self.browser.tabs:
            if tab.can_type and not tab.saved:
                assert self.browser.save(tab)
        self._promise()

    @precondition(has_a_tab)
    @rule(number=which)
    def press(self, number: int) -> None:
        """Press the button."""
        self._press(self.tab(number))

    @precondition(has_a_tab)
    @rule(number=which)
    def press_twice(self, number: int) -> None:
        """Press the button twice: the second arrives too."""
        tab = self.tab(number)
        twice = {**tab.typed}
        if self._press(tab) == 302 and self.signed_in:
            self.browser.ask("post", tab.address, twice)

    @precondition(has_a_tab)
    @rule(number=which)
    def press_too_early(self, number: int) -> None:
        """Press the button while something is missing."""
        self._press(self.tab(number), channel="")

    @precondition(has_a_tab)
    @rule(number=which)
    def close_a_tab(self, number: int) -> None:
        """Lose a tab: the machine crashed, nothing was sent."""
        tab = self.tab(number)
        # One request that is lost costs no more than five seconds; after two the page says so.
        heard = self.signed_in and tab.unheard < 2
        assert tab.unsaved_for <= MOST_UNSAVED or not heard
        self.browser.tabs.remove(tab)

    @rule(number=which)
    def use_another_version(self, number: int) -> None:
        """Go on with a text that lies aside."""
        aside = list(Draft.objects.filter(aside=True).order_by("page"))
        if aside:
            chosen = aside[number % len(aside)]
            self.browser.client.handler.enforce_csrf_checks = False
            self.browser.ask("post", reverse("kept", args=[chosen.pk]), {"use": "1"})
            self.browser.client.handler.enforce_csrf_checks = True

    def _press(self, tab: Tab, **otherwise: str) -> int | None:
        answer = self.browser.press(tab, **otherwise)
        self._promise()
        return answer.status_code if answer is not None else None

    def _promise(self) -> None:
        self.promised |= {tab.told for tab in self.browser.tabs if tab.told}

    # -- What must hold ---------------------------------------------------------------------------

    @invariant()
    def nothing_is_lost(self) -> None:
        """Every text that was told to be saved stands somewhere."""
        kept = self._kept() + self._recorded()
        lost = [text for text in self.promised if not any(text in each for each in kept)]
        assert lost == [], f"{lost} is lost; there is {kept}"

    @invariant()
    def nothing_is_saved_twice(self) -> None:
        """No text stands twice in the record."""
        recorded = self._recorded()
        assert len(recorded) == len(set(recorded))

    @invariant()
    def one_text_is_offered_first(self) -> None:
        """Where anything lies aside, something is offered."""
        places = Draft.objects.values_list("form", "subject")
        offered = set(places.filter(aside=False))
        assert set(places.filter(aside=True)) <= offered

    def _kept(self) -> list[str]:
        return [typed_in(draft).get("text", [""])[0] for draft in Draft.objects.all()]

    def _recorded(self) -> list[str]:
        return list(CaseNote.objects.values_list("text", flat=True))

    def teardown(self) -> None:
        """After signing in again the form offers everything that is not in the record."""
        if not hasattr(self, "browser"):
            return
        self.browser.fate = Fate()
        self.browser.sign_in()
        answer: Any = self.browser.ask("get", self.address)
        page = answer.content.decode()
        recorded = self._recorded()
        waiting = [one for one in self.promised if not any(one in each for each in recorded)]
        lost = [text for text in waiting if text not in page]
        assert lost == [], f"{lost} is offered by no page"
