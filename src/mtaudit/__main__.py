"""``python -m mtaudit``."""

from mtaudit.cli.app import main

main()
