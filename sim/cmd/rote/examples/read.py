"""Reads a sweep, and writes it again with every digit: python3 read.py sweep.csv [sweep.jsonl]"""

import sys

import pandas

table = pandas.read_csv(sys.argv[1], comment="#", float_precision="round_trip")
if len(sys.argv) > 2:
    table = pandas.read_json(sys.argv[2], lines=True, precise_float=True).drop(columns="rote")
print(table.to_csv(index=False), end="")
