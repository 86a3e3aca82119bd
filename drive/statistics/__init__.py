"""Statistics: one question, one function, one result object; pure numbers in, results out.

`paired.paired_change` · `ordinal.square_table` · `groups.association`, `groups.rank_comparison`
and `groups.from_summary` · `proportions.share` · `describe.numbers` · `means.mean` ·
`agreement.weighted_kappa` · `survival.kaplan_meier` · `contrast.changes_between_arms`. Nothing here
knows of people, files or Django.
"""
