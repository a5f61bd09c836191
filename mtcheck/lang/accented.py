"""Names and words of the news that have an accent, to tell which letter was lost in one of them."""

from __future__ import annotations

from functools import cache

_NAMES = """
André René Hervé José Aimé Désiré Honoré Barnabé Théo Léo Léon Léa Clément Gérard Gérald Frédéric Cédric Éric Émile
Étienne Édouard Éliane Élise Élodie Élisabeth Émilie Éloïse Estée Sébastien Stéphane Stéphanie Jérôme Jérémy Jérémie
Grégory Grégoire Rémi Rémy Hélène Irène Thérèse Geneviève Michèle Danièle Joëlle Noëlle Raphaëlle Gaëlle Maëlle
Noël Joël Raphaël Gaël Maël Michaël Loïc Loïs Anaïs Inès Agnès Cécile Céline Valérie Véronique Bénédicte Béatrice
Angélique Adèle Amélie Aurélie Aurélien Mélanie Mélissa Noémie Zoé Chloé Cléo Timothée Dorothée Mathéo Mickaël Benoît
François Françoise Gonçalo Conceição João Simão Sebastião Estêvão Inês Luís Mário Júlio Júlia Antônio António
Cláudio Cláudia Fábio Flávio Vinícius Tomás Lúcia Lídia Andréa Jesús María Raúl Iñaki Íñigo Ramón Martín Joaquín Agustín
Andrés Tomás Nicolás Matías Sofía Lucía Rocío Verónica Mónica Ángel Ángela Ángeles Óscar Álvaro Álex Víctor Héctor César
Adrián Julián Fabián Sebastián Germán Iván Hernán Román Belén Begoña Jürgen Günter Günther Jörg Björn Sören Søren Käthe
Müller Schröder Schäfer Jäger Köhler Krüger Böhm Weiß Groß Löw Özil Gündogan Göring Söder Kühn Niccolò Nicolò Zoë
Martínez González Rodríguez Fernández López Sánchez Pérez Gómez Díaz Álvarez Jiménez Hernández Muñoz Núñez Ibáñez Peña
Gutiérrez Ramírez Vázquez Domínguez Suárez Méndez Guzmán Román Rincón León Beltrán Durán Galán
Gonçalves Simões Magalhães
Guimarães Araújo Conceição Assunção Lefèvre Lefébure Lemaître Mélenchon Lévy Bérégovoy Séguin Barthélemy
São Brasília Goiânia Paraná Ceará Pará Florianópolis Niterói Vitória Málaga Córdoba Cádiz Jaén León Gijón Cáceres Mérida
Logroño Bogotá Medellín México Perú Panamá Yucatán München Köln Düsseldorf Nürnberg Münster Zürich Würzburg Göttingen
Österreich Thüringen Tübingen Saarbrücken Orléans Besançon Alès Angoulême Béziers Nîmes Sète Évreux Épinal Évry Mâcon
Liège Compiègne Périgueux Saint-Étienne Châteauroux Châlons Chambéry Sélestat Créteil Vendée
Isère Lozère Ardèche Corrèze Drôme Rhône Saône Finistère Hérault Pyrénées Landévennec Guéret Génissiat Mézières
Élysée Élysées Beyoncé Mbappé Dembélé Pelé Atlético Genève Neuchâtel Québec Montréal
café cafés fiancé fiancée première élite décor crèche façade cliché protégé communiqué attaché résumé château châteaux
fête fêtes rôle régime tête-à-tête déjà-vu naïve naïf maître
"""


@cache
def _gaps() -> dict[tuple[str, str], str]:
    """The two ends of a word that lost one letter -> the letter."""
    gaps: dict[tuple[str, str], str] = {}
    for word in _NAMES.split():
        for at, char in enumerate(word):
            if not char.isascii():
                gaps[word[:at], word[at + 1 :]] = char
    return gaps


def lost_letter(left: str, right: str) -> str:
    """The letter with an accent that stood between the two ends, '' where no name or word that we know has one."""
    return _gaps().get((left, right), "")
