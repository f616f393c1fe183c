"""Rules as data: reading, compiling, running."""
