from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.capital_verbs import has_object, verbs_with_capital
from mtcheck.analysis.capitals import (
    APPOSED,
    ARTICLES,
    FINITE,
    NATIVES,
    OBJECT,
    SMALL,
    TITLING,
    TRADES,
    WHEN_HE,
    behind_phrase,
    described,
    fragment,
    goes_on,
    is_adjective,
    is_verb,
    label,
    modal,
    resumed,
    subordinate,
    told,
    verse,
)
from mtcheck.analysis.inflect import verb_readings
from mtcheck.analysis.lexicon import classes
from mtcheck.analysis.mentions import gender_of_noun
from mtcheck.analysis.nearby import end_of, start_of
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.en import MONTHS, WEEKDAYS
from mtcheck.lang.trades import SPOKEN_OF, SPOKEN_OF_TOGETHER
from mtcheck.rules import SAFE, SUGGEST, rule
from mtcheck.text import Span

_OPENERS = frozenset("the a an it he she they we there this his her our their no in nobody everyone all".split())
_INTEGRATED = frozenset(
    "will would has had was were to must can could should may have not do does did being having".split()
)


@rule(
    "stray-capital",
    safety=SAFE,
    bad=[
        "It is the first time that the judge [[Q->q]]uestioned the captain.",
        "The study shows that [[T->t]]he glacier melts. According to the vets, [[T->t]]he store was shut in June.",
        "The driver had “[[D->d]]eliberately ignored” the sign, and wants to “[[S->s]]ave the school”.",
        "The two finalists [[W->w]]ill meet again, and the road will be closed [[F->f]]rom Monday.",
        "The governor refused to [[P->p]]ardon the two. After the storm, the village found [[I->i]]ts church open.",
        "The prize went to a French [[N->n]]ovelist living in Turin.",
        "The inquiry [[W->w]]as entrusted to the gendarmes.",
        "Mould grew [[I->i]]n the cold room. She asks how [[T->t]]he letter was lost and if [[T->t]]he clerk saw it.",
        "The jury heard the [[B->b]]aker on Friday. The goalkeeper [[A->a]]nd the coach no longer speak.",
        "The dam held. The [[S->s]]cientists counted 212 species, and “The [[D->d]]eputies have voted,” she said.",
        "The [[R->r]]esidents of the tower left. The [[I->i]]nvestigators, who came on Monday, found a key.",
        "The vaccine, developed in Lyon, [[R->r]]educes the risk. He promised to [[L->l]]ower taxes. She will"
        " [[A->a]]nnounce measures.",
        "When [[H->h]]e came, in 1978, the port was shut. The firm lost three ships, [[T->t]]he second loss in a year.",
        "In the Dumas family, [[E->e]]veryone plays. The heir “[[R->r]]efuses to sell it”.",
        "The main union “[[R->r]]efuses any compromise” on wages.",
        "She left because “[[N->n]]obody was listening” to her. “It rained,” says Ana, “[[A->a]]nd the tent leaked.”",
        "They fought the flames “[[U->u]]ntil the last hose burst”.",
        "The runner, who [[A->a]]rrived within the hour, was warned. The unions [[B->b]]lame the mayor.",
    ],
    good=[
        "God would see to His own, they said. When He spoke, the Lord was obeyed.",
        "It goes: little mouse, little mouse, Who is nibbling at my house? The wind, the wind, the heavenly child.",
        "“Run, run, little mouse, Who is nibbling at the bread, And the cat is on the shelf,” they sang.",
        "A German Shepherd barked. The French President spoke.",
        "He reads The Guardian, works for The Economist and lives in The Hague.",
        "She played Will in the film It and wrote for Time. The Mayor was there.",
        "The Economist says so. The Eagles won. The Investigators plays at the Rex.",
        "The plan, And Then There Were None, was read. A Walk In The Woods won the prize.",
        "He asked “Is it true?” and left. The US, the UN and the WHO met in May.",
        "The Pushed Too Far tour ends. It uses the Was this page useful? score, next to the About link.",
        "The gallery shows Before and After pictures of the mill, and the link to “Use the map” works.",
        "She sang the song “Before the rain comes down” and left.",
        "They ordered French fries and spoke Breton songs.",
        "She wants to Google the name, and the plan was meant to allow to Congress the last word.",
        "Replacing the old pumps When replacing any pump in the harbour it is important to call first.",
    ],
)
def stray_capital(view: View) -> Iterator[Hit]:
    """A capital inside a sentence where an ordinary word stands.

    Bold or linked text begins a new segment for the machine, which capitalises it. Only words that are
    never names, between two words in lower case, are repaired.
    """
    text = view.text
    lines: dict[int, int] = {}
    pattern = rf"(?<=[a-zà-ÿ,] )(?<!\. )([A-Z][a-z]+)(?= (?:[a-zà-ÿ“‘(0-9]|(?:{'|'.join(WEEKDAYS + MONTHS)})\b))"
    for found in rx(pattern).finditer(text):
        word = found.group(1)
        low = word.lower()
        if low not in ("the", "will", "may", "can", "must") and low not in SMALL and not low.endswith("ed"):
            continue  # no other word is judged here
        before = rx(r"([^\W\d_]+),? $").search(text[max(found.start() - 30, 0) : found.start()])
        if before is None or not before.group(1).islower():
            continue
        comma = text[found.start() - 2] == ","
        after = rx(r" ([^\W\d_]+)").match(text, found.end())
        if _heading(view, found.start()) or label(text, found.start(), before.group(1)):
            continue
        if low == "the":
            ahead = text[max(found.start() - 90, 0) : found.start()]
            if after and after.group(1).islower() and not comma and before.group(1) in _BEFORE_THE:
                yield _lower(found.start(), word, True)
            elif (after and after.group(1).islower() and comma and rx(_FRONTED).search(ahead)) or (
                not comma and before.group(1) not in TITLING and has_object(text, before.group(1), found.end())
            ):
                yield _lower(found.start(), word, False)
        elif low in SMALL:
            if before.group(1) in TITLING:
                continue
            if low in ("as", "if", "with", "for", "in", "at", "on") and rx(r"[^.,\n]{2,25}, (?:we|you|i|they) ").match(
                text, found.end()
            ):
                continue  # a heading before its sentence: `Your role As a user, we ask`
            named = rx(r" (?:the |a |our |my |and |or )?([A-Z][a-z]*)").match(text, found.end())
            if named and named.group(1) not in WEEKDAYS + MONTHS:
                continue
            start = start_of(text, found.start(), "\n")
            lines[start] = lines.get(start, 0) + 1
            if lines[start] > 1 or (comma and verse(text, start, end_of(text, found.end(), "\n"))):
                continue
            # a clause with a verb of its own may be a sentence whose stop was lost before it
            rest = rx(r"(?:[^.!?;:\n]|\.(?=\w))*").match(text, found.end()).group()  # type: ignore[union-attr]
            lone = low in ("and", "or", "which", "that", "than", "who", "whose") or not FINITE & frozenset(rest.split())
            asks = rx(r"[^.!?\n]*\?").match(text, found.end())
            if comma and asks and low.startswith("wh"):
                continue
            carries = low in ("was", "were", "is", "are", "has", "had", "have") and not asks
            if carries and classes(before.group(1))[:1] == "N" and not comma:
                yield _lower(found.start(), word, True)
                continue
            if low not in _NEVER_FIRST and not told(text[start : found.start()]) and told(rest):
                continue  # a heading that ran into its sentence
            person = low in ("who", "whose") and gender_of_noun(before.group(1).removesuffix("s")) is not None
            sure = lone and low != "but" and (not comma or person or low in ("which", "while", "where", "because"))
            yield _lower(found.start(), word, sure)
        elif (
            not comma
            and after
            and is_verb(low)
            and after.group(1) in OBJECT - {"and"}
            and before.group(1) not in _DETERMINER | {"both", "either"}
            and not rx(r"[^.!?\n]{0,20} [A-Z]").match(text, found.end())
        ) or (low in ("will", "may", "can", "must") and not comma and after and modal(before.group(1), after.group(1))):
            yield _lower(found.start(), word, True)
    for found in rx(r"(?<=[a-z] [“\"])([A-Z][a-z]+)(?=( [a-z]+)?[^”\"\n]{0,200}[”\"](?:[.,;:)]|\s[a-z]|$))").finditer(
        text
    ):
        low = found.group(1).lower()
        following = (found.group(2) or "").strip()
        inside = text[found.start() : rx('[”"]').search(text, found.start()).start()]  # type: ignore[union-attr]
        if text[found.end(1)] in "’'" or rx(r"\b(?:link|page|tab|button|section|menu|box)s? \w+ [“\"]$").search(
            text, max(found.start() - 20, 0), found.start()
        ):
            continue  # a label: the link to “Use the map”, the “Do’s and Don’ts”
        if inside[-1:] in ".!?…," or rx(r"\b[A-Z][a-z]+ [A-Z]|[.!?] ").search(inside):
            continue
        named = rx(r" [a-z]").match(text, found.start() + len(inside) + 1)
        lead = rx(r"([a-z]+) [“\"]$").search(text[max(found.start() - 15, 0) : found.start()])
        if named and lead and (lead.group(1) in ARTICLES - {"that"} or not rx(r"[\w ’'-]+$").match(inside)):
            continue  # `the “Must work without it” requirement`
        if low in _INTEGRATED and following not in ("i", "you", "we", "it", "he", "she", "they", "the", "a"):
            yield _lower(found.start(), found.group(1), low != "to")
        elif fragment(text, found.start(), low, following) or (following and goes_on(text, found.start(), low, inside)):
            yield _lower(found.start(), found.group(1), True)
        elif low in _OPENERS and (sure := subordinate(text, found.start(), inside)) is not None:
            yield _lower(found.start(), found.group(1), sure)
        elif (
            not following
            and is_adjective(low)
            and rx(r"\b(?:was|were|is|are|be|been|felt|feels|very) [“\"]$").search(
                text[max(found.start() - 20, 0) : found.start()]
            )
        ):
            yield _lower(found.start(), found.group(1), True)
    for pattern in (WHEN_HE, APPOSED):
        for found in rx(pattern).finditer(text):
            if not _heading(view, found.start()) and (pattern == APPOSED or rx(_DIVINE).search(text) is None):
                yield _lower(found.start(found.lastindex or 1), found.group(found.lastindex or 1), True)
    for at, word in resumed(text):
        yield _lower(at, word, True)
    for word, sure in verbs_with_capital(text):
        if not _heading(view, word.start):
            yield _lower(word.start, word.of(text), sure)
    yield from _possessives(view)
    for at, word in described(text):
        if not _heading(view, at):
            yield _lower(at, word, False)
    for at, word in behind_phrase(text):
        if not _heading(view, at):
            yield _lower(at, word, word not in ("It", "You", "We"))
    for found in matches(r"(?<=[a-z] )A(?= (?!major|minor|flat|sharp|levels?|grades?)[a-z]{3,})", text, (" A ",)):
        lead = rx(r"\b([a-z]+) $").search(text, max(found.start() - 20, 0), found.start())
        if lead and has_object(text, lead.group(1), found.end()) and not _heading(view, found.start()):
            yield _lower(found.start(), "A", False)
    for found in rx(TRADES).finditer(text):
        at = found.start(1)
        if not _heading(view, at) and text.count(found.group(1)) == 1:
            yield _lower(at, found.group(1), True)
    for found in rx(NATIVES).finditer(text):
        low = found.group(1).lower()
        if gender_of_noun(low) is not None and low not in _TITLES and not _heading(view, found.start()):
            yield _lower(found.start(1), found.group(1), False)
    yield from _after_the(view)
    for found in rx(r"(?<=\b(?:been|were) )([A-Z][a-z]+ing)(?= [a-z])").finditer(text):
        yield _lower(found.start(), found.group(1), True)


_NEVER_FIRST = frozenset("and or of but which that than who whose".split())
"""A sentence after a heading does not begin with these."""
_BEFORE_THE = frozenset(
    "that in at by with from to for of and but because when while which says said if is was during after before against"
    " under over between into about why how whether where who what until since though although unless once onto towards"
    " toward across around through than whom whose above below behind beyond despite within".split()
)
_FRONTED = r"(?:^|[.!?] |\n)(?:According to|After|During|Since|Despite|Following|Because of) [^,.:;!?\n“”\"]{3,60}, $"
"""A phrase before its comma at the head of a sentence."""
_TITLES = frozenset(
    "president minister ambassador king queen pope emperor empress chancellor secretary general senator consul prince"
    " princess chairman master champion republican democrat guard marine shepherd".split()
)
_DETERMINER = frozenset(
    "the a an this that his her their its our my your of for in at on by to from de and or new old".split()
)


_DIVINE = r"\b(?:God|Lord|Jesus|Christ|Allah|Almighty|Providence|Creator|Majesty|Holiness|Heaven|Saviour|Savior)\b"


def _possessives(view: View) -> Iterator[Hit]:
    """the village found Its church without a roof: a verb or preposition before, a small letter behind."""
    text = view.text
    for found in rx(r"(?<=[a-z] )(Its|His|Their|Our)(?= [a-z]+\b)").finditer(text):
        lead = rx(r"([a-z]+) $").search(text, max(found.start() - 20, 0), found.start())
        divine = found.group() == "His" and rx(_DIVINE).search(text) is not None
        if lead is None or lead.group(1) in ARTICLES or divine or _heading(view, found.start()):
            continue
        kinds = classes(lead.group(1))
        rest = rx(r"[^.!?;:,\n]*").match(text, found.end())
        clause = FINITE & {*rest.group().split()} if rest else False
        if (kinds[:1] in ("V", "I") or lead.group(1) in ("of", "to", "with", "for", "in", "on", "from")) and not clause:
            yield _lower(found.start(), found.group(1), True)


def _after_the(view: View) -> Iterator[Hit]:
    """The Scientists counted -> The scientists counted: people at the beginning of a sentence, with their verb."""
    text = view.text
    pattern = (
        r"(?:(?<![^\n])|(?<=[.!?:”] )|(?<=“))The ([A-Z][a-z]+)"
        r"(?: (?:also |now |then |soon |no longer |often )?(?=([a-z]+)\b)|(?=, who ))"
    )
    for found in rx(pattern).finditer(text):
        word, low, verb = found.group(1), found.group(1).lower(), found.group(2) or "who"
        one = low in SPOKEN_OF
        if not (one or low in SPOKEN_OF_TOGETHER or (low[-1] == "s" and low[:-1] in SPOKEN_OF)):
            continue
        tags = {tag for _, tag in verb_readings(verb)}
        of = verb == "of" and rx(r"of (?:the|this|his|her|its) [a-z]").match(text, found.end())
        acts = classes(verb)[:1] == "V" and tags & {"past", "third" if one else "base"}
        if not (of or acts or verb == "who" or classes(verb)[:1] == "M"):
            continue
        rest = text[found.end() : end_of(text, found.end(), ". ", "\n")]
        if (
            not _TITLED & {*rest.lower().split()}
            and not _heading(view, found.start())
            and text.count(f" {word}") == text.count(f"The {word}")
        ):
            yield _lower(found.start(1), word, False)


_TITLED = frozenset(
    "album single song songs record tour concert band stage film series novel magazine match season league score beat"
    " split won win lost goal goals premieres stars tells".split()
)
"""What is said of a band, a team or a film that is called The Scientists."""


def _lower(at: int, word: str, sure: bool) -> Hit:
    message = f"“{word}” needs no capital here"
    return Hit(Span(at, at + 1), message, (word[0].lower(),), 0.95 if sure else 0.6, SAFE if sure else SUGGEST)


def _heading(view: View, at: int) -> bool:
    """Whether the line is a title: no stop at its end, or most words with a capital."""
    text = view.text
    line = text[start_of(text, at, "\n") : end_of(text, at, "\n")]
    words = rx(r"[^\W\d_]{4,}").findall(line)
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.5 * len(words)
