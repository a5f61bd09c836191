from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.regex import rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.rules import SAFE, rule
from mtcheck.text import Span

_DATE = (
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:\w+,? )?\w+\.? \d{1,2},? \d{4}"
    r"|(?:\w+,? )?\d{1,2}(?:st|nd|rd|th)? \w+\.?,? \d{4}|today|yesterday)"
)
_TIME = (
    r"(?:[,\s–—-]*(?:at|to|-)?\s*\d{1,2}[:h.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?)?(?:\s*\(?(?:GMT|CET|CEST|UTC)\)?)?"
)

# a whole line that no journalist wrote; each pattern must match from its first to its last character
_LINES = (
    r"source[ -]?(?:site|link|text)?[ -]?\d+",
    r"sources?(?: site| link| text)?\s*[:–—-]\s*[^,]{0,50}[^.,]|source (?:site|link|article|text)",
    rf"(?:modified|updated|published|posted|created|last (?:updated"
        rf"|modified|update)|first published|date of publication|edited"
        rf"|online since|put online|written)(?: the| on| at)?\s*:?\s*{_DATE}{_TIME}\s*"
        rf"(?:[|–—-].{{0,60}})?(?:,? (?:updated|modified|at).{{0,40}})?",
    rf"{_DATE}{_TIME}\s*(?:[|•·]\s*.{{0,60}})?" ,
    r"(?:photo|picture|image|illustration|video|photos|photography"
        r"|cover image|archive photo)s?(?: credits?)?\s*(?:[:©/|–—]"
        r"|by|via)\s*.{1,80}",
    r"(?:photo )?credits?(?: photo)?s?\s*[:/–—-]\s*.{1,80}",
    r"\(?(?:archive )?photos?\s*(?:/|-|–|by|:|©)?\s*[A-ZÀ-Þ].{0,70}\)",
    r"(?-i:PHOTOS? (?:[A-ZÀ-Þ.’'-]+[ ,/]*){2,})",
    r"©\s*.{1,80}|\(c\)\s+(?-i:[A-Z0-9]).{1,60}[^.]|copyright .{1,80}",
    r"your e-?mail address will not be published.*|required fields are marked.*"
        r"|leave a (?:reply|comment)|post a comment",
    r"(?:log|sign) in to (?:comment|post a comment|reply|react)"
        r"|(?:add|write) a comment|comments?\s*\(?\d*\)?|\d+ comments?"
        r"|no comments?(?: yet)?",
    r"share(?: this)?(?: article| page| story| post)?(?: (?:on|via"
        r"|by|with)(?: (?:facebook|twitter|x|whatsapp|linkedin|e-?mail"
        r"|telegram|messenger|pinterest|your friends|social networks"
        r"|social media|the link))?)?|(?:send|share) by e-?mail|tweet"
        r"(?: this)?|print(?: this)?(?: article| page)?|copy (?:the )?link"
        r"|save(?: the)? article|listen to (?:the|this) article",
    r"(?:facebook|twitter|whatsapp|linkedin|pinterest|telegram|e-?mail"
        r"|messenger|print|copy link|share|tweet|instagram)(?:\s*[|•·,/]?\s*"
        r"(?:facebook|twitter|whatsapp|linkedin|pinterest|telegram|e-?mail"
        r"|messenger|print|copy link|share|tweet|instagram))+",
    r"(?:follow|find|join|like) (?:us|all (?:the|our) news|our "
        r"(?:page|channel|live)|the news|.{1,30} news)(?: also)? (?:on"
        r"|in|at) (?:[\w’' ,/-]){1,45}[!.]?",
    r"(?:subscribe|sign up|register)(?: (?:now|here|for free))?"
        r"(?: (?:to|for) (?:our|the|a) (?:.{0,30}\b(?:newsletter|channel"
        r"|alerts?|podcast|mailing list|youtube|app)\b.{0,70}|.{0,40}[^.]))?[.!]?",
    r"(?:reading|read) time\s*:?\s*\d+ ?min(?:ute)?s?\.?|\d+ ?min"
        r"(?:ute)?s?(?: of)? read(?:ing)?\.?|time to read\s*:?\s*\d+.{0,10}",
    r"advertis(?:ing|ement)s?|publicity|sponsored(?: content)?|the rest after this ad"
        r"(?:vertisement)?|(?:article|text) continues (?:below|after).{0,30}"
        r"|continue reading(?: (?:below|after).{0,40})?",
    r"all rights reserved\.?.{0,80}|any reproduction (?:is )?prohibited.{0,40}|reproduction prohibited.{0,40}",
    r"(?:article|content|text) reserved for (?:our )?subscribers.{0,40}"
        r"|(?:this article is )?reserved for subscribers.{0,20}|subscribers only"
        r"|premium(?: content| article)?",
    r"this (?:site|website) uses cookies.{0,200}|(?:accept|manage"
        r"|refuse)(?: all)? (?:the )?cookies.{0,40}|(?:we|our partners) use cookies.{0,200}",
    r"(?:back|return) to (?:top|the top|summary|home(?:page)?|the list)"
        r"|skip to (?:main )?content|home ?[>»/].{1,80}|loading\.{0,3}"
        r"|next article|previous article|menu|table of contents",
    r"(?:watch|see|view|find|discover)(?: also)?(?: (?:the|our|all))? "
        r"(?:videos?|photos?|images?|full interview|slide ?show|gallery"
        r"|diaporama|portfolio|infographic)(?: .{0,60})?(?:below|above"
        r"|here|at the top|opposite)\.?",
    r"(?:stay|keep) (?:up to date|informed|connected|tuned)\b.{0,140}"
        r"(?:click|join|subscribe|newsletter|channel|app)\b.{0,80}|click here to .{1,100}"
        r"|to go further\s*:?",
    r"(?:tags|keywords|topics|themes|categories|category|filed under|posted in|related topics|hashtags)\s*:.{1,120}",
    r"article (?:written|published|edited|proposed) by(?: .{1,60})?"
        r"|written by .{1,60}|(?:the )?editorial staff(?: of .{1,40})?"
        r"(?: with (?:AFP|Reuters|agenc(?:y|ies)))?|(?-i:(?:With )?"
        r"(?:AFP|REUTERS|Reuters|DPA|dpa|ANSA|EFE|Belga|ANP)(?: with .{1,40})?)",
    r"now you can see non-english news\.*|the limited times|machine translat"
        r"(?:ed|ion)(?: by .{1,40})?\.?|(?:automatically )?translated "
        r"(?:by|from|with) .{1,50}",
    r"(?:share (?:on|via|by) \w+[\s|·•/]*){2,}",
    r"(?:note ?: ?)?this (?:article|text|page|content) (?:is|was|has been) .{0,60}\btranslat.{0,160}",
    r"(?:source link|original article|link to the original|read the original(?: article)?)\s*:?.{0,60}",
    r"by (?:the )?editorial staff.{0,60}|by .{2,40},? with (?:AFP|Reuters|agencies)",
    r"this article (?:was|is|has been) (?:originally |first |automatically )?"
        r"(?:published|translated|written)\b.{0,120}",
)  # fmt: skip


@rule(
    "residue",
    safety=SAFE,
    bad=[
        "The bell will ring again.[[\n\nsource site-71->]]",
        "[[Modified: 2023-01-17 12:36:02\n\n->]]The mayor denies having seen the letter.",
        "[[PHOTO ALEX MOREAU, NORTHERN PRESS AGENCY\n\n->]]The head of the list visited two farms.",
        "The comet is visible until Friday.[[\n\nShare on Facebook\n\nShare on Twitter->]]",
        "The bridge will be blue.[[\n\nYour email address will not be published. Required fields are marked *->]]",
        "[[Article written by\n\nL. Morel, P. Astier – France 9\n\n->]]The pool will stay closed.",
    ],
    good=[
        "A source close to the inquiry said so.\n\nThe source of the river is in the hills.",
        "Photography is his passion.\n\nThe photo by Mr Morel won the prize in May.",
        "Share prices fell.\n\nPublished on Monday, the report is damning for the ministry.",
        "They share a flat.\n\nThe comments were read aloud.\n\nAll rights are reserved to the heirs, the court found.",
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
        body = line.of(text)
        if (
            number
            and gone[number - 1]
            and rx(r"(?i)(?:article )?(?:written|published) by$").match(lines[number - 1].of(text).strip())
        ):
            gone[number] = len(body.split()) <= 10 and not body.rstrip().endswith(".")
    if all(gone):
        return
    number = 0
    while number < len(lines):
        if not gone[number]:
            number += 1
            continue
        last = number
        while last + 1 < len(lines) and gone[last + 1]:
            last += 1
        yield Hit(_cut(view, number, last), "page furniture was scraped with the article", ("",), 0.97)
        number = last + 1


_FIRST = frozenset(
    "note by original link source sources modified updated published posted created last first date edited"
    " online put written photo photos picture pictures image images illustration illustrations video videos"
    " photography cover archive credit credits c copyright your required leave post log sign add write comment"
    " comments no share send tweet print copy save listen facebook twitter whatsapp linkedin pinterest"
    " telegram email e messenger instagram follow find join like subscribe register reading read time"
    " advertising advertisement advertisements advertising publicity sponsored the article text continue all"
    " any content this reserved subscribers premium accept manage refuse we our back return skip home loading"
    " next previous menu table watch see view discover stay keep click to tags keywords topics themes"
    " categories category filed related hashtags editorial with now limited machine automatically translated"
    " reproduction afp reuters dpa ansa efe belga anp today yesterday monday tuesday wednesday thursday friday"
    " saturday sunday january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
"""Every pattern begins with one of these words, with a digit or with a sign."""


def _residue(line: str) -> bool:
    if len(line) > 260 or not line:
        return False
    line = line.strip("*_ \t•-–|[]")
    word = _first_word(line)
    if word and word not in _FIRST:
        return False
    if not word and line[:1] not in "0123456789©(":
        return False
    return any(rx(rf"(?:{pattern})\s*\*?", 2).fullmatch(line) for pattern in _LINES)


def _first_word(line: str) -> str:
    """The first run of letters, in lower case; a bracket before it is passed over."""
    start = 1 if line[:1] == "(" else 0
    end = start
    while end < len(line) and line[end].isalpha():
        end += 1
    return line[start:end].lower()


def _cut(view: View, first: int, last: int) -> Span:
    """The lines with the blank space that must go with them: after them, or before at the end of the text."""
    lines = view.lines
    if last + 1 < len(lines):
        return Span(lines[first].start, lines[last + 1].start)
    start = lines[first - 1].end if first else 0
    return Span(start, lines[last].end)
