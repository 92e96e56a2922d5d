"""Parsers behind the one protocol of ``within.parse``; each file is one way of getting a parse."""
