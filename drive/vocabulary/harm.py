"""Words of harm: what happened, who was harmed, and whether Drive may have had a part in it."""

from drive.vocabulary.word import Word


class SeriousEventKind(Word):
    """What happened. Who was harmed is asked apart."""

    DEATH = "death", "Death, other than by suicide"
    SUICIDE = "suicide", "Suicide"
    NEAR_FATAL = "near_fatal", "Attack or injury that nearly killed"
    SUICIDE_ATTEMPT = "suicide_attempt", "Attempted suicide"
    SERIOUS_INJURY = "serious_injury", "Serious injury"
    CHILD_REMOVAL = "child_removal", "Child taken out of the family"
    LEAK = "leak", "Information reached the perpetrator"


class Harmed(Word):
    """Who was harmed; for a leak, whose information it was."""

    VICTIM_SURVIVOR = "victim_survivor", "The victim-survivor"
    CHILD = "child", "A child"
    PERPETRATOR = "perpetrator", "The perpetrator"
    SOMEBODY_ELSE = "somebody_else", "Somebody else"


class Relatedness(Word):
    """Whether Drive's work, or the study, may have had a part in it. The steps usual in trials."""

    UNRELATED = "unrelated", "Not related"
    UNLIKELY = "unlikely", "Unlikely to be related"
    POSSIBLE = "possible", "Possibly related"
    PROBABLE = "probable", "Probably related"
    DEFINITE = "definite", "Definitely related"
    NOT_JUDGED = "not_judged", "Not judged"
