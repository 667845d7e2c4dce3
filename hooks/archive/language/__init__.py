"""Words on a page: typography, the alphabet, dates; nothing here knows a record."""
