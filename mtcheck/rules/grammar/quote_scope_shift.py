from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.analysis.inflect import article, verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.phrases import DETERMINERS, PREPOSITIONS, can_modify, end_mark, is_noun
from mtcheck.analysis.quoted_pairs import two_behind
from mtcheck.analysis.quoted_words import SPOKEN_OF, adjective_quoted, adverb_quoted, before_all, resultative
from mtcheck.analysis.regex import rx
from mtcheck.analysis.tokens import WORD, Tokens, tokens_of
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.auxiliaries import AUXILIARIES
from mtcheck.rules import SUGGEST, rule
from mtcheck.text import Edit, Span

_COMPLEMENTED = frozenset(
    "worth likely unlikely able unable responsible available similar different full free open close due"
    " capable incapable worthy typical aware proud ready eligible equal equivalent relevant common unique"
    " specific particular dear familiar next near far long such other else enough more less most least many"
    " few much same own born made false true fit prior contrary subject liable prone akin loyal guilty afraid"
    " angry happy sad alone alive dead asleep present absent bound hidden intent clear visible possible"
    " impossible necessary suitable inferior superior parallel adjacent dependent independent safe rich poor"
    " high low wide tall old big right wrong left stuck early late only very strange easy hard quick daily"
    " weekly monthly yearly overnight outside inside abroad online offline forward straight back away ahead"
    " unworthy good bad better worse best worst fine okay first last second third live unlike like".split()
)
"""Adjectives that English does put after a noun, with what belongs to them: available to, worth ten euros."""
_AMOUNTS = frozenset(
    "lack wave absence loss flood spate series increase rise decline closure end refusal threat fear risk"
    " hope defence defense protection abandonment destruction suppression removal creation explosion"
    " multiplication reduction freezing blocking closing cutting shortage collapse disappearance suspension"
    " cancellation abolition banning arrival departure sale purchase transfer dismantling overhaul repeal"
    " modernisation renovation relocation recruitment hiring dismissal arrest deportation expulsion".split()
)
_MESSAGE = "French quoted the noun and left its complement outside"


@rule(
    "quote-scope-shift",
    safety=SUGGEST,
    bad=[
        "They share “the same [[worries” budgetary than->budgetary worries” as]] the town.",
        "They face “the same [[flooding” problem than->flooding problem” as]] last year.",
        "We have the same rules [[than->as]] the others.",
        "He condemned “the [[freezing” wages->freezing of wages”]] by the board.",
        "The towns fear “a wave”[[-> of]] unprecedented closures.",
        "The nurses condemn “the [[abandonment” gradual hospital->gradual abandonment” of the hospital]] by the state.",
        "She spoke as [[a candidate “deeply rural”->a “deeply rural” candidate]].",
        "It is [[a decision “absurd”->an “absurd” decision]] of the prefect.",
        "They demand a “[[return” rapid->rapid return”]] of the train.",
        "The judges regret “the lack[[” political of courage-> of political courage”]].",
        "She says she wrote [[a novel “deeply personal”->a “deeply personal” novel]].",
        "He asked for “[[a gesture” immediate->an immediate gesture”]] from the bank.",
        "She calls herself [[a teacher “very strict”->a “very strict” teacher]]. They want a “[[review”"
        " complete->complete"
        " review”]] of the rota.",
        "Rome calls for [[an “de-escalation” immediate->an “immediate de-escalation”]] in the strait.",
        "They complain of “[[noise” unbearable->unbearable noise”]] coming from the quarry.",
        "The coach praises the [[“state of mind” faultless->faultless “state of mind”]] of his men.",
        "It is [[a “disaster” ecological and human->an “ecological and human disaster”]].",
        "The vet praises a [[dog “very” courageous->“very courageous” dog]].",
    ],
    good=[
        "A “gift” unworthy of a king. I found a dog “very” hungry. The word “noise” unbearable to some.",
        "The “gift” worth $40,000 and “the evidence” available to the court.",
        "He called the candidate “deeply rural” and the reform of the law “brutal”.",
        "More of the same rather than less; the same people more than once; the same size or smaller than the others.",
        "“The Office” fans; “fake news” accusations; the “gift” scheme; “the selection” committee.",
        "The word “rural” and a sign “closed”. He is a man “of few words”.",
        "He found “the return” difficult and “the end” nigh. “Time” flies.",
        "She is at the same time taller than he is.",
        "They called the driver “careful” and described her as “very strict”. They want the “review” complete by June.",
    ],
)
def quote_scope_shift(view: View) -> Iterator[Hit]:
    """A quotation that ends in the middle of a noun phrase: “the same fears” security than, a “return” rapid.

    French quotes a noun and sets its adjective or complement after the mark (« les mêmes craintes »
    sécuritaires); in English the adjective goes before the noun, inside the marks. “the same … than” is
    repaired everywhere. Adjectives that English puts after a noun (available to, worth) are left alone.
    """
    text = view.text
    tokens = tokens_of(text)
    roles = view.quotations.roles
    for role in roles:
        if role.role != "close" or role.partner < 0 or not role.mark.double:
            continue
        first = bisect_left(tokens.starts, roles[role.partner].mark.at)
        close = bisect_left(tokens.starts, role.mark.at)
        if close + 1 >= len(tokens) or close - first < 2:
            continue
        hit = (
            _outside(tokens, first, close)
            or adjective_quoted(tokens, first, close)
            or adverb_quoted(tokens, first, close)
        )
        if hit:
            yield hit
    for found in rx(r"\b[Tt]he same ((?:[a-z’'-]+ ){1,3})(than)\b").finditer(text):
        words = found.group(1).split()
        if "N" not in classes(words[-1]) or classes(words[-1])[:1] in ("R", "J") or words[0] in ("time", "way"):
            continue
        if not set(words) & set("more less rather other better worse and or but".split()) and not any(
            word.endswith("er") and classes(word)[:1] in ("J", "R") for word in words
        ):
            yield Hit(Span(*found.span(2)), "“the same” wants “as”", ("as",), 0.85)


def _outside(tokens: Tokens, first: int, close: int) -> Hit | None:
    """A word left behind the closing mark that belongs inside."""
    at, last = close + 1, close - 1
    if tokens.kinds[at] != WORD or tokens.capital(at) or tokens.kinds[last] != WORD or not _noun(tokens, first, last):
        return None
    if tokens.capital(last) or not _plain(tokens.lows[last]) or tokens.starts[at] == tokens.ends[close]:
        return None
    low, marks = tokens.lows[at], classes(tokens.lows[at])
    after = at + 1
    same = tokens.lows[first + 1 : first + 3] == ("the", "same")
    if same and low == "than":
        return Hit(Span(tokens.starts[at], tokens.ends[at]), "“the same” wants “as”", ("as",), 0.85)
    if same and after < len(tokens) and tokens.lows[after] == "than" and ("N" in marks or "J" in marks):
        return _same_than(tokens, last, at, after)
    both = low in _AFTER_TOO or (low in _TELLING and _qualifies(tokens, first, last, after)) or low in _BOTH
    if both or (marks[:1] == "J" and not set("IV") & set(marks) and low not in _COMPLEMENTED):
        if hit := _of_adjective(tokens, last, at) or two_behind(tokens, first, last, at):
            return hit
        if (
            end_mark(tokens, after)
            or tokens.lows[after] in PREPOSITIONS | {"that", "and", "which"}
            or ("J" not in classes(tokens.lows[last]) and _acts(tokens, after))
        ):
            return _inside(tokens, first, last, at)
        return _adjective_and_noun(tokens, first, last, at)
    return _complement(tokens, first, last, at)


def _acts(tokens: Tokens, at: int) -> bool:
    """Whether what follows says what the noun does: coming from the road; is, has, worries the unions."""
    low = tokens.lows[at]
    if low in AUXILIARIES:
        return True
    readings = verb_readings(low)
    follows = tokens.lows[at + 1] if at + 1 < len(tokens) else ""
    if classes(low)[:1] != "V" and follows not in DETERMINERS:
        return False
    return follows in DETERMINERS | PREPOSITIONS and any(tag in ("third", "past", "gerund") for _, tag in readings)


def _of_adjective(tokens: Tokens, last: int, at: int) -> Hit | None:
    """“the lack” political of courage -> “the lack of political courage”."""
    of = at + 1
    if (
        tokens.lows[last] not in _SCARCE
        or tokens.lows[at] in _HOW_SCARCE
        or of + 2 >= len(tokens)
        or tokens.lows[of] != "of"
    ):
        return None
    if not is_noun(tokens, of + 1) or not end_mark(tokens, of + 2):
        return None
    mark = tokens.text[tokens.ends[last] : tokens.ends[last + 1]]
    span = Span(tokens.ends[last], tokens.ends[of + 1])
    return Hit(span, _MESSAGE, (f" of {tokens.surface(at)} {tokens.surface(of + 1)}{mark}",), 0.78)


_HOW_SCARCE = frozenset(
    "chronic acute severe serious flagrant cruel blatant persistent growing obvious real total absolute utter".split()
)
"""They say how great a lack is: the chronic shortage of beds."""
_SCARCE = frozenset("lack absence want shortage abundance excess feeling sense form".split())


def _noun(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the quotation ends in a noun: the same fears, the silting, the same will."""
    if is_noun(tokens, last):
        return True
    word = last == first + 1 and tokens.lows[first - 1] in ("a", "an")
    if word and "N" in classes(tokens.lows[last]) and classes(tokens.lows[last])[:1] == "M":
        return True  # a “will” obvious
    determined = tokens.lows[first + 1] in ("the", "a", "an") and last > first + 1
    return determined and (_gerund(tokens, last) or "N" in classes(tokens.lows[last]))


_TELLING = frozenset("glaring lasting troubling worrying alarming striking disturbing pressing".split())
"""Adjectives that might be verbs: “elements” troubling in the file, but not “elements” troubling the judge."""


def _qualifies(tokens: Tokens, first: int, last: int, after: int) -> bool:
    noun = _indefinite(tokens, first) or "s" in classes(tokens.lows[last])
    return noun and (end_mark(tokens, after) or tokens.lows[after] in ("in", "between", "with"))


def _plain(low: str) -> bool:
    """Whether a word is no compound that qualifies a noun: noise, de-escalation; not one-off."""
    lead, hyphen, head = low.rpartition("-")
    return not hyphen or (lead in ("de", "re", "co", "non") and classes(head)[:1] == "N")


_CRIMES = frozenset("war career master sex petty street".split())
_BOTH = frozenset(
    "total collective general individual final moral global ideal potential icy chilly vital mortal fatal radical"
    " legal".split()
)
"""They may be nouns, but not behind one."""
_AFTER_TOO = frozenset("clear firm complete full public blinding dazzling deafening gaping staggering".split())
"""Of these also a verb’s complement can stand there; behind `a “review”` none does."""


def _indefinite(tokens: Tokens, first: int) -> bool:
    """Whether `a` or `an` stands before or just behind the opening mark at token `first`."""
    return bool({"a", "an"} & {tokens.lows[first - 1], tokens.lows[first + 1]})


_HEADS = frozenset(
    "problem problems issue issues level levels rate rates policy policies rules plan price prices system question rule"
    " limit trend crisis".split()
)


def _same_than(tokens: Tokens, last: int, at: int, than: int) -> Hit | None:
    """“the same fears” security than -> “the same security fears” as."""
    noun, word, mark = tokens.surface(last), tokens.surface(at), tokens.text[tokens.ends[last] : tokens.ends[last + 1]]
    plural = "s" in classes(noun)
    inner = f"{noun} {word}{mark}" if word in _HEADS and not plural else f"{word} {noun}{mark}"
    span = Span(tokens.starts[last], tokens.ends[than])
    return Hit(span, _MESSAGE, (f"{inner} as",), 0.85)


def _inside(tokens: Tokens, first: int, last: int, at: int, more: str = "") -> Hit | None:
    """“the return” rapid -> “the rapid return”; “put an end” immediate -> “put an immediate end”."""
    if tokens.lows[first - 1] in SPOKEN_OF or (tokens.lows[at] == "criminal" and tokens.lows[last] in _CRIMES):
        return None
    if not _indefinite(tokens, first) if tokens.lows[at] in _AFTER_TOO else resultative(tokens, first):
        return None
    word = tokens.surface(at)
    if "of" in tokens.lows[first + 1 : last]:
        return None if more else before_all(tokens, first, last, at)
    span = Span(tokens.starts[last], tokens.ends[at])
    inner = f"{word} {tokens.text[span.start : tokens.ends[last + 1]]}{more}"
    before = last - 1
    if before > first and tokens.lows[before] in ("a", "an") and article(word) != tokens.lows[before]:
        span = Span(tokens.starts[before], span.end)
        inner = f"{article(word)} {inner}"
    edits: tuple[Edit, ...] = (Edit(span, inner),)
    if before == first and first and tokens.lows[first - 1] in ("a", "an"):
        outer = article(word).capitalize() if tokens.capital(first - 1) else article(word)
        edits = (Edit(Span(tokens.starts[first - 1], tokens.ends[first - 1]), outer), *edits)
    hull = Span(edits[0].span.start, span.end)
    return Hit(hull, _MESSAGE, (edits,), 0.78)


def _adjective_and_noun(tokens: Tokens, first: int, last: int, at: int) -> Hit | None:
    """“a wave” unprecedented layoffs -> “a wave” of unprecedented layoffs; “the loss” gradual port -> of the port."""
    noun = at + 1
    if (
        tokens.lows[last] not in _AMOUNTS
        or tokens.lows[first + 1] not in ("the", "a", "an")
        or not is_noun(tokens, noun)
    ):
        return None
    if tokens.capital(noun) or not _complete(tokens, noun + 1):
        return None
    if "s" in classes(tokens.lows[noun]):
        return Hit(Span(tokens.ends[at - 1], tokens.ends[at - 1]), _MESSAGE, (" of",), 0.75)
    return _inside(tokens, first, last, at, " of the")


def _complement(tokens: Tokens, first: int, last: int, at: int) -> Hit | None:
    """“the blocking” accounts -> “the blocking of accounts”."""
    low, marks = tokens.lows[at], classes(tokens.lows[at])
    if tokens.lows[last] not in _AMOUNTS and not _gerund(tokens, last):
        return None
    if tokens.lows[first + 1] not in ("the", "a", "an") or marks[:1] != "N" or low in DETERMINERS:
        return None
    end = at + 1
    while end < len(tokens) and end < at + 3 and can_modify(tokens, end) and is_noun(tokens, end):
        end += 1
    plural = "s" in classes(tokens.lows[end - 1])
    if not (plural or tokens.lows[last] in ("lack", "absence", "loss")) or not _complete(tokens, end):
        return None
    mark = tokens.text[tokens.ends[last] : tokens.ends[last + 1]]
    words = tokens.text[tokens.starts[at] : tokens.ends[end - 1]]
    span = Span(tokens.ends[last], tokens.ends[end - 1])
    return Hit(span, _MESSAGE, (f" of {words}{mark}",), 0.78)


def _gerund(tokens: Tokens, at: int) -> bool:
    low = tokens.lows[at]
    return low.endswith("ing") and any(tag == "gerund" for _, tag in verb_readings(low))


def _complete(tokens: Tokens, at: int) -> bool:
    """Whether the phrase is over before token `at`."""
    return end_mark(tokens, at) or tokens.lows[at] in PREPOSITIONS or tokens.lows[at] in ("and", "or", "that", "which")
