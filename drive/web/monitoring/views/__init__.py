"""The pages that watch over the trial: counts only, and nobody's name of a case."""
