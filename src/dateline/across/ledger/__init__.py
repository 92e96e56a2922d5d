"""Whose word a report is: credits, roots and voices."""
