"""Gates for CI: when an audit fails."""
