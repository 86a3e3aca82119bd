"""Form definitions, answers, ratings, drafts and submissions: one mechanism for both records."""
