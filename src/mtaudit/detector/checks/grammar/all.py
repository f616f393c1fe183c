"""Imports every grammar check so that it registers itself."""

import mtaudit.detector.checks.grammar.bare_ne
import mtaudit.detector.checks.grammar.below_two
import mtaudit.detector.checks.grammar.contact
import mtaudit.detector.checks.grammar.determiner_noun
import mtaudit.detector.checks.grammar.missing_que
import mtaudit.detector.checks.grammar.mood
import mtaudit.detector.checks.grammar.name_attribute
import mtaudit.detector.checks.grammar.noun_adjective
import mtaudit.detector.checks.grammar.object_participle
import mtaudit.detector.checks.grammar.relative
import mtaudit.detector.checks.grammar.subject_attribute
import mtaudit.detector.checks.grammar.subject_verb
import mtaudit.detector.checks.grammar.title_consistency
import mtaudit.detector.checks.grammar.title_gender
import mtaudit.detector.checks.grammar.who_attribute  # noqa: F401
