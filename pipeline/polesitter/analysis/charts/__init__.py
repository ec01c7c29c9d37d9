"""Charts as Vega-Lite specifications: plain dicts, drawn by polesitter.analysis.charts.draw."""
