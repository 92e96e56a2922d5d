"""Stages on many reports, working on small records and never on parses."""
