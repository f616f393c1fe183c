"""Imports every detector module so that it registers itself."""
