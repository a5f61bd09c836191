"""Nouns for what people do for a living, in English; a person is *a* plumber. Plain constants.

Offices of which there is one (mayor, president, director) are none: “she is director of the school” is English.
"""

TRADES = frozenset(
    """
    accountant acrobat actor actress aesthetician anaesthetist anthropologist apprentice archaeologist architect
    archivist artist astronaut astronomer auctioneer author babysitter bailiff baker banker barber barmaid barman
    bartender beautician beekeeper biologist blacksmith boatman bodyguard bookbinder bookkeeper bookseller bouncer boxer
    breeder brewer bricklayer broker builder butcher cabinetmaker caregiver caretaker carer carpenter cartoonist cashier
    cellist ceramicist chemist childminder choreographer civil-servant cleaner clockmaker clown comedian composer
    confectioner cook courier craftsman croupier dancer decorator dentist designer detective developer dietician
    dietitian diver docker dockworker doctor dressmaker driver drummer economist educator electrician engineer
    entrepreneur ethnologist farmer farmhand farmworker farrier filmmaker firefighter fireman fisherman fishmonger
    florist footballer forester fruiterer gardener geographer geologist glassblower glazier goldsmith greengrocer grocer
    guitarist gynaecologist gynecologist hairdresser historian housekeeper housewife hunter illustrator influencer
    instructor interpreter jeweller jeweler jockey joiner journalist juggler labourer laborer landscaper lawyer
    lexicographer librarian locksmith logger lumberjack machinist magician magistrate maid manicurist masseur
    mathematician mechanic metalworker midwife miller milliner miner musician nanny naturalist neurologist notary
    novelist nurse nutritionist oenologist optician orthodontist osteopath paediatrician painter paramedic pathologist
    pediatrician pensioner pharmacist philosopher photographer physicist physiotherapist pianist pilot plasterer
    playwright plumber podiatrist poet policeman policewoman porter postman postwoman potter printer projectionist
    proofreader psychiatrist psychoanalyst psychologist psychotherapist publicist radiologist rapper receptionist
    researcher roofer saddler sailor salesman saleswoman schoolteacher scientist screenwriter sculptor seamstress
    shepherd shepherdess shoemaker shopkeeper singer social-worker sociologist soldier solicitor songwriter speleologist
    statistician stonemason storyteller stuntman stuntwoman stylist surgeon surveyor tailor tanner tattooist teacher
    technician tinsmith toolmaker translator tutor upholsterer urologist vet veterinarian violinist waiter waitress
    warehouseman watchmaker weaver welder winegrower winemaker woodcutter writer youtuber zoologist
    """.split()
)
