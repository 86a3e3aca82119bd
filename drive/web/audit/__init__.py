"""Who did and who saw what. Events have no foreign keys, so that nothing can pull them down."""
