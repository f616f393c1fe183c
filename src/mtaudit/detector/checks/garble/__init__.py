"""Detectors of garbled text: words that do not exist, repetitions, broken characters, cut sentences."""
