"""Words and component parameters of the pages of the draw."""

from drive.web.allocation.presenters.arms import arm_tag
from drive.web.allocation.presenters.waiting import holding_in_words

__all__ = ["arm_tag", "holding_in_words"]
