"""English adjectives that are compared with -er and -est, as alternatives of a pattern. Plain constants."""

from __future__ import annotations

COMPARATIVES = (
    "taller|bigger|smaller|better|worse|faster|slower|easier|older|younger|stronger|weaker|richer|poorer|higher|longer"
    "|shorter|cheaper|larger|heavier|lighter|warmer|colder|hotter|louder|harder|softer|safer|nicer|happier|busier|wider"
    "|deeper|darker|brighter|closer|earlier|later|simpler|quieter|cleaner|thicker|thinner|prettier|funnier|healthier"
)
SUPERLATIVES = (
    "tallest|biggest|smallest|best|worst|fastest|slowest|easiest|oldest|youngest|strongest|weakest|richest|poorest|highest"
    "|longest|shortest|cheapest|largest|heaviest|safest|happiest|busiest|widest|deepest|earliest|latest|simplest"
)
