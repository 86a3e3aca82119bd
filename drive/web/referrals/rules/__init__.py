"""The rules of a Marac list: how it is read, what may stand in it, what is a repeat. Pure."""
