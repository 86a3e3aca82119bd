"""The methods of the appendix, each with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Method:
    """One method: when it is used, and its source."""

    name: str
    use: str
    reference: str


METHODS: tuple[Method, ...] = (
    Method(
        "Difference of two shares",
        "Contrast between arms; Newcombe's hybrid score interval.",
        "Newcombe 1998, Statistics in Medicine 17:873-890",
    ),
    Method(
        "Difference in change",
        "Each arm's paired change with Newcombe's interval, set against the other's.",
        "Newcombe 1998, Statistics in Medicine 17:2635-2650; Zou and Donner 2008, 27:1693-1702",
    ),
    Method(
        "Paired yes or no",
        (
            "McNemar's test: exact, as the report ran it for small groups; with Edwards' "
            "correction for the control arm; mid-p, which we prefer; Tango's interval."
        ),
        "Fagerland, Lydersen and Laake 2013, BMC Medical Research Methodology 13:91",
    ),
    Method(
        "Movement between levels",
        "The whole table, rises counted, change in per cent of intake; Bhapkar's test.",
        "Agresti 2013, Categorical Data Analysis, 11.4",
    ),
    Method(
        "Two groups, a category",
        "Pearson's chi-square where every expected count exceeds 5, else Fisher's exact test.",
        "CONSORT 2025, item 26",
    ),
    Method(
        "Two groups, a number",
        "Mann-Whitney's U with tie correction; Hodges-Lehmann shift; Shapiro-Wilk shown.",
        "Hollander and Wolfe 1999, Nonparametric Statistical Methods, 4.1-4.3",
    ),
    Method("One share", "Wilson's score interval.", "Wilson 1927, JASA 22:209-212"),
    Method(
        "The start of the trial",
        "Standardised mean differences; no significance tests.",
        "Altman 1985; CONSORT 2025, item 25",
    ),
)
