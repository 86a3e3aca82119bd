"""Kinds of agency, coded once; reorganisations are dated rows."""

from drive.vocabulary.word import Word


class AgencyType(Word):
    """What an agency is."""

    IDVA = "idva", "IDVA service"
    POLICE = "police", "Police"
    PROBATION_NPS = "probation_nps", "Probation: National Probation Service"
    PROBATION_CRC = "probation_crc", "Probation: community rehabilitation company"
    PROBATION_SERVICE = "probation_service", "Probation Service"
    CSC = "csc", "Children's social care"
    MARAC = "marac", "Marac"
    MAPPA = "mappa", "MAPPA"
    MASH = "mash", "MASH"
    MARAT = "marat", "MARAT"
    MADAP = "madap", "MADAP"
    HOUSING = "housing", "Housing"
    MENTAL_HEALTH = "mental_health", "Mental health"
    SUBSTANCE = "substance", "Substance misuse service"
    SCHOOL = "school", "School"
    HEALTH = "health", "Health"
    PRISON = "prison", "Prison"
    COURT = "court", "Court"
    VS_SECTOR = "vs_sector", "Victim-survivor services"
    DRIVE = "drive", "Drive provider"
    BENEFITS = "benefits", "Benefits"
    DVPP = "dvpp", "Perpetrator programme"
    OTHER = "other", "Other"
