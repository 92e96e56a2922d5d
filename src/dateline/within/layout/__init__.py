"""How a report is laid out and written: lines, paragraphs, heads, capitals."""
