"""word lists, counts and inflections -> `english.txt` and `inflections.txt` beside this script.

    python -m mtcheck.data.build_english --standard LIST... --large LIST... \\
        --inflections infl_lu.csv.gz --tagged masc-tagged.txt.xz --counts TEXT.xz...

Run by a developer, never by the program; `README.md` says which inputs were used and their licence:

* `--standard`, `--large`: a word a line; of the large lists only words counted at least `SEEN` times go in;
* `--inflections`: lemminflect's table, `lemma,class,form,form...` with `/` between equals;
* `--tagged`: word/TAG text (Penn tags): it adds classes and puts a word's commonest class first;
* `--counts`: running English, one sentence a line; of a file with tabs, the last column.
"""

from __future__ import annotations

import argparse
import gzip
import lzma
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from mtcheck.analysis.inflect import FORMS, regular_plural, regular_verb

SEEN = 3
"""A rare word of the large lists (`ombudsperson`) must occur this often; below that, typos of other words get in."""

_TOKEN = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_CONTRACTION = re.compile(r"[a-z]+(?:n't|'ll|'ve|'re|'d|'m)$")
_PENN = {"NN": "N", "NNS": "Ns", "VB": "Vb", "VBP": "Vb", "VBZ": "V", "VBD": "V", "VBN": "V", "VBG": "V"} | {
    tag: tag[0] for tag in ("JJ", "JJR", "JJS", "RB", "RBR", "RBS")
}

# Letters and syllables that word lists count as words; in a text they are what a garbled token leaves.
_NOT_WORDS = frozenset(
    """abbrev abbrevs macron aw bi em en ens er es fa fas la las li lo mes mi mu mus nu nus om oms qt re res sh ti tis
    um xi xis ya ye yo els ems des mas pas ans abs tho thru doc docs dis mis ed eds el mt ct pt ll ve don isn didn
    ain est par""".split()
)
# Common words of today's news that the lists of 2020 lack.
_EXTRA = "covid wifi lockdown lockdowns livestream livestreams unvaccinated influencer influencers crypto".split()

_CLOSED = {
    "D": "a an the this that these those each every either neither some any no all both half such what which whose "
    "another much many more most few fewer less least several enough my your his her its our their",
    "P": "i you he she it we they me him her us them mine yours hers ours theirs myself yourself himself herself "
    "itself ourselves yourselves themselves who whom whoever what which that this these those one ones someone "
    "somebody something anyone anybody anything everyone everybody everything nobody nothing none",
    "I": "of in on at by for with from to into onto upon about above across after against along amid amidst among "
    "amongst around as before behind below beneath beside besides between beyond despite down during except inside "
    "like near off opposite out outside over past per since than through throughout till toward towards under "
    "underneath unlike until up via within without versus concerning regarding notwithstanding",
    "C": "and or but nor so yet if because although though while whereas unless until since when whenever where "
    "wherever whether that than as once lest plus",
    "M": "be am is are was were been being have has had having do does did will would shall should can could may "
    "might must ought",
    "U": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million "
    "billion trillion first second third fourth fifth sixth seventh eighth ninth tenth dozen",
    "R": "not also too very here there then now again always never often still yet already almost soon just even "
    "ever perhaps maybe quite rather only else how why when where",
    "X": "oh ah hey hello yes no please thanks wow ok okay",
}
# `his` and `to` are tagged as anything in the treebanks; a closed word keeps to its list, plus these open readings.
_OPEN_READINGS = dict(
    item.split(":")
    for item in """like:Vb past:JN being:NV will:N such:J same:J one:N ones:N okay:JR ok:JR thanks:N can:N might:N
    must:N second:NJ half:N over:R down:RJ up:R out:R off:R inside:NR outside:NJR opposite:NJ near:JR
    concerning:V regarding:V while:N since:R before:R after:R around:R about:R through:R enough:RJ
    more:RJ most:RJ less:RJ least:RJ much:RJ first:RJN please:Vb hundred:N thousand:N million:N
    billion:N dozen:N third:NJ few:J many:J several:J plus:N so:R that:R all:R no:R still:J just:J
    even:J only:J then:J very:J""".split()
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("standard", "large", "counts"):
        parser.add_argument(f"--{name}", type=Path, nargs="+", required=True)
    parser.add_argument("--inflections", type=Path, required=True)
    parser.add_argument("--tagged", type=Path, required=True)
    given = parser.parse_args()

    counts = count_words(given.counts)
    words = choose_words(given.standard, given.large, counts)
    verbs, nouns, classes = read_inflections(given.inflections, words)
    order = tag_counts(given.tagged)
    owners = possessives([*given.standard, *given.large])
    for word in owners & words - set(classes):
        classes[word] = {"N"}
    words = {word for word in words if counts[word] or guess(word, words, classes)}
    out = Path(__file__).parent
    total = sum(counts.values())
    lines = [
        f"{word}\t{band(counts[word], total)}{letters(word, guess(word, words, classes), order)}"
        for word in sorted(words)
    ]
    (out / "english.txt").write_bytes(with_index(lines))
    (out / "inflections.txt").write_text(irregular(verbs, nouns), encoding="ascii")
    print(f"{len(words)} words, {total} counted tokens")  # noqa: T201


def texts(paths: Iterable[Path]) -> Iterator[str]:
    """The lines of the files; the last column of a file with tabs, each different one once."""
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in dict.fromkeys(lines):
                source, tab, rest = line.partition("\t")
                if not tab or source in SOURCES:
                    yield rest.rpartition("\t")[2] if tab else line


SOURCES = frozenset({"tatoeba", "digital-canada-ca", "blogue-canada-ca", "african-storybook", "opensource-guide"})
"""Of tab-separated files only these sources are counted: permissive licences and everyday prose."""


def count_words(paths: Iterable[Path]) -> Counter[str]:
    """How often each word occurs in lower case (a capital may be a name's; a sentence's first word is lost)."""
    counts: Counter[str] = Counter()
    for line in texts(paths):
        counts.update(word.replace("’", "'") for word in _TOKEN.findall(line) if word[0].islower() and word.islower())
    return counts


def choose_words(standard: list[Path], large: list[Path], counts: Counter[str]) -> set[str]:
    """The words of the lexicon."""
    common, rare = listed(standard), listed(large)
    words = common | {word for word in rare if counts[word] >= SEEN or _prefixed(word, common)} | set(_EXTRA)
    words |= {word for group in _CLOSED.values() for word in group.split()}
    # two- and three-letter entries that nobody wrote in millions of words are abbreviations or letters of alphabets
    nouns = possessives([*standard, *large])
    words = {word for word in words if len(word) > 3 or counts[word] >= SEEN or word in nouns}
    return {word for word in words if word not in _NOT_WORDS and (len(word) > 1 or word in ("a", "i"))}


def _prefixed(word: str, common: set[str]) -> bool:
    """`reintroduced`: a productive prefix before a standard word long enough to be no chance."""
    return any(
        word.startswith(prefix) and len(word) > len(prefix) + 4 and word[len(prefix) :] in common
        for prefix in ("re", "un", "non", "over", "under", "pre", "mis", "out", "anti", "inter", "counter", "neuro")
    )


def listed(paths: Iterable[Path]) -> set[str]:
    words = {line.strip() for path in paths for line in path.read_text(encoding="utf-8").splitlines()}
    return {word for word in words if re.fullmatch("[a-z]+", word) or _CONTRACTION.match(word)}


def possessives(paths: Iterable[Path]) -> set[str]:
    """The words that the lists give a possessive: their nouns."""
    lines = (line.strip() for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return {line[:-2] for line in lines if line.endswith("'s")}


Verb = tuple[tuple[str, ...], ...]


def read_inflections(
    path: Path, words: set[str]
) -> tuple[dict[str, Verb], dict[str, tuple[str, ...]], dict[str, set[str]]]:
    """(verb -> the readings of third, past, participle, gerund), (noun -> plurals), (form -> class letters)."""
    verbs: dict[str, Verb] = {}
    nouns: dict[str, tuple[str, ...]] = {}
    classes: dict[str, set[str]] = defaultdict(set)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            lemma, kind, *cells = line.rstrip("\n").split(",")
            forms = [tuple(form for form in cell.split("/") if form in words) for cell in cells]
            if lemma not in words:
                continue
            if kind == "verb" and len(forms) == 4:
                past, participle, gerund, third = forms
                if len(past) > 1 and past[0].endswith("ed"):
                    # the table names only the participle that differs: `learned/learnt,learnt`
                    participle = (*(form for form in past if form.endswith("ed")), *participle)
                verbs[lemma] = tuple(
                    tuple(dict.fromkeys(kept)) or (regular_verb(lemma, tag),)
                    for tag, kept in zip(FORMS, (third, past, participle or past, gerund), strict=True)
                )
                classes[lemma].update("Vb")
                for form in {form for cell in verbs[lemma] for form in cell}:
                    classes[form].add("V")
            elif kind == "noun":
                plurals = tuple(form for cell in forms for form in cell)
                # the table gives a noun that is seldom counted as its own plural; `efforts` is still right
                if lemma not in _UNCHANGED and not lemma.endswith("s"):
                    plurals = tuple(form for form in plurals if form != lemma)
                nouns[lemma] = tuple(dict.fromkeys(plurals))
                classes[lemma].add("N")
                for form in nouns[lemma] or (regular_plural(lemma),):
                    classes[form].update("Ns")
            elif kind in ("adj", "adv"):
                for form in (lemma, *(form for cell in forms for form in cell)):
                    classes[form].add("J" if kind == "adj" else "R")
    # `things` stands there beside `thing`: only what has no singular of its own is its own plural
    doubled = [noun for noun, plurals in nouns.items() if plurals == (noun,) and regular_plural(noun[:-1]) == noun]
    for noun in doubled:
        if noun[:-1] in nouns:
            del nouns[noun]
    return verbs, nouns, classes


def guess(word: str, words: set[str], classes: dict[str, set[str]]) -> str:
    """The classes of a form; where the table is silent, from its family. '' for what nobody explains (`abbr`)."""
    if word in classes:
        return "".join(classes[word])
    if word.endswith("s") and {word[:-1], word[:-2], word[:-3] + "y"} & words:
        return "Ns"
    if regular_plural(word) in words:
        return "N"
    if "'" in word:
        return "M"
    return next((letter for endings, letter in _ENDINGS.items() if word.endswith(endings)), "")


_ENDINGS = {
    ("ly", "wards"): "R",
    ("able", "ible", "less", "ful", "ish", "ic", "al", "ous", "ive", "ed"): "J",
    ("ness", "ity", "ism"): "N",
    ("ing",): "V",
}


def tag_counts(path: Path) -> dict[str, Counter[str]]:
    """How often each lower-case word carries each class in the tagged text."""
    order: dict[str, Counter[str]] = defaultdict(Counter)
    with lzma.open(path, "rt", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            for item in line.split():
                word, _, tag = item.rpartition("/") if "/" in item else item.rpartition("_")
                if word.islower() and tag in _PENN:
                    order[word].update(_PENN[tag])
    return order


def letters(word: str, table: str, order: dict[str, Counter[str]]) -> str:
    """A word's classes, commonest first."""
    closed = "".join(letter for letter, group in _CLOSED.items() if word in group.split())
    if closed:
        return closed + "".join(c for c in _OPEN_READINGS.get(word, "") if c not in closed)
    seen = order.get(word, Counter())
    often = {letter for letter, n in seen.items() if n >= 3 and n >= 0.05 * max(seen.values())}
    found = set(table) | often
    return "".join(sorted(found, key=lambda c: (-seen[c] if c.isupper() else 1, c)))


def band(count: int, total: int) -> str:
    """1 for a word never seen, then 2 + log2 of the count in ten million words; one base-36 digit."""
    value = 1 if count == 0 else 2 + max(0, math.floor(math.log2(count * 1e7 / total)))
    return "0123456789abcdefghijklmnopqrstuvwxyz"[value]


def with_index(lines: list[str]) -> bytes:
    """The words, and before them one line that says at which byte the words with each first three letters start."""
    starts: dict[str, int] = {}
    at = 0
    for line in lines:
        starts.setdefault(line.partition("\t")[0][:3], at)
        at += len(line) + 1
    index = " ".join(f"{prefix} {start}" for prefix, start in starts.items())
    return (index + "\n" + "\n".join(lines) + "\n").encode("ascii")


def irregular(verbs: dict[str, Verb], nouns: dict[str, tuple[str, ...]]) -> str:
    """`v lemma third past participle gerund` and `n singular plural`, where a regular form would be wrong."""
    lines = []
    for lemma, forms in sorted((verbs | _VERBS).items()):
        if any(cell != (regular_verb(lemma, tag),) for tag, cell in zip(FORMS, forms, strict=True)):
            lines.append(" ".join(["v", lemma, *("/".join(cell) for cell in forms)]))
    for lemma, plurals in sorted((nouns | _NOUNS).items()):
        if plurals and plurals != (regular_plural(lemma),):
            lines.append(f"n {lemma} {'/'.join(plurals)}")
    return "\n".join(lines) + "\n"


_VERBS: dict[str, Verb] = {
    cells[0]: tuple(tuple(cell.split("/")) for cell in cells[1:])
    for cells in map(
        str.split,
        """be is was/were been being; have has had had having; do does did done doing; run runs ran run running; quit
    quits quit/quitted quit/quitted quitting; lie lies lied/lay lied/lain lying; bear bears bore borne/born
    bearing; fit fits fitted/fit fitted/fit fitting; pay pays paid paid paying; fly flies flew flown flying; bet
    bets bet bet betting; cost costs cost/costed cost/costed costing""".split(";"),
    )
}
_UNCHANGED = frozenset("sheep deer fish moose aircraft spacecraft offspring salmon trout squid bison cod".split())
# The table gives a learned or a rare plural first, or none; newspapers write these.
_NOUNS = {
    cells[0]: tuple(cells[1:])
    for cells in map(
        str.split,
        """person people persons; fish fish fishes; stadium stadiums stadia; forum forums fora;
    referendum referendums referenda; formula formulas formulae; roof roofs; euro euros""".split(";"),
    )
}

if __name__ == "__main__":
    main()
