"""The ledger of changes: when what a page says was last published anew.

A record does not say when it was changed; git's dates are lost in shallow clones and bags,
those of files in every checkout; and the core has no clock. So ``changes.txt`` holds for each
page the fingerprint of what it says, in a block headed by the day on which that was published:

    2026-12-01
    /projects/artb/ 5f2ab0c91e77

The last line of an address is in force. ``deploy.yml`` enters what is new before it builds
(``make changes``), and commits it when the site is up. A page whose fingerprint is not the one
entered, as in a preview, has no date at all; a wrong one would be worse.

**What a page says** is its record and text, what is held of it, and of a list what it shows of
its items: never the frame around it, the words of the interface, or the order of a template.
"""
