#!/usr/bin/env python3
"""Replays a draw of Holdfast without Holdfast: python3 verify-draw.py FILE [TICKET]

Written from docs/draw.md alone. Prints every place with its hash, or the place of one ticket.
"""
import sys
from hashlib import sha256

with open(sys.argv[1], encoding="utf-8") as file:
    head, body = file.read().split("\n\n", 1)
said = dict(line.split(": ", 1) for line in head.split("\n")[1:])
tickets = [bytes.fromhex(line) for line in body.split()]

assert head.startswith("Holdfast draw 1\n"), "not a draw, or one of another procedure"
assert len(tickets) == int(said["tickets"]), "tickets are missing, or there are too many"
assert all(a < b for a, b in zip(tickets, tickets[1:])), "the list is not sorted, or names a ticket twice"
assert sha256(b"".join(tickets)).hexdigest() == said["root"], "not the list that was frozen"
assert said["seed"] != "-", "the figure is not known yet"
seed = bytes.fromhex(said["seed"])
assert sha256(seed).hexdigest() == said["commitment"], "not the seed that was committed to"

key = sha256(seed + said["figure"].encode("utf-8")).digest()
places = sorted(tickets, key=lambda ticket: (sha256(key + ticket).digest(), ticket))

if len(sys.argv) > 2:
    parts = sys.argv[2].strip().split("~")
    mine = sha256(bytes.fromhex(parts[2] if len(parts) > 2 else parts[0])).digest()[:16]
    print("place", places.index(mine) + 1, "of", len(places))
else:
    print("place,hash")
    for place, ticket in enumerate(places, 1):
        print(f"{place},{ticket.hex()}")
