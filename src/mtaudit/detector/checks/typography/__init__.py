"""Detectors of typography: capitals, quotation marks, numbers, dates, units."""
