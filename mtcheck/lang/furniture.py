"""Patterns of whole lines that were scraped with an article: footers, credits, time stamps, share bars. Constants."""

from __future__ import annotations

_DATE = (
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:\w+,? )?\w+\.? \d{1,2},? \d{4}"
    r"|(?:\w+,? )?\d{1,2}(?:st|nd|rd|th)? \w+\.?,? \d{4}|today|yesterday)"
)
_TIME = (
    r"(?:[,\s–—-]*(?:(?:at|to)\s*)?\d{1,2}[:h.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?)?(?:\s*\(?(?:GMT|CET|CEST|UTC)\)?)?"
)

_ISO = r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?"
_AGO = r"\d{1,2} ?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?) ago"
"""The time as machines write it: 2025-06-04T09:12:44Z, 2 hours ago. `50 years ago` may be a heading."""
_WHEN = (
    rf"(?:{_ISO}|{_AGO}|(?:about |over |almost |more than )?(?:\d{{1,2}}|an?|one|two|three|a few|several) ?"
    r"(?:s|m|minutes?|hours?|h|days?|d|weeks?|w|months?|years?) ago|just now|1[4-9]\d{8}(?:\d{3})?)"
)
"""Behind `Posted` also a Unix time."""

_STAMP = (
    r"(?:first |last )?(?:published|posted|updated|modified)(?: on)?,? (?:\w+ \d{1,2}|\d{1,2} \w+)(?:,? \d{4})?"
    r"(?:,? at|,| –| -) \d{1,2}[:h.]\d\d(?: ?[ap]\.?m\b\.?)?"
)
"""Published on March 4 at 6:12 p.m.: a day without its year, but with its hour."""

AGENCIES = (
    "AFP|Reuters|REUTERS|EPA|SIPA|Sipa|MAXPPP|Maxppp|Belga|ATS|Keystone|EFE|ANSA|dpa|DPA|AP|Getty Images|Getty"
    "|Shutterstock"
)
"""Who sells pictures."""

# a whole line that no journalist wrote; each pattern must match from its first to its last character
LINES = (
    r"source[ -]?(?:site|link|text)?[ -]?\d+",
    r"sources?(?: site| link| text)?\s*[:–—-]\s*[^,]{0,50}[^.,]|source (?:site|link|article|text)",
    rf"(?:modified|updated|published|posted|created|last (?:updated"
        rf"|modified|update)|first published|date of publication|edited"
        rf"|online since|put online|written)(?: the| on| at)?\s*(?::\s*)?{_DATE}{_TIME}\s*"
        rf"(?:[|–—-].{{0,60}})?(?:,? (?:updated|modified|at).{{0,40}})?",
    rf"{_DATE}{_TIME}\s*(?:[|•·]\s*.{{0,60}})?" ,
    rf"(?:published|posted|updated|modified):? {_AGO}(?:,? (?:and )?(?:updated|modified):? {_AGO})?",
    rf"(?:{_ISO}|{_AGO})(?:\s?[|•·]\s?.{{0,60}}|\s[–—-]\s.{{0,40}})?",
    rf"(?:first |last |date )?(?:modified|updated?|published|posted|created|edited|online|date)"
        rf"(?: on| at| since)?\s?:?\s?{_WHEN}(?: (?:by|in) .{{1,40}}|\s?[|•·–—-].{{0,60}})?",
    rf"(?:{_STAMP}[,.]?\s*(?:[|–—-]\s*)?){{1,2}}(?:(?:reading|read) time\s*:?\s*\d+ ?min(?:ute)?s?\.?)?",
    r"(?:photo|picture|image|illustration|video|photos|photography"
        r"|cover image|archive photo)s?(?: credits?)?\s*(?:[:©/|–—]"
        r"|by|via)\s*.{1,80}",
    r"(?:photo )?credits?(?: photo)?s?\s*[:/–—-]\s*.{1,80}",
    r"\(?(?:archive )?photos?\s*(?:/|-|–|by|:|©)?\s*[A-ZÀ-Þ].{0,70}\)",
    rf"(?-i:(?:Archive )?[Pp]hotos? (?:{AGENCIES}|[A-ZÀ-Þ][\w’.-]+(?: [A-ZÀ-Þ][\w’.-]+){{1,2}})"
        r"(?: ?[/,–-] ?[A-ZÀ-Þ][\w’. -]{1,40})?)",
    rf"(?-i:[A-ZÀ-Þ][\w’.-]+(?: [A-ZÀ-Þ][\w’.-]+){{1,2}} ?/ ?(?:{AGENCIES}))",
    rf"(?-i:(?:{AGENCIES}) ?/ ?[A-ZÀ-Þ][\w’.-]+(?: [A-ZÀ-Þ][\w’.-]+){{1,2}})",
    r"(?-i:PHOTOS? [A-ZÀ-Þ.’'-][ ,/]*[A-ZÀ-Þ.’'-][A-ZÀ-Þ.’' ,/-]*)",
    r"©\s*.{1,80}|\(c\)\s+(?-i:[A-Z0-9]).{1,60}[^.]|copyright (?:reserved|(?-i:[^a-z]).{0,79})",
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
        r"|messenger|print|copy link|share|tweet|instagram)(?:\s*(?:[|•·,/]\s*)?"
        r"(?:facebook|twitter|whatsapp|linkedin|pinterest|telegram|e-?mail"
        r"|messenger|print|copy link|share|tweet|instagram))+",
    r"(?:follow|find|join|like) (?:us|all (?:the|our) news|our "
        r"(?:page|channel|live)|the news|.{1,30} news)(?: also)? (?:on"
        r"|in(?! [a-z]+ing\b)|at) (?:[\w’' ,/-]){1,45}[!.]?",
    r"(?:subscribe|sign up|register)(?: (?:now|here|for free))?"
        r"(?: (?:to|for) (?:our|the|a) (?:.{0,30}\b(?:newsletter|channel"
        r"|alerts?|podcast|mailing list|youtube|app)\b.{0,70}|.{0,40}[^.!](?![.!])))?[.!]?",
    r"read (?:the )?(?:full|whole|rest of the|entire) (?:article|story|interview|report|text)\b.{0,60}"
        r"\b(?:subscription|subscribing|subscribers?|trial|month|account|login|free|€)\b.{0,20}",
    r"(?:subscribe|sign up|register|log in|sign in|create an account)(?: now| here| for free| free)*,? (?:and|to) "
        r"(?:continue|keep|go on) reading\b.{0,60}",
    r"(?:reading|read) time\s*:?\s*\d+ ?min(?:ute)?s?\.?|\d+ ?min"
        r"(?:ute)?s?(?: of)? read(?:ing)?\.?|time to read\s*:?\s*\d+.{0,10}",
    r"advertis(?:ing|ement)s?|publicity|sponsored(?: content)?|the rest after this ad"
        r"(?:vertisement)?|(?:article|text) continues (?:below|after).{0,30}"
        r"|continue reading(?: (?:below|after).{0,40})?",
    r"all rights reserved\.?.{0,80}|any reproduction (?:is )?prohibited.{0,40}|reproduction prohibited.{0,90}",
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
        r"(?: with (?:AFP|Reuters|agenc(?:y|ies)))?|\(?(?-i:(?:[Ww]ith )?"
        r"(?:AFP|REUTERS|Reuters|DPA|dpa|ANSA|EFE|Belga|ANP)(?: with .{1,40})?)\)?",
    r"now you can see non-english news\.*|the limited times|machine translat"
        r"(?:ed|ion)(?: by .{1,40}\.?)?|(?:automatically )?translated "
        r"(?:by|from|with) .{1,50}",
    r"(?:share (?:on|via|by) \w+[\s|·•/]*){2,}",
    r"(?:note ?: ?)?this (?:article|text|page|content) (?:is|was|has been) .{0,60}\btranslat.{0,160}",
    r"(?:source link|original article|link to the original|read the original(?: article)?)\s*:?.{0,60}",
    r"by (?:the )?editorial staff.{0,60}|by .{2,40},? with (?:AFP|Reuters|agencies)",
    r"this article (?:was|is|has been) (?:originally |first |automatically )?"
        r"(?:published|translated|written)\b.{0,120}",
    r"\d+ (?:comments?|reactions?|shares?|views?|likes?)|(?:to )?(?:comment|react)(?: (?:on|to) this article)?"
        r"|(?:post|leave) (?:your|a) (?:comment|reaction)|join the (?:discussion|conversation)"
        r"|report (?:an error|a mistake|a typo|this content).{0,40}|did (?:you like|this article interest) .{0,40}\?"
        r"|was this article (?:useful|helpful|interesting).{0,30}|to (?:share|print|react|comment)",
    r"(?:every|each) (?:morning|evening|day|week|monday|friday),? [^.!?]{3,80}\b(?:inbox|mailbox|e-?mail box)\.?",
    r"newsletters?(?:\s*:.{1,120})?|(?:to )?receive (?:our|the|every|all|each)\b.{0,80}\b(?:newsletters?|inbox|mailbox"
    r"|alerts?)\b.{0,60}"
        r"|download (?:our .{0,30}\bapp(?:lication)?\b.{0,40}|the .{0,30}\bapp(?:lication)?(?: .{0,39}[^.])?)"
        r"|(?:on )?google news"
        r"|follow (?:all )?.{0,60}\bon (?:our )?(?:whatsapp|google news|facebook|instagram|telegram|x"
        r"|twitter)\b.{0,40}",
    r"(?-i:By (?:[A-ZÀ-Þ][\w’-]+ ?){2,4})\s*[|,–—-]\s*(?:published|posted|updated|on)\b.{4,80}"
        r"|(?-i:[A-ZÀ-Þ][\w’-]+ [A-ZÀ-Þ][\w’-]+),? \(?with (?-i:AFP|Reuters|agencies|DPA|EFE|ANSA)\)?"
        r"|editorial (?:staff|team|office|board)?(?: of| at)? ?(?-i:[A-ZÀ-Þ][\w’-]+){1,3}",
    r"(?:reading|read)\s*:\s*\d+ ?min(?:ute)?s?\.?",
    r"illustrati(?:ve|on) (?:photo|image|picture)s?\.?(?:\s*[-–—/©:].{0,80})?"
        r"|(?-i:Illustration\.\s[A-Z].{1,60}|(?:AFP|EPA|SIPA|Sipa|MAXPPP|Getty Images|ANSA|EFE)(?: archives?|"
        r" [Pp]hoto)(?: / .{1,60})?)",
    r"the rest (?:of (?:this|the) (?:content|article|story) )?(?:below|after .{1,40})"
        r"|(?:the )?(?:text|article|story|reading)? ?continues? (?:below|after|under).{0,30}",
    r"our (?:latest|last) videos?|most (?:read|viewed|popular)(?: articles)?|hot topics|show more|load more|see all"
        r"|more information|latest news|top (?:articles|stories)|trending(?: now)?|the essentials?|in the same section",
    rf"all (?:the )?(?:news|our news|articles|stories|headlines)(?: articles| stories| items)?(?: published| posted)?"
        rf" (?:on|of|from|for) {_DATE}",
    r"to (?:display|view|see|watch|access|read|play|listen to|load|consult) (?:this|the) "
        r"(?:content|video|post|tweet|page|article|media|player|map|podcast|publication|embedded content),? "
        r"(?:(?:you (?:must|need to|have to|should)|please) )?"
        r"(?:first )?(?:accept|allow|enable|activate|authorise|authorize|consent to|agree to|log in|subscribe|turn off"
        r"|disable)\b.{0,120}",
    r"(?:continue|keep) reading (?:with|for|by|from|thanks to)\b.{0,60}"
        r"\b(?:subscription|subscribing|trial|month|euros?|account|free|€)\b.{0,40}"
        r"|(?:subscribe|register|log in|sign in|sign up|create an account) to (?:read|continue|access|unlock|see"
        r"|keep)\b.{0,80}|already (?:a )?(?:subscriber|subscribed|registered|a member|a customer)\s*\?.{0,60}"
        r"|you (?:still )?have \d+([.,]\d+)? ?% of this article (?:left )?to read.{0,80}"
        r"|the rest (?:of (?:this|the) article )?is (?:reserved )?for (?:our )?subscribers.{0,40}"
        r"|(?:try|test|read) .{0,30}\bfor (?:free|1 euro|€ ?1|one euro)\b.{0,40}",
    r"(?:our |the )?subscribers (?:can|will|may) (?:read|find|discover|access|see|continue|learn|consult)\b.{0,80}"
        r"\b(?:here|in full|below|the (?:rest|full|whole|entire|complete)) ?\b.{0,60}"
        r"|our subscribers can (?:discover|find out|read) .{1,80}"
        r"|(?:find out|discover|read|learn) .{1,80}\b(?:in|with|on) (?:our|the) (?:subscriber|paid|digital|premium)"
        r" (?:edition|version|offer|area|section)\b.{0,40}"
        r"|to (?:read|continue|access|discover) .{1,60}\b(?:article|story|interview|investigation|rest|reading),"
        r" (?:please )?(?:subscribe|log in|sign in|register)\b.{0,60}"
        r"|(?:for|only for|exclusively for|available to) (?:our )?subscribers(?: only| exclusively)?\.?"
        r"|(?:this|the) (?:article|content) is (?:only |exclusively )?(?:for|available to) (?:our )?subscribers"
        r"(?: only)?\.?|you (?:still )?have \d+([.,]\d+)? ?% of this article (?:left )?to (?:read|discover)\..{0,80}",
    r"(?-i:With [A-Z]\w*(?:Plus|Premium|Pass|Abo|Club|\+)\w*,? you (?:can|will)) .{1,120}",
)  # fmt: skip

FIRST = frozenset(
    "every each note by original link source sources modified updated published posted created last first date edited"
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
    " react post newsletter newsletters receive download google editorial report did was comment illustrative hot show"
    " learn exclusively only for available you continues load more latest top trending most text story"
    " all continue keep already test try"
    " update"
    " jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
"""Every pattern begins with one of these words, with a digit or with a sign."""
