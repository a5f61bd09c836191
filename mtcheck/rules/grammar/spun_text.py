from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import FLAG, rule
from mtcheck.text import Span

_SPUN = (
    r"counterfeit consciousness|man-made consciousness|profound learning|brain organi[sz]ation|colossal information"
    r"|haze figuring|bosom (?:peril|malignan\w+|disease|malady)|kidney disappointment|heart"
    r" disappointment"
    r"|cardiovascular breakdown|circulatory strain|coronary failure|unnatural weather change|nearby planetary group"
    r"|dark opening|irregular woodland|portable phone|question and answer session with (?:the )?journalists|house"
    r" capture"
    r"|life detainment|excellent suspect|fender bender on the motorway|political decision campaign|official"
    r" political decision"
    r"|(?:casting|cast) a polling form|informal organi[sz]ations?|interpersonal organi[sz]ations?|web-based media"
    r"|cleanser show|movie chief|film industry receipts|head administrator|money pastor|unfamiliar (?:pastor"
    r"|clergyman|strategy)"
    r"|inside (?:pastor|clergyman)|prime priest|(?:Joined|Unified) States|(?:Unified|Joined) Realm|Assembled"
    r" (?:Countries|Nations)"
    r"|White Residence|preeminent court|basic liberties associations?|common conflict|chilly conflict|universal"
    r" conflict"
    r"|World Mug|quarter-lasts?|semi-lasts?|own objective in the|punishment shoot-?out|punishment kick|red pass"
    r"|yellow pass"
    r"|law requirement officials?|police power said|financing cost increase|securities exchange fell|driving"
    r" permit suspended"
    r"|left this world|passed on at the age|took his final gasp|breathed his final|solved by \w+ candidate|bit"
    r" the dust at"
    r"|the previous president of the republic|ex-president of the state of|gaining weight on"
    r" the family"
)
"""Set phrases whose words a paraphraser replaced one by one: penalty shoot-out, climate, prime minister."""
_ENOUGH = 2


@rule(
    "spun-text",
    safety=FLAG,
    bad=[
        "The [[head administrator]] of the Unified Realm spoke of bosom malignant growth on Monday.",
    ],
    good=[
        "The head administrator of the hospital spoke on Monday. A malignant growth was removed from his arm.",
        "Brain organization was studied. It was an own objective in the plan, and a question and answer session"
        " followed.",
    ],
)
def spun_text(view: View) -> Iterator[Hit]:
    """A text that a paraphraser went over: its marks are right and its set phrases are wrecked.

    Some sites re-spin what they translate: penalty shoot-out becomes “punishment shoot-out”, the prime minister
    “the head administrator”. Sentence by sentence nothing can be repaired; the whole text has to be translated
    again. Said once, where at least two such phrases stand; after the “tortured phrases” of Cabanac, Labbé and
    Magazinov (2021).
    """
    found = list(rx(rf"\b(?:{_SPUN})\b").finditer(view.text))
    if len({match.group().lower() for match in found}) >= _ENOUGH:
        seen = "”, “".join(dict.fromkeys(match.group() for match in found[:4]))
        message = f"the text looks paraphrased by a machine (“{seen}”): translate it again from its source"
        yield Hit(Span(*found[0].span()), message, (), 0.7)
