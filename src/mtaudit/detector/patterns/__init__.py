"""The pattern language: parsing, forms, matching."""
