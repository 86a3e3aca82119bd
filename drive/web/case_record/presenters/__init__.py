"""Words of the case seen whole: the caseload, the overview, the timeline, the history."""
