"""Nouns for what people do for a living, in English; a person is *a* plumber. Plain constants.

Offices of which there is one (mayor, president, director) are none: “she is director of the school” is English.
"""

TRADES = frozenset(
    """
    accountant acrobat actor actress aesthetician anaesthetist anthropologist archaeologist architect archivist artist
    astronaut astronomer auctioneer author babysitter bailiff baker banker barber barmaid barman bartender beautician
    beekeeper biologist blacksmith boatman bodyguard bookbinder bookkeeper bookseller bouncer boxer breeder brewer
    bricklayer broker builder butcher cabinetmaker caregiver carer caretaker carpenter cartoonist cashier cellist
    ceramicist chef chemist childminder choreographer cleaner clockmaker clown comedian composer confectioner
    consultant cook courier craftsman croupier dancer decorator dentist designer detective developer dietician
    dietitian diver docker dockworker doctor dressmaker driver drummer economist educator electrician engineer
    entrepreneur ethnologist farmer farmhand farmworker farrier filmmaker firefighter fireman fisherman fishmonger
    florist footballer forester fruiterer gardener gendarme geographer geologist glassblower glazier goldsmith
    greengrocer grocer guitarist gynaecologist gynecologist hairdresser historian housekeeper housewife humorist
    illustrator influencer instructor interpreter janitor jeweler jeweller jockey joiner journalist juggler laborer
    labourer landscaper lawyer lexicographer librarian locksmith logger lumberjack machinist magician magistrate maid
    manicurist mason masseur mathematician mechanic metalworker midwife miller milliner miner musician nanny
    naturalist neurologist notary novelist nurse nutritionist oenologist optician orthodontist osteopath paediatrician
    painter paramedic pathologist pediatrician pensioner pharmacist philosopher photographer physicist physiotherapist
    pianist pilot plasterer playwright plumber podiatrist poet policeman policewoman porter postman postwoman potter
    printer projectionist proofreader psychiatrist psychoanalyst psychologist psychotherapist publicist publisher
    radiologist rapper receptionist researcher roofer saddler sailor salesman saleswoman schoolteacher scientist
    screenwriter sculptor seamstress secretary shepherd shepherdess shoemaker shopkeeper singer sociologist
    soldier solicitor songwriter speleologist statistician steward stewardess stonemason storyteller student stuntman
    stuntwoman stylist surgeon surveyor tailor tanner tattooist teacher technician tinsmith toolmaker trainer
    translator tutor upholsterer urologist vet veterinarian violinist waiter waitress warehouseman watchmaker weaver
    welder winegrower winemaker woodcutter writer youtuber zoologist
    agronomist allergist apprentice astrophysicist botanist cardiologist climatologist criminologist demographer
    dermatologist ecologist entomologist epidemiologist geneticist glaciologist haematologist hydrobiologist
    hydrologist immunologist intern microbiologist musicologist mycologist nephrologist oceanographer oncologist
    ophthalmologist ornithologist pneumologist pulmonologist pupil radiographer rheumatologist schoolboy schoolgirl
    seismologist toxicologist trainee virologist volcanologist volunteer
    """.split()
)

COMPOUNDS = {
    "driver": "lorry truck bus taxi tram train crane ambulance delivery racing coach metro",
    "worker": "farm factory temporary social care forestry railway steel shipyard aid",
    "guard": "security prison border forest",
    "officer": "police customs prison probation",
    "servant": "civil public",
    "man": "delivery rag-and-bone",
    "lady": "cleaning",
    "keeper": "lighthouse gate",
    "scientist": "computer political",
    "educator": "special",
    "breeder": "horse cattle sheep pig dog",
    "agent": "estate travel insurance customs",
    "assistant": "shop dental nursing",
    "attendant": "flight",
    "engineer": "sound aerospace civil chemical",
    "singer": "opera",
    "teacher": "primary school",
    "designer": "fashion graphic",
}
"""Of two words: the second -> what stands before it."""

SPOKEN_OF = frozenset(
    """
    researcher investigator inhabitant resident firefighter rescuer teacher scientist nurse pupil winegrower shopkeeper
    trader employee volunteer organiser organizer prosecutor lawyer magistrate policeman gendarme protester demonstrator
    unionist biologist historian geologist sociologist archaeologist astronomer chemist physicist psychologist
    technician engineer beekeeper breeder grower motorist hiker passenger tourist neighbour neighbor paramedic
    pharmacist veterinarian
    """.split()
)
"""People of whom news tells, after whom hardly any film, paper, band or team is called; no office."""
SPOKEN_OF_TOGETHER = frozenset(
    """
    deputies ministers senators councillors mayors officials farmers fishermen doctors parents students consumers users
    voters taxpayers customers officers policemen workers cyclists walkers pensioners retirees lawmakers judges
    """.split()
)
"""Such people in the plural only: of one, the capital may be that of an office."""
SPEAKERS = frozenset(
    "deputy minister mayor senator prosecutor judge lawyer leader member spokesman spokeswoman spokesperson"
    " president director manager head boss chief coach captain player striker goalkeeper doctor nurse midwife"
    " patient resident inhabitant neighbour neighbor mother father sister brother widow son daughter wife husband"
    " man woman teacher professor student pupil farmer winegrower fisherman baker butcher shopkeeper trader driver"
    " passenger witness expert researcher historian sociologist economist journalist editor author writer actor"
    " actress singer comedian official elected councillor adviser advisor candidate opponent unionist activist"
    " demonstrator worker employee officer policeman gendarme firefighter colonel general bishop priest organiser"
    " organizer founder owner tenant customer volunteer colleague friend relative regular mp prefect ecologist"
    " socialist".split()
)
"""Who speaks in the news, of either gender; offices and kin among them."""
