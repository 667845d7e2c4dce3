"""Show notes as Markdown: whatever a host wrote, our pages say the same words."""

from __future__ import annotations

import html
import re

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moving_in import notes

# What MkDocs and mkdocs.yml have on.
EXTENSIONS = ["admonition", "attr_list", "tables", "toc", "fenced_code"]

CASES = {
    "<p>Text</p><p>Druhý</p>": "Text\n\nDruhý",
    "řádek\ndruhý\n\nodstavec": "řádek  \ndruhý\n\nodstavec",
    "a<br><br/>b<br>c": "a\n\nb  \nc",
    "<div>a</div><div>b</div>": "a\n\nb",
    "<b>tučně</b> a <i>kurzivou</i>": "**tučně** a *kurzivou*",
    "<strong> mezera </strong>konec": "**mezera** konec",
    '<a href="https://a.test/x y">odkaz</a>': "[odkaz](https://a.test/xy)",
    '<a href="/dil">odkaz</a>': "[odkaz](https://zaklad.test/dil)",
    '<a href="javascript:alert(1)">ne</a>': "ne",
    "více na https://a.test/a_b_c.": "více na <https://a.test/a_b_c>.",
    '<a href="https://a.test/">https://a.test/</a>': "<https://a.test/>",
    "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>": "- a\n- b\n\n    - c",
    "<ol><li>a</li><li><p>b</p><p>c</p></li></ol>": "1. a\n2. b\n\n    c",
    "<h1>A</h1><h4>B</h4><h2>C</h2>": "## A\n\n### B\n\n## C",
    "<blockquote><p>a</p><p>b</p></blockquote>": "> a\n> \n> b",
    "<script>x()</script><style>p{}</style><iframe src=x></iframe>text": "text",
    '<img src="https://a.test/p.gif" width="1" height="1">text': "text",
    "&lt;p&gt;dvakrát &lt;b&gt;escapováno&lt;/b&gt;&lt;/p&gt;": "dvakrát **escapováno**",
    "5 < 6, <3 a <Jan Novák>": "5 &lt; 6, &lt;3 a &lt;Jan Novák>",
    "# nadpis?\n1. seznam?\n- a": "\\# nadpis?  \n1\\. seznam?  \n\\- a",
    "+ b\n> c\n| d": "\\+ b  \n\\> c  \n\\| d",
    "<p>!!! note</p>": "\\!!! note",
    "pevná\u00a0mezera": "pevná mezera",
    "": "",
    "<p></p>": "",
}  # fmt: skip


@pytest.mark.parametrize("given_notes", CASES)
def test_markdown(given_notes: str) -> None:
    """Each habit of hosts becomes what an editor would have written."""
    assert CASES[given_notes] == notes.markdown(given_notes, "https://zaklad.test/")


SIGNS = "ab č1.*_#>-+=|[]{}()!:&;<~`\\ \n"
TAGS = ["p", "div", "b", "i", "em", "strong", "ul", "ol", "li", "blockquote", "h2", "span"]
WORDS = st.text(SIGNS, max_size=15).map(lambda text: html.escape(text, quote=False))


def _wrapped(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    many = st.lists(inside, max_size=3).map("".join)
    return st.one_of(
        st.builds(lambda tag, text: f"<{tag}>{text}</{tag}>", st.sampled_from(TAGS), many),
        inside.map(lambda text: f'<a href="https://a.test/x_y_z">{text}</a>'),
        st.just("<br>"),
        WORDS,
    )


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


@settings(deadline=None, max_examples=400)
@given(st.lists(st.recursive(WORDS, _wrapped, max_leaves=8), max_size=4).map("".join))
def test_same_words(inside: str) -> None:
    """Python-Markdown shows the very words that the feed had, whatever signs are in them."""
    given_notes = f"<div>{inside}</div>"
    page = markdown.markdown(notes.markdown(given_notes), extensions=EXTENSIONS)

    assert _letters(notes.plain_text(given_notes)) == _letters(notes.plain_text(page))


@settings(deadline=None)
@given(st.text())
def test_any_text(text: str) -> None:
    """Any text at all becomes Markdown without scripts."""
    made = notes.markdown(text)

    assert "<script" not in markdown.markdown(made, extensions=EXTENSIONS).lower()


def test_deep_nesting() -> None:
    """Thousands of tags inside each other are only text."""
    assert "konec" == notes.markdown("<div>" * 5000 + "konec" + "</div>" * 5000).strip()
