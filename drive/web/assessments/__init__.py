"""The scheduled assessments of a Drive case: needs, abuse, contact, engagement, risk."""
