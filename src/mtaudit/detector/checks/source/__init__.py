"""Checks that set the French against its own English source, and their neighbours in agreement."""
