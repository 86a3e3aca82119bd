"""Form definitions, answers, ratings, drafts and submissions: one mechanism for casework and Insights."""
