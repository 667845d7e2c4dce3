"""The search index: read the built pages, reduce their words, write files a browser asks for.

``words`` what a word is and how its forms are brought together, ``endings`` the rules of each
language, ``pages`` what a page says and where, ``postings`` which word stands where, ``files``
the files. The same rules in the browser: ``docs/assets/javascripts/search-words.js``.
"""
