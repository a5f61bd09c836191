"""English nouns for people by gender, titles, and nouns for bodies of people. Plain constants."""

from __future__ import annotations

FEMININE = frozenset(
    """
    mayoress showgirl barmaid marchioness songstress divorcee
    woman lady girl actress widow mother grandmother stepmother godmother mum mom daughter granddaughter goddaughter
    sister stepsister wife ex-wife girlfriend fiancée fiancee bride aunt niece queen princess duchess countess
    baroness empress waitress hostess stewardess heiress shepherdess abbess goddess huntress mistress seamstress
    laundress schoolmistress headmistress businesswoman chairwoman spokeswoman policewoman sportswoman congresswoman
    councilwoman saleswoman horsewoman noblewoman firewoman fisherwoman yachtswoman frenchwoman englishwoman
    irishwoman midwife nun ballerina soprano mezzo-soprano heroine landlady matriarch comedienne schoolgirl cowgirl
    mother-in-law daughter-in-law sister-in-law grandma maid housewife stepdaughter benefactress enchantress
    protectress murderess poetess authoress sculptress governess tsarina
    """.split()
)
MASCULINE = frozenset(
    """
    man boy gentleman father grandfather stepfather godfather dad son grandson godson brother stepbrother husband ex-
    husband boyfriend fiancé bridegroom uncle nephew king prince duke baron emperor waiter abbot monk friar imam
    sheikh businessman spokesman policeman fisherman horseman nobleman yachtsman cameraman frenchman englishman
    irishman widower tenor baritone countertenor patriarch schoolboy groom cowboy shepherd bullfighter choirboy
    headmaster schoolmaster choirmaster bandmaster
    father-in-law son-in-law brother-in-law grandpa stepson salesman serviceman fireman craftsman tradesman clergyman
    workman sheik sultan tsar pope
    """.split()
)
NEUTRAL = frozenset(
    """
    landlord
    villager delegate hunter urbanist organiser organizer cashier salesperson ceramist cellarman forecaster grower
    wholesaler sommelier weaver fencer forester cheesemaker miller joiner cabinetmaker upholsterer dressmaker milliner
    judoka cobbler shoemaker saddler farrier potter ceramicist glassblower engraver bookbinder typesetter proofreader
    curator gallerist auctioneer landscaper grocer confectioner bartender hotelier innkeeper restaurateur caterer
    concierge janitor housekeeper nanny childminder babysitter rector academic geographer volcanologist glaciologist
    oceanographer virologist immunologist psychoanalyst oncologist solicitor barrister juror paratrooper legionnaire
    cosmonaut trucker stevedore farmhand vet veterinarian umpire hooker flanker sprinter hurdler pole-vaulter
    marathoner alpinist snowboarder biathlete skater rower kayaker windsurfer karateka gymnast archer golfer
    handballer basketballer volleyballer trumpeter accordionist songwriter acrobat juggler puppeteer scriptwriter
    couturier decorator biographer newsreader sub-prefect consul envoy negotiator mediator strikebreaker jobseeker
    labourer supervisor miner kidnapper hostage-taker pickpocket swindler fraudster forger smuggler trafficker stalker
    fugitive passer-by motorcyclist holidaymaker pilgrim deacon sexton lifeguard rescuer benefactor gamekeeper angler
    poacher lumberjack woodcutter barber masseur osteopath carer caregiver educator surveyor programmer usher luthier
    busker lodger squatter falconer stationmaster fly-half scrum-half full-back decathlete heptathlete triathlete
    goalscorer playmaker tightrope-walker brewer distiller oboist clarinettist saxophonist trombonist percussionist
    harpsichordist bagpiper ex-convict wine-grower rose-grower beautician candlemaker clockmaker watchmaker goldsmith
    silversmith tinsmith gunsmith thatcher stonemason stonecutter quarryman bricklayer plasterer scaffolder rigger
    ploughman herdsman stockbreeder horticulturist arborist agronomist oenologist gynaecologist paediatrician
    obstetrician radiographer phlebotomist stretcher-bearer first-aider
    mayor president minister premier chancellor prefect judge magistrate prosecutor lawyer attorney senator deputy
    councillor counsellor governor ambassador secretary chairman director manager head leader chief boss owner founder
    coach captain trainer player striker goalkeeper defender midfielder winger forward footballer cyclist runner
    swimmer skier sailor skipper navigator rider racer boxer wrestler athlete champion runner-up referee novelist
    writer author poet playwright journalist reporter editor presenter host anchor columnist critic singer actor
    musician pianist violinist guitarist cellist conductor composer dancer choreographer filmmaker painter sculptor
    artist designer architect photographer comedian model star performer teacher schoolteacher professor lecturer
    headteacher principal student pupil apprentice scholar historian scientist researcher expert specialist economist
    physicist chemist biologist geologist psychologist psychiatrist sociologist doctor surgeon nurse dentist
    pharmacist physician paramedic firefighter officer detective inspector commissioner superintendent sergeant
    lieutenant colonel general admiral major commander soldier gendarme agent spy priest bishop archbishop cardinal
    pastor vicar rabbi cleric parishioner farmer baker butcher fisher fishmonger cook chef gardener winegrower
    winemaker driver pilot mechanic engineer technician worker employee employer colleague partner associate neighbour
    neighbor friend companion tenant landowner shopkeeper merchant trader banker broker investor entrepreneur
    businessperson contractor consultant adviser advisor aide assistant official spokesperson candidate contender
    opponent rival predecessor successor co-founder chairperson activist campaigner protester demonstrator unionist
    refugee migrant immigrant citizen resident inhabitant victim suspect defendant accused prisoner inmate detainee
    witness plaintiff killer murderer attacker gunman thief robber burglar patient survivor hostage caller client
    customer guest visitor passenger pedestrian tourist traveller traveler walker hiker climber mountaineer diver
    surfer keeper guide guard warden postman person adult teenager child kid baby infant toddler youngster orphan twin
    parent spouse grandparent cousin relative heir lover fan supporter follower member voter elector volunteer donor
    hero idol genius somebody someone anybody anyone everyone everybody whoever each contestant competitor
    participant finalist winner loser medallist medalist jockey matador caretaker cleaner plumber
    electrician carpenter mason builder blacksmith hairdresser tailor translator interpreter librarian bookseller
    publisher producer screenwriter illustrator blogger influencer youtuber politician lawmaker legislator mp mep
    congressman councilman statesman dictator monarch sovereign ruler lyricist rapper drummer frontman bassist soloist
    clown magician philosopher theologian mathematician astronaut astronomer inventor explorer adventurer veteran
    recruit heckler whistleblower rapporteur ombudsman trustee treasurer accountant auditor clerk receptionist
    notary bailiff roofer welder florist beekeeper jeweller locksmith breeder docker trawlerman midfielder centre-back
    full-back left-back right-back wing-back fly-half scrum-half vice-captain goalscorer playmaker
    octogenarian nonagenarian centenarian septuagenarian sexagenarian quadragenarian newcomer native youth teen senior
    pensioner retiree trainee intern graduate accomplice
    """.split()
)
"""Nouns that say nothing of gender: a candidate that keeps a pronoun open."""

PARTS = frozenset(
    "eyes hand hands head arm arms face leg legs foot feet shoulder shoulders back heart throat knee knees finger"
    " fingers hair mouth voice fist fists tears life".split()
)
"""What French owns by an article: « elle lève les yeux »."""

COLLECTIVE = frozenset(
    """
    team club side company firm group government ministry administration party union federation association committee
    council court parliament senate assembly commission agency authority organisation organization bank police army
    navy force family couple band crew staff board department office university school hospital city town village
    country nation state kingdom republic region province church newspaper magazine channel network station website
    institute institution foundation museum theatre theater studio label brand airline manufacturer maker carrier
    operator supplier producer retailer developer employer opposition coalition majority league body panel jury
    movement campaign trust fund cabinet regime industry community squad unit brigade service system programme project
    bill law report animal dog cat horse bird wolf baby child infant toddler ship boat car
    """.split()
)
"""Nouns that `it` and `its` can stand for beside a person."""

TITLES: dict[str, str] = {
    **dict.fromkeys(
        """
        mr monsieur sir lord herr señor signor don messieurs brother king prince father pope emperor uncle
        abbé duke
        """.split(),
        "m",
    ),
    **dict.fromkeys(
        """
        mrs ms miss mme mlle madame mademoiselle lady frau señora signora dame doña sister queen princess
        mother aunt duchess countess
        """.split(),
        "f",
    ),
    **dict.fromkeys(
        """
        dr prof doctor professor judge president mayor minister senator captain colonel general lieutenant
        sergeant commissioner chancellor councillor deputy inspector ambassador governor coach striker
        goalkeeper defender midfielder winger forward fullback cyclist sprinter skier swimmer skipper navigator rider
        boxer judoka gymnast golfer fencer novelist pianist violinist cellist guitarist singer soprano tenor
        conductor composer filmmaker painter sculptor choreographer architect historian sociologist economist
        researcher surgeon farmer winegrower baker shepherd
        goalkeeper secretary bishop cardinal gen sen rep gov capt prefect prosecutor premier
        """.split(),
        "",
    ),
}
"""Word before a name -> gender it gives ('' for offices)."""

PARTICLES = frozenset(
    """
    de da do dos das di del della dello du des d' la le les van von der den ten ter zu bin ben el al y e
    """.split()
)
ORGANISATION_WORDS = frozenset(
    """
    police university hospital party council court club united city city's street road avenue bank group airport
    college school institute foundation association federation union ministry department company corporation park
    bridge river lake valley mountain mount island islands bay north south east west new saint square hall house
    palace award prize championship cup league open stadium arena museum gallery church cathedral act bill report
    treaty agreement airlines motors times post journal tribune herald gazette news television radio network channel
    festival week
    """.split()
)
