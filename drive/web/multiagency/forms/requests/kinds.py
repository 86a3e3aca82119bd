"""What single kinds of request ask and are answered with, beyond what all of them are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.registers import AdvocacyResult, BreachDecision, ChildDecision, ChildStatus
from drive.vocabulary.requests import (
    Discloser,
    DvdsRoute,
    InitiatedBy,
    MaracTrigger,
    RequestKind,
    RequestStepKind,
)
from drive.web.design_system.forms import (
    CheckboxField,
    ConsiderateForm,
    DateField,
    LongTextField,
    RadiosField,
    SelectField,
)
from drive.web.design_system.presenters import date_in_words
from drive.web.multiagency import actions
from drive.web.multiagency.actions.kinds.details import AnswerDetail, NewDetail
from drive.web.multiagency.rules.kinds import Kind
from drive.web.referrals.models import MaracHearing

LONGEST = 4_000
_DECISIONS = [each for each in BreachDecision if each is not BreachDecision.WAITING]
_OF_A_CHILD = [
    each for each in ChildDecision if each not in {ChildDecision.WAITING, ChildDecision.GRANTED}
]
_CHANGED = (AdvocacyResult.CHANGED, AdvocacyResult.PARTLY_CHANGED)


def _pairs(words: Sequence[Any]) -> list[tuple[str, str]]:
    return [(word.value, word.label) for word in words]


class AsksOfKinds(ConsiderateForm):
    """What single kinds of request ask; those of other kinds are left out."""

    entry = SelectField(
        label=_("What is it about?"), choices=(), prompt=_("Choose one"), missing=_("Choose one")
    )
    route = RadiosField(
        label=_("By which right?"),
        choices=DvdsRoute,
        hints={
            DvdsRoute.ASK: _("Whoever may be at risk, or somebody for her, asks the police."),
            DvdsRoute.KNOW: _("An agency asks that she be told."),
        },
        small=True,
        missing=_("Choose by which right"),
    )
    applied_on = DateField(
        label=_("When was it applied for?"),
        help_text=_("The 28 days of the police count from this day."),
        missing=_("Enter the day of the application"),
        may_be_future=False,
    )
    original = SelectField(
        label=_("After which hearing did it happen?"),
        choices=(),
        prompt=_("Choose one"),
        missing=_("Choose the hearing after which it happened"),
    )
    trigger = SelectField(
        label=_("What happened?"),
        choices=MaracTrigger,
        prompt=_("Choose one"),
        missing=_("Choose what happened"),
    )
    trigger_on = DateField(
        label=_("When?"), missing=_("Enter the day on which it happened"), may_be_future=False
    )
    initiated_by = RadiosField(
        label=_("Who began it?"),
        help_text=_("The evaluation counts what Drive brings about itself apart."),
        choices=InitiatedBy,
        small=True,
        missing=_("Choose who began it"),
    )

    def ask_for(
        self,
        kind: Kind,
        *,
        entries: Sequence[tuple[UUID, str]] = (),
        hearings: Sequence[MaracHearing] = (),
    ) -> None:
        """Ask what this kind asks, and offer what there is on the case."""
        for name in set(AsksOfKinds.base_fields) - kind.asks:
            self.fields.pop(name, None)
        if "entry" in self.fields:
            self.fields["entry"].choices = [(str(key), words) for key, words in entries]  # type: ignore[attr-defined]
            self.fields["entry"].coerce = UUID  # type: ignore[attr-defined]
        if "original" in self.fields:
            by_key = {str(each.pk): each for each in hearings}
            self.fields["original"].choices = [  # type: ignore[attr-defined]
                (key, _heard(each)) for key, each in by_key.items()
            ]
            self.fields["original"].coerce = by_key.get  # type: ignore[attr-defined]

    @property
    def detail(self) -> NewDetail | None:
        """What a valid form says beyond the rest."""
        given = self.cleaned_data
        if "route" in given:
            return actions.NewDvds(route=given["route"], applied_on=given["applied_on"])
        if "original" in given:
            names = ("original", "initiated_by", "trigger", "trigger_on")
            return actions.NewMarac(**{name: given[name] for name in names})
        return None


def _heard(hearing: MaracHearing) -> str:
    held_on = date_in_words(hearing.meeting.held_on)
    return f"{held_on}, {hearing.dyad.victim_survivor.person.name}"


class AnswersOfKinds(ConsiderateForm):
    """What single kinds of request are answered with; those of other kinds are left out."""

    decision = RadiosField(
        label=_("What was decided?"),
        choices=_pairs(_DECISIONS),
        coerce=BreachDecision,
        required=False,
        quiet=True,
        small=True,
    )
    decision_reason = LongTextField(
        label=_("For which reason?"),
        help_text=_("In their words. It is needed where a recall is declined or nothing is done."),
        required=False,
        max_length=LONGEST,
        rows=3,
    )
    result = RadiosField(
        label=_("How far was it changed?"),
        choices=_pairs(_CHANGED),
        coerce=AdvocacyResult,
        required=False,
        quiet=True,
        small=True,
    )
    child_decision = RadiosField(
        label=_("What was decided?"),
        choices=_pairs(_OF_A_CHILD),
        coerce=ChildDecision,
        required=False,
        quiet=True,
        small=True,
    )
    left_out = CheckboxField(
        label=_("Domestic abuse was left out of the assessment"), required=False
    )
    status = SelectField(
        label=_("What is the child to them now?"),
        choices=ChildStatus,
        prompt=_("They did not say"),
        required=False,
        quiet=True,
    )
    since = DateField(label=_("Since when?"), required=False, may_be_future=False)
    core_group_on = DateField(
        label=_("When does a core group or conference meet to which you are asked?"),
        help_text=_("Leave it blank if there is none. It is put among what is due to you."),
        required=False,
    )
    panel_on = DateField(label=_("When does the panel meet, or when did it?"), required=False)
    disclosed_by = SelectField(
        label=_("Who disclosed it?"),
        choices=Discloser,
        prompt=_("Choose one"),
        required=False,
        quiet=True,
    )
    wording = LongTextField(
        label=_("In which words was it disclosed?"),
        help_text=_(
            "Sealed: read by you and the service manager alone. Do not name whoever was told."
        ),
        required=False,
        max_length=LONGEST,
        rows=4,
    )
    support = LongTextField(
        label=_("What support was offered?"), required=False, max_length=LONGEST, rows=2
    )
    confidential = CheckboxField(
        label=_("Whoever was told was told that it is confidential"), required=False
    )
    heard_again = SelectField(
        label=_("Which hearing came of it?"),
        help_text=_("Leave it blank if it is not on record yet: it is found when it is."),
        choices=(),
        prompt=_("It is not on record yet"),
        required=False,
    )

    def answer_for(self, kind: Kind, hearings: Sequence[MaracHearing] = ()) -> None:
        """Ask what this kind can be answered with."""
        wanted = _ANSWERED_WITH.get(kind.kind, frozenset())
        for name in set(AnswersOfKinds.base_fields) - wanted:
            self.fields.pop(name, None)
        if "heard_again" in self.fields:
            by_key = {str(each.pk): each for each in hearings}
            field: Any = self.fields["heard_again"]
            field.choices = [(key, _heard(each)) for key, each in by_key.items()]
            field.coerce = by_key.get

    @property
    def detail(self) -> AnswerDetail | None:
        """What a valid form says beyond the rest."""
        given, step = self.cleaned_data, self.cleaned_data.get("kind")
        if "decision" in given:
            return _decided(given)
        if "result" in given:
            return actions.Argued(result=given["result"]) if given["result"] else None
        if "child_decision" in given:
            return _of_a_child(given)
        if "wording" in given:
            names = ("panel_on", "disclosed_by", "confidential", "wording", "support")
            said = names if step is RequestStepKind.DONE else ("panel_on",)
            return actions.Disclosing(**{name: given[name] for name in said if given[name]})
        if "heard_again" in given:
            return actions.HeardAgain(hearing=given["heard_again"] or None)
        return None


def _decided(given: dict[str, Any]) -> AnswerDetail | None:
    if not given["decision"]:
        return None
    return actions.Decided(decision=given["decision"], reason=given["decision_reason"] or "")


def _of_a_child(given: dict[str, Any]) -> AnswerDetail | None:
    if not given["child_decision"]:
        return None
    return actions.OfAChild(
        decision=given["child_decision"],
        status=given["status"] or None,
        since=given["since"],
        left_out=bool(given["left_out"]),
        core_group_on=given["core_group_on"],
    )


_ANSWERED_WITH: dict[RequestKind, frozenset[str]] = {
    RequestKind.BREACH: frozenset({"decision", "decision_reason"}),
    RequestKind.ADVOCACY: frozenset({"result"}),
    RequestKind.CHILD: frozenset(
        {"child_decision", "left_out", "status", "since", "core_group_on"}
    ),
    RequestKind.DISCLOSURE: frozenset(
        {"panel_on", "disclosed_by", "wording", "support", "confidential"}
    ),
    RequestKind.MARAC: frozenset({"heard_again"}),
}

REVEALED: dict[RequestKind, dict[RequestStepKind, str]] = {
    RequestKind.BREACH: {RequestStepKind.ANSWERED: "decision"},
    RequestKind.ADVOCACY: {RequestStepKind.ANSWERED: "result"},
    RequestKind.CHILD: {RequestStepKind.ANSWERED: "child_decision"},
    RequestKind.DISCLOSURE: {RequestStepKind.DONE: "disclosed_by"},
    RequestKind.MARAC: {RequestStepKind.DONE: "heard_again"},
}
"""Which question opens under which answer."""
