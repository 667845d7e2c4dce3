"""The documents that the archive holds: from a PDF in a folder to covers and a reading view."""
