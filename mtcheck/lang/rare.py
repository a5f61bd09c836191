"""Rare English words that look as if two words had run together, or a letter were doubled: histone, procuress.

They are the words of SCOWL up to size 80 (American and British; its licence is in `data/LICENSE-SCOWL.txt`) that
the lexicon, which goes to size 60, lacks and that the rules fused-words and garbled-token would otherwise mend.
"""

RARE = frozenset(
    "alphanumerical ammino andvile areally areaway arenose arrises bankit batts bedsit benchwarmer betta bettas bevvy"
    " bibless billionairess bisson bitts blather blewit bloodguilty botts bugshas bunns bushwas butanal butties"
    " buttoner canbank canbanks candescent candlelighter candock canfield canfields canns canstick canthus cantier"
    " cantrail cantrails cantrap cantraps cantrip cantrips canzone canzones carrs cheerfuller cheerfullest chichas"
    " citess comether compounder confirmand conns cotts counsellings counterattractive countercommercial"
    " countercultural countereducational counterinflationary counterscientific countersubject counterterrorist diether"
    " distilland doctorand downwith drawshave dreamwhile duetts eachwhere earlywoods eightballs eightscores"
    " embryogenetic embryological everduring everwhere everwhich everywhen expounder extrait finnicky firrings"
    " firstfruits fitts fivefingers fivepins fivespots fivestones fourposters fourscores foursquares frenchwomen"
    " fromages fruitfuller fruitfullest fungistatic grandparental graysby greatcoats greensand hackbut haddies hallo"
    " hallos handless haslets hasping havelock havelocks haveours havering haverings headage headages headmen hearable"
    " heaver heavers hebraise hebraised hebraises hebraising hejabs hematins hepars herbarium herbier herbless herby"
    " hereditable herefrom hereinafter hereinbefore hereinto hereunder heriot heriots herringer herringers hership"
    " herstories herstory hewings hisself hissingly hissings histing histone histones histrio histrios hoggs"
    " honeysweet honorand housesit innit islanded islanding knockabout largemouth largemouths layabout maffia maffias"
    " mahjongg mahjonggs maill maills malthas marshall marshalls mattings maypops mayweed mayweeds meathe mellon"
    " metrological metropolitical millionairess missuses muggs mustached navvies navvy neverminds newmarket newmarkets"
    " newsprints nills ninebarks nineholes nobble nobbler octopusher offish oflags oftest ogress othergates otherwhere"
    " otherwhile otherworld otherworlds outsin outsit peacefuller peacefullest pennis pennyroyal pennyworth perduring"
    " placcate pointblank pollices polyglott potts procuress prosit pross rackett racketts raggas raggs rallycross"
    " readd readds redowas refunder rellish repps retroviral riggs rightabout rouseabout sackbut sandhis scarriest"
    " scouther setts severalties sheikhas shereef shereefs sheroot sheroots shewing shott shotts sixscores"
    " smallclothes smallgoods smallholder smallholders smallholdings smallmouth smallmouths smallsword smallswords"
    " smalltimer sneaksby sollar somewhen somewhile soother sparkless spitefuller spitefullest spokeshave starr starrs"
    " steamfitting stickit stirabout stollen streetsmart sunns swather tackless tallit tenabilities tenails tendances"
    " tendresses tensons thataway theeked theeking theirselves theisms thenabout thereagainst thereinafter"
    " thereinbefore thereinto therethrough thereunder therewithin thirdstream thisaway tittled trickless tripple"
    " tubbings twelvemonths videoconferencing volcanological walkabout wastable wastries watercooler wattless weregild"
    " weregilds werewolfish westabout whereabout whereafter wherefrom whereinto wherethrough whereunder whereuntil"
    " wherewith whirlabout willeyed willingest willowed willowing willpowers willyard winns withdrawer withdrawers"
    " withholder withholders withholdings withindoors withoutdoors withouts withwind withwinds writher youngberries"
    " youngberry zebrass".split()
)
