"""What a disclosure stands in: letters, bundles, e-mails, minutes, chats and voicemails."""

from random import Random

from drive.vocabulary.vault import ProtectedKind as Kind

_NAMED = [
    "She is known to the service as {x}.", "The applicant, {x}, attended with an interpreter.",
    "Cc: {x}", "We have spoken to {x} this week.", "Signed: {x}", "Statement of {x}",
    "{x} asked you not to call.", "The school has been told to ring {x} first.",
    "Parties present: {x} and the advocate.", "Yours faithfully,\n\n{x}", "On behalf of {x}",
]  # fmt: skip
_LEADS: dict[Kind, list[str]] = {
    Kind.NAME: _NAMED,
    Kind.NEW_NAME: [*_NAMED, "She now goes by {x}.", "Her new name is {x}."],
    Kind.ADDRESS: [
        "She is now living at {x}.", "Please serve the papers at {x}",
        "Address for the parcel: {x}",
        "Officers attended {x} at 21:40.", "Her tenancy of {x} began in the spring.",
        "The taxi was booked to {x}.", "Post returned from {x}, addressee known.", "{x}",
    ],
    Kind.POSTCODE: [
        "The sat nav was set to {x}.", "Postcode {x}.", "Her parcels go to {x} now.",
        "Council tax band for {x} was requested.", "{x}", "The van is registered to {x}.",
    ],
    Kind.TELEPHONE: [
        "You can reach her on {x}.", "Tel {x}", "Her number is {x}, evenings only.",
        "Missed call from {x}.", "Call back: {x}", "{x}", "The handset used was {x}.",
    ],
    Kind.EMAIL: [
        "Her e-mail is {x}.", "Bcc: {x}", "Please copy in {x} as before.", "{x}", "Sent from {x}",
        "Reports should go to {x}",
    ],
    Kind.SCHOOL: [
        "The children now go to {x}.", "The head of {x} wrote in June.", "Pick-up is from {x}.",
        "Attendance at {x} was 94 per cent.", "She was seen at the gate of {x}.",
    ],
    Kind.GP: [
        "She is registered with {x}.", "Records were asked for from {x}.", "Prescription: {x}",
        "The appointment at {x} was kept.", "Bloods were taken at {x}.",
    ],
    Kind.WORKPLACE: [
        "She has started work at {x}.", "Wage slip from {x}.", "Her employer, {x}, has agreed.",
        "He waited outside {x}.", "Shifts at {x} end at six.",
    ],
    Kind.REFUGE: [
        "She has a place at {x}.", "The worker from {x} came along.", "Referred by {x}.",
        "The keys of {x} were handed over.", "A room at {x} was free.",
    ],
    Kind.PLATE: [
        "She drives a blue Corsa, {x}.", "Vehicle seen: {x}", "The car ({x}) was outside.",
        "Parking permit for {x}.", "{x} was on the drive.",
    ],
}  # fmt: skip
_FRAMES: dict[str, list[str]] = {
    "letter": [
        """Dear Sir,

Thank you for coming to the meeting on 3 March. {lead}

Yours sincerely,
Case worker""",
        """Our ref: DP/2291/7

Further to our letter of the 12th, we write about contact.
{lead}
Please bring this letter with you.""",
    ],
    "court bundle": [
        """IN THE FAMILY COURT
Page 46 of 112

17. The court heard evidence on 9 May 2024.
18. {lead}
19. The order of 2 April stands.""",
        """Section C, tab 4
[C31] {lead}
[C32] Exhibit withdrawn.""",
    ],
    "e-mail": [
        """From: duty desk
Subject: RE: update

Hi both,
{lead}
Thanks

> see below
""",
        "<html><body><p>Morning,</p><p>{lead}</p><p>Regards</p></body></html>",
        "FYI\n{lead}\n--\nThis message is confidential.",
    ],
    "minutes": [
        "MARAC minutes, item 6\nRisk: high. {lead} Action: police to review by Friday.",
        "Present: 7. Apologies: 2.\n- {lead}\n- Next meeting 10:30.",
    ],
    "chat": [
        "[14:02] k: any news?\n[14:03] t: {lead}\n[14:03] k: ok thx",
        "hiya did u get my msg?? {lead} lol dont tell",
    ],
    "voicemail": [
        "hi it's me from the office um just to say {lead} okay thanks bye",
        'Voicemail, 0 min 41 s: "Hello, er, {lead} Right, speak soon."',
    ],
}


def carried(rng: Random, kind: Kind, written: str) -> tuple[str, int]:
    """Return a text that holds what is written, and where it begins."""
    frame = rng.choice(_FRAMES[rng.choice(list(_FRAMES))])
    before, after = frame.split("{lead}")
    left, right = rng.choice(_LEADS[kind]).split("{x}")
    return f"{before}{left}{written}{right}{after}", len(before) + len(left)
