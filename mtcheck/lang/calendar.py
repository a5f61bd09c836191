"""What days and months are called in the languages that mtcheck reads. Plain constants: loading them costs nothing."""

from __future__ import annotations

MONTHS = {
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
"""The twelve months in order, as the language writes them; some are English too (April)."""

WEEKDAYS = {
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
}
"""The seven days from Monday on."""

FRENCH_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
FRENCH_DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche"
"""Apart from the others: what French leaves standing of them in English is the business of the French pack."""

FAIRS = {
    "second": "Monday", "third": "Tuesday", "fourth": "Wednesday", "fifth": "Thursday", "sixth": "Friday",
}  # fmt: skip
"""Portuguese counts its days: `segunda-feira`, half translated, is second-feira."""
