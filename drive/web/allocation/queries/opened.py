"""The lists of a trial as the research code knows them."""

from drive.randomisation import BlockList, LotteryList, OpenedLists
from drive.web.allocation.models import SealedList, Trial


def opened_list(sealed_list: SealedList) -> BlockList | LotteryList:
    """Return the plan of a list: all that beside the seed determines it."""
    stratum, number = sealed_list.site.code, sealed_list.number
    if sealed_list.places is not None:
        return LotteryList(stratum, number, sealed_list.places, sealed_list.size)
    period = sealed_list.period
    if period.ratio is None:
        raise ValueError("A list of blocks belongs to a period with a ratio.")
    return BlockList(stratum, number, period.ratio, tuple(period.block_multiples), sealed_list.size)


def lists_of(trial: Trial) -> list[SealedList]:
    """Return the lists of a trial, by site and number."""
    lists = SealedList.objects.filter(trial=trial).select_related("site", "period", "trial")
    return list(lists.order_by("site__code", "number"))


def design_of(trial: Trial) -> OpenedLists:
    """Return the design of a trial as it was lived.

    Raises
    ------
    DesignError
        If no list was opened.
    """
    return OpenedLists(opened_list(each) for each in lists_of(trial))
