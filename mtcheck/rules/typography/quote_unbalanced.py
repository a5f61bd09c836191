from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.attribution import clause_after
from mtcheck.analysis.fragments import fragment_end, fragment_start, narrator, parallel_start, sentence_opens
from mtcheck.analysis.incise import incise
from mtcheck.analysis.marks import clipped, strays
from mtcheck.analysis.nearby import before, start_of
from mtcheck.analysis.quotations import Role
from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import FLAG, SAFE, SUGGEST, rule
from mtcheck.rules.typography import QUOTE_TRIGGERS
from mtcheck.text import Edit, Span


@rule(
    "quote-unbalanced",
    safety=SAFE,
    triggers=QUOTE_TRIGGERS,
    bad=[
        "[[T->“T]]he season is over before it began”, says the hotel owner.",
        "He summed up: “Three years of work for nothing.[[->”]]",
        "They speak of “contempt[[->”]], “improvisation” and “lies”.",
        "Her conclusion is clear: [[w->“W]]e must start again.”",
        "“The pool will close,[[->”]] said the mayor, [[->“]]and it will not reopen.”",
        "“The wards are empty,[[->”]] she regrets, [[->“]]and the nurses leave.[[->”]]",
        "“The tide decides,[[->”]] Ana Vidal explains, [[->“]]and nobody else.”",
        "“The wards are full,[[->”]] he laments, [[->“]]and it is winter.\n\n“By May they will close,” he said.",
        "“The trains are late,[[->”]] complains Ana Vidal, a regular, [[->“]]and nobody tells us.”",
        "“It is a step,[[->”]] the minister stressed, [[->“]]but the road is long.”",
        "“The choir sings,[[->”]] said the vicar, [[->“]]even in the rain.”",
        "“Nobody pays twice,[[->”]] explains Ana Vidal, head of the ward.",
        "“I was at home,[[->”]] he repeated.",
        "“Resign, resign,[[->”]] shouted the opposition benches.",
        "The novel [[‘->“]]The Wind” came out in May.",
        "The novel “The Wind[['->”]] came out in May.",
        "They speak of a “loan” rather than of a [[g->“g]]ift”.",
        "“Nothing is lost”, says the cook. [[W->“W]]hat is left goes to the hens.”",
        "The mayor called it “a day of pain[[->”]], according to the press.",
        "The tram, nicknamed the [[c->“c]]aterpillar”, will run.",
        "He drives “the last bus”[[ “->]].",
        "He denies it: “I signed nothing.[[->”]] His lawyer says the same.",
        "“I will not resign,[[->”]] the governor repeated on Wednesday.",
        "“She used to say: ‘Eat first[[->’]]”, he smiles.",
        "“She used to say: [[“Eat first->‘Eat first’]]”, he smiles.",
    ],
    good=[
        "“We began with eleven.\n\n“By the spring there were sixty,” he said.",
        "“The train,” she said, “does not stop.”",
        "The mast is 62' 6\" tall.",
        "“He told me it was over, he left.\n\n“Then he returned.”",
        "“He told me, as he told everyone, that it was over.”",
        "“The captain, he said, was asleep,” the mate told the court.",
        "The mate said: “The captain, he repeated, was asleep.” “When he talks, he complains, so we leave.”",
        "“If nobody pays, he complains a lot, and that is all.”",
        "“If we lose, the coach said goodbye for good.",
        "He said: “I came home. Her brother was there, and I left.”",
    ],
)
def quote_unbalanced(view: View) -> Iterator[Hit]:
    """A quotation that is opened or closed but not both.

    A guillemet was lost, or French kept one pair around an attribution (« …, dit-il, … ») where English
    closes and opens again. The place of the missing mark is proposed where the sentence shows it. A
    quotation that runs on into a paragraph which opens with a mark is right and left alone.
    """
    if view.soft_breaks or _fragment(view):
        return
    text = view.text
    roles = view.quotations.roles
    for start, end in strays(text):
        single = end - start < 3
        yield Hit(Span(start, end), "the quotation mark belongs to nothing", ("",), 0.95, SAFE if single else SUGGEST)
    doubled = {m.start() for m in rx(r"““|””").finditer(text)}
    by_place = {role.mark.at: role for role in roles}
    for at in sorted(doubled):
        pair = (by_place.get(at), by_place.get(at + 1))
        if any(role is not None and (role.missing or role.partner < 0) for role in pair):
            yield Hit(Span(at, at + 2), "the quotation mark is set twice", (text[at],), 0.95, SAFE)
    doubled |= {at + 1 for at in doubled}
    opened: Role | None = None
    for role in roles:
        hit = None
        if role.mark.at not in doubled:
            if role.missing == "open" and role.margin >= 1.0:
                hit = _unopened(view, role)
                last = role.mark.right == "end" and ": " not in before(text, role.mark.at, 200)
                if last and _second(view, role) is None and sum(r.partner >= 0 for r in roles) < 8:
                    hit = None  # the last sentence of a quotation that began in another text
            elif role.missing == "close" and role.role == "open" and opened is not None:
                hit = _unclosed(view, opened, role.mark.at)
            elif role.role == "close" and role.partner >= 0 and role.depth == 0:
                hit = incise(text, roles[role.partner].mark.at + 1, role.mark.at)
            elif role.role == "again" and roles[role.number - 1].role in ("open", "again"):
                hit = incise(text, roles[role.number - 1].mark.at + 1, role.mark.at)
        if hit is not None:
            yield hit
        if role.role == "open":
            opened = role
        elif role.role == "close" and role.mark.double and (inner := _inner_unclosed(view, role)):
            yield inner
    sound = sum(role.role == "close" and role.partner >= 0 for role in roles)
    for unclosed in view.quotations.unclosed:
        opener = roles[unclosed.opener]
        if (
            opener.mark.left == "start"
            and sound < 4
            and incise(text, opener.mark.at + 1, unclosed.at, alone=True) is None
        ):
            continue  # a quotation of several sentences, of which this text may hold one
        hit = _unclosed(view, opener, unclosed.at) if opener.mark.at not in doubled else None
        if hit is not None:
            yield hit


def _inner_unclosed(view: View, role: Role) -> Hit | None:
    """`“She says: ‘Eat first”`: a single mark inside a quotation that this mark closes, which nothing has closed."""
    text, inner = view.text, view.quotations.roles[role.number - 1]
    alone = inner.role == "open" and inner.partner < 0 and not inner.mark.double and inner.around == role.partner
    if (
        not alone
        or role.partner < 0
        or text[inner.mark.at] != "‘"
        or text[role.mark.at + 1 : role.mark.at + 2] == "’"
        or not rx(r"[A-Za-z]+ [^‘’]").match(text, inner.mark.at + 1)
    ):
        return None
    place = Span(role.mark.at, role.mark.at)
    return Hit(place, "the quotation is opened but not closed", ("’",), 0.72, SUGGEST)


def _inner_whole(view: View, at: int) -> Hit | None:
    """`“She said: “Eat first”, he smiles.`: the quotation at `at` stands inside another, and one mark closes both."""
    inner = next((role for role in view.quotations.roles if role.mark.at == at and role.partner >= 0), None)
    if inner is None:
        return None
    closer = view.quotations.roles[inner.partner].mark.at
    single = ("‘", "’") if view.style.curly else ("'", "'")
    edits = (Edit(Span(at, at + 1), single[0]), Edit(Span(closer, closer), single[1]))
    return Hit(Span(at, closer), "the quotation inside is not marked as one", (edits,), 0.7, SUGGEST)


def _fragment(view: View) -> bool:
    """Whether lines are sentences torn from their context, where quotations rightly span lines."""
    roles = view.quotations.roles
    broken = len(view.quotations.unclosed) + sum(bool(role.missing) for role in roles)
    if len(view.lines) > 12 and broken > 2 and broken > 0.2 * len(roles):
        return True
    single = sum(rx(r"[.!?][”\"’']? [A-Z“\"]").search(view.text, line.start, line.end) is None for line in view.lines)
    return len(view.lines) > 9 and single > 0.8 * len(view.lines)


def _marks(view: View) -> tuple[str, str]:
    return ("“", "”") if view.style.curly else ('"', '"')


def _earlier(view: View, role: Role) -> Role | None:
    """The closing mark of the like quotation before this mark in its line, if there is one."""
    roles = view.quotations.roles
    ahead = roles[max(role.number - 8, 0) : role.number]
    closer = next((r for r in reversed(ahead) if r.role == "close" and r.mark.double == role.mark.double), None)
    return closer if closer is not None and "\n" not in view.text[closer.mark.at : role.mark.at] else None


def _resumes(text: str, closer: int, at: int) -> int | None:
    """Where speech goes on behind an attribution: `…”, says the cook. | What is left goes to the hens.”`"""
    clause = clause_after(text, closer + 1)
    stop = rx(r"[^.!?:;“”\"\n]*\. (?=[A-Z])").match(text, closer + 1)
    if clause is None or not clause.closed or clause.kind not in ("pronoun", "verb", "noun") or stop is None:
        return None
    sentences = [stop.end(), *(m.end() for m in rx(r"[.!?…] (?=[A-Z])").finditer(text, stop.end(), at))]
    if rx(r"\b(?:I|we|We|my|My|our|Our|you|us|me)\b").search(text, stop.end(), at) is None and len(sentences) > 3:
        return sentences[-1]
    smiles = rx(r"(?:He|She|They) \w+\. ").match(text, stop.end())
    return smiles.end() if smiles is not None and smiles.end() < at else stop.end()


def _second(view: View, role: Role) -> int | None:
    """Where the quotation that this mark closes begins, if another before it tells."""
    text, closer = view.text, _earlier(view, role)
    if closer is None or closer.partner < 0 or text[closer.mark.at + 1] not in " ,":
        return None
    opener = view.quotations.roles[closer.partner].mark.at
    return _resumes(text, closer.mark.at, role.mark.at) or parallel_start(text, opener, closer.mark.at, role.mark.at)


def _unopened(view: View, role: Role) -> Hit:
    """A closing mark alone: the quotation began at the colon or at its sentence."""
    text = view.text
    at = role.mark.at
    line = start_of(text, at, "\n")
    closer = _earlier(view, role)
    earlier = closer.mark.at if closer is not None else -1
    floor = max(line, earlier + 1)
    inside = text[floor:at]
    opening = _marks(view)[0]
    message = "the quotation is closed but was not opened"
    if place := _second(view, role):
        return Hit(Span(place, place + 1), message, (opening + text[place],), 0.7, SUGGEST)
    single = rx(r"(?<![\w’'])[‘’'](?=[^\W\d_]{2}[^‘’'“”\"\n]{0,80}$)").search(inside)
    if single is not None and text[at] == "”" and not clipped(text, floor + single.start()):
        place = floor + single.start()
        return Hit(Span(place, place + 1), "a single mark opens what a double one closes", (opening,), 0.93, SAFE)
    colon = inside.rfind(": ")
    starts = [m.end() for m in rx(r"(?:[.!?…]|\A)\s+(?=[A-Z])").finditer(inside.rstrip(" .!?"))]
    start = floor + (
        colon + 2 if colon >= 0 and inside[colon + 2 : colon + 3].isalpha() else starts[-1] if starts else 0
    )
    while start < at and text[start].isspace():
        start += 1
    if start >= at or text[start] in "'\"‘“" or (start > floor and text[start - 1] == ","):
        return Hit(Span(at, at + 1), message, (), 0.6, FLAG)
    after_colon = colon >= 0 and start == floor + colon + 2
    if not after_colon and (phrase := fragment_start(text, start, at)) is not None:
        return Hit(Span(phrase, phrase + 1), message, (opening + text[phrase],), 0.65, SUGGEST)
    if earlier + 1 == floor and earlier >= 0 and not text[floor:start].strip():
        return Hit(Span(at, at + 1), message, (), 0.6, FLAG)
    whole = text[at - 1] in ".!?" or sentence_opens(text, start)
    first = text[start].upper() if after_colon and whole else text[start]
    return Hit(Span(start, start + 1), message, (opening + first,), 0.7, SUGGEST)


def _unclosed(view: View, opener: Role, end: int) -> Hit | None:
    """An opening mark alone: close it at an attribution, before the next quotation, or where it ends."""
    text = view.text
    start = opener.mark.at + 1
    closing = _marks(view)[1] if opener.mark.double else "’"
    message = "the quotation is opened but not closed"
    said = incise(text, start, end, alone=True)
    if said is not None:
        return said
    single = rx(r"[^‘’'“”\"\n]{2,80}?(?<=[^\Ws])(['’])(?=[ .,;:!?)]|$)(?![^\n]*[”\"])").match(text, start)
    if single is not None and opener.mark.double and single.start(1) < end:
        return Hit(Span(*single.span(1)), "a single mark closes what a double one opens", (closing,), 0.93, SAFE)
    source = rx(r"[^.;:!?“”\"\n]{3,160}?(?=, (?:according to|in the words of) )").match(text, start)
    if source is not None and opener.mark.double and source.end() < end:
        return Hit(Span(source.end(), source.end()), message, (closing,), 0.72, SUGGEST)
    if rx(r"\w: $").search(before(text, opener.mark.at, 4)) and (told := narrator(text, start, end)):
        return Hit(Span(told, told), message, (closing,), 0.72, SUGGEST)
    if opener.mark.double and (phrase := fragment_end(view.text, opener.mark.at, end)) is not None:
        return Hit(Span(phrase, phrase), message, (closing,), 0.65, SUGGEST)
    last = end
    while last > start and text[last - 1].isspace():
        last -= 1
    if text[last - 1] == ":" and opener.mark.double:
        return _inner_whole(view, end)
    if end < len(text) and text[end] != "\n":  # another quotation opens at `end`
        stop = rx(
            r"(?:,? and|,| or|,? but)?(?: that| as)?(?: (?:of|to|for|by|with|in))?(?: (?:an?|the|his|her|its|their))?$"
        ).search(text, max(start, last - 30), last)
        last = stop.start() if stop else last
        if not 1 <= len(text[start:last].split()) <= 12 or rx(r"[.!?]\s").search(text, start, last):
            return Hit(Span(opener.mark.at, start), message, (), 0.5, FLAG)
    if last <= start:
        return None
    return Hit(Span(last, last), message, (closing,), 0.7, SUGGEST)
