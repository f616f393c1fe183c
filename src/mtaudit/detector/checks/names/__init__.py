"""Detectors of proper names: English spellings kept, names translated word for word."""
