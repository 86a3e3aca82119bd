"""The words of the field: enums, scales, definitions and the Answer.

Forms, exports and statistics all take their words from here, so that a radio button
and a McNemar table mean the same thing. Nothing in this package imports anything of
ours, and nothing in it knows of Django.
"""
