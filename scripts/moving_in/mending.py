"""Mend text that somebody else's program has damaged on the way."""

from __future__ import annotations

import html
import re

# Not allowed in XML 1.0, or read as nothing by anyone: C0 and C1 controls, non-characters.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
# Not allowed in XML; C1 controls are, and mojibake holds them.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_SECTION = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
# Latin, Cyrillic, punctuation, signs: „Úž“ of „Úžasné“ would otherwise become Arabic,
# „ČŠ“ another letter and „čŠŠ“ Chinese.
_EUROPEAN = ((0xA0, 0x17F), (0x400, 0x4FF), (0x2000, 0x22FF), (0x2600, 0x27BF), (0x1F300, 0x1FAFF))
_NOTES = re.compile(
    r"(<(description|content:encoded|itunes:summary)(?:\s[^<>]*)?>)((?:(?!</?item\b).)*?)(</\2\s*>)",
    re.DOTALL,
)
_XML_ENTITIES = {"amp", "lt", "gt", "quot", "apos"}
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{0,31});")
# An ampersand that begins no reference: „Kultura & umění“, and addresses with ?a=1&b=2.
_BARE = re.compile(r"&(?!(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#x[0-9A-Fa-f]+);)")
_BAD_REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]+)|([0-9]+));")


def _byte(sign: str, codec: str) -> bytes:
    """Return the byte that a misread sign was; bytes without a sign were read as controls."""
    try:
        return sign.encode(codec)
    except UnicodeEncodeError:
        return bytes([ord(sign)]) if ord(sign) < 256 else b"\xff"


def _unread(run: str, codec: str) -> str | None:
    """Return what a run of signs was before UTF-8 was read as ``codec``, or nothing."""
    try:
        text = b"".join(_byte(sign, codec) for sign in run).decode("utf-8")
    except UnicodeDecodeError:
        return None
    good = all(any(low <= ord(sign) <= high for low, high in _EUROPEAN) for sign in text)
    return text if good else None


def _mended_run(run: str, codec: str) -> str | None:
    """Mend a run of signs; a non-breaking space at its end may be a real one."""
    bare = run.strip("\u00a0")
    whole = _unread(run, codec)
    if whole is None and bare != run:
        middle = _unread(bare, codec) if bare else ""
        whole = None if middle is None else run.replace(bare, middle) if bare else run
    return whole


def unmojibake(text: str) -> str:
    """Return text whose UTF-8 was once read as Windows-1252 or 1250: „PÅ™Ã­bÄ›h“ is „Příběh“.

    Nothing is changed unless every sign outside ASCII is explained by it.
    """
    for codec in ("cp1252", "cp1250"):
        runs = {run: _mended_run(run, codec) for run in _NOT_ASCII.findall(text)}
        if None not in runs.values():
            return _NOT_ASCII.sub(lambda match: runs[match[0]] or match[0], text)  # noqa: B023
    return text


def cleaned(text: str) -> tuple[str, list[str]]:
    """Return text fit for a record, and what was mended: cdata, mojibake, control."""
    mended = []
    if _CDATA.search(text):
        # Of the second end, parsers that mend leave now more, now less.
        text = re.sub(r"\]+>\s*$", "", text) if text.lstrip().startswith("<![CDATA[") else text
        text = _CDATA.sub("", text)
        mended.append("cdata")
    if (better := unmojibake(text)) != text:
        text = better
        mended.append("mojibake")
    if _CONTROL.search(text) or _SURROGATE.search(text):
        text = _SURROGATE.sub("", _CONTROL.sub("", text))
        mended.append("control")
    return text, mended


def one_line(text: str) -> str:
    """Return text on one line, without space around it, HTML references read."""
    return " ".join(html.unescape(text).split())


def _named(match: re.Match[str]) -> str:
    sign = html.unescape(match[0])
    if match[1] in _XML_ENTITIES:
        # By number: after its first error libxml2 drops references by name, even these.
        return f"&#{ord(sign)};"
    return sign if sign != match[0] else f"&#38;{match[0][1:]}"


def _numbered(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    allowed = code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0x10FFFF
    return match[0] if allowed and code not in (0xFFFE, 0xFFFF) else ""


def _in_cdata(match: re.Match[str]) -> str:
    """Put HTML that nobody escaped where it can do no harm to the XML around it."""
    if "<" not in match[3] or "<![CDATA[" in match[3]:
        return match[0]
    return f"{match[1]}<![CDATA[{match[3].replace(']]>', ']]&gt;')}]]>{match[4]}"


def well_formed(text: str) -> str:
    """Return XML text without the faults that are simplest to mend by hand.

    HTML in descriptions, its named references, bare ampersands, control characters.
    """
    parts = _SECTION.split(_NOTES.sub(_in_cdata, text))
    # Inside CDATA all is as it was meant, a GUID with an ampersand above all.
    parts[::2] = [_ENTITY.sub(_named, _BARE.sub("&#38;", part)) for part in parts[::2]]
    text = _BAD_REFERENCE.sub(_numbered, "".join(parts))
    return _SURROGATE.sub("", _NOT_XML.sub("", text))
