"""Documents of a case: the files, what they are, how they may be used, and who may open them."""
