"""Lands by their English names. Plain constants."""

from __future__ import annotations

LANDS = frozenset(
    """
    France Germany Spain Italy Portugal Belgium Switzerland Austria Poland Hungary Romania Bulgaria Greece
    Turkey Russia Serbia Kosovo Croatia Slovenia Slovakia Estonia Latvia Lithuania Finland Sweden Norway Denmark
    Iceland Ireland England Scotland Wales Britain Luxembourg Moldova Montenegro Macedonia Albania Bosnia
    Belarus Armenia Azerbaijan Kazakhstan Uzbekistan China Japan India Pakistan Bangladesh Iran Iraq Syria
    Israel Egypt Libya Tunisia Algeria Morocco Mauritania Mali Niger Nigeria Chad Senegal Guinea Cameroon Gabon
    Togo Benin Burkina Rwanda Burundi Kenya Ethiopia Somalia Eritrea Uganda Tanzania Zambia Zimbabwe Mozambique
    Angola Namibia Botswana Madagascar Brazil Argentina Chile Mexico Canada Australia Korea Vietnam Cambodia
    Laos Thailand Burma Myanmar Malaysia Indonesia Singapore Taiwan Mongolia Nepal Afghanistan Cuba Haiti
    Venezuela Colombia Peru Bolivia Ecuador Uruguay Paraguay Nicaragua Honduras Guatemala Panama Cyprus Malta
    Qatar Kuwait Oman Europe Asia Africa America Oceania Brittany Normandy Corsica Provence Alsace Lorraine
    Burgundy Picardy Aquitaine Occitania Catalonia Andalusia Bavaria Saxony Lombardy Tuscany Sicily Sardinia
    Piedmont Flanders Wallonia Guadeloupe Martinique
    """.split()
)
"""Lands that English names without an article. Those that have or had one (the Congo, the Ukraine) are left out."""

NATIONALITIES = frozenset(
    "french german italian spanish portuguese belgian dutch british english scottish welsh irish austrian"
    " hungarian romanian bulgarian greek russian ukrainian serbian croatian swedish norwegian finnish european"
    " american canadian mexican brazilian argentinian chilean colombian venezuelan cuban african algerian tunisian"
    " moroccan libyan egyptian israeli palestinian syrian iraqi iranian lebanese saudi afghan pakistani indian"
    " chinese japanese korean vietnamese australian senegalese malian nigerian ivorian congolese asian catalan"
    " corsican breton parisian".split()
)
"""Adjectives of lands, continents and a few regions, which take a capital in English."""
