"""The four types of abuse, how severe each is, and the definitions shown beside each field.

`used` and `severity` are two answers: neither is ever derived from the other.
"""

from __future__ import annotations

from drive.vocabulary.word import Word


class AbuseType(Word):
    """The four types that both the case manager and the Idva rate."""

    PHYSICAL = "physical", "Physical"
    SEXUAL = "sexual", "Sexual"
    HARASSMENT_STALKING = "harassment_stalking", "Harassment and stalking"
    JEALOUS_CONTROLLING = "jealous_controlling", "Jealous and controlling"


class Severity(Word):
    """How severe, from none to high."""

    NONE = "none", "None"
    STANDARD = "standard", "Standard"
    MODERATE = "moderate", "Moderate"
    HIGH = "high", "High"

    @property
    def level(self) -> int:
        """The place on the scale, 0 for none to 3 for high."""
        return list(Severity).index(self)


class Trend(Word):
    """How it has gone over the past three months."""

    WORSE = "worse", "Worse"
    SAME = "same", "The same"
    REDUCED = "reduced", "Reduced"


class Frequency(Word):
    """How often it happened over the past three months."""

    ONCE = "once", "Once"
    A_FEW_TIMES = "a_few_times", "A few times"
    MONTHLY = "monthly", "Every month"
    WEEKLY = "weekly", "Every week"
    DAILY = "daily", "Every day or nearly"


class RiseBasis(Word):
    """Why a level is higher than last time: what is newly told is no rise in abuse."""

    NEWLY_HAPPENED = "newly_happened", "It has got worse"
    NEWLY_KNOWN = "newly_known", "It was so before, and is known only now"
    BOTH = "both", "Both"


DEFINITION_VERSION = "2026.1"
"""The version of the wording below, stored with each rating."""

SEVERITY_DEFINITIONS: dict[AbuseType, dict[Severity, str]] = {
    AbuseType.PHYSICAL: {
        Severity.STANDARD: "A push, slap or grab that left no injury.",
        Severity.MODERATE: "Violence that caused lasting pain, light bruising or shallow cuts.",
        Severity.HIGH: (
            "Clear injury, strangulation, burns or broken bones; a weapon used or threatened; "
            "loss of consciousness; harm in pregnancy; attempts or threats to kill."
        ),
    },
    AbuseType.SEXUAL: {
        Severity.STANDARD: "Sexual insults.",
        Severity.MODERATE: (
            "Pressure for sex, unwanted touching, or acts meant to shame about sex, "
            "gender identity or orientation."
        ),
        Severity.HIGH: (
            "Rape or serious sexual assault; threats or force; pain inflicted; forced "
            "prostitution; deliberate infection; sexual abuse of a child or being made to watch."
        ),
    },
    AbuseType.HARASSMENT_STALKING: {
        Severity.STANDARD: "Unwanted calls, texts, e-mails or messages now and then.",
        Severity.MODERATE: "Frequent unwanted calls, texts, e-mails or messages.",
        Severity.HIGH: (
            "Constant or obsessive contact; uninvited visits, loitering or damage; following "
            "after separation; other people drawn in; threats of suicide, killing or sexual "
            "violence."
        ),
    },
    AbuseType.JEALOUS_CONTROLLING: {
        Severity.STANDARD: "Made to account for time; some isolation; put down in public.",
        Severity.MODERATE: (
            "More control of time and money; marked isolation; post and telephone checked; "
            "accusations and constant criticism."
        ),
        Severity.HIGH: (
            "Control of most of daily life; medicine or care denied; extreme jealousy; locked in; "
            "threats over children, of suicide or of killing; violence in the name of family "
            "honour; "
            "exposure online or to the community."
        ),
    },
}

SEVERITY_EXAMPLES: dict[AbuseType, dict[Severity, str]] = {
    AbuseType.PHYSICAL: {
        Severity.STANDARD: "pushed aside in a doorway; an arm held in a quarrel.",
        Severity.MODERATE: "punched on the arm, and bruised for a week; hair torn.",
        Severity.HIGH: "held by the neck; hit with a bottle; ribs broken; kicked while pregnant.",
    },
    AbuseType.SEXUAL: {
        Severity.STANDARD: "called sexual names in front of friends.",
        Severity.MODERATE: "touched after saying no; made to dress or pose; pressed for hours.",
        Severity.HIGH: "raped while asleep; threatened with a film of it; infected knowingly.",
    },
    AbuseType.HARASSMENT_STALKING: {
        Severity.STANDARD: "a handful of messages in a week after being told to stop.",
        Severity.MODERATE: "messages every day from new numbers; friends asked for an address.",
        Severity.HIGH: "a tracker in the car; waiting at the school; relatives sent to the door.",
    },
    AbuseType.JEALOUS_CONTROLLING: {
        Severity.STANDARD: "asked after each outing who was there; mocked before others.",
        Severity.MODERATE: "wages taken; telephone read each evening; sister no longer welcome.",
        Severity.HIGH: "locked in; insulin kept back; told the children would be taken abroad.",
    },
}
"""An example or two beside each definition. All are invented."""
