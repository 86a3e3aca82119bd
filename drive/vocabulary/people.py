"""Words about people: who they are and how they are related."""

from drive.vocabulary.word import Word


class Gender(Word):
    """Gender as recorded; not knowing is a ValueStatus.

    The pilot's source value "Transgender" is kept as OTHER with its source label: sex is
    never inferred from it.
    """

    WOMAN = "woman", "Woman"
    MAN = "man", "Man"
    NON_BINARY = "non_binary", "Non-binary"
    OTHER = "other", "Other"


class Sex(Word):
    """Sex as recorded by agencies that record it."""

    FEMALE = "female", "Female"
    MALE = "male", "Male"


class RelationshipType(Word):
    """What the perpetrator is to the victim-survivor."""

    PARTNER = "partner", "Partner"
    EX_PARTNER = "ex_partner", "Ex-partner"
    INTERMITTENT_PARTNER = "intermittent_partner", "Intermittent partner"
    FAMILY_ADULT = "family_adult", "Family member - adult"
    FAMILY_MINOR = "family_minor", "Family member - minor"
    OTHER = "other", "Other"


class EmploymentStatus(Word):
    """Employment."""

    FULL_TIME = "full_time", "Full-time"
    PART_TIME = "part_time", "Part-time"
    SELF_EMPLOYED = "self_employed", "Self-employed"
    UNEMPLOYED = "unemployed", "Unemployed"
    STUDENT = "student", "Student"
    RETIRED = "retired", "Retired"
    CARER = "carer", "Carer"
    LONG_TERM_SICK = "long_term_sick", "Long-term sick"
    OTHER = "other", "Other"


class EthnicGroup(Word):
    """The 19 groups of the 2021 census; a write-in stands beside the code."""

    ASIAN_INDIAN = "asian_indian", "Indian"
    ASIAN_PAKISTANI = "asian_pakistani", "Pakistani"
    ASIAN_BANGLADESHI = "asian_bangladeshi", "Bangladeshi"
    ASIAN_CHINESE = "asian_chinese", "Chinese"
    ASIAN_OTHER = "asian_other", "Any other Asian background"
    BLACK_CARIBBEAN = "black_caribbean", "Caribbean"
    BLACK_AFRICAN = "black_african", "African"
    BLACK_OTHER = "black_other", "Any other Black background"
    MIXED_WHITE_BLACK_CARIBBEAN = "mixed_white_black_caribbean", "White and Black Caribbean"
    MIXED_WHITE_BLACK_AFRICAN = "mixed_white_black_african", "White and Black African"
    MIXED_WHITE_ASIAN = "mixed_white_asian", "White and Asian"
    MIXED_OTHER = "mixed_other", "Any other Mixed or multiple background"
    WHITE_BRITISH = "white_british", "English, Welsh, Scottish, Northern Irish or British"
    WHITE_IRISH = "white_irish", "Irish"
    WHITE_GYPSY_TRAVELLER = "white_gypsy_traveller", "Gypsy or Irish Traveller"
    WHITE_ROMA = "white_roma", "Roma"
    WHITE_OTHER = "white_other", "Any other White background"
    ARAB = "arab", "Arab"
    OTHER = "other", "Any other ethnic group"


class SexualOrientation(Word):
    """Sexual orientation as the person describes it."""

    HETEROSEXUAL = "heterosexual", "Heterosexual or straight"
    GAY_LESBIAN = "gay_lesbian", "Gay or lesbian"
    BISEXUAL = "bisexual", "Bisexual"
    OTHER = "other", "Other"


class OffenceHistory(Word):
    """Offences before Drive, as police record them."""

    NONE = "none", "None"
    DVA_ONLY = "dva_only", "Domestic abuse offences only"
    OTHER_ONLY = "other_only", "Other offences only"
    BOTH = "both", "Domestic abuse and other offences"
