"""tokens -> the people of a document, where each is mentioned, and what proves their gender.

Undecided is the default. A person is a woman or a man when a title, a noun or an unambiguous first name says so
and nothing contradicts it; failing that, when `he` or `she` can mean nobody else. A person without gender still
matters: one who could be the owner of a pronoun keeps every rule silent. Pronouns are read outside quotations.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from sys import maxsize

from mtcheck.analysis import apposition
from mtcheck.analysis.mentions import Mention, mentions_of
from mtcheck.analysis.tokens import Tokens
from mtcheck.text import Span
from mtcheck.typed import NamedTuple

PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}


class Person(NamedTuple):
    """Somebody the text speaks of. `gender` is 'f', 'm' or ''; `evidence` are the words that prove it."""

    name: str
    mentions: tuple[Span, ...]
    gender: str
    evidence: tuple[Span, ...]
    named: bool
    """Whether the text gives a name; otherwise a noun (`the widow`)."""
    certain: bool
    """Whether words other than pronouns prove the gender."""


class People:
    """The people of a text, by first mention; `at` and `between` look mentions up."""

    def __init__(self, persons: tuple[Person, ...], places: tuple[tuple[int, int, int], ...]):
        self.persons = persons
        self._places = places  # (start, end, person), by start
        self._starts = [place[0] for place in places]

    def at(self, offset: int) -> Person | None:
        """The person mentioned at `offset`."""
        number = bisect_right(self._starts, offset) - 1
        if number >= 0 and offset < self._places[number][1]:
            return self.persons[self._places[number][2]]
        return None

    def gender_at(self, offset: int) -> str:
        """The gender of the person mentioned at `offset`: 'f', 'm' or ''."""
        person = self.at(offset)
        return person.gender if person else ""

    def between(self, start: int, end: int) -> list[tuple[Span, Person]]:
        """Every mention that begins in `start:end`, in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self._mentions[first:last]

    @cached_property
    def _mentions(self) -> list[tuple[Span, Person]]:
        return [(Span(start, end), self.persons[who]) for start, end, who in self._places]

    def first_but(self, person: Person, named: bool = False) -> int:
        """Where somebody other than `person` is first mentioned, or first of those who have a name."""
        for persons in self._named if named else self._first:
            if persons[1] is not person:
                return persons[0]
        return maxsize

    @cached_property
    def _first(self) -> list[tuple[int, Person]]:
        """The first mentions of the first two persons: one of them is another than anybody."""
        return self._two(self.persons)

    @cached_property
    def _named(self) -> list[tuple[int, Person]]:
        return self._two([person for person in self.persons if person.named])

    def _two(self, persons: Sequence[Person]) -> list[tuple[int, Person]]:
        wanted = {id(person) for person in persons}
        first: dict[int, int] = {}
        for start, _, who in self._places:
            if id(self.persons[who]) in wanted:
                first.setdefault(who, start)
                if len(first) == 2:
                    break
        return [(start, self.persons[who]) for who, start in first.items()]


def read_people(tokens: Tokens, quoted: Iterable[Span]) -> People:
    """The people of `tokens`; `quoted` are the insides of quotations, where pronouns prove nothing."""
    mentions = mentions_of(tokens)
    apposition.join(tokens, mentions)
    groups = _Groups(mentions)
    _join_names(mentions, groups)
    _join_offices(mentions, groups)
    members: dict[int, list[int]] = {}
    for number in range(len(mentions)):
        members.setdefault(groups.root(number), []).append(number)
    order = sorted(members.values(), key=lambda group: mentions[group[0]].first)
    owner = {number: who for who, group in enumerate(order) for number in group}
    decided = [_decide([mentions[number] for number in group]) for group in order]
    weak = _by_pronouns(tokens, mentions, owner, decided, tuple(quoted))
    persons = []
    for who, group in enumerate(order):
        gender, proof = decided[who]
        certain = bool(gender)
        if not gender and not proof:
            gender, proof = weak.get(who, ("", ()))
        names = [mentions[number].name for number in group if mentions[number].name]
        spans = tuple(_span(tokens, mentions[number].first, mentions[number].last) for number in group)
        name = max(names, key=len) if names else mentions[group[0]].noun
        evidence = tuple(_span(tokens, at, at + 1) for at in proof)
        persons.append(Person(name, spans, gender, evidence, bool(names), certain))
    places = sorted(
        (tokens.starts[mention.first], tokens.ends[mention.last - 1], owner[number])
        for number, mention in enumerate(mentions)
    )
    return People(tuple(persons), tuple(places))


def _span(tokens: Tokens, first: int, last: int) -> Span:
    return Span(tokens.starts[first], tokens.ends[last - 1])


class _Groups:
    """Which mentions are one person: union and find, seeded with the appositions."""

    def __init__(self, mentions: list[Mention]):
        self._up = list(range(len(mentions)))
        self._names = [{mention.name} if " " in mention.name else set() for mention in mentions]
        self._genders = [{mention.gender} - {""} for mention in mentions]
        for number, mention in enumerate(mentions):
            if mention.same_as >= 0:
                self.join(number, mention.same_as)

    def root(self, number: int) -> int:
        while self._up[number] != number:
            number = self._up[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Two mentions are one person, unless their names or genders say that they are two."""
        a, b = sorted((self.root(one), self.root(other)))
        names, genders = self._names[a] | self._names[b], self._genders[a] | self._genders[b]
        if a != b and len(names) < 2 and len(genders) < 2:
            self._up[b] = a
            self._names[a], self._genders[a] = names, genders


def _join_names(mentions: list[Mention], groups: _Groups) -> None:
    """The same full name, and later the surname or first name alone where only one person bears it."""
    full: dict[str, int] = {}
    by_part: dict[str, set[int]] = {}
    for number, mention in enumerate(mentions):
        words = mention.name.split()
        if len(words) > 1:
            if mention.name in full:
                groups.join(number, full[mention.name])
            full.setdefault(mention.name, number)
            for part in (words[0], words[-1]):
                by_part.setdefault(part, set()).add(full[mention.name])
    for number, mention in enumerate(mentions):
        if mention.name and " " not in mention.name:
            bearers = {groups.root(one): one for one in by_part.get(mention.name, ())}
            if len(bearers) == 1:
                one = next(iter(bearers.values()))
                if not mention.gender or not mentions[one].gender or mention.gender == mentions[one].gender:
                    groups.join(number, one)
            elif not bearers:
                if mention.name in full:
                    groups.join(number, full[mention.name])
                full.setdefault(mention.name, number)


def _join_offices(mentions: list[Mention], groups: _Groups) -> None:
    """`the mayor` is the only person whom the text names as mayor, unless it is said of what and that differs."""
    bearers: dict[str, dict[int, str]] = {}
    named = {groups.root(number) for number, mention in enumerate(mentions) if mention.name}
    for number, mention in enumerate(mentions):
        root = groups.root(number)
        if mention.noun and root in named:
            known = bearers.setdefault(mention.noun, {})
            known[root] = known.get(root) or mention.complement
    for number, mention in enumerate(mentions):
        holders = bearers.get(mention.noun, {}) if mention.noun and mention.definite else {}
        if len(holders) == 1 and groups.root(number) not in named:
            root, complement = next(iter(holders.items()))
            if not mention.complement or mention.complement == complement:
                groups.join(number, root)


def _decide(mentions: list[Mention]) -> tuple[str, tuple[int, ...]]:
    """(gender, its proof): titles and nouns before first names. A contradiction leaves ('', the proofs)."""
    for sort in ("word", "first name"):
        proofs = [mention for mention in mentions if mention.gender and mention.sort == sort]
        if sort == "first name" and any(" " in mention.name for mention in mentions):
            proofs = [mention for mention in proofs if " " in mention.name]  # Ariel Sharon; later Sharon
        if proofs:
            same = len({mention.gender for mention in proofs}) == 1
            return proofs[0].gender if same else "", tuple(mention.proof for mention in proofs)
    return "", ()


def _by_pronouns(
    tokens: Tokens,
    mentions: list[Mention],
    owner: dict[int, int],
    decided: list[tuple[str, tuple[int, ...]]],
    quoted: tuple[Span, ...],
) -> dict[int, tuple[str, tuple[int, ...]]]:
    """person -> (gender, the pronouns): a subject `he` or `she` that only one person of two sentences can be.

    Only subjects: a machine chooses his and him blindly, but has il and elle before its eyes.
    """
    found: dict[int, list[int]] = {}
    starts = [mention.first for mention in mentions]
    for low in ("he", "she"):
        for at in tokens.places.get(low, ()):
            if inside(tokens.starts[at], quoted):
                continue
            first, last = tokens.sentence(at, at + 1)
            reach = first
            if reach > 1 and "\n" not in tokens.text[tokens.starts[reach - 1] : tokens.starts[reach]]:
                reach = tokens.sentence(reach - 1, reach)[0]
            here = range(bisect_left(starts, reach), bisect_left(starts, last))
            people = {owner[number] for number in here}
            if len(people) == 1 and mentions[here[0]].first < at + 12:
                found.setdefault(people.pop(), []).append(at)
    return {
        who: (PRONOUNS[tokens.lows[at[0]]], tuple(at))
        for who, at in found.items()
        if len({tokens.lows[one] for one in at}) == 1
    }


def inside(offset: int, spans: Sequence[Span]) -> bool:
    """Whether `offset` lies in one of `spans`, which are in order and do not overlap."""
    at = bisect_right(spans, (offset, maxsize)) - 1
    return at >= 0 and offset < spans[at].end
