"""The journaal: an append-only, hash-chained log with daily seals (decision 0003).

`schrijven` and `zegelen` write and may be imported by handelingen only; `lezen` and `controleren` read.
"""
