"""What was written that speaks of the same time as a form: the Idva's notes, and her own words.

Her own words are part of it only where she agreed that somebody who does not know her reads them;
that they are kept on the case is another agreement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet

from drive.vocabulary.answers import YesNo
from drive.vocabulary.insights_questions import OWN_WORDS, OWN_WORDS_TO_RATERS
from drive.web.core.sealing import unseal_field
from drive.web.insights.models import InsightsAnswer, InsightsForm, OwnWords, SupportNote
from drive.web.insights.queries.support import counted

SPEAKS_OF = timedelta(days=92)
"""How far back a rating looks: three months. The same for every form, in both arms."""


def with_narratives() -> list[InsightsForm]:
    """Return the forms that stand and speak of a time of which something is written."""
    days: dict[UUID, list[date]] = defaultdict(list)
    written = counted().exclude(sealed_text="").values_list("idva_case", "happened_on")
    for case, happened_on in written:
        days[case].append(happened_on)
    agreed = set(
        OwnWords.objects.filter(
            question=OWN_WORDS.key, insights_form__in=_agreed().values("insights_form")
        ).values_list("insights_form", flat=True)
    )
    forms = InsightsForm.objects.filter(superseded_by=None, ratings__isnull=False).distinct()
    return [
        form
        for form in forms.select_related("idva_case__dyad__victim_survivor").order_by("pk")
        if form.pk in agreed or any(_is_within(form, day) for day in days[form.idva_case_id])
    ]


def narrative_of(form: InsightsForm) -> str:
    """Return the narrative of a form, opened: her own words first, then the notes in order."""
    written = [*_her_words(form), *_notes(form)]
    return "\n\n".join(text for text in written if text.strip())


def _agreed() -> QuerySet[InsightsAnswer]:
    return InsightsAnswer.objects.filter(
        question=OWN_WORDS_TO_RATERS.key, value=YesNo.YES, superseded_by=None
    ).order_by()


def _her_words(form: InsightsForm) -> list[str]:
    if not _agreed().filter(insights_form=form).exists():
        return []
    rows = form.words.filter(question=OWN_WORDS.key)
    return [unseal_field(row, "sealed_text") for row in rows]


def _notes(form: InsightsForm) -> list[str]:
    rows = counted().filter(
        idva_case=form.idva_case_id,
        happened_on__gt=form.happened_on - SPEAKS_OF,
        happened_on__lte=form.happened_on,
    )
    in_order: Iterable[SupportNote] = rows.order_by("happened_on", "recorded_at", "pk")
    return [unseal_field(row, "sealed_text") for row in in_order]


def _is_within(form: InsightsForm, day: date) -> bool:
    return form.happened_on - SPEAKS_OF < day <= form.happened_on
