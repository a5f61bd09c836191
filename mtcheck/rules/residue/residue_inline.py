from __future__ import annotations

from collections.abc import Iterator

from mtcheck.analysis.nearby import end_of
from mtcheck.analysis.regex import matches, rx
from mtcheck.analysis.view import View
from mtcheck.finding import Hit
from mtcheck.lang.furniture import AGENCIES
from mtcheck.rules import FLAG, SAFE, SUGGEST, rule
from mtcheck.text import Span

_LEAD = (
    r"(?:also (?:to )?(?:read|see|watch|discover|listen)|(?:to )?"
    r"(?:read|see|watch|discover|listen)(?: to)? (?:also|too|again"
    r"|next)|to (?:be )?(?:read|see|discover|watch)|read (?:our"
    r"|the) (?:article|file|analysis|interview|survey|report|story"
    r"|decryption)"
    r"|related(?: articles?| stor(?:y|ies)| content| posts?| topics?"
    r"| links?)?|on the same (?:subject|topic|theme)|in the same category"
    r"|our (?:file|special report|selection)"
    r"|recommended(?: for you| reading)?|you (?:may|might|will|should) "
    r"(?:also|be) (?:like|interested(?: in)?)|read more(?: about)?"
    r"|more (?:on|about) (?:this|the) (?:subject|topic)|further reading"
    r"|don[’']t miss|in video|in pictures|in images|find out more"
    r"|learn more|see more|must[- ]read)"
)
_LINK = (
    rf"(?:[•*>»→▶►–—-]+\s*)?\[?{_LEAD}\s*[:|>»→–—-][:|>»→–—\s-]*.{{2,200}}\]?"
    rf"|(?:[•*→▶►]\s*|>>+\s*){_LEAD}\b.{{0,200}}"
    r"|>>+\s*\S.{2,160}|→\s*\S.{2,160}"
    r"|(?-i:(?:VIDEOS?|IN (?:PICTURES|IMAGES|VIDEO|PHOTOS)|PHOTOS|SLIDESHOW|INFOGRAPHICS?|PODCASTS?|MAPS?|INTERACTIVE"
    r"|REPLAY|GALLERY))\s*[.:|–—-]\s*(?-i:[A-ZÀ-Þ“«\"0-9]).{2,160}"
    r"|read (?:the|our) (?:full )?(?:article|interview|story|report|analysis)(?: here)?"
    r"|(?-i:READ ALSO|ALSO READ|SEE ALSO|TO READ ALSO|TO READ|READ TOO) (?-i:[A-ZÀ-Þ“«\"0-9]).{2,200}"
    r"|read more(?: (?:on|about) .{0,60})?(?: here)?|also interesting\s*:.{2,160}"
    r"|(?:related articles?|also read|read also|see also|recommended for you"
    r"|on the same subject|you may also like)\s*:?"
    r"|.{0,20}\barticle reserved for (?:our )?subscribers\b.{0,160}"
)


@rule(
    "residue-inline",
    safety=SAFE,
    bad=[
        "The tenor is well.\n\n[[Also see: “He went crazy”: the conductor in a storm\n\n->]]He will sing in May.",
        "The strike goes on.\n\n"
        "[[• Also read: The unions are divided\n\n"
        "• Also read: A village without a school\n\n"
        "->]]Parents are waiting.",
        "The derby was lost.\n\n[[PHOTOS. The stands after the match\n\n->]]The club apologised.",
        "The volcano is calm.\n\n[[Read also – >>> The island that sleeps\n\n->]]They can go home.",
        "The mayor was re-elected.[[ Read also: The budget in five graphs->]]\n\nShe sits in May.",
        "[[Reading time: 3 min. ->]]The last smokehouse is looking for an apprentice.[[ © Valley Echo – all rights"
        " reserved->]]",
        "The regatta is over.[[ Share on Facebook Share on Twitter->]]",
        "[[Published on 12/05/2023 at 18:04 ->]]The regatta has begun in light winds.",
        "The volcano rumbles[[ [VIDEO]->]] and smokes. The climber is safe.",
        "[[[VIDEO] Watch the images of the rescue. ->]]He is in hospital.",
        "The trial resumes on Monday[[ (read also: The forgotten ward)->]]. The vines froze.[[ Photo AFP->]]",
        "The fire is out. [[Advertisement ->]]The smoke is not.[[ (Photo J. Martin/AFP)->]] The vote is on Monday.",
        "The tower will be painted.[[ (Photo by DR)->]] Work starts in May. It is empty.[[ (Photo from J. Martin)->]]",
        "The trial goes on. [[Read also: The forgotten ward of the hospital ->]]The verdict is expected in June.",
        "The vote is in March.\n\n"
        "[[Read also | Article reserved for our subscribers The island that votes twice\n\n"
        "->]]Two came.",
    ],
    good=[
        "People read also for pleasure.\n\nSee also what the court said: the law is clear.",
        "He nodded. Read also the appendix: the law is there. See also what it says. See also: Annex B",
        "More on this will follow.\n\nRelated costs fell: fuel, wages and rents.",
        "To see the sea: that was his wish, and he had it before he died in the spring.",
    ],
)
def residue_inline(view: View) -> Iterator[Hit]:
    """A link to another article between two paragraphs: Also see, Read also, On the same subject.

    « À lire aussi » widgets are scraped as if they were text. A sentence that begins with such words
    and ends in a stop is left alone.
    """
    text = view.text
    lines = view.lines
    gone = [_link(line.of(text).strip()) for line in lines]
    for number, line in enumerate(lines[1:-1], 1):  # the title that follows a bare `On the same subject:`
        title = line.of(text).strip()
        if gone[number - 1] and not gone[number] and _bare(lines[number - 1].of(text).strip()):
            gone[number] = title[-1] not in '.!?”"' and 2 < len(title.split()) < 17 and title[0].isupper()
    number = 0
    while number < len(lines):
        if not gone[number]:
            number += 1
            continue
        last = number
        while last + 1 < len(lines) and gone[last + 1]:
            last += 1
        if last + 1 < len(lines):
            span = Span(lines[number].start, lines[last + 1].start)
        else:
            span = Span(lines[number - 1].end if number else 0, lines[last].end)
        if last - number + 1 < len(lines):
            yield Hit(span, "a link to another article was scraped with the text", ("",), 0.97)
        number = last + 1
    for found in rx(rf"(?<=[.!?”] )[(\[](?:{_LEAD})\s*[:|>–—-]+[^()\[\]\n]{{3,160}}[)\]](?: |(?=\n|$))", 2).finditer(
        text
    ):
        yield Hit(Span(*found.span()), "a link to another article stands in the text", ("",), 0.93)
    for found in rx(
        r"(?<=[.!?”] )(?:>+|»|→|►) ?(?:READ|ALSO|SEE|Read|Also|See)\b[^.!?\n]{3,160}[.!?] (?=[A-Z“])"
    ).finditer(text):
        sure = SAFE if rx(r".{1,3}(?:READ|ALSO|SEE)[A-Z ]* ?[:|]").match(text, found.start()) else SUGGEST
        yield Hit(Span(*found.span()), "a link to another article stands in the text", ("",), 0.93, sure)
    for found in rx(
        rf"(?<=[\w”’%]) [(\[](?:{_LEAD})\s*[:|>–—-]+[^()\[\]\n]{{3,160}}[)\]](?=[ .,;:!?\n]|$)", 2
    ).finditer(text):
        yield Hit(Span(*found.span()), "a link to another article stands in the text", ("",), 0.93)
    yield from _tagged(text)
    yield from _credits(text)
    for found in rx(_STAMPED).finditer(text):
        yield Hit(Span(*found.span()), "page furniture stands before the sentence", ("",), 0.95)
    for found in matches(_CREDITED, text, "©"):
        yield Hit(Span(*found.span()), "page furniture stands behind the sentence", ("",), 0.95)
    for found in matches(_SHARED, text, ("hare", "weet", "acebook", "hatsApp")):
        yield Hit(Span(*found.span()), "page furniture stands behind the sentence", ("",), 0.95)
    trailing = set()
    for found in rx(_TRAILING).finditer(text):
        title = found.group(1)
        if 2 < len(title.split()) < 20 and rx(_LEADS).search(title) is None:
            trailing.add(found.end())
            sure = SAFE if rx(r"\W+(?:[A-Z]{2,} [A-Z]{2,}|.{4,16}>>)").match(found.group()) else SUGGEST
            yield Hit(Span(*found.span()), "a link to another article stands in the text", ("",), 0.9, sure)
    for found in matches(
        r"(?<=[.!?”] )(?:Advertisement|Advertising|ADVERTISEMENT|Sponsored content) (?=[A-ZÀ-Þ“])",
        text,
        ("dvert", "ADVERT", "Sponsored"),
    ):
        yield Hit(Span(*found.span()), "the heading of an advertisement stands in the text", ("",), 0.93)
    led = {found.start() for found in rx(_RUN_ON).finditer(text)}
    for found in rx(_RUN_ON).finditer(text):
        yield Hit(Span(*found.span()), "a link to another article stands in the text", ("",), 0.75, SUGGEST)
    for found in rx(
        r"(?<=[.!?”] )(?:(?:TO )?READ ALSO|ALSO READ|SEE ALSO|Read also|Also read|To read also)\s*[:|–—>-]+ ?(?=\S)"
    ).finditer(text):
        if found.start() in led or (trailing and end_of(text, found.end(), "\n") in trailing):
            continue
        yield Hit(Span(*found.span()), "a link to another article stands in the text", (), 0.8, FLAG)


_MEDIA = (
    r"(?:VIDEOS?|PHOTOS?|IMAGES?|PODCASTS?|INFOGRAPHICS?|MAPS?|SLIDESHOW|GALLERY|REPLAY|AUDIO|LIVE|INTERVIEW|DIRECT"
    r"|IN (?:PICTURES|IMAGES|VIDEO|PHOTOS)|Videos?|Photos?)"
)
_LOOK = (
    r"(?:Watch|See|Discover|Relive|Look at|Listen to|Find|Admire|View) (?:also )?"
    r"(?:the|our|all|his|her|their|this|these|in)\b"
)
_SHOWN = (
    r"(?:images?|videos?|photos?|pictures|report|reportage|slideshow|replay|footage|podcast|interview|extract|trailer)"
)


_TITLED = (
    r"(?<=[.!?”] )(?:Videos?|VIDEOS?|Photos|PHOTOS|In (?:pictures|video|images)|P(?:odcast|ODCAST)|Infographic|Map)"
    r" ?[:–—] ?"
    r"(?:the|our|his|her|their|[A-ZÀ-Þ])[^.!?\n]{5,120}[.!?] (?=[A-ZÀ-Þ“])"
)


def _tagged(text: str) -> Iterator[Hit]:
    """[VIDEO] Watch the images of the rescue. The tag of a player, with the sentence that invites to look at it."""
    tag = rf"(?:(?<=[.!?”] )|(?<![^\n]))[\[(]{_MEDIA}[\])] ?(?:[:–—-] ?)?"
    tag += rf"({_LOOK}[^.!?\n]{{2,120}}[.!?](?: |(?=\n|$)))?(\n*)"
    for found in matches(tag, text, ("[", "(")):
        start, end = found.start(), found.end(1) if found.group(1) else found.start(2)
        if found.group(2) and (not start or text[start - 1] == "\n"):
            end = found.end()
        elif end == len(text) or text[end] == "\n":
            start -= text[start - 1 : start] == " "
        sure = SAFE if found.group(1) or (start and text[start - 1] != "\n") else SUGGEST
        yield Hit(Span(start, end), "the tag of a player stands in the text", ("",), 0.93, sure)
    alone = rf"(?<=[a-zà-ÿ,]) ?[\[]{_MEDIA}[\]](?= [a-zà-ÿ]|[.,;])"
    for found in matches(alone, text, ("[",)):
        yield Hit(Span(*found.span()), "the tag of a player stands in the text", ("",), 0.95)
    for found in rx(_TITLED).finditer(text):
        yield Hit(Span(*found.span()), "the title of a player stands in the text", ("",), 0.75, SUGGEST)
    invited = (
        rf"(?<=[.!?”])( {_LOOK} [^.!?\n]{{0,40}}?\b{_SHOWN}\b[^.!?\n]{{0,80}}?"
        r"(?:below|above|here|opposite|(?:on|in) video|in pictures|in images|at the (?:top|bottom|end) of [a-z ]+)[.!])"
        r"(?= |\n|$)"
    )
    for found in matches(
        invited, text, ("below", "above", "here", "opposite", "video", "pictures", "images", "of the")
    ):
        yield Hit(Span(*found.span(1)), "an invitation to look at a player stands in the text", ("",), 0.85, SUGGEST)


_AGENCY = f"(?:{AGENCIES})"
_BY = r"[A-ZÀ-Þ][\w’.-]+(?: [A-ZÀ-Þ][\w’.-]+){0,3}"
_CREDIT = (
    r"(?:(?:Archive |Illustrative |Archival )?[Pp]hotos?(?: credits?)?|PHOTOS?|Cr[eé]dits?(?: photos?)?|Illustration"
    r"|Video|Source)"
)


def _credits(text: str) -> Iterator[Hit]:
    """destroyed by frost. Photo AFP: who took the picture, behind the last sentence of a paragraph or in brackets."""
    behind = (
        rf"(?<=[.!?”\")])[ \u00a0]+(?:{_CREDIT}[ \u00a0]?(?:[:/©–—-] ?)?{_AGENCY}(?: ?[/,–-] ?{_BY})?"
        rf"|{_CREDIT} ?[:/©] ?{_BY}(?: ?[/,–-] ?(?:{_AGENCY}|{_BY}))?|{_CREDIT} {_BY} ?/ ?{_AGENCY}|{_BY} ?/ ?{_AGENCY}"
        rf"|\((?:[Ww]ith )?{_AGENCY}(?:, {_AGENCY})?\))\.?(?=\n|$)"
    )
    signs = ("hoto", "PHOTO", "redit", "rédit", "llustration", "Video", "Source", "/", "(")
    for found in matches(behind, text, signs):
        yield Hit(Span(*found.span()), "the credit of a picture stands behind the sentence", ("",), 0.95)
    bracketed = (
        rf"(?<=[\w.!?”%])( \((?!Source ?/){_CREDIT}(?: ?[:/©–-] ?(?:{_AGENCY}|{_BY})| {_AGENCY}| {_BY}(?= ?/)"
        rf"| (?:by |from )?(?:D\.?R\.?|{_AGENCY}|archives?)|(?<=[Pp]hoto) (?:by|from) {_BY})"
        rf"(?: ?[/,–-] ?(?:{_AGENCY}|{_BY}))?\))"
        r"(?=[ .,;\n]|$)"
    )
    for found in matches(bracketed, text, "("):
        yield Hit(Span(*found.span(1)), "the credit of a picture stands in the sentence", ("",), 0.93)


_STAMPED = (
    r"(?<![^\n])(?:(?:[Rr]eading time\s?:?\s?\d+ ?min(?:utes?)?\.?"
    r"|(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Mm]odified) on \d{1,2}/\d{1,2}/\d{2,4} at \d{1,2}[:h.]\d\d)"
    r"(?: ?[|–—•-])?[ \u00a0]){1,3}(?=[A-ZÀ-Þ“\"«][^\n]{20})"
)
_CREDITED = r"(?<=[.!?”\"])[ \u00a0]+©[ \u00a0]?[A-ZÀ-Þ0-9][^.!?\n]{1,60}?(?:[–—-] all rights reserved\.?)?(?=\n|$)"
"""A time stamp that opens a paragraph, a copyright line that ends one."""
_NETWORK = r"(?:Facebook|Twitter|X|WhatsApp|LinkedIn|Pinterest|Telegram|Messenger|[Ee]-?mail|Bluesky|Threads|Instagram)"
_SHARED = (
    rf"(?<=[.!?”\"])[ \u00a0]+(?:(?:Share(?: (?:this|the) (?:article|page|story))?|Tweet|Post|Pin|Send|Follow us)"
    rf"(?: (?:on|via|by|with) {_NETWORK})?(?:[ |·•,/:]+{_NETWORK})*[ |·•,/]*"
    rf"(?:(?:Share|Tweet|Send|Post|Pin|Print|Copy (?:the )?link|Comment|Save)(?: (?:on|via|by) {_NETWORK})?[ |·•,/]*)*)"
    r"(?<=[a-zX])(?=\n|$)"
)
"""A bar of buttons behind the last sentence of a paragraph."""
_LEADS = (
    r"(?:(?:TO )?READ ALSO|ALSO (?:TO )?READ|TO READ|SEE ALSO|Read also|Also read|To read also|See also"
    r"|On the same subject|Read more)"
)
_TRAILING = (
    rf"(?<=[.!?”\"»])[ \u00a0]+{_LEADS}\s*[:|–—>-](?: ?[:|–—>-])* ?((?:[A-ZÀ-Þ“\"«]|\d)[^\n.!?]{{4,150}}[^\n.!?,;:]"
    r"|[A-ZÀ-Þ“\"«][^\n.!?]{4,150}[!?])(?=\n|$)"
)
"""A lead and a title behind a sentence, to the end of the line."""
_RUN_ON = (
    rf"(?<=[.!?”\"»] ){_LEADS}\s*[:|–—>-]+ ?[A-ZÀ-Þ“\"«](?:[^\s.!?]+ ){{2,20}}?(?<=[a-zà-ÿ] )"
    r"(?=(?:The|An?|In|On|He|She|It|They|This|These|His|Her|But|For|According|After|At|Since|Two|Three)"
    r" [a-z][^\n]{8,}[.!?])"
)
"""A lead and a title that run on into the next sentence."""

_FIRST = frozenset(
    "also to read see watch discover listen related on in our recommended you more further don must find learn"
    " video videos photos slideshow infographic infographics podcast podcasts map maps interactive replay"
    " gallery".split()
)
"""Every lead begins with one of these words, or with a sign."""


def _bare(line: str) -> bool:
    """Whether a lead stands alone, so that its title must be the next line."""
    return rx(rf"(?:[•*>»→▶►–—-]+\s*)?{_LEAD}\s*[:>–—-]*", 2).fullmatch(line) is not None


def _link(line: str) -> bool:
    if not line or len(line) > 240:
        return False
    if not line[0].isalpha() and line[0] not in "•*>»→▶►–—-[":
        return False
    first = line[:14].replace("’", " ").replace("'", " ").split()[0].lower().rstrip(".:|–—-")
    if line[0].isalpha() and first not in _FIRST and "reserved for" not in line[:60]:
        return False
    if rx(rf"(?:{_LINK})", 2).fullmatch(line) is None:
        return False
    marked = rx(r"[•*>»→▶►|\[]|[A-Z]{4} [A-Z]{4}").match(line) is not None or "|" in line or ">>" in line
    return marked or not line.endswith(".") or line.count(" ") < 4
