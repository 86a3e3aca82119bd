"""What changes the vault: keeping, putting right, looking, and who may."""

from drive.web.vault.actions.details import (
    NewAddress,
    NewDetail,
    NewRow,
    NewTelephone,
    add,
    correct,
    take_back,
)
from drive.web.vault.actions.indexes import IndexTexts, fill_indexes
from drive.web.vault.actions.keepers import keep_for, let_go
from drive.web.vault.actions.keeping import Whereabouts, keep_address, keep_all, keep_telephone
from drive.web.vault.actions.plans import NewPlan, write_plan
from drive.web.vault.actions.reveals import reveal

__all__ = [
    "IndexTexts",
    "NewAddress",
    "NewDetail",
    "NewPlan",
    "NewRow",
    "NewTelephone",
    "Whereabouts",
    "add",
    "correct",
    "fill_indexes",
    "keep_address",
    "keep_all",
    "keep_for",
    "keep_telephone",
    "let_go",
    "reveal",
    "take_back",
    "write_plan",
]
