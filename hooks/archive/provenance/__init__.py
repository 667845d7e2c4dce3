"""Where a figure in a text comes from: marks at sentences, notes below the text.

Staff write ``…se vrátilo 231 lidí.[^2]``: the second entry of the record's ``sources``.
The footnotes of Python-Markdown would want every source written out again at the foot of
every file, in both languages, and speak one language over the whole site; here the record
is the note, so that a mark is four characters and the two languages cannot drift apart.
GitHub shows such a mark as it is written, below its table of the record's sources.
"""
