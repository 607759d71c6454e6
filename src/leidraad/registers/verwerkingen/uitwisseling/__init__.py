"""Take a register in and give it back: read any source, recognise its columns, import, export.

`lezen.lees` reads a file, `koppelen` proposes which column is which field, `rijen` and `avgregister` turn a
row into an `Inhoud`, `importeren` writes, `exporteren` gives everything back.
"""
