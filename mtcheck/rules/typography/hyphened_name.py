from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, rule
from mtcheck.text import Span

_NAMES = (
    "United States", "United Kingdom", "United Nations", "Great Britain", "South Africa", "North Africa", "West Africa",
    "North Korea", "South Korea", "Middle East", "Near East", "Far East", "New Zealand", "New Caledonia", "New York",
    "New Delhi", "New Orleans", "Saudi Arabia", "Ivory Coast", "Burkina Faso", "Sri Lanka", "Costa Rica", "Puerto Rico",
    "San Francisco", "Los Angeles", "Las Vegas", "Tel Aviv", "Buenos Aires", "Cape Verde", "Cape Town", "Vatican City",
    "Northern Ireland", "Latin America", "European Union", "Eastern Europe", "Western Europe", "Central Europe",
)  # fmt: skip
_OTHER_WAY = ("United States", "United Kingdom", "United Nations", "European Union")
"""Those that come out in the order of the French too: `States-United` for « États-Unis »."""
_WHOLE = {name.replace(" ", "-"): name for name in _NAMES} | {
    "-".join(reversed(name.split())): name for name in _OTHER_WAY
}
_FIRST = "|".join(sorted({joined.partition("-")[0] for joined in _WHOLE}))


@rule(
    "hyphened-name",
    safety=SAFE,
    triggers=("-",),
    bad=[
        "Relations with the [[United-States->United States]] and the [[States - United->United States]] are tense.",
        "He moved to [[New-York->New York]], then to [[Great - Britain->Great Britain]].",
        "The [[Nations-United->United Nations]] condemned the attack in the [[Middle-East->Middle East]].",
    ],
    good=[
        "A New York-based firm and a South-East Asian one met in Saint-Denis.",
        "The East-West talks went on in Franco-United States style.",
        "The United-States-led force left. Great-grandmother Ana stayed in the north-east.",
    ],
)
def hyphened_name(view: View) -> Iterator[Hit]:
    """A name with the hyphen that French puts into it: « États-Unis », « Grande-Bretagne », « New-York ».

    Names that English writes with a hyphen, and hyphens that belong to a longer word (New York-based), are left alone.
    """
    text = view.text
    for found in rx(rf"(?<![\w-])({_FIRST})( ?)-( ?)([A-Z][a-z]+)(?![\w’'-])").finditer(text):
        whole = _WHOLE.get(f"{found.group(1)}-{found.group(4)}")
        if whole is not None and found.group(2) == found.group(3):
            yield Hit(Span(*found.span()), "English writes this name without a hyphen", (whole,), 0.97)
