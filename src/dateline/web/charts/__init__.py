"""Charts as SVG, drawn on the server by our own few lines (docs/decisions/charts.md tells why)."""
