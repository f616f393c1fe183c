"""Detectors of English left in the French."""
