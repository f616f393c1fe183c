"""Imports every detector module so that it registers itself."""

import mtaudit.detector.checks.garble.cuts
import mtaudit.detector.checks.garble.encoding
import mtaudit.detector.checks.garble.repeats
import mtaudit.detector.checks.garble.words
import mtaudit.detector.checks.grammar.all
import mtaudit.detector.checks.names.literal
import mtaudit.detector.checks.names.mangled
import mtaudit.detector.checks.names.spellings
import mtaudit.detector.checks.source.all
import mtaudit.detector.checks.typography.amounts
import mtaudit.detector.checks.typography.capitals
import mtaudit.detector.checks.typography.marks
import mtaudit.detector.checks.typography.prefixes
import mtaudit.detector.checks.typography.quotes
import mtaudit.detector.checks.typography.times
import mtaudit.detector.checks.typography.units
import mtaudit.detector.checks.untranslated.runs
import mtaudit.detector.checks.untranslated.words  # noqa: F401
