"""Assessments, their answers and ratings, and rises."""

from drive.web.assessments.models.answers import AbuseRating, AssessmentAnswer
from drive.web.assessments.models.assessments import Assessment, AssessmentDecision
from drive.web.assessments.models.rises import Rise, RiseReview

__all__ = [
    "AbuseRating",
    "Assessment",
    "AssessmentAnswer",
    "AssessmentDecision",
    "Rise",
    "RiseReview",
]
