"""The one gate that everything leaving the system passes, and its ledger."""
