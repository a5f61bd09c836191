from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes, known
from mtcheck.analysis.nearby import before, start_of
from mtcheck.analysis.regex import rx
from mtcheck.analysis.stops import ended, purpose
from mtcheck.analysis.view import View
from mtcheck.finding import Hit, Safety
from mtcheck.lang.auxiliaries import AUXILIARIES
from mtcheck.lang.en import REPORTING_FINITE, REPORTING_GERUND, REPORTING_PARTICIPLE, REPORTING_PLURAL
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.text import Span
from mtcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_SUBJECTS = frozenset(
    "it he she they we the this that these those there nobody everyone no a an his her in but and"
    " my our your some many most i".split()
)
_OPENERS = frozenset(
    "on at after before according two three four five six seven eight nine ten several many most some all when while"
    " for since during because with under between from one".split()
)
_GO_ON = frozenset("and but or".split())
"""After a question these may go on with it: `what does it need? and how does it look?`"""
_NAMES = frozenset(
    "iphone ipad imac ios ebay itunes iplayer macos bell al el de von van du la le di da ibn d l".split()
)


@rule(
    "lowercase-start",
    safety=SAFE,
    bad=[
        "Will the ferry run? [[i->I]]t is too early to say.",
        "“[[b->B]]reaking news! The heron is back!” the guide said.",
        "“[[t->T]]he tower is leaning,” says the architect.",
        "Picking began in August. [[i->I]]t should last a month. He was annoyed. [[h->H]]e then changed the subject.",
        "Her answer was short: “[[n->N]]o thanks. I have a train to catch.”",
        "The match is over. [[t->T]]he players leave the pitch.",
        "It was stopped twice. [[s->S]]moke had drifted in. The inquiry closed in May. [[n->N]]o charge was brought.",
        "“Never sell what you would not eat.” [[s->S]]he learned that at home.",
        "The square was full. [[s->S]]ome had come on foot. Why stay here? [[m->M]]y train leaves at noon.",
        "[[o->O]]n Monday, the mayor of the village resigned.",
        "The road is closed in Metz. [[m->M]]otorists must turn back. She lost her shop. [[a->A]]ccording to the mayor,"
        " she will be rehoused.",
        "The verdict fell at noon.\n\n[[a->A]] long silence followed in the room.",
    ],
    good=[
        "“Why?” he asked. “It is over.” he said with a smile. “It is over.” he had told the court.",
        "The shop sells fewer on weekdays, i.e. on Mondays.",
        "He works for Yahoo! and likes it.",
        "iPhone sales fell. eBay has removed the listing.",
        "“helps” is the word she used.",
        "There will be fewer deliveries. on weekends",
        "bell hooks is on the reading list.",
        "He called it “no thanks to you. A phrase that she hates.” She said “we will see”, and left.",
        "roses are red\nviolets are blue",
        "To avoid another scandal. they will count the votes twice.",
    ],
)
def lowercase_start(view: View) -> Iterator[Hit]:
    """A sentence or a quotation that begins in lower case.

    The segment was not seen as the start of a sentence. A lower-case word after a full stop is more often
    a stop that a lost link left in the middle of a sentence, so only a subject pronoun with its verb counts there.
    """
    text = view.text
    for found in rx(r"(?<=[a-zà-ÿ]{2}[?!] )([a-z]+)(?= [a-zà-ÿ])").finditer(text):
        sentence = text[start_of(text, found.start(), "\n", ". ") : found.start()]
        quoted = sentence.count("“") > sentence.count("”") or sentence.count('"') % 2
        name = rx(r"[A-Z]\w*[?!] $").search(sentence[-40:])
        if found.group(1) in _SUBJECTS - _GO_ON and not name and len(sentence.split()) > 2 and not quoted:
            yield _capital(found.start(), found.group(1), SAFE)
    if rx(r"[.?][”\"]?\.? [a-z]").search(text):  # seldom, and the patterns below take their time
        yield from _after_stops(text)
    yield from _quotations(view)
    yield from _paragraphs(view)


def _after_stops(text: str) -> Iterator[Hit]:
    """A small letter behind a full stop, where a subject and its verb follow."""
    subjects = r"s?he|they|we|it|(?:no|every)body|nothing|some|others|many"
    for found in rx(rf"{_STOP}({subjects})(?= ([a-z]+)(?: ([a-z]+))?)").finditer(text):
        if not ended(text, found.start()) or purpose(text, found.start()):
            continue
        subject, *verbs = found.groups()
        several = subject in ("some", "others", "many")
        if _acts_alone(verbs[0]) if several else any(_finite(word) for word in verbs if word):
            yield _capital(found.start(), found.group(1), SAFE)
    clause = (
        rf"{_STOP}(the|a|this|his|her|these|our|their|its"
        r"|no|two|three|four|five|six|seven|eight|nine|ten|nobody|some|many|most|others|several|everyone|all|my|your)"
        r"(?=(?: [a-z]+){0,3} (?:is|was|will|has|had|are|were|would|must|can|could|have)\b)"
    )
    for found in rx(clause).finditer(text):
        if ended(text, found.start()):
            yield _capital(found.start(), found.group(1), SAFE)
    yield from _clauses(text)
    yield from _after_quotation(text)
    yield from _bare(text)
    yield from _fronted(text)


def _acts_alone(verb: str) -> bool:
    """some want, many believe: a verb before anything else, in its base form."""
    return classes(verb)[:1] == "V" and any(tag == "base" for _, tag in verb_readings(verb))


_STOP = r"(?<=[\w%)”\"]\. )"


def _clauses(text: str) -> Iterator[Hit]:
    """The match is over. the players leave the pitch."""
    determined = (
        rf"{_STOP}(?:the|an?|this|his|her|these|our|their|its|several|many|every|two|three|four|five)(?= [a-z])"
    )
    for start in [found.start() for found in rx(determined).finditer(text) if ended(text, found.start())]:
        for words in ("[a-z]+ ", "(?:[a-z]+ ){2}", "(?:[a-z]+ ){3}"):
            found = rx(rf"([a-z]+) ({words})([a-z]+)(?= ([a-z]+|[“\"])|(\.)(?:\s|$))").match(text, start)
            if found is not None and _told(found):
                yield _capital(start, found.group(1), SAFE)
                break


def _told(found: re.Match[str]) -> bool:
    """Whether the phrase is a subject, and the word behind it its verb."""
    noun, verb = found.group(2).split()[-1], found.group(3)
    kinds, plural = classes(noun), "s" in classes(noun)
    tags = {tag for _, tag in verb_readings(verb)}
    form = tags & {"past", "third"} or ("base" in tags and plural)
    simple = verb in _SIMPLE or found.group(4) in _OBJECT or found.group(5)
    finite = "participle" not in tags or "third" in tags or ("past" in tags and simple)
    acts = classes(verb)[:1] == "V" or ("third" in tags and "s" not in kinds and found.group(4) in _OBJECT)
    acts = acts or (bool(found.group(5)) and verb.endswith("ed") and " " not in found.group(2).strip())
    return kinds[:1] == "N" and acts and bool(form) and bool(finite)


_OBJECT = frozenset('“ " the a an his her its their them him it for that this these two three four five'.split())
_WHOM = _OBJECT | frozenset("him them us".split())
_SIMPLE = frozenset(
    "said announced decided confirmed began became died opened closed resigned arrived won lost took left wants".split()
)


def _bare(text: str) -> Iterator[Hit]:
    """stopped twice. smoke from the stands had drifted: a noun without article, and its verb."""
    phrase = r"(?: (?:of|from|in|on|at|and|for|with|near)(?: the)? [a-z]+)"
    pattern = (
        rf"([a-z]{{3,}})(?:(?:{phrase}{{1,2}}(?: [a-z]+)?)?"
        r" (was|were|is|are|had|has|have|will|would|must|can|could|should|may|did|do)"
        rf"|{phrase}{{0,2}} ([a-z]+)(?= ([a-z]+)|\.))(?= [a-z]+|\.(?: |\n|$))"
    )
    done = set()
    for ahead in ("", "[a-z]{3,} "):
        for found in rx(rf"(?<=[\w%)”\"][.?] ){ahead}{pattern}").finditer(text):
            start, (noun, auxiliary, verb, after) = found.start(), found.groups()
            kinds, first = classes(noun), text[start : found.end(1)].split()[0]
            if start in done or kinds[:1] != "N" or classes(first)[:1] not in ("N", "J") or first in _NAMES:
                continue
            numbered = rx(r"(?<!\d)\d\d\. $").search(text, max(start - 5, 0), start)  # her 80. birthday
            if numbered or not ended(text, start) or purpose(text, start):
                continue
            last = bool(verb) and after is None and classes(verb)[:1] == "V"
            acts = last or (after in _WHOM and "V" in classes(verb))
            if auxiliary or ("s" in kinds and acts and _plural_verb(verb)):
                done.add(start)
                yield _capital(start, first, SAFE if auxiliary and "s" in kinds else SUGGEST)


def _plural_verb(verb: str) -> bool:
    return any(tag in ("base", "past") for _, tag in verb_readings(verb))


def _fronted(text: str) -> Iterator[Hit]:
    """lost his shop. according to the prefecture, he will be rehoused: a phrase, a comma, and then the clause."""
    pattern = (
        rf"{_STOP}(in|on|at|after|before|during|since|for|despite|until|with|from|by|under|according to|because of"
        r"|thanks to|as for|today|yesterday"
        r"|(?:two|three|four|five|ten|some|a few|several) (?:days|weeks|months|years|hours|minutes) later"
        r"|meanwhile|however|finally|moreover) ?[^,.:;!?\n“”]{0,60}, "
        r"(?:(?:he|she|they|it|we|there) ([a-z]+)|[a-z]+s ([a-z]+ed)(?= (?:the|an?|his|her|its|their)\b)"
        r"|(?:[a-z]+ ){1,3}?(is|are|was|were|has|have|had|will|would|must|can))\b"
    )
    for found in rx(pattern).finditer(text):
        if (found.group(4) or _finite(found.group(3) or found.group(2))) and ended(text, found.start()):
            yield _capital(found.start(), found.group(1), SUGGEST)


def _after_quotation(text: str) -> Iterator[Hit]:
    """“…, never.” she learned it at home: a sentence of its own, where the verb is none of speech."""
    told = (
        r"(?<=[a-z]\.[”\"] )(the|his|her|their|this|its) (?:[a-z]+ ){1,2}?(?:is|was|are|were|has|had|will) ([a-z]+)\b"
    )
    for found in rx(told).finditer(text):
        if found.group(2) not in REPORTING_PARTICIPLE | REPORTING_GERUND | {"been", "also", "not", "then"}:
            yield _capital(found.start(), found.group(1), SUGGEST)
    pattern = r"(?<=[a-z]\.[”\"] )(he|she|they|we|it) ([a-z]+) ([a-z]+)"
    for found in rx(pattern).finditer(text):
        _, verb, after = found.groups()
        if verb in REPORTING_FINITE | REPORTING_PLURAL or after in REPORTING_PARTICIPLE | REPORTING_GERUND:
            continue
        if verb in AUXILIARIES or (_finite(verb) and after in _OBJECT):
            yield _capital(found.start(), found.group(1), SAFE)


def _quotations(view: View) -> Iterator[Hit]:
    """A quotation that begins a sentence and is one itself."""
    text = view.text
    roles = view.quotations.roles
    for role in roles:
        if role.role != "open" or role.depth or role.partner < 0 or role.margin < 2:
            continue
        inside = text[role.mark.at + 1 : roles[role.partner].mark.at].strip()
        word = rx(r"[^\W\d_]+").match(inside)
        if text[role.mark.at + 1 : role.mark.at + 2].isspace():
            continue  # something may have gone there: “[T]he harbour”
        if (
            word is None
            or not inside[0].islower()
            or inside[word.end() : word.end() + 1] in (".", "-", "’", "'")
            or word.group() in _NAMES
            or len(inside.split()) < 3
        ):
            continue
        around = before(text, role.mark.at).rstrip(" ")
        end = roles[role.partner].mark.at + 1
        after = text[end : end + 1]
        introduced = around[-1:] == ":"
        if around and not introduced and around[-1] not in "\n.!?":
            continue
        whole = inside[-1] in ".!?," or after == ","
        if introduced:
            whole = _whole_sentence(inside, after)
        if whole and known(word.group()):
            at = text.index(inside[0], role.mark.at + 1)
            yield _capital(at, word.group(), SAFE)


def _whole_sentence(inside: str, after: str) -> bool:
    """Whether a quotation behind a colon is a sentence: “we will not give in.”"""
    words = inside.split()
    subject = words[0].replace("’", "'") in _SPEAKS and len(words) > 2
    stops = inside[-1] in ".!?" or after in (".", "")
    return stops and (subject or rx(r"[.!?] [A-Z]").search(inside) is not None)


_SPEAKS = frozenset(
    "i we you he she it they there it's we're i'm you're they're he's she's that's there's nobody no this if when what"
    " how why let don't".split()
)


def _paragraphs(view: View) -> Iterator[Hit]:
    """A paragraph of prose between others that end in a stop."""
    text = view.text
    lines = view.lines
    for number, line in enumerate(lines):
        body = line.of(text)
        word = rx(r"([a-z]+) (?:[a-z]+|[A-Z][a-z]+(?:day|,| ))").match(body)
        if any(other.of(text)[:1].islower() for other in lines[max(number - 2, 0) : number + 3] if other != line):
            continue  # a list
        if word is None or word.group(1) in _NAMES or not body.rstrip().endswith((".", "”", "?", "!")):
            continue
        neighbours = [*lines[max(number - 1, 0) : number], *lines[number + 1 : number + 2]]
        if number and not lines[number - 1].of(text).rstrip().endswith((".", "!", "?", "”", '"')):
            continue
        if number and "\n\n" not in text[lines[number - 1].end : line.start]:
            continue
        prose = any(other.of(text).rstrip().endswith(".") for other in neighbours) or body.count(". ") > 0
        alone = len(lines) == 1 and len(body.split()) > 5 and body.rstrip()[-1] in ".!?"
        opens = word.group(1) in _SUBJECTS or (alone and word.group(1) in _OPENERS)
        if (prose or alone) and opens:
            # an item of a list, torn from it, is no sentence: `and a map of the coast.`
            whole = word.group(1) not in _GO_ON and any(map(_finite, rx(r"[a-z]+").findall(body)))
            yield _capital(line.start, word.group(1), SAFE if whole else SUGGEST)


def _finite(word: str) -> bool:
    if word in AUXILIARIES:
        return True
    return any(tag in ("past", "third") for _, tag in verb_readings(word))


def _capital(at: int, word: str, safety: Safety) -> Hit:
    return Hit(
        Span(at, at + 1), "a sentence starts in lower case", (word[0].upper(),), 0.95 if safety == SAFE else 0.6, safety
    )
