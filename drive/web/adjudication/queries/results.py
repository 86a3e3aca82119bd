"""The ratings of a round beside the Idva's, by what stands for each arm."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from drive.vocabulary.abuse import AbuseType, Severity
from drive.vocabulary.adjudication import ArmLabel, NarrativeState
from drive.vocabulary.allocation import Arm
from drive.vocabulary.answers import Answer, YesNo
from drive.vocabulary.ratings import Rating
from drive.web.adjudication.models import Narrative, Redaction, Round, Verdict
from drive.web.adjudication.models.narratives import shown_now
from drive.web.adjudication.queries.arms import arms_of
from drive.web.adjudication.rules.comparison import Rated, compare
from drive.web.core.sealing import unseal_field

Ratings = Mapping[AbuseType, Rating]


def numbers_of(about: Round) -> dict[str, Any]:
    """Return the numbers of a round: by type of abuse, whether there was any and how severe."""
    rows = _rated(about)
    return {
        "drawn": _counts(about),
        "types": {
            kind.value: {
                "used": compare([_used(row, kind) for row in rows], levels=2).to_dict(),
                "severity": compare(
                    [_severity(row, kind) for row in rows], levels=len(Severity)
                ).to_dict(),
            }
            for kind in AbuseType
        },
    }


Row = tuple[ArmLabel, Ratings, Ratings, Ratings]


def labels_of(about: Round) -> dict[Arm, ArmLabel]:
    """Return what stands for each arm."""
    first = Arm(unseal_field(about, "sealed_arm_of_a"))
    return {arm: ArmLabel.A if arm == first else ArmLabel.B for arm in Arm}


def _rated(about: Round) -> list[Row]:
    """Return each narrative that is shown and rated by both, with the Idva's ratings first."""
    shown = shown_now().filter(narrative__round=about).values("narrative")
    narratives = list(_narratives(about).filter(pk__in=shown))
    arms, labels = arms_of(each.insights_form for each in narratives), labels_of(about)
    rows: list[Row] = []
    for each in narratives:
        given = [_of(verdict) for verdict in sorted(each.verdicts.all(), key=_place)]
        if len(given) == 2 and each.insights_form_id in arms:
            label = labels[arms[each.insights_form_id]]
            rows.append((label, _of(each.insights_form), given[0], given[1]))
    return rows


def _place(verdict: Verdict) -> int:
    return verdict.seat.place


def _narratives(about: Round) -> QuerySet[Narrative]:
    return about.narratives.select_related("insights_form__idva_case__dyad").prefetch_related(
        "insights_form__ratings", "verdicts__ratings", "verdicts__seat"
    )


def _of(rated: Any) -> Ratings:
    return {AbuseType(row.abuse_type): row.rating for row in rated.ratings.all()}


def _used(row: Row, kind: AbuseType) -> Rated:
    levels = [_answer(ratings, kind, "used") for ratings in row[1:]]
    return _told(row[0], [None if each is None else int(each == YesNo.YES) for each in levels])


def _severity(row: Row, kind: AbuseType) -> Rated:
    levels = [_answer(ratings, kind, "severity") for ratings in row[1:]]
    return _told(row[0], [None if each is None else Severity(each).level for each in levels])


def _answer(ratings: Ratings, kind: AbuseType, what: str) -> str | None:
    answer: Answer | None = getattr(ratings.get(kind), what, None)
    return answer.value if answer else None


def _told(arm: ArmLabel, levels: list[int | None]) -> Rated:
    idva, first, second = levels
    return Rated(arm=arm, idva=idva, adjudicators=(first, second))


def _counts(about: Round) -> dict[str, dict[str, int]]:
    """Return how many narratives of each arm were drawn, rated and kept out."""
    narratives = list(_narratives(about))
    arms, labels = arms_of(each.insights_form for each in narratives), labels_of(about)
    kept_out = set(
        Redaction.objects.filter(
            narrative__round=about, superseded_by=None, state=NarrativeState.KEPT_OUT
        ).values_list("narrative", flat=True)
    )
    of_arm: dict[ArmLabel, list[Narrative]] = {label: [] for label in ArmLabel}
    for each in narratives:
        if each.insights_form_id in arms:
            of_arm[labels[arms[each.insights_form_id]]].append(each)
    return {
        label.value: {
            "drawn": len(rows),
            "kept_out": sum(each.pk in kept_out for each in rows),
        }
        for label, rows in of_arm.items()
    }
