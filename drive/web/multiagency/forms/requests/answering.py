"""What an agency answered, and the facts that are known from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import ValueStatus, unknown
from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import FactTopic, Independence, Reliability, SourceRoute
from drive.vocabulary.requests import (
    ActionEffect,
    RefusalReason,
    RequestStepKind,
    RequestTopic,
    RequestWay,
)
from drive.vocabulary.work import Attribution
from drive.web.design_system.forms import (
    CheckboxesField,
    DateField,
    IdempotencyKeyField,
    LongTextField,
    RadiosField,
    SelectField,
    TextField,
)
from drive.web.information.actions import Saying
from drive.web.information.rules.sources import LONGEST_STATEMENT, speaks_from_her_side
from drive.web.multiagency.forms.requests.kinds import REVEALED, AnswersOfKinds
from drive.web.multiagency.rules.kinds import Kind
from drive.web.multiagency.rules.sources import speaks_as
from drive.web.referrals.models import MaracHearing

MOST_FACTS = 3
LONGEST_ANSWER = 20_000


class AnswerForm(AnswersOfKinds):
    """What they answered, when and how, in which words, and up to three facts."""

    as_said = ("text", "decision_reason", "wording")

    kind = RadiosField(label=_("What did they answer?"), missing=_("Choose what they answered"))
    still_open = CheckboxesField(
        label=_("What did they not answer?"), choices=(), required=False, small=True
    )
    refusal = SelectField(
        label=_("Why do they refuse?"),
        choices=RefusalReason,
        prompt=_("Choose one"),
        required=False,
        quiet=True,
    )
    attribution = RadiosField(
        label=_("Would it have happened without Drive?"),
        choices=Attribution,
        required=False,
        quiet=True,
        small=True,
    )
    effect = RadiosField(
        label=_("What did it do to the risk?"),
        choices=ActionEffect,
        required=False,
        quiet=True,
        small=True,
    )
    happened_on = DateField(
        label=_("When did the answer come?"),
        missing=_("Enter the day on which the answer came"),
        may_be_future=False,
    )
    way = RadiosField(
        label=_("How did it come?"),
        choices=RequestWay,
        inline=True,
        small=True,
        missing=_("Choose how it came"),
    )
    who = TextField(label=_("From whom?"), required=False, max_length=120)
    text = LongTextField(
        label=_("What did they say?"),
        help_text=_("In their words. It lies sealed."),
        required=False,
        max_length=LONGEST_ANSWER,
        rows=6,
    )
    without_her = RadiosField(
        label=_("Would they know it had she not spoken?"),
        help_text=_("Only for the facts above. A police record that came from her call would not."),
        choices=Independence,
        required=False,
        quiet=True,
        small=True,
    )
    reliability = RadiosField(
        label=_("How far can the facts be relied on?"),
        choices=Reliability,
        required=False,
        quiet=True,
        small=True,
    )
    key = IdempotencyKeyField()

    def __init__(
        self,
        *args: Any,
        kind: Kind,
        agency_kind: AgencyType,
        topics: Sequence[RequestTopic] = (),
        hearings: Sequence[MaracHearing] = (),
        **kwargs: Any,
    ) -> None:
        """Ask what this kind of request can be answered with."""
        super().__init__(*args, **kwargs)
        self.answer_for(kind, hearings)
        self.agency_kind, self.asked = agency_kind, kind
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            (step.value, kind.said(step)) for step in kind.answers
        ]
        self.fields["kind"].coerce = RequestStepKind  # type: ignore[attr-defined]
        self.fields["kind"].reveals = self._reveals(kind)  # type: ignore[attr-defined]
        self.fields["still_open"].choices = [  # type: ignore[attr-defined]
            (topic.value, topic.label) for topic in topics
        ]
        self.fields["still_open"].coerce = RequestTopic  # type: ignore[attr-defined]
        if "topics" not in kind.asks:
            del self.fields["still_open"]
        if not kind.attributed:
            del self.fields["attribution"]
        if "action" not in kind.asks:
            del self.fields["effect"]
        self._order(kind)

    @staticmethod
    def _reveals(kind: Kind) -> dict[str, str]:
        found = {RequestStepKind.REFUSED.value: "refusal"}
        if "topics" in kind.asks:
            found[RequestStepKind.ANSWERED_IN_PART.value] = "still_open"
        if "action" in kind.asks:
            found[RequestStepKind.DONE.value] = "attribution"
        return found | {step.value: name for step, name in REVEALED.get(kind.kind, {}).items()}

    def _order(self, kind: Kind) -> None:
        """Ask first what was answered; a disclosure leaves no words and no fact at his side."""
        if kind.in_notes:
            for name in ("text", "without_her", "reliability"):
                del self.fields[name]
        else:
            self._add_facts()
        first, last = ("kind", "still_open", "refusal"), ("without_her", "reliability", "key")
        between = [name for name in self.fields if name not in {*first, *last}]
        self.order_fields([*first, *between, *last])

    def _add_facts(self) -> None:
        for number in range(1, MOST_FACTS + 1):
            self.fields[f"fact_{number}"] = LongTextField(
                label=_("Fact %(number)d that is known from it") % {"number": number},
                help_text=_("One thing, in your words. Empty if there is none."),
                required=False,
                max_length=LONGEST_STATEMENT,
                rows=2,
            )
            self.fields[f"topic_{number}"] = SelectField(
                label=_("What is fact %(number)d about?") % {"number": number},
                choices=FactTopic,
                prompt=_("Choose one"),
                required=False,
                quiet=True,
            )

    def clean(self) -> dict[str, Any]:
        """Ask what belongs to an answer, and what a fact needs."""
        given: dict[str, Any] = super().clean() or {}
        kind = given.get("kind")
        partly = kind is RequestStepKind.ANSWERED_IN_PART and "still_open" in self.fields
        if partly and not given.get("still_open"):
            self.add_error("still_open", _("Choose what they did not answer"))
        if kind is RequestStepKind.REFUSED and not given.get("refusal"):
            self.add_error("refusal", _("Choose why they refuse"))
        if kind in self.asked.attributed and not given.get("attribution"):
            self.add_error("attribution", _("Say whether it would have happened without Drive"))
        self._clean_facts(given)
        return given

    def _clean_facts(self, given: dict[str, Any]) -> None:
        numbers = [at for at in range(1, MOST_FACTS + 1) if given.get(f"fact_{at}")]
        for number in numbers:
            if not given.get(f"topic_{number}"):
                self.add_error(f"topic_{number}", _("Choose what it is about"))
        if numbers and not given.get("reliability"):
            self.add_error("reliability", _("Choose how far the facts can be relied on"))
        hers = speaks_from_her_side(speaks_as(self.agency_kind), self.agency_kind)
        if numbers and not hers and not given.get("without_her"):
            self.add_error("without_her", _("Say whether they would know it had she not spoken"))

    def sayings(self, today: date) -> list[Saying]:
        """Return the facts, each with the agency as its source."""
        given = self.cleaned_data
        return [
            Saying(
                statement=given[f"fact_{number}"],
                topic=given[f"topic_{number}"],
                source_kind=speaks_as(self.agency_kind),
                agency=self.agency_kind,
                route=SourceRoute.DIRECT,
                without_her=given.get("without_her"),
                learned_on=given.get("happened_on") or today,
                reliability=given["reliability"],
                inferable=unknown(ValueStatus.NOT_ASKED),
                handling=HandlingCode.NOT_TO_SERVICE_USER,
            )
            for number in range(1, MOST_FACTS + 1)
            if given.get(f"fact_{number}")
        ]
