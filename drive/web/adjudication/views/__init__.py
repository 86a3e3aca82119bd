"""The pages of the evaluator, of the Idva who looks over, and of those who rate."""
