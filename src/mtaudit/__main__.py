"""``python -m mtaudit``."""

from mtaudit.cli.app import main

if __name__ == "__main__":
    main()
