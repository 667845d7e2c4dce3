"""Citations: a record as CSL-JSON, and from there as text, BibTeX, RIS and links for machines.

One way only: record → :mod:`csl` → everything else. What a page shows and what a file holds
therefore say the same.
"""
