#!/usr/bin/env python3
"""Replays a draw with quotas, and every move since, without Holdfast: python3 verify-places.py FILE [TICKET]

Written from docs/events.md alone. Prints every ticket in drawn order and how it stands, or one ticket.
"""
import sys
from hashlib import sha256

with open(sys.argv[1], encoding="utf-8") as file:
    head, body, after = (file.read() + "\n").split("\n\n", 2)
lines = head.split("\n")
assert lines[0] == "Holdfast draw 2", "not a draw with quotas, or one of another procedure"
said = dict(line.split(": ", 1) for line in lines[1:])
quotas = []
for number in range(1, int(said["quotas"]) + 1):
    least, most, _ = said[f"quota {number}"].split(" ", 2)
    quotas.append((number, int(least), None if most == "-" else int(most)))
fits = {}
for line in body.split("\n"):
    if line:
        ticket, numbers = line.split(" ")
        fits[ticket] = set() if numbers == "-" else {int(number) for number in numbers.split(",")}

assert len(fits) == int(said["tickets"]), "tickets are missing, or there are too many"
assert list(fits) == sorted(fits), "the list is not sorted"
decides = [line for line in lines if line.startswith(("places: ", "quotas: ", "quota "))]
decides += [line for line in body.split("\n") if line]
assert sha256("".join(line + "\n" for line in decides).encode("utf-8")).hexdigest() == said["root"], "not what was frozen"
assert said["seed"] != "-", "the figure is not known yet"
seed = bytes.fromhex(said["seed"])
assert sha256(seed).hexdigest() == said["commitment"], "not the seed that was committed to"

key = sha256(seed + said["figure"].encode("utf-8")).digest()
drawn = sorted(fits, key=lambda ticket: (sha256(key + bytes.fromhex(ticket)).digest(), ticket))
stands = {ticket: "reserve" for ticket in drawn}


held = {number: 0 for number, _, _ in quotas}
holders = set()


def turn():
    """Whose turn it is for one free place; None: nobody's."""
    if len(holders) >= int(said["places"]):
        return None
    full = {number for number, _, most in quotas if most is not None and held[number] >= most}
    lacking = [number for number, least, _ in quotas if held[number] < least]
    for number in lacking + [None]:
        for ticket in drawn:
            if stands[ticket] == "reserve" and number in (None, *fits[ticket]) and not fits[ticket] & full:
                return ticket
    return None


def stand(ticket, now):
    for number in fits[ticket]:
        held[number] += (now == "place") - (stands[ticket] == "place")
    (holders.add if now == "place" else holders.discard)(ticket)
    stands[ticket] = now


while (ticket := turn()) is not None:
    stand(ticket, "place")
for line in after.split("\n"):
    if line:
        at, act, ticket = line.split(" ")
        if act == "up":
            assert turn() == ticket, f"at {at} it was not the turn of {ticket}"
            stand(ticket, "place")
        else:
            assert stands[ticket] != "left", f"{ticket} left twice"
            stand(ticket, "left")

if len(sys.argv) > 2:
    mine = sha256(bytes.fromhex(sys.argv[2].strip())).digest()[:16].hex()
    print("drawn as", drawn.index(mine) + 1, "of", len(drawn), "and stands now:", stands[mine])
else:
    print("drawn,hash,now")
    for number, ticket in enumerate(drawn, 1):
        print(f"{number},{ticket},{stands[ticket]}")
