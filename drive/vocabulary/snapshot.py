"""The columns of a snapshot: one definition, written by the extract and read by the evaluation.

Keys are pseudonyms, ages are in years and times are days from allocation: no name, birth
date, address or calendar day stands in a snapshot. The month of allocation is kept, since
the design of the draw changes by period.
"""

from __future__ import annotations

from drive.vocabulary.columns import Column, Table

SCHEMA_VERSION = "2"
READABLE_VERSIONS = ("1", SCHEMA_VERSION)
"""What this program reads: a column that a version lacks is empty."""

_SITE = Column("site", "word", "site code")
_PERSON = Column(
    "person_id",
    "key",
    "pseudonym of the human being: the same in rows that proved to be one person in this role",
    since="2",
)
_RECONSTRUCTED = Column(
    "reconstructed", "boolean", "filled by the reconstruction of the pilot, not printed"
)


def _key(name: str, meaning: str) -> Column:
    return Column(name, "key", meaning)


def _days(name: str, meaning: str) -> Column:
    return Column(name, "integer", f"{meaning}, in days from allocation")


def _answer(name: str, meaning: str) -> tuple[Column, Column]:
    return (
        Column(name, "word", meaning),
        Column(f"{name}_status", "word", f"whether it is known, and if not why not: {name}"),
    )


TABLES: tuple[Table, ...] = (
    Table(
        "perpetrators",
        "a perpetrator heard at a Marac",
        (
            _key("perpetrator_id", "pseudonym"),
            _SITE,
            Column("study_site", "word", "anonymised site label, never shown beside the site"),
            _RECONSTRUCTED,
            _PERSON,
        ),
    ),
    Table(
        "victim_survivors",
        "a victim-survivor",
        (_key("victim_survivor_id", "pseudonym"), _SITE, _RECONSTRUCTED, _PERSON),
    ),
    Table(
        "dyads",
        "a perpetrator and a victim-survivor",
        (
            _key("dyad_id", "pseudonym"),
            _key("perpetrator_id", "the perpetrator"),
            _key("victim_survivor_id", "the victim-survivor"),
            Column("is_primary", "boolean", "the dyad through which the perpetrator was drawn"),
        ),
    ),
    Table(
        "hearings",
        "a dyad discussed at a Marac meeting",
        (
            _key("hearing_id", "pseudonym"),
            _key("dyad_id", "the dyad"),
            _SITE,
            _days("heard_day", "when it was heard"),
            Column("is_repeat", "boolean", "the dyad had been heard before"),
        ),
    ),
    Table(
        "allocations",
        "a perpetrator at the door of the draw",
        (
            _key("allocation_id", "pseudonym"),
            _key("perpetrator_id", "the perpetrator"),
            _SITE,
            Column("month", "text", "month of allocation, YYYY-MM"),
            Column("outcome", "word", "allocated, or why excluded"),
            Column("arm", "word", "Drive or control; empty if excluded"),
            Column(
                "p_assignment", "number", "probability of Drive under the design; empty if unknown"
            ),
            Column("origin", "word", "drawn here, imported from the past, or by a panel"),
            Column("block", "integer", "number of the list within the site; empty if not drawn"),
            Column("position", "integer", "position within the list; empty if not drawn"),
            Column(
                "void_duplicate",
                "boolean",
                "void: the same person had been drawn before; counted, and not analysed",
                since="2",
            ),
            Column(
                "victim_survivor_turn",
                "integer",
                "which of the allocations that stand and lead to the same victim-survivor this "
                "is, 1 being the first; empty if excluded or void",
                since="2",
            ),
            Column(
                "repeat_at_allocation",
                "boolean",
                "heard before about the same victim-survivor, as known at the draw; empty if "
                "not drawn here",
                since="2",
            ),
            Column(
                "serial_at_allocation",
                "boolean",
                "heard about another victim-survivor too, as known at the draw; empty if not "
                "drawn here",
                since="2",
            ),
        ),
    ),
    Table(
        "drive_cases",
        "a Drive case",
        (
            _key("drive_case_id", "pseudonym"),
            _key("perpetrator_id", "the perpetrator"),
            Column("state", "word", "where the case stands"),
            _days("opened_day", "when it was opened"),
            _days("closed_day", "when it was closed"),
            Column("closure_reason", "word", "why it was closed"),
        ),
    ),
    Table(
        "assessments",
        "a submitted assessment of a Drive case",
        (
            _key("assessment_id", "pseudonym"),
            _key("drive_case_id", "the case"),
            Column("point", "word", "intake, 3, 6, 9 months or closure"),
            _days("assessed_day", "the day it speaks of"),
            Column("form", "text", "form definition and version"),
        ),
    ),
    Table(
        "ratings",
        "one abuse type rated for one dyad on one form, by case manager or Idva",
        (
            _key("rating_id", "pseudonym"),
            Column("owner_table", "word", "assessments or insights_forms"),
            _key("owner_id", "the assessment or Insights form"),
            _key("dyad_id", "the dyad"),
            Column("abuse_type", "word", "type of abuse"),
            *_answer("used", "whether this abuse was used or experienced: yes or no"),
            *_answer("severity", "how severe: a separate answer"),
            _RECONSTRUCTED,
        ),
    ),
    Table(
        "answers",
        "one answered question",
        (
            _key("answer_id", "pseudonym"),
            Column("owner_table", "word", "hearings, assessments or insights_forms"),
            _key("owner_id", "the hearing, assessment or Insights form"),
            Column("question", "word", "name of the question"),
            Column("value", "text", "the value; empty unless known"),
            Column("status", "word", "whether it is known, and if not why not"),
            Column("source", "word", "who said so"),
            Column("source_label", "text", "the word of the source where it had one of its own"),
            _RECONSTRUCTED,
        ),
    ),
    Table(
        "contacts",
        "a contact with a service user, or an attempt",
        (
            _key("contact_id", "pseudonym"),
            _key("drive_case_id", "the case"),
            _days("contact_day", "when"),
            Column("contact_type", "word", "how"),
            Column("successful", "boolean", "whether the person was reached"),
            _RECONSTRUCTED,
        ),
    ),
    Table(
        "non_contacts",
        "the reason for no contact at one point",
        (
            _key("non_contact_id", "pseudonym"),
            _key("drive_case_id", "the case"),
            Column("point", "word", "assessment point"),
            Column("reason", "word", "the reason"),
            Column("cause", "word", "what stands behind it; empty if not recorded"),
            _RECONSTRUCTED,
        ),
    ),
    Table(
        "work",
        "one coded activity of a case note",
        (
            _key("work_id", "pseudonym"),
            _key("drive_case_id", "the case"),
            _days("worked_day", "when"),
            Column("mode", "word", "direct or indirect"),
            Column("activity", "word", "what was done"),
            Column("intent", "word", "support, disrupt, combined or safety; empty if not recorded"),
            _RECONSTRUCTED,
        ),
    ),
    Table(
        "idva_cases",
        "an Idva case, in either arm",
        (
            _key("idva_case_id", "pseudonym"),
            _key("dyad_id", "the dyad"),
            _SITE,
            _days("opened_day", "when support began"),
            _days("closed_day", "when support ended"),
        ),
    ),
    Table(
        "insights_forms",
        "a submitted Insights form",
        (
            _key("insights_form_id", "pseudonym"),
            _key("idva_case_id", "the Idva case"),
            Column("stage", "word", "intake, review or exit, or the month of the follow-up"),
            _days("recorded_day", "the day it speaks of"),
            Column("form", "text", "form definition and version"),
        ),
    ),
    Table(
        "interventions",
        "one intervention on an exit form",
        (
            _key("intervention_id", "pseudonym"),
            _key("insights_form_id", "the exit form"),
            Column("intervention", "word", "what kind of support"),
            *_answer("provided", "yes or no"),
            _RECONSTRUCTED,
        ),
    ),
    Table(
        "cleaning",
        "a row of an imported list that did not become a referral",
        (
            _key("cleaning_id", "pseudonym"),
            Column("source", "text", "kind of list"),
            Column("reason", "word", "why it was set aside"),
        ),
    ),
)

TABLE_NAMES: tuple[str, ...] = tuple(table.name for table in TABLES)


def table(name: str) -> Table:
    """Return the definition of one table.

    Raises
    ------
    KeyError
        If no table has that name.
    """
    return {each.name: each for each in TABLES}[name]
