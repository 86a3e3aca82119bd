"""What the vault keeps of somebody that must reach nobody who may not know it."""

from drive.vocabulary.word import Word


class ProtectedKind(Word):
    """What a protected string is."""

    NAME = "name", "Name"
    NEW_NAME = "new_name", "New name"
    ADDRESS = "address", "Address"
    POSTCODE = "postcode", "Postcode"
    TELEPHONE = "telephone", "Telephone number"
    EMAIL = "email", "Email address"
    SCHOOL = "school", "School"
    GP = "gp", "GP surgery"
    WORKPLACE = "workplace", "Place of work"
    REFUGE = "refuge", "Refuge"
    PLATE = "plate", "Number plate"


class AddressKind(Word):
    """What an address is to somebody."""

    HOME = "home", "Home"
    REFUGE = "refuge", "Refuge"
    FAMILY_OR_FRIENDS = "family_or_friends", "Family or friends"
    WORKPLACE = "workplace", "Place of work"
    SCHOOL = "school", "School or nursery"
    GP = "gp", "GP surgery"
    OTHER = "other", "Another place"


class TelephoneKind(Word):
    """What a telephone number is."""

    MOBILE = "mobile", "Mobile"
    LANDLINE = "landline", "Landline"
    WORK = "work", "At work"


class DetailKind(Word):
    """What else leads to somebody."""

    NEW_NAME = "new_name", "New name"
    EMAIL = "email", "Email address"
    PLATE = "plate", "Number plate"
    OTHER = "other", "Something else"


class BelongsTo(Word):
    """Whose address, number or detail it is."""

    OWN = "own", "Their own"
    CHILD = "child", "A child’s"


class Certainty(Word):
    """Yes or no, or that nobody can be sure: for safety, unsure counts as the worse of the two."""

    YES = "yes", "Yes"
    NO = "no", "No"
    UNSURE = "unsure", "Not sure"


class ContactDetail(Word):
    """What kind of row of the vault it is."""

    ADDRESS = "address", "Address"
    TELEPHONE = "telephone", "Telephone number"
    DETAIL = "detail", "Other detail"
    PLAN = "plan", "Safe-contact plan"


class RevealReason(Word):
    """Why something in the vault is looked at."""

    CONTACT = "contact", "To get in touch"
    SAFETY = "safety", "To act on a risk"
    SHARING = "sharing", "To protect somebody together with an agency"
    CHECKING = "checking", "To check that it is right"


class ClashOutcome(Word):
    """What came of an address or number that is kept of both."""

    KNOWN = "known", "He knows it already, and she knows that he does"
    REVIEWED = "reviewed", "Her safety was looked at again, and she was told"
    MISTAKE = "mistake", "One of the two was recorded by mistake"
