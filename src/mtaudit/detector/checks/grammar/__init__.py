"""Grammar faults found by code: agreement, mood, titles, relatives, missing words."""
