"""Words that say no, folded, by language. Plain constants."""

from __future__ import annotations

NEGATIONS = {
    "en": frozenset(
        """
        not no never nothing nobody none nor neither without cannot nowhere non hardly barely scarcely t few little
        refuse refuses refused refusing deny denies denied lack lacks lacked fail fails failed unable impossible fewer
        unless except reject rejects rejected avoid avoids avoided prevent prevents prevented stop stops stopped only
        instead rather absence absent lacking yet free rarely seldom doubt doubts ignore ignores ignored exclude
        excluded excludes ruled rule rules against despite until
        """.split()
    ),
    "fr": frozenset("pas jamais rien aucun aucune personne ni non sans nul nulle guere mal peu".split()),
    "es": frozenset("no nunca jamas nada nadie ningun ninguno ninguna ni sin tampoco".split()),
    "it": frozenset("non mai niente nulla nessuno nessuna nessun ne senza neanche nemmeno".split()),
    "pt": frozenset("nao nunca jamais nada ninguem nenhum nenhuma nem sem tampouco".split()),
    "de": frozenset("nicht nie niemals nichts niemand kein keine keinen keinem keiner keines weder ohne".split()),
    "nl": frozenset("niet nooit niets niemand geen noch zonder".split()),
}
"""English has many ways to say no without `not`: all of them count, since a flag needs a side that has none at all."""

CLEAR = {
    "en": frozenset("not never nothing nobody cannot t".split()),
    "fr": frozenset("ne n".split()),
    "es": frozenset("no nunca nadie".split()),
    "it": frozenset("non nessuno".split()),
    "pt": frozenset("nao nunca ninguem".split()),
    "de": frozenset("nicht niemals niemand kein keine keinen".split()),
    "nl": frozenset("niet nooit geen".split()),
}
"""Negations that cannot be anything else; French « ne » stands beside each of its own (see `rules/bilingual`)."""

NOT_NEGATED = frozenset("que qu avant moins craindre craint peur empeche empecher evite eviter sauf".split())
"""French words beside which « ne » does not negate: ne … que, avant que … ne, plus … que ne."""
