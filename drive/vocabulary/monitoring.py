"""Words of monitoring: how a query about a record ended."""

from drive.vocabulary.word import Word


class QueryResolution(Word):
    """How a query about a record ended."""

    CORRECTED = "corrected", "The record was corrected"
    RIGHT_AS_IT_WAS = "right_as_it_was", "The record was right as it was"
    CANNOT_BE_KNOWN = "cannot_be_known", "It cannot be known any more"
