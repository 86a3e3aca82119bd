"""The steps of the journeys: what somebody does, in the words of the work."""
