"""When her own request is due and may be delivered, and what a decision needs."""

from datetime import date
from itertools import product

import pytest

from drive.vocabulary.disclosure import DeliveredBy, Exemption, HerRequestStage, ItemOutcome
from drive.web.insights.rules.requests import due_on, why_not_decide, why_not_deliver


def test_it_is_due_one_month_later() -> None:
    assert due_on(date(2017, 1, 31)) == date(2017, 2, 28)


@pytest.mark.parametrize("stage", HerRequestStage)
def test_only_what_is_safe_is_delivered(stage: HerRequestStage) -> None:
    for way, plan, his in product((None, *DeliveredBy), (True, False), (True, False)):
        words, field = why_not_deliver(stage, delivered_by=way, plan_read=plan, his_taken_out=his)
        may = stage is not HerRequestStage.DELIVERED or (way is not None and plan and his)
        assert bool(words) is bool(field) is not may


@pytest.mark.parametrize("outcome", ItemOutcome)
def test_what_is_kept_back_needs_an_exemption(outcome: ItemOutcome) -> None:
    assert bool(why_not_decide(outcome, None)) is (outcome is not ItemOutcome.GIVEN)
    assert not why_not_decide(outcome, Exemption.HARM)
