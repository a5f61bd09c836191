"""What has its name behind it in French: laws, prizes, groups of companies. Plain constants."""

from __future__ import annotations

FIRMS = frozenset(
    "bolloré vivendi bouygues lagardère dassault renault carrefour accor altice casino auchan lvmh kering danone"
    " michelin airbus safran thales veolia suez engie edf total totalenergies peugeot psa stellantis niel arnault"
    " mulliez pinault leclerc korian orpea wagner barrière".split()
)
"""Groups of companies: the group Bolloré."""
NAMED = frozenset(
    "bonus law bill plan decree reform amendment affair premium commission government method effect cheque"
    " scandal project report case generation clan era pact cheques voucher vouchers tax jury prize stadium hall pass"
    " gymnasium school college square station airport".split()
)
"""What French names by a name after it: la prime Macron, le plan Marshall, l’affaire Dreyfus."""
