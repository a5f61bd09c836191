"""mentions -> which of them are one person by their place: striker Hugo Perrin; Claire Aubanel, president of the club.

Only what stands side by side counts; a list (`the mayor, the baker and his wife`) is several people.
"""

from __future__ import annotations

from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import Mention
from mtcheck.analysis.tokens import WORD, Tokens
from mtcheck.lang.first_names import gender_of_first_name

_LINKS = frozenset("is was became becomes remains remained".split())


def join(tokens: Tokens, mentions: list[Mention]) -> None:
    """Sets `same_as` of every mention that stands in apposition to an earlier one."""
    for number, mention in enumerate(mentions):
        mention.same_as = _apposition(tokens, mentions[max(0, number - 3) : number], mention, max(0, number - 3))


def _apposition(tokens: Tokens, found: list[Mention], mention: Mention, offset: int) -> int:
    """The earlier mention that the sentence shows to be the same person, or -1."""
    if not found:
        return -1
    if mention.noun == "one":  # The one who ran the kitchen: the person of the sentence before
        back = tokens.sentence(max(0, mention.first - 3), mention.first - 2)[0]
        return offset + len(found) - 1 if found[-1].first >= back else -1
    for number in range(len(found) - 1, max(-1, len(found) - 3), -1):
        other = found[number]
        between = tokens.lows[other.last : mention.first]
        if any(tokens.ends_sentence(at) for at in range(other.last, mention.first)):
            return -1
        if _same(tokens, other, mention, between):
            return offset + number
    return -1


def _same(tokens: Tokens, other: Mention, mention: Mention, between: tuple[str, ...]) -> bool:
    if not between:
        return bool(other.noun and not other.name and mention.name)  # striker Hugo Perrin
    if other.gender and mention.gender and other.gender != mention.gender:
        return False
    if _fronted_noun(tokens, other, between) and (mention.name or mention.definite):
        return True
    if other.noun and not other.name and mention.name and between[-1] == ",":
        # the prefect of the region, Antoine Delvaux, announced; no list of people, no clause between
        closed = mention.last < len(tokens) and (
            tokens.kinds[mention.last] != WORD or tokens.lows[mention.last] == "'s"
        )
        plain = between.count(",") == 1 and len(between) <= 9 and not _has_verb(between[:-1])
        return (
            plain
            and (between == (",",) or between[0] in ("of", "for", "in", "at"))
            and closed
            and _not_list(tokens, mention)
        )
    if mention.noun and not mention.name and between[0] == ",":
        if _fronted_source(tokens, other, mention):
            return False
        if _name_follows(tokens, mention):
            return False
        inner = between[1:]
        plain = len(inner) <= 5 and "," not in inner and not {"and", "with", "by", "'s", "his", "her"} & set(inner)
        return plain and not _has_verb(inner) and (bool(inner) or other.name != "") and _not_list(tokens, mention)
    if mention.noun and not mention.name and not other.name and between[0] == "of" and between.count(",") == 1:
        comma = between.index(",")  # the driver of the bus, a woman of 45
        return between[comma + 1 : comma + 2] in (("a",), ("an",)) and len(between) < 9 and not _has_verb(between)
    if mention.noun and not mention.name and between[0] in _LINKS:
        return (
            len(between) <= 5
            and between[-1] not in ("of", "by", "with")
            and {"a", "an", "the"} & set(between) != set()
            and not {"with", "by", "to", "of"} & set(between)
        )
    return False


def _fronted_source(tokens: Tokens, other: Mention, mention: Mention) -> bool:
    """According to his mother, the suspect was ill: whoever is the subject is not whose word opens the sentence."""
    first = tokens.opening(other.first)
    sourced = tokens.lows[first] in ("according", "for", "with", "like", "unlike", "without", "after", "before")
    return sourced and mention.last < len(tokens) and classes(tokens.lows[mention.last])[:1] in ("V", "M")


def _fronted_noun(tokens: Tokens, other: Mention, between: tuple[str, ...]) -> bool:
    """Guest of the evening news on Monday, Ana Belmonte; Guest of the show, the coach; A mother of two, the skipper."""
    first = other.first - (tokens.lows[other.first - 1 : other.first] in (("a",), ("an",)))
    lead = not other.name and tokens.starts_sentence(first) and between[0] in ("of", "at", "on")
    comma = between[-1] == "," or between[-2:] == (",", "the")
    return lead and comma and "and" not in between


def _name_follows(tokens: Tokens, mention: Mention) -> bool:
    """`with Radu Selk, the President of the Republic, Claire Vauquelin, said`: the noun belongs to the name behind."""
    at = mention.last
    while at < min(mention.last + 8, len(tokens)) and (tokens.kinds[at] == WORD):
        at += 1
    at += 1
    return (
        at + 1 < len(tokens)
        and tokens.lows[at - 1] == ","
        and tokens.kinds[at] == WORD
        and tokens.capital(at)
        and gender_of_first_name(tokens.surface(at)) != ""
    )


def _has_verb(words: tuple[str, ...]) -> bool:
    return any(classes(word)[:1] in ("V", "M") or word in ("that", "who", "whose", "and", "or") for word in words)


def _not_list(tokens: Tokens, mention: Mention) -> bool:
    """Whether no `and` or `or` follows: `the mayor, the baker and his wife` are three."""
    return mention.last >= len(tokens) or tokens.lows[mention.last] not in ("and", "or")
