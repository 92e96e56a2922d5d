"""Shared wording: texts as runs of words, and copies kept from build to build."""
