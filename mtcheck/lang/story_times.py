"""Patterns of the times that open a sentence of a story. Plain constants, to be put into larger patterns."""

from __future__ import annotations

from mtcheck.lang.en import MONTHS, WEEKDAYS

MONTH, DAY = "|".join(MONTHS), "|".join(WEEKDAYS)
YEAR = r"(?:1[5-9]\d\d|20[01]\d|202[0-3])"
PERIOD = (
    r"(?:[Ll]ast|[Tt]hat|[Tt]he same|[Tt]he next|[Tt]he following)"
    rf" (?:{DAY}|day|evening|night|morning|week|month|summer|winter|year|autumn|spring)"
)
FINISHED = (
    rf"(?:[Yy]esterday(?: (?:morning|evening|afternoon))?|{PERIOD}|[Ii]n (?:(?:early|late|mid-)?\s?(?:{MONTH})"
    rf" )?{YEAR}"
    rf"|[Oo]n (?:the (?:night|morning|evening|afternoon) of )?(?:(?:{DAY}),? )?(?:(?:{MONTH}) \d{{1,2}},? {YEAR}"
    rf"|\d{{1,2}} (?:{MONTH}),? {YEAR})|[Oo]n the (?:night|morning|evening|afternoon) of (?:the"
    rf" )?\d{{1,2}}(?:th|st|nd|rd)?(?: of)? (?:{MONTH})"
    rf"|[Oo]n the (?:night|morning|evening|afternoon) of (?:{MONTH}) \d{{1,2}})(?:, around [\w. ]{{1,12}})?"
)
LATER = (
    r"(?:(?:A few|Some|Several|An?|Two|Three|Four|Five|Six|Seven|Ten|Twenty|\d+) (?:seconds?|minutes?|hours?"
    r"|days?|weeks?"
    r"|months?|years?) later|Moments later|Shortly afterwards?|Soon afterwards?|The next (?:day|morning)|The"
    r" following (?:day"
    rf"|morning)|Suddenly|In the \d+(?:st|nd|rd|th) minute|At (?:noon|midnight|dawn|dusk|\d[\w.: ]{{0,8}})|In"
    rf" (?:{MONTH}))"
)
CLOCK = (
    r"(?:At|Around|Towards|Just before|Shortly after) (?:(?:about|around) )?(?:midnight|noon|dawn|\d{1,2}(?:[:.h]\d\d)?"
    r"(?: ?[ap]\.?m\.?)?)"
)
AHEAD = (
    rf"\b(?:next|tomorrow|this (?:{DAY}|week|month|year|summer)|soon|every|each|usually|always|often|on (?:{DAY})s)\b"
)
