from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.people import inside
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Edit, Span
from mtcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_PLACE = (
    r"(?:[Ii]n|[Aa]t|[Ww]ithin|[Oo]n the side of|[Aa]round|[Ff]rom|[Oo]n) "
    r"(?:the |this |his |her |its |[A-ZÀ-Þ])[^,.;:!?“”\"\n]{2,45}"
)
_SAYS = (
    "assure assured say said hope hoped explain explained believe believed indicate indicated confirm confirmed deny"
    " denied recall recalled stress stressed admit admitted insist insisted fear feared regret regretted specify point"
    " promise promised declare declared estimate estimated consider maintain maintained swear swore".split()
)
_BODIES = (
    r"(?:town hall|prefecture|ministry|management|presidency|federation|club|council|police|gendarmerie|union|company"
    r"|government|party|region|department|hospital|school|embassy|agency|commission|directorate|association|town"
    r"|chamber|court|prosecutor’s office|city hall|station|airport|office|bank|group|firm|league)"
)
_SETTLED = (
    r"\b(?:village|town|valley|neighbourhood|district|street|streets|corridors|ranks|stands|market|region|hamlet|port"
    r"|island|mountains|countryside|city|suburbs|housing estate|cafés?|dressing room|stadium|profession|family|bay)\b"
)
_LIVED = frozenset(
    "speak talk say remember know fear wait hope think wonder want live believe forget prefer complain worry laugh"
    " smile whisper expect dream spoke talked said remembered knew feared waited hoped thought wanted lived".split()
)
_PUT = {"assure": "say", "assured": "said", "specify": "say", "estimate": "reckon", "estimated": "reckoned"}
_SPEAK = r"(?:talk(?:s|ed)?|speak|spoke) (?:about|of)"


@rule(
    "we-for-people",
    safety=SUGGEST,
    triggers=(" we ",),
    bad=[
        "At the town hall, [[we assure->officials say]] that the pool will reopen.",
        "In the entourage of the striker, [[we talk about->there is talk of]] a departure in January.",
        "In Budapest, [[we->officials]] do not hide [[our->their]] annoyance with the Commission.",
        "In the village, [[we->people]] no longer speak of the crime, says a postman.",
        "“When [[we are a baker, we->you are a baker, you]] get up at three,” says Bruno.",
    ],
    good=[
        "In the village, we found our guide waiting.",
        "“In the village, we no longer speak of it,” says a postman.",
        "At the town hall, we were told to wait. I was tired, but we went in.",
        "In Rome, we ate well; I liked our hotel. In Vienna, we were lost. We asked a nun.",
        "When we are tired, we sleep. At this firm, we follow these steps.",
    ],
)
def we_for_people(view: View) -> Iterator[Hit]:
    """“We” for French on: “In the village, we no longer speak of it”, “At the town hall, we assure that”.

    Read only where a report speaks of others: behind a place, with no I, our or us outside its quotations; and in
    “when we are a baker”, where nobody can be meant but anybody.
    """
    text = view.text
    for found in rx(r"\b([Ww]hen|[Ii]f|[Oo]nce) (we) are (?:an?|the son of|born) [a-z]+[^.!?“”\"\n]*").finditer(text):
        words = {"we": "you", "our": "your", "us": "you", "ourselves": "yourself"}
        places = rx(r"\b(?:we|our|us|ourselves)\b").finditer(text, found.start(), found.end())
        edits = tuple(Edit(Span(*place.span()), words[place.group()]) for place in places)
        yield Hit(Span(edits[0].span.start, edits[-1].span.end), "French says “on”, English “you”", (edits,), 0.75)
    yield from _seats(view)
    if _own_voice(view):
        return
    for found in rx(
        rf"(?:(?<=[.!?:] )|(?<![^\n]))({_PLACE}), (we) ((?:no longer |already |do not |don’t |still |even )?([a-z]+))"
    ).finditer(text):
        if inside(found.start(2), view.quoted):
            continue
        if hit := _hit(found):
            yield hit


def _seats(view: View) -> Iterator[Hit]:
    """In Budapest, we do not hide our annoyance: where a government sits, its officials speak."""
    text = view.text
    pattern = rf"(?:(?<=[.!?] )|(?<![^\n]))(?:In|At) (?:the )?({_SEATS}), (we) (?=[a-z])[^.!?“”\"\n]*"
    for found in rx(pattern).finditer(text):
        spoken = rx(r"\b(?:I|[Oo]ur|us|ours|my|me|[Ww]e)\b").finditer(text)
        if rx(r"\b(?:I|my|me|mine)\b").search(found.group()):
            continue
        if any(not inside(at.start(), view.quoted) and not found.start() <= at.start() < found.end() for at in spoken):
            continue
        words = {"we": "officials", "our": "their", "us": "them", "ourselves": "themselves", "ours": "theirs"}
        places = rx(r"\b(?:we|our|us|ours|ourselves)\b").finditer(text, found.start(), found.end())
        edits = tuple(Edit(Span(*place.span()), words[place.group()]) for place in places)
        yield Hit(Span(edits[0].span.start, edits[-1].span.end), "here “we” is the officials", (edits,), 0.7)


_SEATS = (
    "Élysée|Matignon|Kremlin|White House|Quai d’Orsay|Quai d'Orsay|Elysée|Elysee|Elysium|Foreign Office|Pentagon"
    "|Vatican|Brussels|Berlin|Budapest|Warsaw|Moscow|Kyiv|Kiev|Beijing|Washington|Ankara|Tehran|Damascus|Baghdad"
    "|Algiers|Rabat|Tunis|Bamako|Niamey|Ouagadougou|Dakar|Kigali|Kinshasa|Tel Aviv|Riyadh|Doha|Athens|Madrid|Rome"
    "|Lisbon|Vienna|Prague"
)
"""Where those sit who are meant by the name of the place: the Élysée, Budapest."""


def _own_voice(view: View) -> bool:
    """Whether the text speaks for itself: I, our, us or a second plain `we` outside quotations."""
    return any(
        not inside(found.start(), view.quoted) for found in rx(r"\b(?:I|[Oo]ur|us|ours|my|me|We)\b").finditer(view.text)
    )


def _hit(found: re.Match[str]) -> Hit | None:
    text, verb = found.string, found.group(4)
    message = "French says “on” where English names people"
    talk = rx(_SPEAK).match(text, found.start(4))
    if (
        talk
        and found.start(4) == found.start(3)
        and "entourage" in found.group(1) + text[found.start() : found.start(2)]
    ):
        span = Span(found.start(2), talk.end())
        return Hit(span, message, ("there is talk of",), 0.75)
    if verb in _SAYS and rx(_BODIES).search(found.group(1)):
        span = Span(found.start(2), found.end(4))
        return Hit(span, message, (f"officials {found.group(3).replace(verb, _PUT.get(verb, verb))}",), 0.65)
    if verb in _LIVED and rx(_SETTLED).search(found.group(1)):
        return Hit(Span(*found.span(2)), message, ("people",), 0.6)
    return None
