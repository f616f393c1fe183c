"""Imports every check of this folder so that it registers itself."""

import mtaudit.detector.checks.source.acronyms
import mtaudit.detector.checks.source.all_agreement
import mtaudit.detector.checks.source.apposition
import mtaudit.detector.checks.source.bare_participle
import mtaudit.detector.checks.source.both
import mtaudit.detector.checks.source.conditional
import mtaudit.detector.checks.source.coordination
import mtaudit.detector.checks.source.degree
import mtaudit.detector.checks.source.doubled
import mtaudit.detector.checks.source.far_subjunctive
import mtaudit.detector.checks.source.from_to
import mtaudit.detector.checks.source.only
import mtaudit.detector.checks.source.pronoun_subject
import mtaudit.detector.checks.source.since
import mtaudit.detector.checks.source.tense  # noqa: F401
