"""What an editor decided in a report, and the corrected text that comes of it."""
