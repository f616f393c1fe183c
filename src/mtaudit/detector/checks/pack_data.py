"""Moved to mtaudit.packs.tables."""

from mtaudit.packs.tables import PAIR, load_table, word_set

__all__ = ["PAIR", "load_table", "word_set"]
