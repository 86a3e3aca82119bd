"""Words of a panel that selects perpetrators for Drive where no arm is drawn."""

from drive.vocabulary.word import Word


class PanelCriterion(Word):
    """What a panel may look at. Which of them apply is chosen when a panel is opened."""

    HIGH_RISK = "high_risk", "High risk of serious harm"
    HIGH_HARM = "high_harm", "High harm: severe violence or abuse"
    SERIAL = "serial", "Serial: abuse of more than one victim-survivor"
    REPEAT = "repeat", "Repeat: abuse of the same victim-survivor again"
    ESCALATING = "escalating", "Getting worse: more often, or more severe"
    CHILDREN = "children", "Children are at risk"
    OTHER_AGENCIES = "other_agencies", "Other agencies are concerned"
    OUT_OF_REACH = "out_of_reach", "Other services do not reach him"


class PanelVerdict(Word):
    """What a panel says of one hearing."""

    SELECTED = "selected", "Selected"
    NOT_SELECTED = "not_selected", "Not selected"
    ADJOURNED = "adjourned", "Adjourned to the next panel"


class PanelOutcome(Word):
    """What became of one hearing when its panel was settled."""

    PLACE = "place", "Has a place"
    LOTTERY = "lottery", "In the lottery"
    PASSED_OVER = "passed_over", "Not selected"
    WAITS = "waits", "Waits for the next panel"
