# The few fields of OpenType tables that scripts/artwork/fonts.py reads and writes.
from typing import IO, Literal, overload

class Value: ...

class Pair:
    Value1: Value | None
    Value2: Value | None

class Row:
    PairValueRecord: list[Pair]
    Class2Record: list[Pair]

class Ligature:
    Component: list[str]

class Subtable:
    LookupType: int
    Format: int
    PairSet: list[Row]
    Class1Record: list[Row]
    ValueFormat1: int
    ValueFormat2: int
    ExtSubTable: Subtable
    ligatures: dict[str, list[Ligature]]

class Lookup:
    SubTable: list[Subtable]

class LookupList:
    Lookup: list[Lookup]

class Layout:
    LookupList: LookupList

class LayoutTable:
    table: Layout

class Variations:
    variations: dict[str, list[object]]

class TTFont:
    flavor: str
    recalcTimestamp: bool
    def __init__(self, file: str | IO[bytes], lazy: bool | None = ...) -> None: ...
    def __contains__(self, tag: str) -> bool: ...
    @overload
    def __getitem__(self, tag: Literal["GPOS", "GSUB"]) -> LayoutTable: ...
    @overload
    def __getitem__(self, tag: Literal["gvar"]) -> Variations: ...
    def save(self, file: IO[bytes]) -> None: ...
