"""Kinds of analysis that recur: the same computation for different people."""
