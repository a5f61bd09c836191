from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.layout import whole_lines
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.furniture import FIRST, LINES
from mtcheck.lang.labels import FIRST_OF_LABELS, LABELS
from mtcheck.rules import SAFE, rule
from mtcheck.text import Span

_SHARING = frozenset(
    "share tweet pin send save print copy like post email e-mail mail facebook twitter x whatsapp linkedin"
    " pinterest reddit"
    " telegram messenger instagram threads bluesky flipboard pocket tumblr sms viber".split()
)
_SHARING_SMALL = frozenset("by on to via it this the article link page story and or a friend with in".split())


def _share_bar(line: str) -> bool:
    """A row of buttons: Share on Facebook Share on Twitter Send by email."""
    words = [word.lower().strip(":,|·•/-") for word in line.split()]
    words = [word for word in words if word]
    buttons = sum(word in _SHARING for word in words)
    return (
        1 < len(words) < 24
        and line[0].isupper()
        and line[-1] not in ".!?"
        and buttons >= 2
        and all(word in _SHARING or word in _SHARING_SMALL for word in words)
        and words[0] in _SHARING
    ) or line.lower().rstrip(" :") in ("share this article", "share this story", "share this page", "share")


@rule(
    "residue",
    safety=SAFE,
    bad=[
        "The bell will ring again.[[\n\nsource site-71->]]",
        "[[Modified: 2023-01-17 12:36:02\n\n->]]The mayor denies having seen the letter.",
        "[[PHOTO ALEX MOREAU, NORTHERN PRESS AGENCY\n\n->]]The head of the list visited two farms.",
        "The comet is visible until Friday.[[\n\nShare on Facebook\n\nShare on Twitter->]]",
        "The bridge will be blue.[[\n\nYour email address will not be published. Required fields are marked *->]]",
        "[[Reading time: 4 min. | By Ana Vidal\n\n->]]The mill will not be sold.",
        "The mill is sold.[[\n\n(With AFP)->]]",
        "[[Published on March 4 at 6:12 p.m., updated on March 4 at 7:40 p.m. – Reading time: 3 min.\n\n->]]The vote is"
        " over.[[\n\nReproduction prohibited. All rights reserved © 2024 The Economist of the Valley->]]",
        "The jury is out.[[\n\nAll articles of 14/05/2021->]]",
        "[[To watch this video, you must accept cookies.\n\n->]]The tenor lost his voice.",
        "The vote is on Sunday.[[\n\nContinue reading for 1 euro.->]]",
        "[[Article written by\n\nL. Morel, P. Astier – France 9\n\n->]]The pool will stay closed.",
        "[[Posted 2025-06-04T09:12:44Z\n\n->]]The mill is closed.[[\n\nUpdated 2 hours ago->]]",
        "[[By Ana Vidal and Paul Astier\n\nPublished on 4/11/2022 at 18:05\n\n->]]The ski lift is closed.",
        "[[Valley Echo - Published on 05/24/2024 at 18:12\n\n->]]The maternity ward will close.",
        "The trial has begun.[[\n\nRead the full article with a VallonPlus subscription.->]]",
        "The mill is sold.[[\n\nSubscribers can read here who bought it.->]]",
        "The trial has begun.[[\n\nRegister now for free and continue reading.->]]",
        "[[From our correspondent in Lima\n\n->]]The mine shut.[[\n\nThis article is reserved for our subscribers->]]",
        "[[You have refused cookies. To see this content, change them.\n\n->]]The mine shut.[[\n\nBe the first"
        " to comment->]]",
        "[[By\n\nLucie Ferrand\n\n->]]The storm cut off forty villages.",
    ],
    good=[
        "A source close to the inquiry said so.\n\nThe source of the river is in the hills.",
        "Photography is his passion.\n\nThe photo by Mr Morel won the prize in May.",
        "To see the video, you must first ask the court.\n\nContinue reading it with your children at home.",
        "All the news from the front was bad.\n\nHe subscribed to read it.",
        "Share prices fell.\n\nPublished on Monday, the report is damning for the ministry.",
        "Copyright law protects the photographer.\n\nMachine translation.\n\nDownload the ferry app."
        "\n\nJoin us in thanking the crews.",
        "By Ana Vidal\n\nThe ski lift is closed.\n\nRegister now to vote and continue the fight.",
        "Subscribers will see their bills rise, the court found.\n\nTo read the stars, the monks built a tower.",
        "Two hours ago the mill closed.\n\nAbout 300 years ago\n\nthe sea was here.\n\nPublished 2 books.",
        "Special envoy to Syria resigns\n\nThe link was copied by hand.\n\nSubscribers pay more.",
        "You have refused the cookies that she made.\n\nFollow the live debate\n\nBy J. Martin",
        "They share a flat.\n\nThe comments were read aloud.\n\nAll rights are reserved to the heirs.",
    ],
)
def residue_line(view: View) -> Iterator[Hit]:
    """A line of page furniture scraped with the article: footers, credits, time stamps, share bars, bylines.

    Only whole lines are removed, with the blank line beside them. A sentence that speaks of sources,
    photographs or shares is left alone.
    """
    text = view.text
    if not any(sign in text for sign in ("\n",)) and len(text) > 400:
        return
    lines = view.lines
    gone = [_residue(line.of(text).strip()) for line in lines]
    for number, line in enumerate(lines):  # the names that follow `Article written by`
        if number and rx(_CREDIT).match(lines[number - 1].of(text).strip()) and rx(_NAMED).fullmatch(line.of(text)):
            gone[number - 1] = gone[number] = True
        elif gone[number] and number and rx(_BYLINE).fullmatch(lines[number - 1].of(text).strip()):
            gone[number - 1] = True
    yield from _trailing(text)
    for span in whole_lines(lines, gone):
        yield Hit(span, "page furniture was scraped with the article", ("",), 0.97)


def _trailing(text: str) -> Iterator[Hit]:
    """The mark of the scraping site behind the last sentence: `says the winegrower. source site-7`."""
    for found in matches(
        r"(?<=[.!?”\"])[ \u00a0]+[Ss]ource[ -]?(?:site|link|text)?[ -]\d+(?=\s*(?:\n|$))", text, ("ource",)
    ):
        yield Hit(Span(*found.span()), "page furniture was scraped with the article", ("",), 0.97)


_CREDIT = (
    r"(?i)(?:(?:article |text )?(?:written|published|edited|reported) |photos? )?by ?:?$|(?:text|photos?|author) ?:$"
)
_PART = r"(?:(?:[A-ZÀ-Þ0-9][\w’'.-]*|de|du|des|la|le|et|and|with)(?![\w’'.-])|[,–—&/|-])"
_NAMED = rf"(?=\s?[A-ZÀ-Þ])(?:\s?{_PART}){{1,12}}\s?"
"""What stands alone on a line before the names of those who wrote; and those names."""
_NAME = r"[A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*){1,3}"
_BYLINE = rf"By {_NAME}(?:, {_NAME}){{0,3}}(?:,? (?:and|&) {_NAME})?(?:,? \(?with (?:AFP|Reuters)\)?)?"
"""Alone it may be wanted; above `Published on` it was scraped with that."""
_STAMPED = rf"({_NAMED})[-–—|•·]\s*((?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Mm]odified) .+)"
"""A paper's name before the date: `Valley Echo - Published on 05/24/2024`."""


def _residue(line: str) -> bool:
    line = line.strip("*_ \t•-–|[]").lstrip(".… ") if len(line) <= 260 else ""
    if not line:
        return False
    word = _first_word(line)
    if stamped := rx(_STAMPED).fullmatch(line):
        return _furniture(stamped.group(2))
    if word in _SHARING and _share_bar(line):
        return True
    if word and word not in _FIRST and " with " not in line and "(with " not in line:
        return False
    if not word and line[:1] not in "0123456789©(":
        return False
    return _furniture(line) or (line.count("|") > 0 and _joined(line))


def _furniture(line: str) -> bool:
    return any(rx(pattern, 2).fullmatch(line) for pattern in _WHOLE)


_FIRST = FIRST | FIRST_OF_LABELS
_WHOLE = tuple(rf"(?:{pattern})\s*\*?" for pattern in LINES + LABELS)


def _joined(line: str) -> bool:
    """`Reading time: 3 min. | By Ana Vidal`: pieces of furniture and bylines between bars."""
    pieces = [piece.strip() for piece in line.split("|") if piece.strip()]
    found = [_furniture(piece) for piece in pieces]
    byline = r"(?:By|by|From) (?:[A-ZÀ-Þ][\w’'.-]*(?: |$|, | and )){1,6}|[A-Z][A-Za-z ]{2,20}"
    return any(found) and all(done or rx(byline).fullmatch(piece) for done, piece in zip(found, pieces, strict=True))


def _first_word(line: str) -> str:
    """The first run of letters, in lower case; a bracket before it is passed over."""
    start = 1 if line[:1] == "(" else 0
    end = start
    while end < len(line) and line[end].isalpha():
        end += 1
    return line[start:end].lower()
