"""Our classes of fields are what `typing.NamedTuple` makes."""

from __future__ import annotations

import copy
import pickle
import typing
from typing import Any

import pytest

from mtcheck import typed
from mtcheck.finding import Safety
from mtcheck.text import Span


class Ours(typed.NamedTuple):
    """A pair."""

    one: int
    two: str = "b"
    """Documented."""

    @property
    def both(self) -> str:
        return f"{self.one}{self.two}"


class Theirs(typing.NamedTuple):
    """A pair."""

    one: int
    two: str = "b"


MAKERS: list[Any] = [
    lambda kind: kind(1),
    lambda kind: kind(1, "c"),
    lambda kind: kind(two="c", one=2),
    lambda kind: kind(1)._replace(two="d"),
    lambda kind: kind._make([1, 2]),
]
WRONG: list[Any] = [
    lambda kind: kind(),
    lambda kind: kind(1, 2, 3),
    lambda kind: kind(1, three=3),
    lambda kind: kind(1)._replace(three=3),
    lambda kind: kind._make([1]),
    lambda kind: setattr(kind(1), "one", 2),
]


@pytest.mark.parametrize("make", MAKERS)
def test_the_same_values(make: Any) -> None:
    for _ in range(4):  # the constructor changes after some calls
        ours, theirs = make(Ours), make(Theirs)
        assert tuple(ours) == tuple(theirs)
        assert ours == theirs and hash(ours) == hash(theirs)
        assert ours._asdict() == theirs._asdict()
        assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
        assert pickle.loads(pickle.dumps(ours)) == ours == copy.deepcopy(ours)
        assert (ours.one, ours.two, ours.both) == (theirs.one, theirs.two, f"{theirs.one}{theirs.two}")


@pytest.mark.parametrize("make", WRONG)
def test_the_same_errors(make: Any) -> None:
    for kind in (Ours, Theirs):
        with pytest.raises((TypeError, ValueError, AttributeError)):
            make(kind)


def test_what_is_known_of_the_class() -> None:
    assert Ours._fields == Theirs._fields == Ours.__match_args__
    assert Ours._field_defaults == Theirs._field_defaults
    assert Ours.__doc__ == "A pair." and issubclass(Ours, tuple)
    assert isinstance(Span(1, 2), tuple) and Span(1, 2).shifted(1) == (2, 3)


def test_claims_are_ordered_numbers_with_names() -> None:
    assert Safety.FLAG < Safety.SUGGEST < Safety.SAFE
    assert [Safety(value) for value in range(3)] == [Safety.FLAG, Safety.SUGGEST, Safety.SAFE]
    assert Safety.called("safe") is Safety.SAFE and Safety.SAFE.label == "safe"
    assert pickle.loads(pickle.dumps(Safety.SAFE)) is Safety.SAFE
    for wrong in (lambda: Safety(3), lambda: Safety.called("SAFE")):
        with pytest.raises(ValueError, match=r"no claim|not in"):
            wrong()
