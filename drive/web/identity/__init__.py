"""Who is who: the match queue, merges and the page of a person."""
