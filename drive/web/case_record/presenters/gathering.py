"""What of a case could go into the service user's subject-access pack, in words.

Strategies, holds, tasks, supervision and requests to agencies are no part of it, nor is anything
of the Idva's or of the vault; that an agency was asked stands among the notes. What came from the
victim-survivor's side is named by its kind and day, and not opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.utils.html import strip_tags
from django.utils.timezone import localtime
from django.utils.translation import gettext

from drive.vocabulary.abuse import Severity
from drive.vocabulary.answers import Answer, InformationSource, YesNo
from drive.vocabulary.casework import AssessmentPoint, Channel, ContactType
from drive.vocabulary.disclosure import LeftOut, PackKind
from drive.vocabulary.documents import VICTIM_SIDE_CODES, DocumentKind, HandlingCode
from drive.vocabulary.facts import FactTopic, Side, Use, WishAnswer
from drive.vocabulary.outbound import OutgoingChannel, OutgoingState, RecipientKind
from drive.vocabulary.ratings import Rating
from drive.vocabulary.strategy import ContactPlace
from drive.web.accounts.models import User
from drive.web.assessments.queries import Content, assessments_of, content_of, sections_in
from drive.web.case_record.rules.packs import Material, may_be_told, speaks_for_her
from drive.web.casework.models import CaseNote, DriveCase, SuContact
from drive.web.casework.presenters import work_in_words
from drive.web.casework.queries import contacts_with
from drive.web.design_system.presenters import answer_in_words, date_in_words, label
from drive.web.information.models import FactVersion
from drive.web.information.queries import documents_about
from drive.web.information.queries.citing import verdict_of
from drive.web.information.queries.facts import facts_about
from drive.web.information.queries.words import opened as statement_of
from drive.web.outbound.models import Outgoing
from drive.web.outbound.queries.outgoing import texts_of
from drive.web.recording.rules import Section
from drive.web.registers.presenters.entries import facts as entry_rows
from drive.web.registers.queries.entries import standing
from drive.web.registers.queries.notes import notes_of_entries
from drive.web.registers.queries.words import opened
from drive.web.registers.registry.declaration import Opened, Register
from drive.web.registers.registry.every import REGISTERS


def gathered(case: DriveCase, actor: User) -> list[Material]:
    """Return everything of a case that could go into the pack, the earliest first."""
    found = [each for source in SOURCES for each in source(case, actor)]
    return sorted(found, key=lambda each: (each.on, each.kind, each.heading, each.source))


def _his_own(source: str) -> InformationSource | None:
    return InformationSource(source) if source else None


def _lines(*said: str) -> str:
    return "\n".join(text for text in said if text)


def _notes(case: DriveCase, actor: User) -> Iterator[Material]:
    notes = CaseNote.objects.visible_to(actor).filter(drive_case=case)
    # An entry of a register speaks for the note that counts it as work.
    spoken_for = notes_of_entries(case, actor)
    rows = notes.exclude(pk__in=spoken_for).select_related("corrects")
    for note in rows.prefetch_related("tags", "corrections"):
        hers = _is_hers(note)
        yield Material(
            kind=PackKind.NOTE,
            source=note.pk,
            on=note.happened_on,
            heading=gettext("Note: %s") % label(Channel(note.channel)),
            text="" if hers else _lines(note.who, note.text or work_in_words(note)),
            told_by=_his_own(note.informant),
            kept_back=LeftOut.HER_SIDE if hers else None,
        )


def _is_hers(note: CaseNote) -> bool:
    """Return whether a note, or one that it adds to or that adds to it, came from her side."""
    family = [note, *([note.corrects] if note.corrects else []), *note.corrections.all()]
    return any(
        each.sealed_text or each.sealed_who or speaks_for_her(each.informant, each.agency_kind)
        for each in family
    )


def _contacts(case: DriveCase, actor: User) -> Iterator[Material]:
    for contact in contacts_with(case, actor):
        free = bool(contact.others_present or contact.next_step or contact.override_reason)
        yield Material(
            kind=PackKind.CONTACT,
            source=contact.pk,
            on=contact.happened_on,
            heading=gettext("Contact: %s") % label(ContactType(contact.contact_type)),
            text=_of_contact(contact),
            # Words beside the codes are the worker's own, and are looked at first.
            told_by=None if free else InformationSource.SU,
        )


def _of_contact(contact: SuContact) -> str:
    return _lines(
        gettext("Reached") if contact.successful else gettext("Tried, not reached"),
        label(ContactPlace(contact.place)) if contact.place else "",
        contact.others_present,
        contact.next_step,
        contact.override_reason,
    )


def _assessments(case: DriveCase, actor: User) -> Iterator[Material]:
    for point, made in assessments_of(case, actor).items():
        content = content_of(made)
        sections = sections_in(made, content)
        told = _told(content)
        his_own = bool(told) and all(each.source is InformationSource.SU for each in told)
        yield Material(
            kind=PackKind.ASSESSMENT,
            source=made.pk,
            on=made.assessed_on,
            heading=gettext("Assessment: %s") % label(AssessmentPoint(point)),
            text=_lines(*(line for each in sections for line in _answers(each, content))),
            told_by=InformationSource.SU if his_own else None,
            kept_back=None if told else LeftOut.HER_SIDE,
        )


def _told(content: Content) -> list[Answer]:
    rated = [answer for each in content.ratings for answer in (each.used, each.severity)]
    return [each for each in (*content.answers.values(), *rated) if may_be_told(each)]


def _answers(section: Section, content: Content) -> Iterator[str]:
    """Give what can be told of a section; nothing shows that there was more."""
    for question in section.questions:
        answer = content.answers.get(question.key)
        if answer is not None and may_be_told(answer):
            yield f"{gettext(question.label)}: {answer_in_words(answer, question.words)}"
    for rating in content.ratings if section.has_ratings else ():
        if section.towards in (None, rating.towards):
            yield from _rated(rating)


def _rated(rating: Rating) -> Iterator[str]:
    kind = gettext(rating.abuse_type.label)
    if may_be_told(rating.used):
        yield f"{kind}: {gettext('used')}: {answer_in_words(rating.used, YesNo)}"
    if may_be_told(rating.severity):
        yield f"{kind}: {gettext('severity')}: {answer_in_words(rating.severity, Severity)}"


def _registers(case: DriveCase, actor: User) -> Iterator[Material]:
    for register in REGISTERS.values():
        for entry in opened(register, standing(register, case, actor), actor):
            yield _entry(register, entry)


def _entry(register: Register, entry: Opened) -> Material:
    row: Any = entry.row
    hers = entry.victim_side or speaks_for_her(row.informant)
    return Material(
        kind=PackKind.REGISTER,
        source=row.origin,
        on=row.happened_on,
        heading=register.titled(row),
        text="" if hers else _lines(*map(_said, entry_rows(register, entry))),
        told_by=_his_own(row.informant),
        kept_back=LeftOut.HER_SIDE if hers else None,
    )


def _said(row: dict[str, Any]) -> str:
    value = row["value"].get("text") or strip_tags(str(row["value"].get("html", "")))
    return f"{row['key']['text']}: {value}"


def _documents(case: DriveCase, actor: User) -> Iterator[Material]:
    for said in documents_about(case.pk, actor):
        kept_back = None
        if said.victim_side or speaks_for_her(None, said.source_kind):
            kept_back = LeftOut.HER_SIDE
        elif HandlingCode(said.handling) in VICTIM_SIDE_CODES:
            kept_back = LeftOut.HANDLING
        dated = gettext("Dated %s") % date_in_words(said.dated_on) if said.dated_on else ""
        yield Material(
            kind=PackKind.DOCUMENT,
            source=said.document_id,
            on=said.received_on,
            heading=gettext("Document: %s") % label(DocumentKind(said.kind)),
            text="" if kept_back else _lines(said.title, dated),
            kept_back=kept_back,
        )


def _letters(case: DriveCase, actor: User) -> Iterator[Material]:
    left = Outgoing.objects.visible_to(actor).filter(
        about=case.pk,
        side=Side.CASE_MANAGER,
        to=RecipientKind.SERVICE_USER,
        steps__state=OutgoingState.SENT,
    )
    for row in left.distinct():
        yield Material(
            kind=PackKind.LETTER,
            source=row.pk,
            on=localtime(row.recorded_at).date(),
            heading=gettext("To the service user: %s") % label(OutgoingChannel(row.channel)),
            text=texts_of(row).body,
            told_by=InformationSource.SU,
        )


def _facts(case: DriveCase, actor: User) -> Iterator[Material]:
    for row in facts_about(case.pk, actor):
        kept_back = _kept_back(row)
        yield Material(
            kind=PackKind.FACT,
            source=row.fact_id,
            on=row.learned_on,
            heading=gettext("Fact: %s") % label(FactTopic(row.topic)),
            text="" if kept_back else statement_of(row, "sealed_statement"),
            kept_back=kept_back,
        )


def _kept_back(row: FactVersion) -> LeftOut | None:
    """Return why a fact can never be in: nothing overrides the guard for what he is handed."""
    verdict = verdict_of([row.fact_id], Use.SUBJECT_ACCESS)
    if verdict.stops or any(each.wish is WishAnswer.NOT_USED for each in verdict.footings):
        return LeftOut.SOURCES
    return LeftOut.HANDLING if HandlingCode(row.handling) in VICTIM_SIDE_CODES else None


SOURCES: tuple[Callable[[DriveCase, User], Iterable[Material]], ...] = (
    _notes,
    _contacts,
    _assessments,
    _registers,
    _documents,
    _letters,
    _facts,
)
"""Every kind of thing that can be in the pack."""
