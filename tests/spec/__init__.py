"""The method: every published table recomputed; these tests become reference pages."""
