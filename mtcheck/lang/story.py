"""What a story is told with: verbs for what happens once, and patterns of the times that open a sentence. Constants."""

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
    r"(?:(?:A few|Some|Several|An?|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve|Fifteen|Twenty|\d+)"
    r" (?:seconds?|minutes?|hours?|days?|weeks?"
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

# what opens a sentence, with the space behind it
OVER = rf"(?:{FINISHED}),? "
BORN = (
    rf"(?:Born|Elected|Arrived|Founded|Appointed|Hired|Married|Created|Launched|Opened|Built|Bought|Named|Raised|"
    rf"Orphaned|Widowed|Trained|Sentenced|Released|Wounded|Exiled|Installed|Discovered"
    rf"|Arrested|Deported|Captured|Recruited|Injured|Mobilised|Mobilized|Expelled|Convicted|Ruined|Transferred|Promoted)\b[^,.;“”]{{0,40}}\b{YEAR}"
    r"(?: in [A-ZÀ-Þ][\w’-]+)?, "
)
MADE = "Founded|Created|Launched|Opened|Built|Installed|Discovered|Bought"
ON_A_DAY = rf"(?:On )?(?:{DAY})(?: (?:morning|evening|afternoon|night))?,? "
AT_AN_HOUR = rf"{CLOCK},? "
AT_AN_AGE = (
    r"At (?:the age of )?(?:[1-9]\d?|(?:twenty|thirty|forty)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|(?:four|six|seven|eight|nine)(?:teen)?|five|ten|eleven|twelve|thirteen|fifteen)(?: years old)?, "
)
AFTERWARDS = rf"{LATER},? "

ACTIONS = frozenset(
    "leave discover arrive open enter run call flee fall hit die take grab shout find collapse crash stop"
    " start decide return jump throw shoot escape notice realise realize alert climb get meet walk push reach"
    " cross strike burst break catch follow wake drive board score equalise equalize win lose beat sign join"
    " quit resign appear disappear vanish drown sink explode ignite spread land learn hear see hide pull drop"
    " steal attack stab kill injure rescue save approach pass turn head settle move marry divorce inherit buy"
    " sell found publish release become begin come go give obtain record refuse force sentence brake write"
    " arrest dance retire receive inaugurate elect appoint rob slip skid overtake swerve smash threaten open"
    " demand fire invent patent adopt create launch acquit convict ask tell answer wound set destroy rebuild"
    " close separate triple double break graduate enrol enlist emigrate bequeath film premiere debut dissolve"
    " abdicate invade surrender apologise apologize bow kneel faint stumble fail shake hug kiss undress"
    " dismount carry grab tie gag empty search kick punch scream flood knock embark disembark occupy evacuate abandon"
    " accept finish repair seize snatch kidnap send bury light lock unlock fetch".split()
)
"""What happens once: a habit or a state may well stand in the present beside a past."""
MISHAPS = frozenset(
    "stabbed killed injured shot attacked robbed arrested burgled rescued struck destroyed wounded kidnapped assaulted"
    " murdered beaten electrocuted swept found hit run".split()
)
"""Nobody plans these: `on Saturday evening, a man is stabbed` is over."""
UNPLANNED = frozenset(
    "attack stab kill injure wound shoot steal rob burst collapse crash explode flee drown sink slip skid smash"
    " threaten faint stumble assault kidnap ram ignite".split()
)
"""Of what happens once, what no club announces for Saturday: two men enter the bar and rob the till."""
ONCE = UNPLANNED | frozenset(
    "flee die escape surrender abdicate resign vanish disappear emigrate enlist drown arrest perish capsize".split()
)
"""What nobody does as a habit: behind a dated past it is told in the present for the past."""
STATES = frozenset(
    "be have live own know think believe say want hope wish remain love like hate work serve teach contain include"
    " feature belong need mean seem appear stand lie cost weigh house attract draw offer provide produce run lead head"
    " manage represent employ sell host count consist measure rise stretch overlook bear keep tell show describe read"
    " recall remember celebrate honour mark play visit welcome receive open close depend resemble deserve matter"
    " suffer explain remind illustrate suggest continue grow make coach chair train breed raise use study help support"
    " advise paint earn spend plan aim try need fight campaign collect combine argue claim warn add note".split()
)
"""What may well be true to this day: the museum tells the story."""
SUDDENLY = r"\b(?:opens? fire|sets? fire|takes? \w+ hostage|breaks? into|breaks? out)\b"
