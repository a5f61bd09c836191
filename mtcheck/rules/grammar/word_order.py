from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import article, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.phrases import DETERMINERS, MONTHS, PREPOSITIONS, WEEKDAYS, end_mark, is_name, is_noun
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import BE, HAVE, MODALS
from mtcheck.lang.before_noun import ATTRIBUTES, LABELS, MAKES, MAY_FOLLOW, OFFICIAL, PARTISANS, RELATIONAL, ROUTE
from mtcheck.lang.firms import FIRMS, NAMED
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Edit, Span

_POLITICIANS = frozenset(
    "deputy deputies senator senators mp mps mep meps mayor mayors candidate candidates councillor"
    " councillors councilor councilors group groups list lists leader leaders spokesperson spokesman"
    " spokeswoman president union unions delegate delegates minister ministers activist activists member"
    " members official officials ticket party".split()
)
_SEATED = frozenset("deputy deputies senator senators mp mps mep meps".split())
_SUFFIXES = ("al", "ic", "ary", "ory", "ian", "ese", "iatric", "ological")
_FOLLOWS = BE | HAVE | MODALS | frozenset("of for from at on who which that able capable".split())
_JOINED = frozenset("of for from on and or against by with".split())
_VERY = tuple("very particularly extremely rather highly quite".split())
_GIVEN = frozenset("bonus cheque cheques voucher vouchers tax jury prize stadium hall pass premium".split())
"""Of these the phrase may go on in any way: the cheque Lambert to students."""
_MESSAGE = "English puts this word before the noun"


@rule(
    "word-order",
    safety=SUGGEST,
    bad=[
        "The [[senators LR->LR senators]] stayed away. The [[deputies socialists->socialist deputies]] left.",
        "The [[deputy RN of->RN deputy for]] Val-Noir left.",
        "The [[line Ardoise-Marenne->Ardoise-Marenne line]] is shut.",
        "The [[law Ferrand-Loubet->Ferrand-Loubet law]] and the [[reform Dutertre->Dutertre reform]] of May expire.",
        "They hired a [[fishing port municipal->municipal fishing port]].",
        "[[A court Italian->An Italian court]] ordered the return of the statue.",
        "It was [[a strike national->a national strike]]. The [[president French->French president]] spoke.",
        "This is [[an office regional->a regional office]]. It heard two [[experts psychiatric->psychiatric experts]].",
        "The town extended the [[cheque Lambert->Lambert cheque]] to students. A [[choir parish->parish choir]] sang.",
        "He bought a [[piano brand new->brand new piano]]. It is [[a novel very personal->a very personal novel]].",
        "A fourth [[bank central->central bank]] raised its rates. A [[virus respiratory->respiratory virus]] is here.",
        "The [[crisis economic->economic crisis]] and the war weigh on families.",
        "The [[workers seasonal->seasonal workers]] sleep in tents. The [[crisis migratory->migratory crisis]] grew.",
        "They slept in [[a shelter underground->an underground shelter]] near Bari.",
    ],
    good=[
        "The law Congress passed is new. This is the plan Clinton wants. The report Monday was clear.",
        "They made the debate national. She reads the magazine weekly. He called the matter political.",
        "The attorney general, the notary public and the best price possible.",
        "The national and regional authorities; a body national in scope; the court French voters trust.",
        "The deputy (LFI) left. The leader, LR senator Lise Arnal, stayed.",
        "The ministers French voters trust in a crisis left. The rules mandatory for all apply to the young.",
        "The project Smith announced in May failed. He gave the school parish money and paid the bus company.",
        "She had a voice very like his. They found a room rather small for six. It made a man very happy.",
        "The prize Smith wanted went to Brown. The team won the prize Monday.",
    ],
)
def word_order(view: View) -> Iterator[Hit]:
    """A label, a name or an adjective after its noun: the deputies LFI, the plan Marchenoir, a band municipal.

    French puts them there. Only closed lists of party labels and of nouns that take a name, and adjectives that
    say what a thing belongs to (municipal, psychiatric, French) are read, and not where a verb could have the
    adjective as its object’s complement: “made the debate national”.
    """
    tokens = tokens_of(view.text)
    for found in rx(ROUTE).finditer(view.text):
        yield Hit(Span(*found.span(1)), _MESSAGE, (f"{found[3]} {found[2]}",), 0.8)
    for at in tokens.where(("brand",)):
        if hit := _brand_new(tokens, at):
            yield hit
    for at in tokens.where(_VERY):
        if hit := _very(tokens, at):
            yield hit
    named = [at + 1 for at in tokens.where(NAMED) if at + 1 < len(tokens)]
    derived = [low for low in view.words if low.endswith(_SUFFIXES) and low not in MAY_FOLLOW and _relational(low)]
    signs = (*RELATIONAL, *derived, *ATTRIBUTES, *PARTISANS, *FIRMS, *map(str.lower, LABELS))
    for at in sorted({*tokens.where(signs), *named}):
        if not at or tokens.kinds[at] != WORD or rx(r"\.\w").match(view.text, tokens.ends[at]):
            continue  # nothing before it, or the name of a file: french.csv
        low = tokens.lows[at]
        hit = _label(tokens, at) if low in PARTISANS else None
        if tokens.capital(at) and tokens.kinds[at - 1] == WORD and not tokens.capital(at - 1):
            if low in RELATIONAL:
                hit = _adjective(tokens, at)
                hit = hit._replace(confidence=0.85) if hit else None
            elif tokens.surface(at) in LABELS:
                hit = _label(tokens, at)
            elif tokens.lows[at - 1] in NAMED or (low in FIRMS and tokens.lows[at - 1] == "group"):
                hit = _name(tokens, at)
        elif low in RELATIONAL or low in derived:
            hit = _adjective(tokens, at)
        elif low in ATTRIBUTES:
            hit = _attribute(tokens, at)
        if hit:
            yield hit


def _swapped(tokens: Tokens, first: int, at: int, more: tuple[Edit, ...] = (), confidence: float = 0.8) -> Hit:
    """Token `at` goes before tokens `first` to `at - 1`; an article before them is adjusted."""
    text = tokens.text
    word = PARTISANS.get(tokens.lows[at], tokens.lows[at] if tokens.lows[at] in OFFICIAL else tokens.surface(at))
    span = Span(tokens.starts[first], tokens.ends[at])
    noun = text[span.start : tokens.ends[at - 1]]
    edits = [Edit(span, f"{word} {noun}"), *more]
    before = tokens.surface(first - 1)
    if before.lower() in ("a", "an") and article(word) != before.lower():
        put = article(word).capitalize() if before[0] == "A" else article(word)
        span = Span(tokens.starts[first - 1], span.end)
        edits[0] = Edit(span, f"{put} {word} {noun}")
    hull = Span(span.start, max(edit.span.end for edit in edits))
    return Hit(hull, _MESSAGE, (tuple(edits),), confidence)


def _brand_new(tokens: Tokens, at: int) -> Hit | None:
    """a scanner brand new -> a brand new scanner."""
    new = at > 1 and tokens.lows[at + 1 : at + 2] == ("new",) and "N" in classes(tokens.lows[at - 1])
    after = at + 2
    ends = end_mark(tokens, after) or tokens.lows[after] in PREPOSITIONS or tokens.lows[after] in (*_FOLLOWS, "thanks")
    if not new or not ends or tokens.lows[at - 2] not in ("a", "an", "the", "his", "her", "its", "their"):
        return None
    text = tokens.text
    words, noun = text[tokens.starts[at] : tokens.ends[at + 1]], tokens.surface(at - 1)
    first, put = tokens.starts[at - 1], f"{words} {noun}"
    if tokens.lows[at - 2] == "an":
        first, put = tokens.starts[at - 2], f"{'A' if tokens.capital(at - 2) else 'a'} {put}"
    return Hit(Span(first, tokens.ends[at + 1]), _MESSAGE, (put,), 0.8)


def _very(tokens: Tokens, at: int) -> Hit | None:
    """a novel very personal. -> a very personal novel."""
    first = at - 1
    if at < 2 or not end_mark(tokens, at + 2) or tokens.lows[at - 2] not in ("a", "an"):
        return None
    plain = classes(tokens.lows[at + 1])[:1] == "J" and _is_compound(tokens, first)
    ends = at + 2 >= len(tokens) or tokens.lows[at + 2] in ".;!"
    made = any(tokens.lows[number] in MAKES for number in range(tokens.sentence(at, at)[0], first))
    if not plain or not ends or made or tokens.lows[at + 1] in ("few", "much", "many", "little"):
        return None
    words = tokens.text[tokens.starts[at] : tokens.ends[at + 1]]
    put = f"{'A' if tokens.capital(at - 2) else 'a'}{'n' if article(tokens.lows[at]) == 'an' else ''} {words}"
    return Hit(Span(tokens.starts[at - 2], tokens.ends[at + 1]), _MESSAGE, (f"{put} {tokens.surface(first)}",), 0.75)


def _label(tokens: Tokens, at: int) -> Hit | None:
    """the deputies LFI -> the LFI deputies."""
    if tokens.lows[at - 1] not in _POLITICIANS or not _determined(tokens, at - 1):
        return None
    after = at + 1
    if after < len(tokens) and tokens.lows[after] in ("'s", "-", "–", "&", "/"):
        return None
    more: tuple[Edit, ...] = ()
    seated = tokens.lows[at - 1] in _SEATED and after + 1 < len(tokens) and tokens.lows[after] == "of"
    if seated and is_name(tokens, after + 1 + (tokens.lows[after + 1] == "the")):
        more = (Edit(Span(tokens.starts[after], tokens.ends[after]), "for"),)
    return _swapped(tokens, at - 1, at, more, 0.85)


def _determined(tokens: Tokens, noun: int) -> bool:
    """Whether a determiner stands before the noun, perhaps with an adjective between."""
    return any(
        tokens.lows[at] in DETERMINERS or tokens.lows[at].isdigit() for at in range(max(noun - 2, 0), noun)
    ) or tokens.starts_sentence(noun)


def _name(tokens: Tokens, at: int) -> Hit | None:
    """the bonus Aubert -> the Aubert bonus, where no verb of a relative clause follows."""
    low = tokens.lows[at]
    if low in FIRMS and tokens.lows[at - 2] in DETERMINERS and not is_name(tokens, at + 1):
        return _swapped(tokens, at - 1, at)
    if classes(low) or low in WEEKDAYS or low in MONTHS or tokens.surface(at).isupper():
        return None
    if tokens.lows[at - 2] not in DETERMINERS and tokens.lows[at - 2] not in ("new", "former", "famous", "future"):
        return None
    after = at + 1
    if not end_mark(tokens, after):
        following = tokens.lows[after]
        forms = ("past", "third", "base") if tokens.lows[at - 1] in ("cheques", "vouchers") else ("past", "third")
        verb = any(tag in forms for _, tag in verb_readings(following))
        clause = following in _FOLLOWS - {"of", "for", "from", "at", "on"} or verb
        if clause and (_other_verb(tokens, at, after) or end_mark(tokens, after + 1)):
            return None
        going_on = PREPOSITIONS | {"and", "or"} if tokens.lows[at - 1] in _GIVEN else _JOINED
        if not clause and following not in going_on:
            return None
        if clause and verb and following not in _FOLLOWS and not _object(tokens, after + 1):
            return None
    return _swapped(tokens, at - 1, at)


def _attribute(tokens: Tokens, at: int) -> Hit | None:
    """a choir parish -> a parish choir."""
    first = at - 2 if tokens.lows[at - 2 : at] == ("car", "park") else at - 1
    start = first - (first > 1 and classes(tokens.lows[first - 1])[:1] in ("J", "U"))  # a fourth bank central
    determined = start > 0 and tokens.lows[start - 1] in DETERMINERS
    if determined and any(tokens.lows[number] in MAKES for number in range(tokens.sentence(at, at)[0], start)):
        return None
    if not determined or tokens.lows[at - 1] not in ATTRIBUTES[tokens.lows[at]].split():
        return None
    after = tokens.lows[at + 1] if at + 1 < len(tokens) else "."
    verb = "N" not in classes(after) and any(tag == "past" for _, tag in verb_readings(after))
    place = after in PREPOSITIONS and tokens.lows[at] == "underground"
    return _swapped(tokens, first, at) if end_mark(tokens, at + 1) or after in _FOLLOWS or verb or place else None


def _object(tokens: Tokens, at: int) -> bool:
    """Whether what follows a verb is more than its sentence's end: provides for, expires in, caps rents."""
    return at < len(tokens) and not end_mark(tokens, at) and tokens.lows[at] not in ("is", "was", "has")


def _other_verb(tokens: Tokens, at: int, verb: int) -> bool:
    """Whether the sentence has a finite verb besides: then `the plan Clinton wants` may be a relative clause."""
    first, last = tokens.sentence(at, at)
    return any(
        number != verb
        and tokens.lows[number - 1] not in ("is", "are", "was", "were", "has", "have", "had", "be", "been")
        and tokens.kinds[number] == WORD
        and (
            "M" in classes(tokens.lows[number])
            or tokens.lows[number] in ("is", "are", "was", "were", "has", "have", "had", "do", "does", "did", "'s")
            or (
                "N" not in classes(tokens.lows[number])
                and any(tag in ("past", "third") for _, tag in verb_readings(tokens.lows[number]))
            )
        )
        for number in range(first, last)
    )


def _adjective(tokens: Tokens, at: int) -> Hit | None:
    """a brass band municipal -> a municipal brass band."""
    low, first = tokens.lows[at], at
    while first > 0 and _is_compound(tokens, first - 1):
        first -= 1
    seat = first == at and tokens.lows[at - 1] in _SEATED and tokens.surface(at - 1)[:2].isupper()
    if seat:
        first -= 1  # the MPs socialist
    if first == at or first == 0 or (tokens.capital(first) and not seat):
        return None
    before = tokens.lows[first - 1]
    determined = before in DETERMINERS or (
        classes(before)[:1] == "J" and first > 1 and tokens.lows[first - 2] in DETERMINERS
    )
    office = tokens.capital(at) and gender_of_noun(tokens.lows[at - 1]) is not None
    if not determined or not _noun_ends(tokens, at, office):
        return None
    start = tokens.sentence(at, at)[0]
    if any(tokens.lows[number] in MAKES for number in range(start, first)):
        return None
    if low in ("monthly", "weekly", "quarterly") and (end_mark(tokens, at + 1) or tokens.lows[at + 1] not in _FOLLOWS):
        return None
    return _swapped(tokens, first, at, (), 0.75)


def _relational(low: str) -> bool:
    """Whether a word is an adjective and nothing else: psychiatric, preliminary."""
    return classes(low) == "J" and len(low) > 6


def _is_compound(tokens: Tokens, at: int) -> bool:
    """Whether token `at` is a noun before anything else: brass, band, tribunal."""
    low = tokens.lows[at]
    marks = classes(low)
    sure = marks[:1] == "N" or (marks[:1] == "V" and "N" in marks and tokens.lows[at - 1] in DETERMINERS)
    sure = sure or (not marks and low[-1:] == "s" and not tokens.capital(at) and gender_of_noun(low[:-1]) is not None)
    return tokens.kinds[at] == WORD and sure and is_noun(tokens, at) and low not in _UNITS


_UNITS = frozenset(
    "attorney bit lot kind type way time year years percent something anything nothing everything someone"
    " anyone times day today people".split()
)


def _noun_ends(tokens: Tokens, at: int, office: bool = False) -> bool:
    """Whether the phrase is over after the adjective: a stop, a verb, of, for; not a noun, `in scope` or a list."""
    after = at + 1
    if after >= len(tokens):
        return False
    if end_mark(tokens, after):
        return tokens.lows[after] in '.!?;:”"'
    following = tokens.lows[after]
    if following in _FOLLOWS or (following == "and" and tokens.lows[after + 1 : after + 2] in (("the",), ("its",))):
        return True
    tags = {tag for _, tag in verb_readings(following)}
    if "third" in tags and tokens.lows[after + 1 : after + 2] in (("the",), ("a",), ("its",), ("his",), ("their",)):
        return tokens.starts_sentence(tokens.opening(at)) and tokens.lows[tokens.opening(at)] in DETERMINERS
    whole = not {*tokens.lows[tokens.opening(at) : after]} & PREPOSITIONS and tokens.lows[after + 1 : after + 2]
    if whole and "base" in tags and "s" in classes(tokens.lows[at - 1]) and tokens.lows[tokens.opening(at)] == "the":
        return whole[0] in PREPOSITIONS | DETERMINERS and not _other_verb(tokens, at, after)  # sleep in tents
    if office and any(tag in ("past", "third") for _, tag in verb_readings(following)):
        return True
    return "N" not in classes(following) and any(tag == "past" for _, tag in verb_readings(following))
