"""Stages on one report; no disk, no network, no other report."""
