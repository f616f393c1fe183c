"""The text layer: reading documents, telling their language, cutting them into sentences and words."""
