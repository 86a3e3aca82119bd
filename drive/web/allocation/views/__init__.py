"""The pages of the draw: what waits, the batches, the designs, the log and its proof."""
