"""Answers and ratings as the columns of their rows."""

from drive.vocabulary.answers import Answer
from drive.vocabulary.ratings import Rating
from drive.web.recording.models import DETAILS


def answer_fields(answer: Answer) -> dict[str, object]:
    """Return the columns of an answer row for an answer."""
    return {
        "value": answer.value or "",
        "status": answer.status,
        "source": answer.source or "",
        "as_of": answer.as_of,
        "safety": answer.safety or "",
        "reconstructed": answer.reconstructed,
    }


def rating_fields(rating: Rating) -> dict[str, object]:
    """Return the columns of a rating row for a rating."""
    return {
        "abuse_type": rating.abuse_type,
        "used": rating.used.value or "",
        "used_status": rating.used.status,
        "severity": rating.severity.value or "",
        "severity_status": rating.severity.status,
        "definition_version": rating.definition_version,
        "source": rating.used.source or "",
        "reconstructed": rating.used.reconstructed or rating.severity.reconstructed,
    }


def detail_fields(rating: Rating) -> dict[str, str]:
    """Return the columns of what was asked further about a type of abuse."""
    fields = {}
    for name in DETAILS:
        answer: Answer | None = getattr(rating, name)
        fields[name] = (answer.value or "") if answer else ""
        fields[f"{name}_status"] = answer.status if answer else ""
    return fields
