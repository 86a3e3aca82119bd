"""The Idva's record, the same in both arms; it does not know of any arm."""
