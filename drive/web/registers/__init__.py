"""Registers: what is kept on a Drive case as dated entries, from levers to whereabouts."""
