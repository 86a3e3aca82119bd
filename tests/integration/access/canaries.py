"""The words that stand in one field of one record, and who may see each of them."""

from tests.integration.access.expected import ALLOCATORS, Names
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
    # Where they live and how they are reached: no page of this version.
    **{f"{who}street{number}": frozenset() for who in ("His", "Her") for number in (ESSEX, SUSSEX)},
    f"07700900{ESSEX}": frozenset(),
    f"ZZ{ESSEX} 1AA": frozenset(),
    # What is told of a serious event: whoever told it, and who answers for the Drive case.
    "happened11": frozenset({"case_manager", "service_manager"}),
    "happened13": frozenset({"idva"}),
    "happened17": frozenset({"coordinator"}),
    # What somebody typed and did not send.
    "unsent11": frozenset({"case_manager"}),
}
