"""Forms made from form definitions."""

from drive.web.recording.forms.asked import (
    EXPERIENCED,
    USED_BY_SERVICE_USER,
    RecordingForm,
    answers_from,
    ratings_from,
)
from drive.web.recording.forms.fields import (
    QuestionField,
    detail_names,
    question_field,
    rating_names,
)

__all__ = [
    "EXPERIENCED",
    "USED_BY_SERVICE_USER",
    "QuestionField",
    "RecordingForm",
    "answers_from",
    "detail_names",
    "question_field",
    "rating_names",
    "ratings_from",
]
