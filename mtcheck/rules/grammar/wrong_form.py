from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import inflect_verb, noun_forms, singular, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.people import inside
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.tokens import NUMBER, WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang import en
from mtcheck.lang.auxiliaries import MODALS
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Edit, Span

_DEGREES = {
    "old": "old", "young": "young", "tall": "tall", "small": "small", "big": "bigg", "large": "larg", "long": "long",
    "short": "short", "strong": "strong", "weak": "weak", "rich": "rich", "poor": "poor", "fast": "fast",
    "slow": "slow", "cheap": "cheap", "hard": "hard", "warm": "warm", "cold": "cold", "hot": "hott", "thick": "thick",
    "deep": "deep", "great": "great", "easy": "easi", "heavy": "heavi", "happy": "happi", "busy": "busi",
}  # fmt: skip
"""Adjectives that English compares with an ending -> what the ending is added to."""
_COUNTED = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred"
_ONE_THING = frozenset("means series species premises headquarters works barracks news sports odds".split())
_BODIES = frozenset("crew team staff family band jury squad board party group couple cast gang force army".split())
"""Of these two or three may be spoken of: two of the crew was too few."""
_FEW = frozenset("people men women children media data sheep fish aircraft police".split())
_TIMES = "years|months|weeks|days|hours|minutes|mornings|evenings|nights|times|seasons|summers|winters"
_THAN = (
    "the|an?|his|her|its|their|my|our|your|it|he|she|they|we|you|in|at|on|him|me|them|us|this|that|those|these|what|yesterday"
    "|last|ever|usual|before|expected|most|all|any|many|other|others|two|three|four|five|ten"
)
_ADVERBS = frozenset("not never already also just always only since then now still ever finally".split())


@rule(
    "wrong-form",
    safety=SUGGEST,
    bad=[
        "The choir has [[began->begun]] its tour, and the van was [[stole->stolen]].",
        "She had [[eat->eaten]] snow, and he has [[forget->forgotten]] the key.",
        "The new rules will [[allows->allow]] farmers to sell. He cannot [[finds->find]] the key.",
        "The skaters had to [[waited->wait]] until midnight. Two of the [[diver->divers]] involved were freed.",
        "She wants to [[becomes->become]] an actress. He has [[refuse->refused]] to talk. [[None->Neither]] of the two"
        " men did.",
        "Nobody [[want->wants]] to leave, but everyone [[have->has]] the right.",
        "Police [[has->have]] arrested four suspects.",
        "He [[don’t->doesn’t]] want to leave, and every [[years->year]] he says so.",
        "She is [[more tall->taller]] than her aunt and owns the [[most old->oldest]] mill.",
        "It is the [[more->most]] beautiful beach in the region.",
        "[[This->These]] rulings will be appealed, and the [[childrens->children]] were fed.",
        "Three of the [[barge was->barges were]] seized. He is one of the best [[player->players]] of the league.",
        "One of the [[suspect->suspects]] was freed after a seven-[[years->year]] sentence.",
        "[[It exists->There are]] two ways to cross.",
    ],
    good=[
        "The roof had rose tiles. The tiles have come and gone.",
        "“He don’t want it,” she said. They don’t. It has proved true.",
        "Every two years; every few days; this means that; this works.",
        "The old man’s will says so; her will allows it. May becomes warmer.",
        "More old than new; the most young people; the more beautiful of the two. This series ended.",
        "One of the family was ill, one of the best is gone, and twenty-three years ago he left.",
        "He has the right to frozen food, and two of the staff were there.",
        "Two of the crew is enough. The childrens’ home. It exists. It exists in two forms. This leaves little room.",
    ],
)
def wrong_form(view: View) -> Iterator[Hit]:
    """A word in a form that English has not there: has began, he don’t, every years, more tall, this decisions.

    Only where nothing else can be meant; what people say in quotations is left as they say it.
    """
    text = view.text
    for hit in (
        *_participles(tokens_of(text)),
        *_after_modals(tokens_of(text)),
        *_infinitives(text),
        *_numbers(text),
        *_nobody(text),
        *_police(tokens_of(text)),
        *_degrees(text),
        *_small(text),
    ):
        if not inside(hit.span.start, view.quoted):
            yield hit


_STRONG = frozenset(
    "eat speak steal break choose forget give know begin swim sing see tell sell leave lose become think bring"
    " teach catch win build meet keep feel hold understand receive refuse decide arrive die".split()
)
"""Verbs that nobody takes for a noun behind `had`: she had eat snow."""


def _participles(tokens: Tokens) -> Iterator[Hit]:
    """has began -> has begun; was stole -> was stolen."""
    for at in tokens.where(("has", "have", "had", "was", "were", "been", "being")):
        verb = at + 1
        while verb < len(tokens) and tokens.lows[verb] in _ADVERBS:
            verb += 1
        if verb >= len(tokens) or tokens.kinds[verb] != WORD or tokens.capital(verb):
            continue
        low = tokens.lows[verb]
        readings = verb_readings(low)
        had = tokens.lows[at] in ("has", "had") and tokens.lows[at - 1 : at] != ("not",) and at > 0
        wrong = [{"past"}, {"base"}] if had and low in _STRONG else [{"past"}]
        if not readings or {tag for _, tag in readings} not in wrong or classes(low)[:1] != "V" or "J" in classes(low):
            continue
        if "N" in classes(low) or low.endswith("ed") or low in ("was", "were", "did"):  # has proved, has lighted
            continue
        right = inflect_verb(readings[0][0], "participle")
        yield Hit(Span(tokens.starts[verb], tokens.ends[verb]), "the participle is wanted here", (right,), 0.8)


def _after_modals(tokens: Tokens) -> Iterator[Hit]:
    """will allows farmers to; can sells."""
    for at in tokens.where(MODALS):
        verb = at + 1 + (tokens.lows[at + 1 : at + 2] in (("not",), ("also",), ("never",), ("soon",), ("now",)))
        if at < 1 or verb + 1 >= len(tokens) or tokens.lows[at - 1] in en.DETERMINERS or tokens.lows[at - 1] == "'s":
            continue
        readings = verb_readings(tokens.lows[verb])
        third = next((lemma for lemma, tag in readings if tag == "third"), None)
        subject = tokens.lows[at - 1] in en.SUBJECT_PRONOUNS or classes(tokens.lows[at - 1])[:1] == "N"
        if third is None or not subject or tokens.capital(at) or any(tag != "third" for _, tag in readings):
            continue
        if (
            "N" not in classes(tokens.lows[verb])
            or tokens.lows[verb + 1] in en.DETERMINERS
            or tokens.kinds[verb + 1] == NUMBER
        ):
            span = Span(tokens.starts[verb], tokens.ends[verb])
            yield Hit(span, f"“{tokens.lows[at]}” takes the base form", (third,), 0.8)


def _infinitives(text: str) -> Iterator[Hit]:
    """She wants to becomes an actress; he has refuse to answer; none of the two men."""
    willing = r"\b(?:wants?|wanted|hopes?|hoped|has|have|had|tries|tried|decided|refused|refuses|going|able|ready) to "
    follows = r"(?= (?:an?|the|his|her|its|their|in|on|at|to|it|him|them)\b)"
    for found in rx(rf"{willing}([a-z]{{4,}}s){follows}").finditer(text):
        readings = verb_readings(found.group(1))
        third = next((lemma for lemma, tag in readings if tag == "third"), None)
        if third is not None and {tag for _, tag in readings} == {"third"} and "N" not in classes(found.group(1)):
            yield Hit(Span(*found.span(1)), "“to” takes the base form", (third,), 0.85)
    for found in rx(rf"{willing}([a-z]{{4,}}){_BEHIND_VERB}").finditer(text):
        readings = verb_readings(found.group(1))
        tags = {tag for _, tag in readings}
        if tags and tags <= {"past", "participle"} and classes(found.group(1))[:1] == "V":
            yield Hit(Span(*found.span(1)), "“to” takes the base form", (readings[0][0],), 0.85)
    begun = r"\b(?:[Hh]e|[Ss]he|[Ww]ho|[Ii]t|[Tt]hey) (?:has|have|had) (refuse|decide|agree|try|start|accept)(?= to\b)"
    for found in rx(begun).finditer(text):
        put = inflect_verb(found.group(1), "participle")
        yield Hit(Span(*found.span(1)), "the participle is wanted here", (put,), 0.85)
    for found in rx(r"\b(None|none) of the two(?= [a-z]+s?\b)").finditer(text):
        put = "Neither" if found.group(1) == "None" else "neither"
        yield Hit(Span(*found.span(1)), "of two, English says “neither”", (put,), 0.8)


_BEHIND_VERB = (
    r"(?= (?:an?|the|his|her|its|their|in|on|at|to|it|him|them|until|for|from|with|by|before|after|without|there|up|out"
    r"|back|down)\b|[.,;])"
)
"""What stands behind a verb rather than behind an adjective before its noun: had to waited until midnight."""


def _numbers(text: str) -> Iterator[Hit]:
    """Every years; this decisions; childrens."""
    for found in matches(rf"\b(?:[Ee]very|[Ee]ach) ({_TIMES})(?![\w’'])", text, ("very ", "ach ")):
        yield Hit(Span(*found.span(1)), "“every” wants the singular", (singular(found.group(1)),), 0.85)
    one = (
        r"\b[Oo]ne of (?:the|his|her|its|their) (?:(?:(?:most|least) [a-z]+|best|worst|main|first|few|[a-z]+est)"
        r" (?:[a-z]+ )?([a-z]{3,})(?= (?:of|in|who|that|to) |[.,;])|([a-z]{3,})(?= (?:was|is|has|had|will) ))"
    )
    for found in matches(one, text, (" of the", " of h", " of its")):
        noun = found.group(1) or found.group(2)
        marks = classes(noun)
        plain = found.group(2) and (marks[:2] == "NV" or gender_of_noun(noun) is not None)
        if (marks == "N" or plain) and "s" in classes(noun_forms(noun)[0]) and noun not in _BODIES | _ONE_THING | _FEW:
            span = Span(*found.span(1 if found.group(1) else 2))
            yield Hit(span, "“one of” wants the plural", (noun_forms(noun)[0],), 0.8)
    measured = r"-(years|months|weeks|days|hours|minutes|metres|kilometres|miles|stars|euros|pages|points)(?= ([a-z]+))"
    for found in matches(rf"\b(?:{_COUNTED}|\d+){measured}", text, ("s ",)):
        if classes(found.group(2))[:1] == "N" and found.group(2) != "ago":
            new = singular(found.group(1))
            yield Hit(Span(*found.span(1)), "before a noun the measure is singular", (new,), 0.85)
    for found in rx(r"\b([Tt]his) ([a-z]{4,}s)(?= (?:are|were|have|will|would|must|can|do)\b)").finditer(text):
        noun = found.group(2)
        kinds, one = classes(noun), singular(noun)
        sure = kinds[:1] == "N" and "s" in kinds and one != noun and noun in noun_forms(one)
        if sure and "V" not in kinds and noun not in _ONE_THING:
            new = "These" if found.group(1) == "This" else "these"
            yield Hit(Span(*found.span(1)), "verb and subject are plural", (new,), 0.8)
    for found in matches(
        r"\b([Cc]hildren|[Ww]omen|[Mm]en)s(?= (?:[a-z]+)|[.,;])(?! (?:rea|sana|wear))", text, ("ens", "mens")
    ):
        follows = rx(r" ([a-z]+)").match(text, found.end())
        owner = follows is not None and classes(follows.group(1))[:1] in ("N", "J")
        new = f"{found.group(1)}’s" if owner else found.group(1)
        yield Hit(Span(*found.span()), "the plural has no further -s", (new,), 0.8)
    involved = (
        r"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ss]everal|[Mm]any|[Ss]ome|\d+)"
        r" of the ([a-z]{3,}) (?:[a-z]+ed |present |concerned |who |living |working )?(?:were|are|have)\b"
    )
    for found in matches(involved, text, (" of the",)):
        noun = found.group(1)
        if gender_of_noun(noun) is not None and "s" not in classes(noun) and noun not in _BODIES | _FEW:
            yield Hit(Span(*found.span(1)), "a number wants the plural", (noun_forms(noun)[0],), 0.8)
    counted = (
        r"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]everal|[Mm]any) of (?:the|his|her|their|these)"
        r" ([a-z]{3,}) (was|is|has)\b"
    )
    for found in matches(counted, text, (" of the", " of h")):
        noun = found.group(1)
        if classes(noun)[:1] == "N" and "s" not in classes(noun) and noun not in _BODIES:
            edits = (
                Edit(Span(*found.span(1)), noun_forms(noun)[0]),
                Edit(Span(*found.span(2)), {"was": "were", "is": "are", "has": "have"}[found.group(2)]),
            )
            yield Hit(Span(found.start(1), found.end(2)), "a number wants the plural", (edits,), 0.75)


def _degrees(text: str) -> Iterator[Hit]:
    """more tall than -> taller than; the most old -> the oldest; the more beautiful beach in -> the most."""
    words = "|".join(_DEGREES)
    for found in matches(rf"\b(more) ({words})(?= than (?:{_THAN}|[A-Z]))", text, ("more ",)):
        new = f"{_DEGREES[found.group(2)]}er"
        yield Hit(Span(*found.span()), "this adjective is compared with -er", (new,), 0.85)
    pattern = rf"\b(?:[Tt]he|his|her|its|their) (most) ({words})(?= ([a-z]+)|[.,;])"
    for found in matches(pattern, text, ("most ",)):
        if found.group(3) and ("s" in classes(found.group(3)) or found.group(3) in ("people", "men", "women")):
            continue  # the most young people: how many, not how young
        new = f"{_DEGREES[found.group(2)]}est"
        yield Hit(Span(found.start(1), found.end(2)), "this adjective is compared with -est", (new,), 0.75)
    best = (
        r"\b(?:is|was|are|were|remains|became) the (more) ([a-z]{5,}) [a-z]+"
        r"(?= (?:in (?:the (?:world|region|country|city|town|valley|area|league|north|south)|[A-Z])|of all|ever))"
    )
    for found in matches(best, text, ("the more ",)):
        if classes(found.group(2))[:1] == "J":
            yield Hit(Span(*found.span(1)), "of all it is “the most”", ("most",), 0.8)


_NOBODY = (
    r"(?:(?<=[.!?;:] )|(?<![^\n])|(?<=because )|(?<=but )|(?<=and )|(?<=when )|(?<=where ))"
    r"(?:[Nn]obody|[Nn]o one|[Ee]veryone|[Ee]verybody|[Ss]omeone|[Ss]omebody|[Nn]othing|[Ee]verything) "
    r"(have|are|were|want|need|know|believe|think|say|seem|agree|understand|dare|expect|go|come|remember|deserve)"
    r"(?= (?:the|a|an|to|that|his|her|what|why|how|been|in|on|at|it|him|them|about|[a-z]+(?:ed|ing|en)\b))"
)


def _nobody(text: str) -> Iterator[Hit]:
    """Nobody want to leave; everyone have the right."""
    for found in matches(_NOBODY, text, ("body ", "one ", "thing ")):
        low = found.group(1)
        right = {"are": "is", "were": "was", "have": "has"}.get(low) or inflect_verb(low, "third")
        end = rx(r"[.!?\n]").search(text, found.end())
        if end is None or end.group() != "?":
            yield Hit(Span(*found.span(1)), "verb and subject do not agree", (right,), 0.8)


def _police(tokens: Tokens) -> Iterator[Hit]:
    """Police has arrested four suspects."""
    for at in tokens.where(("police",)):
        verb = at + 1
        if not (tokens.starts_sentence(at) and tokens.capital(at)) or verb + 2 >= len(tokens):
            continue
        done = any(tag in ("participle", "gerund") for _, tag in verb_readings(tokens.lows[verb + 1]))
        plain = tokens.lows[verb + 1] not in ("become", "been", "had", "turned")
        if tokens.lows[verb] in ("has", "is", "was") and done and plain:
            right = {"has": "have", "is": "are", "was": "were"}[tokens.lows[verb]]
            yield Hit(Span(tokens.starts[verb], tokens.ends[verb]), "“police” is plural", (right,), 0.7)


def _small(text: str) -> Iterator[Hit]:
    """he don’t; it exists two ways."""
    for found in rx(r"\b(?:[Hh]e|[Ss]he|[Ii]t) (?:really |still |just )?(don([’'])t)\b").finditer(text):
        before = rx(r"\b(?:[Ii]f|lest|that|insist\w*|ask\w*|demand\w*) $").search(
            text, max(found.start() - 12, 0), found.start()
        )
        if before is None:
            yield Hit(Span(*found.span(1)), "verb and subject do not agree", (f"doesn{found.group(2)}t",), 0.8)
    many = r"\b(It exists|it exists) (?=(two|three|four|five|several|many|numerous|other|some|a|an|no)\b ?([a-z]*))"
    for found in matches(many, text, ("t exists ",)):
        one = found.group(2) in ("a", "an") or (found.group(2) == "no" and "s" not in classes(found.group(3)))
        there = ("There" if found.group(1)[0] == "I" else "there") + (" is" if one else " are")
        yield Hit(Span(*found.span(1)), "“il existe” is “there is”", (there,), 0.8)
