"""Words of what may be asked for: by the service user, by herself, by police or a court."""

from drive.vocabulary.word import Word


class IdentityCheck(Word):
    """How it was made sure that somebody who asks is who he or she says."""

    DOCUMENT = "document", "A document with a photograph was seen"
    KNOWN = "known", "A worker who knows the person in person received it"
    SOLICITOR = "solicitor", "A solicitor confirmed it in writing"
    ANSWERS = "answers", "Questions were answered as the record has it"


class PackKind(Word):
    """What something in the service user's pack is on his case."""

    NOTE = "note", "Note"
    CONTACT = "contact", "Contact"
    ASSESSMENT = "assessment", "Assessment"
    REGISTER = "register", "Entry of a register"
    DOCUMENT = "document", "Document, as it stands in the list"
    LETTER = "letter", "Letter to him"
    FACT = "fact", "Fact"


class LeftOut(Word):
    """Why something is left out of the service user's pack."""

    HER_SIDE = "her_side", "It came from the victim-survivor's side"
    HANDLING = "handling", "Its handling code keeps it from him"
    SOURCES = "sources", "The guard stops it because of what it rests on"
    GONE = "gone", "It no longer stands on the case"
    PROTECTED = "protected", "Something protected stands in it"
    UNREAD = "unread", "Left out until somebody has looked at it"
    ABOUT_HER = "about_her", "It is about the victim-survivor or a child"
    OTHERS = "others", "It is about somebody else, who has not agreed"
    HARM = "harm", "Telling it could harm somebody"
    CRIME = "crime", "Telling it would hinder the prevention or detection of crime"
    LEGAL = "legal", "It is legal advice, or before a court"


NEVER_IN = frozenset({LeftOut.HER_SIDE, LeftOut.HANDLING, LeftOut.SOURCES, LeftOut.GONE})
"""Whatever is left out for one of these, nobody can put in."""

NOT_DECIDED = frozenset({LeftOut.PROTECTED, LeftOut.UNREAD})
"""Whatever is left out for one of these waits for somebody's decision."""

BY_DECISION = frozenset(set(LeftOut) - NEVER_IN - NOT_DECIDED)
"""The reasons from which whoever leaves something out chooses."""


class SignsAs(Word):
    """As what somebody signs a subject-access pack."""

    SERVICE_MANAGER = "service_manager", "Service manager"
    IDVA_LEAD = "idva_lead", "IDVA lead"


class HerRequestStage(Word):
    """How far the victim-survivor's own request has come."""

    GATHERED = "gathered", "Put together, and what is his taken out"
    DELIVERED = "delivered", "She has it"
    TAKEN_BACK = "taken_back", "She no longer wants it"


class DeliveredBy(Word):
    """By which way the victim-survivor got what she asked for."""

    IN_PERSON = "in_person", "Handed to her in person, at a place that she chose"
    READ = "read", "Read by her at the service, and kept there"
    SAFE_ADDRESS = "safe_address", "Sent to an address that her safe-contact plan names"
    SOLICITOR = "solicitor", "Given to her solicitor"


class RecordsAsker(Word):
    """Who asks for the victim-survivor's records."""

    POLICE = "police", "Police"
    PROSECUTION = "prosecution", "Crown Prosecution Service"
    CRIMINAL_COURT = "criminal_court", "A criminal court"
    FAMILY_COURT = "family_court", "A family court"
    DEFENCE = "defence", "The defence, through the prosecution or a court"


class LegalBasis(Word):
    """On what a request for the victim-survivor's records rests."""

    COURT_ORDER = "court_order", "An order or summons of a court"
    INVESTIGATION = "investigation", "A line of inquiry in an investigation"
    SAFEGUARDING = "safeguarding", "A duty to protect a child or an adult at risk"
    HER_CONSENT = "her_consent", "Her own consent, which they sent"
    NONE_NAMED = "none_named", "They name none"


class HerViewOnRecords(Word):
    """What the victim-survivor thinks of a request for her records."""

    AGREES = "agrees", "She agrees"
    IN_PART = "in_part", "She agrees to some of it"
    OBJECTS = "objects", "She objects"


class ItemOutcome(Word):
    """What became of one thing in a request for the victim-survivor's records."""

    GIVEN = "given", "Given"
    PARTLY = "partly", "Given in part"
    REFUSED = "refused", "Refused"


class Exemption(Word):
    """Why something of the victim-survivor's records is refused, or given in part."""

    NOT_NECESSARY = "not_necessary", "It is not necessary for what they look into"
    NOT_PROPORTIONATE = "not_proportionate", "It reaches further into her life than it serves"
    HARM = "harm", "Giving it could harm her or somebody else"
    COUNSELLING = "counselling", "It is what she told in counselling or therapy"
    OTHERS = "others", "It is about somebody else, who has not agreed"
    LEGAL = "legal", "It is legal advice"
    NOT_HELD = "not_held", "We do not hold it"


class DecidedBy(Word):
    """Who decided about one thing in a request for the victim-survivor's records."""

    IDVA = "idva", "The IDVA"
    IDVA_MANAGER = "idva_manager", "The manager of the IDVA service"
    DATA_PROTECTION = "data_protection", "The data-protection officer"
    COURT = "court", "A court, after it heard the service"
