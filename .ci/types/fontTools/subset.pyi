from fontTools.ttLib import TTFont

class Options:
    layout_features: list[str]
    hinting: bool
    name_IDs: list[int]
    drop_tables: list[str]

class Subsetter:
    def __init__(self, options: Options) -> None: ...
    def populate(self, *, text: str) -> None: ...
    def subset(self, font: TTFont) -> None: ...
