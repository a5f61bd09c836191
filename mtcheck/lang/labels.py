"""Patterns of whole lines that are labels of a page: buttons, forms, links of its menu, notes on cookies. Constants.

What a guide to a program may have as a heading is not here: Sign in, Create an account, Cookie settings.
"""

from __future__ import annotations

from mtcheck.lang.furniture import AGENCIES

_PAGE = r"(?:the|this|our) (?:article|page|text|content|story|post)"
_PLAYED = r"(?:content|video|publication|tweet|post|media|player|map|service|element|page|podcast)"
_NAMED = r"(?-i:[A-ZÀ-Þ][\w’.-]+(?:[ (-]{1,2}(?:[A-ZÀ-Þ][\w’-]+|de|du|des|la|le|les|sur|en)\)?){0,4})"
_MAIL = r"e-?mails?(?: address)?"

LABELS = (
    r"(?:(?:i|to) )?subscribe(?: now)?(?: for (?:€ ?\d+|\d+ ?(?:€|euros?)|one euro))?(?: (?:a|per) month)?[.!]?"
    r"|i (?:subscribe|register|sign up)(?: (?:to|for) .{3,40})?|free access|subscriber(?:s’|s'|s)? edition"
    r"|subscribers?(?:[’']s?)? (?:article|content)|subscription offers?|subscribers? ?(?:zone|area)",
    r"(?:discover|see|view) (?:all )?(?:our|the) (?:subscription )?offers?[.!]?"
    r"|(?:get|receive) (?:the news in real time|our best (?:articles|stories)\b.{0,40}|the (?:news|best of .{3,30}) "
    r"(?:in your inbox|by e-?mail|every (?:day|morning|evening|week)))",
    r"(?:enable|activate|turn on|receive|allow) (?:the |our )?(?:notifications?|alerts?)"
    rf"|(?:offer|gift|give|bookmark|save|print|share|copy|correct|rate) {_PAGE}(?: as a gift)?"
    r"|add (?:(?:it|this|the article) )?to (?:my |your |the )?(?:favou?rites?|selections?|bookmarks|reading list)"
    r"|read later|share ?:? ?\d{0,5}",
    r"listen to (?:the|this) (?:article|podcast|episode)(?: ?\(.{1,20}\))?"
    r"|(?:this )?article (?:is )?read by .{0,30}\bvoice|(?:watch|see|listen)(?: it)? (?:(?:again )?in |the |on )replay",
    r"zoom in(?: on the (?:image|photo))?|enlarge(?: (?:the|this) (?:image|photo|picture))"
    r"|(?:see|view|open) (?:the )?(?:photo|image|picture) in (?:large|full screen|full size)",
    r"(?:see|read|show|view|display|hide) (?:all )?(?:the |\d+ )*(?:comments?|reactions?)(?: ?\(\d+\))?"
    r"|be the first (?:to (?:comment|react|reply)|to leave a comment)(?: on .{3,30})?[.!]?|our readers[’'] reactions?"
    r"|(?:the )?comments (?:are|have been) closed.{0,40}",
    r"(?:contact|write to) (?:the )?(?:editorial (?:staff|team|office)|author|newsroom|editors|journalist)"
    r"|(?:correct|report) (?:an?|the|this) (?:error|mistake|article|typo).{0,30}",
    rf"(?:please )?(?:enter|type|fill in|provide|confirm) (?:your|an?) (?:valid )?{_MAIL} ?[*.!]?"
    rf"|(?:your|the|this) {_MAIL} is (?:not valid|invalid|incorrect|used|processed).{{0,160}}"
    r"|thank you(?: for| ?[,!.]) ?(?:your|you are) (?:now )?(?:subscri|registr|register)\w+.{0,60}"
    r"|thank you for (?:subscribing|registering|signing up).{0,40}|your (?:registration|subscription|request) (?:has"
    r" been|is) (?:taken into account|confirmed|registered|validated).{0,40}",
    r"(?:the )?link (?:has been )?copied.{0,30}|(?:go|skip|jump|access) (?:directly )?to (?:the )?(?:main )?"
    r"(?:content|navigation|menu|search|footer)",
    r"(?:image|photo|illustration|picture) (?:generated|created|made) (?:by|with|using) (?:an )?(?:AI|artificial"
    r" intelligence)\.?|ai[- ]generated (?:image|photo|illustration)\.?"
    r"|\(?(?:illustrati(?:on|ve)|archive|file|symbol(?:ic)?|library) (?:photo|image|picture)s?\)?\.?",
    r"(?-i:By (?:[A-Z]\. ?-?){1,3}(?:[A-Z])?)(?:,? (?:and|&) (?-i:(?:[A-Z]\. ?-?){1,3}))?"
    rf"|(?-i:(?:[A-Z]\.-?){{1,3}}(?:[A-Z]\.?)?),? \(?with (?-i:{AGENCIES})\)?"
    rf"|(?-i:[A-ZÀ-Þ][\w’.-]+(?: [A-ZÀ-Þ][\w’.-]+){{0,3}}),? \(?with (?-i:{AGENCIES})\)?",
    rf"(?:(?:by|from) )?our (?:special |regional |local )?(?:correspondent|envoy|reporter)s?(?:,? {_NAMED}|"
    rf" (?:in|at|to|on the) {_NAMED}(?:,? {_NAMED})?)?"
    rf"|(?:from )?(?:special )?(?:correspondent|envoy) (?:in|to) {_NAMED}",
    r"(?:published|posted|updated?|modified)\s?:?(?: on)?(?: at)?(?: \d{1,2}[./]\d{1,2}[./]\d{2,4},?)?"
    r" \d{1,2}[:h.]\d\d"
    r"(?: ?[ap]\.?m\b\.?)?"
    r"|(?:est(?:\.|imated)? )(?:reading|read) time\s{0,3}:?\s{0,3}\d{1,3} ?min(?:ute)?s?\.?"
    r"|\d+ ?min(?:ute)?s? to read|(?:duration|length) (?:of the )?"
    r"(?:video|podcast|article)?\s{0,3}:\s{0,3}\d[\d:hm ]{0,12}(?:min\w{0,4})?"
    r"|video (?:length|duration)\s{0,3}:\s{0,3}\d[\d:hm ]{0,12}(?:min\w{0,4})?",
    r"advertising (?:space|insert)|your ad(?:vertisement)? here|(?:content |article )?(?:sponsored|offered|proposed"
    r"|presented) by (?-i:[A-ZÀ-Þ])[^.]{1,40}|(?:partner|branded|commercial|promotional) content"
    r"|in partnership with (?-i:[A-ZÀ-Þ])[^.]{1,40}",
    r"(?:read|see|show|view|display|discover) (?:the )?(?:(?:rest|continuation|remainder) of (?:the|this) article"
    r"|(?:full|whole|entire|complete|following|next|previous) article|article in (?:its entirety|full))(?: here)?"
    r"|(?:the )?(?:rest|continuation|following|sequel)(?: of (?:the|this) article)? (?:after|below|under) (?:the|this)"
    r" (?:advertis(?:ing|ements?)|ad|pub|publicity|video)",
    r"(?:find|follow|see|read|discover) (?:(?:here )?all (?:of )?(?:the|our) (?:latest )?(?:news|articles)"
    r"(?:(?: (?:of the day|on|about|from|in|here)\b).{0,60})?|(?:the news|our|the) (?:direct|live)"
    r"(?: (?:feed|here|below))?)[.!]?|(?:all (?:about|on|our articles on) )?(?:the|this) same (?:subject|topic|theme)"
    r"|all about (?:the|this) (?:subject|topic)|to read also|also (?:on|in) the news"
    r"|in the same (?:folder|file|series|category)|on (?:this|the same) (?:subject|topic|theme)\s{0,3}:?"
    r"|answer (?:our|the) (?:poll|survey|question)|take (?:our|the) (?:quiz|survey)|tweets by @\w+"
    r"|themes?(?:\(s\))?\s{0,3}:.{1,120}",
    rf"(?:this|the) (?:article|content|text|video) is (?:exclusively )?(?:reserved|accessible only) (?:for|to)"
    r" (?:our )?subscribers.{0,60}"
    rf"|there (?:is|are|remains?) (?:still )?\d+ ?% of {_PAGE} (?:left )?to read.{{0,60}}",
    rf"sources?\s{0,3}:? ?(?-i:{AGENCIES})(?:(?:, ?| and |/)(?-i:{AGENCIES})){{0,3}}|via (?-i:{AGENCIES})"
    rf"|(?-i:{AGENCIES})(?: ?/ ?[Aa]rchives?)|(?-i:Getty Images)",
    r"add (?:us|.{3,30}) (?:as|to) (?:a |your |our )?(?:preferred|favou?rite) sources?(?: on google.{0,20})?"
    r"|(?:join|follow)(?: us on)? our (?:whatsapp|telegram|instagram|youtube) (?:channel|page|account)s?.{0,40}",
    r"your (?:browser|device) (?:does not|doesn[’']t|cannot) (?:support|display|play|read) .{3,80}",
    rf"(?:this|the (?:publication|display|playback) of this) {_PLAYED}? ?(?:is|has been|may|requires|was|uses) "
    r"(?=.{0,100}\b(?:cookies?|trackers?|consent)\b)"
    r"(?:blocked|not (?:available|displayed|visible|accessible)|unavailable|hidden|disabled|likely|your|consent|the use"
    r"|cookies|deposit|place|be|trackers)\b.{0,160}",
    r"you have (?:refused|declined|rejected|not (?:accepted|consented to|authorised|authorized)) (?:the )?"
    r"(?:(?:deposit|use|placing|storage) of )?(?:the )?cookies?(?:[.,]| (?:to|for|and|on|from)\b|$).{0,200}"
    r"|by (?:clicking|accepting|continuing|browsing)\b(?=.{0,160}\bcookies?\b).{0,240}"
    r"|(?:we need your consent|your consent is (?:required|necessary|needed)) .{0,160}",
)  # fmt: skip
"""Like `furniture.LINES`: each must match from the first character of a line to its last."""

FIRST_OF_LABELS = frozenset(
    "i to subscribe subscriber subscribers subscription my free discover see view get receive enable activate turn"
    " allow"
    " offer gift give bookmark save print share copy correct rate add read reading night listen this article watch zoom"
    " enlarge full open show display hide be our the comments contact write report please enter type fill provide"
    " confirm your thank link go skip jump access image photo illustration picture ai illustrative archive file symbol"
    " symbolic library by from special correspondent envoy published posted updated modified est estimated duration"
    " length video advertising advertisement content sponsored offered proposed presented partner branded commercial"
    " promotional in rest continuation following sequel find follow all there"
    " answer take tweets log sign create theme themes on update source sources via join you we cookie"
    " privacy legal terms site sitemap also".split()
) | frozenset(AGENCIES.lower().replace("getty images", "getty").split("|"))
