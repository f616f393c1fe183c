"""Detectors that are code, one module each."""
