"""The words that stand in one field of one record, and who may see each of them."""

import re

from tests.integration.access.expected import ALLOCATORS, CODERS, REACHES, Names
from tests.integration.access.world.numbers import (
    CLOSED,
    CONTACTS_OF_HER,
    CONTROL,
    ESSEX,
    OTHER_ESSEX,
    PANEL,
    SUSSEX,
    WAITING,
)

_ESSEX_LISTS = frozenset({"coordinator"}) | ALLOCATORS
_SUSSEX_LISTS = frozenset({"west_sussex_coordinator"}) | ALLOCATORS
READERS = {
    ESSEX: frozenset({"case_manager", "service_manager", "practice_adviser"}),
    OTHER_ESSEX: frozenset(
        {"other_case_manager", "service_manager", "practice_adviser", "excluded"}
    ),
    SUSSEX: frozenset({"west_sussex_case_manager", "west_sussex_service_manager"}),
}

_DIRECTORIES = {site: REACHES["listed"][site] for site in ("essex", "west_sussex")}

SEEN_BY: dict[str, Names] = {
    # His name: who works with him or with her, and who brought or drew him.
    f"Hissurname{ESSEX}": READERS[ESSEX] | {"idva"} | _ESSEX_LISTS,
    f"Hissurname{OTHER_ESSEX}": READERS[OTHER_ESSEX] | {"other_idva"} | _ESSEX_LISTS,
    f"Hissurname{CONTROL}": _ESSEX_LISTS | {"idva"},
    f"Hissurname{SUSSEX}": READERS[SUSSEX] | {"west_sussex_idva"} | _SUSSEX_LISTS,
    f"Hissurname{WAITING}": _ESSEX_LISTS,
    f"Hissurname{PANEL}": _SUSSEX_LISTS | ALLOCATORS | {"west_sussex_service_manager"},
    # Her name: the case manager, her Idva, and who brought the list.
    f"Hersurname{ESSEX}": frozenset({"case_manager", "idva"}) | _ESSEX_LISTS,
    f"Hersurname{OTHER_ESSEX}": frozenset({"other_case_manager", "other_idva"}) | _ESSEX_LISTS,
    f"Hersurname{CONTROL}": _ESSEX_LISTS | {"idva"},
    f"Hersurname{SUSSEX}": _SUSSEX_LISTS | {"west_sussex_case_manager", "west_sussex_idva"},
    f"Hersurname{PANEL}": _SUSSEX_LISTS | ALLOCATORS,
    # What the Idva wrote: herself alone.
    str(CONTACTS_OF_HER[ESSEX]): frozenset({"idva"}),
    str(CONTACTS_OF_HER[CONTROL]): frozenset({"idva"}),
    str(CONTACTS_OF_HER[SUSSEX]): frozenset({"west_sussex_idva"}),
    # What she said in her own words, what her Idva logged and agreed with her, where she moved.
    **{
        f"{said}{number}": frozenset({idva})
        for said in (
            "herwords",
            "logged",
            "remembered",
            "agreedplan",
            "movedto",
            "asksfor",
            "handedover",
            "theyask",
            "shethinks",
            "refusedsince",
        )
        for number, idva in ((ESSEX, "idva"), (CONTROL, "idva"), (SUSSEX, "west_sussex_idva"))
    },
    # What was drawn to be rated again: her Idva, and the two who rate it without knowing whose.
    f"logged{CONTROL}": frozenset({"idva"}) | CODERS,
    # What was done, and what she said: who works on the case.
    **{f"did{number}": readers for number, readers in READERS.items()},
    **{f"said{number}": readers for number, readers in READERS.items()},
    # What stands in a document and what it is called: who works on the case.
    **{f"papered{number}": readers for number, readers in READERS.items()},
    **{f"Titled{number}": readers for number, readers in READERS.items()},
    # What the Idva told of a lever: who works on the case.
    "toldlever11": READERS[ESSEX],
    # What was found of a rise, and what was done.
    **dict.fromkeys(("foundrisen", "donerisen"), READERS[OTHER_ESSEX]),
    # What was looked at in supervision, what was agreed, and what was asked about a record.
    **dict.fromkeys(("relationship11", "lookedat11", "agreed11", "queried11"), READERS[ESSEX]),
    # What she thinks of contact with him, and what her Idva replied: who holds the case or
    # oversees it.
    f"voiced{ESSEX}": READERS[ESSEX] | {"idva"},
    f"repliedidva{ESSEX}": READERS[ESSEX] | {"idva"},
    # What is known on his side, and what crossed from either side.
    f"hisfact{ESSEX}": READERS[ESSEX],
    **dict.fromkeys(
        (f"releasedhers{ESSEX}", f"purposehers{ESSEX}", f"releasedhis{ESSEX}"),
        READERS[ESSEX] | {"idva"},
    ),
    # What is known on her side: her Idva alone.
    **{
        f"{what}{ESSEX}": frozenset({"idva"})
        for what in (
            "herfact",
            "herother",
            "hermade",
            "hergone",
            "conditions",
            "whycorrob",
            "wishwords",
            "withdrawnbecause",
        )
    },
    # Why two let the guard be overridden; the Idva lead reads both where it is decided.
    f"overridesm{ESSEX}": frozenset({"service_manager"}),
    f"overridelead{ESSEX}": frozenset({"service_manager"}),
    # What was done when both had gone quiet: no page shows it again.
    f"quietnote{SUSSEX}": frozenset(),
    # What came in after closing, and what one case manager told the next.
    f"cameinlate{CLOSED}": READERS[ESSEX] | {"excluded"},
    f"toldnext{OTHER_ESSEX}": READERS[OTHER_ESSEX],
    # A list before it is confirmed.
    "Listedessex": _ESSEX_LISTS,
    "Listedwest_sussex": _SUSSEX_LISTS,
    # A row of an Insights list; what she answered is compared and shown to nobody.
    "Uncleanedsurname": ALLOCATORS,
    "reasonedaside": ALLOCATORS,
    "answeredsafer": frozenset(),
    # Why a panel selects: who sits at it.
    "reasonedpanel24": ALLOCATORS | {"west_sussex_service_manager"},
    # Why a reviewer takes two records for one person.
    "reasonedtogether": ALLOCATORS,
    # Where they live and how they are reached: no page that a link leads to; only a look, asked
    # for with a reason, shows it.
    **dict.fromkeys(
        ("hidden11", "placed11", "0770091111", "Renamed11", "whensafe11", "bluebell11"),
        frozenset(),
    ),
    "hishidden11": frozenset(),
    **{f"{who}street{number}": frozenset() for who in ("His", "Her") for number in (ESSEX, SUSSEX)},
    f"07700900{ESSEX}": frozenset(),
    f"ZZ{ESSEX} 1AA": frozenset(),
    # What is told of a serious event: whoever told it, and who answers for the Drive case.
    "happened11": frozenset({"case_manager", "service_manager"}),
    "happened13": frozenset({"idva"}),
    "happened17": frozenset({"coordinator"}),
    # What left about a case, what leaked, and what the Idva did about her safety then.
    "posted1": frozenset({"case_manager", "service_manager"}),
    "posted2": frozenset({"idva"}),
    "posted5": frozenset({"case_manager", "service_manager"}),
    "posted3": frozenset({"idva"}),
    "posted4": frozenset({"case_manager", "service_manager", "idva"}),
    # Who is whom in the agencies of a site, and what is good to know of them.
    **{
        f"{what}{site}": names
        for site, names in _DIRECTORIES.items()
        for what in ("Deskname", "Deskcover", "goodtoknow", "Agreedwith", "threshold")
    },
    # What an agency was asked, and what it answered: who works on the case, and nobody of her side.
    **{
        f"{said}{number}": READERS[number]
        for said in ("requested", "agencysaid", "nolonger")
        for number in (ESSEX, SUSSEX)
    },
    # In which words something was disclosed: the service manager, who wrote it down.
    **dict.fromkeys((f"disclosed{ESSEX}", f"offered{ESSEX}"), frozenset({"service_manager"})),
    # What the police sent: on its case, and while it waits.
    f"policesaid{ESSEX}": READERS[ESSEX],
    f"policewrong{ESSEX}": frozenset({"service_manager"}),
    f"policeunknown{ESSEX}": frozenset({"service_manager", "excluded"}),
    # What somebody typed and did not send.
    "unsent11": frozenset({"case_manager"}),
}

SEALED = [
    canary
    for canary in SEEN_BY
    if re.match(
        r"(His|Her)street|0770|ZZ|said|papered|voiced|repliedidva|cameinlate|toldnext|"
        r"toldlever|relationship|foundrisen|donerisen|unsent|happened|Listed|"
        r"Uncleaned|reasonedaside|reasonedpanel|answered|hisfact|released|purposehers|"
        r"her(fact|other|made|gone)|conditions|whycorrob|wishwords|withdrawnbecause|"
        r"asksfor|handedover|theyask|shethinks|refusedsince|override|quietnote|hidden|hishidden|placed|Renamed|whensafe|bluebell|posted|leaked|reviewed|"
        r"requested|agencysaid|nolonger|disclosed|offered|police|herwords|logged|remembered|agreedplan|movedto",
        canary,
    )
]
"""Those whose field is sealed: they lie open in no column, file or copy."""

LOOKED_AT: dict[str, Names] = {
    **dict.fromkeys(("hidden11", "placed11"), frozenset({"idva"})),
    "hishidden11": frozenset({"case_manager"}),
    **dict.fromkeys((f"overridesm{ESSEX}", f"overridelead{ESSEX}"), frozenset({"idva"})),
}
"""What an address shows besides that no link leads to: a look, to whoever asked for it; and to the
Idva lead both reasons, where she and the service manager decide together."""
