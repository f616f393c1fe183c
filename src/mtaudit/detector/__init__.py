"""The detector: rules and code that find the faults of a French text."""
