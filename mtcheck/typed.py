"""The names of `typing` that we need when running, without `typing`: loading it takes as long as 1 kB of text.

A checker of types sees the real ones. `NamedTuple` makes the same classes as `typing.NamedTuple` does; their `__new__`
is compiled when it is first needed, and not for each of the many that a run defines and hardly uses.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False

if TYPE_CHECKING or sys.version_info >= (3, 14):  # where annotations are no longer kept with the class
    from typing import Any, NamedTuple
else:
    from _collections import _tuplegetter

    Any = object

    def _made(name, space):
        fields = tuple(space.get("__annotations__", ()))
        defaults = {field: space[field] for field in fields if field in space}
        getters = {field: _tuplegetter(at, f"Alias for field number {at}") for at, field in enumerate(fields)}
        own = {"_fields": fields, "_field_defaults": defaults, "__match_args__": fields, "__slots__": (), "_made": 0}
        return type(name, (tuple,), {**_METHODS, **space, **getters, **own})

    _tuple = tuple.__new__
    # those that most classes need are compiled with this module
    _WRITTEN = (
        lambda _cls, _0: _tuple(_cls, (_0,)),
        lambda _cls, _0, _1: _tuple(_cls, (_0, _1)),
        lambda _cls, _0, _1, _2: _tuple(_cls, (_0, _1, _2)),
        lambda _cls, _0, _1, _2, _3: _tuple(_cls, (_0, _1, _2, _3)),
        lambda _cls, _0, _1, _2, _3, _4: _tuple(_cls, (_0, _1, _2, _3, _4)),
        lambda _cls, _0, _1, _2, _3, _4, _5: _tuple(_cls, (_0, _1, _2, _3, _4, _5)),
        lambda _cls, _0, _1, _2, _3, _4, _5, _6: _tuple(_cls, (_0, _1, _2, _3, _4, _5, _6)),
        lambda _cls, _0, _1, _2, _3, _4, _5, _6, _7: _tuple(_cls, (_0, _1, _2, _3, _4, _5, _6, _7)),
    )
    _codes = {fields: each.__code__ for fields, each in enumerate(_WRITTEN, 1)}

    def _code(fields, known=_codes):
        """The code of a constructor for so many fields; it is compiled once, and given their names by who uses it."""
        if fields not in known:
            names = ", ".join(f"_{number}" for number in range(fields))
            known[fields] = eval(f"lambda _cls, {names}: _tuple(_cls, ({names},))").__code__
        return known[fields]

    _GLOBALS = {"_tuple": _tuple, "__name__": __name__}

    def _new(cls, /, *given, **named):
        """Makes one; at the third call, the class is given a constructor of its own."""
        owner = next(each for each in cls.__mro__ if "_fields" in vars(each))
        if not named and len(given) == len(owner._fields) and owner._made < 2:
            owner._made += 1
            return tuple.__new__(cls, given)
        code = _code(len(owner._fields)).replace(co_varnames=("_cls", *owner._fields))
        made = type(_new)(code, _GLOBALS, "__new__", tuple(owner._field_defaults.values()) or None)
        owner.__new__ = staticmethod(made)
        return made(cls, *given, **named)

    def _make(cls, values):
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **new):
        made = self._make(map(new.pop, self._fields, self))
        if new:
            raise ValueError(f"Got unexpected field names: {list(new)!r}")
        return made

    def _repr(self):
        values = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({values})"

    _METHODS = {
        "__new__": _new,
        "_make": classmethod(_make),
        "_replace": _replace,
        "__replace__": _replace,
        "_asdict": lambda self: dict(zip(self._fields, self, strict=True)),
        "__repr__": _repr,
        "__getnewargs__": lambda self: tuple(self),
    }

    class _Maker(type):
        def __new__(mcs, name, bases, space):
            return _made(name, space) if bases else type.__new__(mcs, name, bases, space)

    class NamedTuple(metaclass=_Maker):
        """What a class of fields is derived from; the class that comes out is a plain tuple's."""


__all__ = ["TYPE_CHECKING", "Any", "NamedTuple"]
