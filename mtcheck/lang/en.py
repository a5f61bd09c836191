"""English word tables that analyses and rules share. Plain constants: loading them costs nothing."""

from __future__ import annotations

# verb: third person, past, participle, gerund; what English prose puts after a quotation
_REPORTING = """
say says said said saying; tell tells told told telling; ask asks asked asked asking; add adds added added adding;
explain explains explained explained explaining; announce announces announced announced announcing;
caution cautions cautioned cautioned cautioning;
declare declares declared declared declaring; state states stated stated stating; warn warns warned warned warning;
reply replies replied replied replying; answer answers answered answered answering;
respond responds responded responded responding; admit admits admitted admitted admitting;
concede concedes conceded conceded conceding; acknowledge acknowledges acknowledged acknowledged acknowledging;
recognise recognises recognised recognised recognising; recognize recognizes recognized recognized recognizing;
confirm confirms confirmed confirmed confirming; deny denies denied denied denying;
insist insists insisted insisted insisting; stress stresses stressed stressed stressing;
underline underlines underlined underlined underlining; emphasise emphasises emphasised emphasised emphasising;
emphasize emphasizes emphasized emphasized emphasizing; note notes noted noted noting;
observe observes observed observed observing; remark remarks remarked remarked remarking;
comment comments commented commented commenting; recall recalls recalled recalled recalling;
remember remembers remembered remembered remembering; repeat repeats repeated repeated repeating;
continue continues continued continued continuing; conclude concludes concluded concluded concluding;
promise promises promised promised promising; assure assures assured assured assuring;
claim claims claimed claimed claiming; argue argues argued argued arguing; plead pleads pleaded pleaded pleading;
believe believes believed believed believing; think thinks thought thought thinking;
hope hopes hoped hoped hoping; fear fears feared feared fearing; regret regrets regretted regretted regretting;
lament laments lamented lamented lamenting; deplore deplores deplored deplored deploring;
complain complains complained complained complaining; protest protests protested protested protesting;
denounce denounces denounced denounced denouncing; criticise criticises criticised criticised criticising;
criticize criticizes criticized criticized criticizing; condemn condemns condemned condemned condemning;
confide confides confided confided confiding; confess confesses confessed confessed confessing;
reveal reveals revealed revealed revealing; tease teases teased teased teasing; joke jokes joked joked joking;
quip quips quipped quipped quipping; laugh laughs laughed laughed laughing; smile smiles smiled smiled smiling;
sigh sighs sighed sighed sighing; exclaim exclaims exclaimed exclaimed exclaiming; cry cries cried cried crying;
shout shouts shouted shouted shouting; scream screams screamed screamed screaming; yell yells yelled yelled yelling;
whisper whispers whispered whispered whispering; murmur murmurs murmured murmured murmuring;
mutter mutters muttered muttered muttering; launch launches launched launched launching;
hammer hammers hammered hammered hammering; slip slips slipped slipped slipping;
nuance nuances nuanced nuanced nuancing; qualify qualifies qualified qualified qualifying;
summarise summarises summarised summarised summarising; summarize summarizes summarized summarized summarizing;
detail details detailed detailed detailing; specify specifies specified specified specifying;
clarify clarifies clarified clarified clarifying; justify justifies justified justified justifying;
write writes wrote written writing; tweet tweets tweeted tweeted tweeting; post posts posted posted posting;
publish publishes published published publishing; read reads read read reading;
testify testifies testified testified testifying; swear swears swore sworn swearing; vow vows vowed vowed vowing;
thunder thunders thundered thundered thundering; storm storms stormed stormed storming;
retort retorts retorted retorted retorting; counter counters countered countered countering;
object objects objected objected objecting; react reacts reacted reacted reacting;
reckon reckons reckoned reckoned reckoning; estimate estimates estimated estimated estimating;
judge judges judged judged judging; consider considers considered considered considering;
analyse analyses analysed analysed analysing; analyze analyzes analyzed analyzed analyzing;
decipher deciphers deciphered deciphered deciphering; decrypt decrypts decrypted decrypted decrypting;
predict predicts predicted predicted predicting; recommend recommends recommended recommended recommending;
advise advises advised advised advising; suggest suggests suggested suggested suggesting;
propose proposes proposed proposed proposing; urge urges urged urged urging; beg begs begged begged begging;
demand demands demanded demanded demanding; order orders ordered ordered ordering;
implore implores implored implored imploring; wonder wonders wondered wondered wondering;
question questions questioned questioned questioning; worry worries worried worried worrying;
rejoice rejoices rejoiced rejoiced rejoicing; enthuse enthuses enthused enthused enthusing;
boast boasts boasted boasted boasting; welcome welcomes welcomed welcomed welcoming;
report reports reported reported reporting; relate relates related related relating;
recount recounts recounted recounted recounting; narrate narrates narrated narrated narrating;
describe describes described described describing; testify testifies testified testified testifying;
assert asserts asserted asserted asserting; affirm affirms affirmed affirmed affirming;
maintain maintains maintained maintained maintaining; contend contends contended contended contending;
reassure reassures reassured reassured reassuring; reiterate reiterates reiterated reiterated reiterating;
point points pointed pointed pointing; sum sums summed summed summing; begin begins began begun beginning;
start starts started started starting; resume resumes resumed resumed resuming; go goes went gone going;
agree agrees agreed agreed agreeing; accuse accuses accused accused accusing; blame blames blamed blamed blaming;
rage rages raged raged raging; fume fumes fumed fumed fuming; grumble grumbles grumbled grumbled grumbling;
groan groans groaned groaned groaning; growl growls growled growled growling; snap snaps snapped snapped snapping;
mock mocks mocked mocked mocking; lash lashes lashed lashed lashing; pursue pursues pursued pursued pursuing;
advance advances advanced advanced advancing; evoke evokes evoked evoked evoking; cite cites cited cited citing;
mention mentions mentioned mentioned mentioning; indicate indicates indicated indicated indicating;
inform informs informed informed informing; hail hails hailed hailed hailing; praise praises praised praised praising;
salute salutes saluted saluted saluting; hazard hazards hazarded hazarded hazarding;
alert alerts alerted alerted alerting;
ponder ponders pondered pondered pondering; muse muses mused mused musing;
reflect reflects reflected reflected reflecting;
theorize theorizes theorized theorized theorizing; venture ventures ventured ventured venturing;
marvel marvels marvelled marvelled marvelling; chant chants chanted chanted chanting; sing sings sang sung singing;
call calls called called calling; wish wishes wished wished wishing; thank thanks thanked thanked thanking;
apologise apologises apologised apologised apologising; apologize apologizes apologized apologized apologizing;
ironise ironises ironised ironised ironising; ironize ironizes ironized ironized ironizing;
castigate castigates castigated castigated castigating; slam slams slammed slammed slamming;
whistle whistles whistled whistled whistling; breathe breathes breathed breathed breathing;
blurt blurts blurted blurted blurting; stammer stammers stammered stammered stammering;
interject interjects interjected interjected interjecting; opine opines opined opined opining;
bemoan bemoans bemoaned bemoaned bemoaning; certify certifies certified certified certifying;
plague plagues plagued plagued plaguing; exhort exhorts exhorted exhorted exhorting;
theorise theorises theorised theorised theorising; defend defends defended defended defending;
let lets let let letting; assess assesses assessed assessed assessing; express expresses expressed expressed expressing
"""
_ROWS = tuple(tuple(row.split()) for row in _REPORTING.replace("\n", " ").split(";"))

# verbs that report only after a direct quotation with a pronoun or a person; alone they are ordinary verbs
_WEAK = frozenset("go read start begin call let point sum slip order read lash storm post judge question".split())

REPORTING_FINITE = frozenset(form for row in _ROWS for form in row[1:3])
"""Third person and past of verbs of saying."""
REPORTING_PLURAL = frozenset(row[0] for row in _ROWS)
REPORTING_PARTICIPLE = frozenset(row[3] for row in _ROWS)
REPORTING_GERUND = frozenset(row[4] for row in _ROWS)
REPORTING_PAST_OF_PARTICIPLE = {row[3]: row[2] for row in _ROWS}
REPORTING_STRONG = frozenset(form for row in _ROWS if row[0] not in _WEAK for form in row[1:3])

SUBJECT_PRONOUNS = frozenset("he she they it we i you".split())
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your another one two three several some many both".split()
)
MONTHS = tuple("January February March April May June July August September October November December".split())
WEEKDAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st sr jr vs etc no nos fig vol rev gen col capt lt sgt gov sen rep pres hon inc ltd co corp"
    " e.g i.e u.s u.k e.u a.m p.m ph.d jan feb mar apr jun jul aug sep sept oct nov dec art ave approx dept est min"
    " max cf al p pp ed eds mgr me m mme".split()
)
HEADLINE_SMALL = frozenset("a an and as at but by for from in nor of on or the to with via vs".split())

HYPHENED = frozenset(
    "friendly neutral famous conscious based ready specific worthy proof style large level scale sized related"
    " sensitive resistant efficient intensive heavy early light black white green brown blind tight quick short"
    " broad clear right proud happy crazy hungry funny loose sharp sound straight thick solid strong savvy"
    " dependent independent".split()
)
"""Adjectives that close a compound: user-friendly, water-resistant."""
