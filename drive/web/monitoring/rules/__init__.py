"""What is counted on the pages that watch over the trial, and how it is said."""
