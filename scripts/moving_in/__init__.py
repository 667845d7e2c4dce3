"""Moving in: an existing show's feed becomes item folders. Pure: bytes in, texts out.

``reading`` makes plain data of a feed document and tells its faults, ``moving`` decides
what becomes of each item, ``episodes`` and ``people`` make the records. The network is
a function that the caller hands in.
"""
