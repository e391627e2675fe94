#!/usr/bin/env python3
"""Adds the votes for a wish again, without Holdfast: python3 verify-tally.py TALLY.json VOTES.csv [EARLIER.csv]

Written from docs/tally.md alone. Prints the total, or what does not fit, and then ends with 1.
"""
import json
import re
import sys
from hashlib import sha256

ROW = re.compile(rb"(\d+),(\d+),(1|-1),(\d{4}-\d\d-\d\dT\d\d:00:00)Z,(\d*)\n")


def hold(fits, what):
    if not fits:
        sys.exit("does not fit: " + what)


with open(sys.argv[1], encoding="utf-8") as file:
    said = json.load(file)
hold(said["rule"] == "one-vote-each-1", "the rule " + said["rule"] + " is not one that this program knows")
cut_at = said["cutOff"]["at"][:19].encode("ascii")
digest, size, position, votes, withdrawals = sha256(), 0, 0, 0, 0
known, supports = set(), set()
with open(sys.argv[2], "rb") as file:
    for line in file:
        digest.update(line)
        size += len(line)
        if size == len(line):
            hold(line == b"position,voter,change,at,merge\n", "the first line")
            continue
        position += 1
        row = ROW.fullmatch(line)
        where = f"row {position}"
        hold(row, where + " is not written as a row is")
        number, voter, change = int(row[1]), int(row[2]), int(row[3])
        hold(number == position, where + f" has the number {number}: rows are missing, or there are too many")
        hold(row[4] <= cut_at, where + " is later than the cut-off")
        # A voter is the number of their first row: somebody new has this row's own.
        hold(voter == position or voter in known, where + f" is of voter {voter}, who has no row {voter}")
        known.add(voter)
        if change == 1:
            hold(voter not in supports, where + f": voter {voter} votes a second time")
            supports.add(voter)
            votes += 1
        else:
            hold(voter in supports, where + f": voter {voter} takes back a vote that they have not given")
            supports.remove(voter)
            withdrawals += 1

hold(position == said["cutOff"]["position"], f"{position} rows, and the cut-off is row {said['cutOff']['position']}")
hold(size == said["bytes"], f"{size} bytes, and {said['bytes']} were published")
hold(digest.hexdigest() == said["checksum"], "the checksum of the file is " + digest.hexdigest())
hold((votes, withdrawals) == (said["votes"], said["withdrawals"]), f"{votes} votes and {withdrawals} withdrawals")
hold(votes - withdrawals == len(supports) == said["total"], f"the total is {votes - withdrawals}")

if len(sys.argv) > 3:
    with open(sys.argv[3], "rb") as earlier, open(sys.argv[2], "rb") as later:
        while part := earlier.read(1 << 20):
            hold(later.read(len(part)) == part, "rows of the earlier file are others now")

print(f"fits: {votes} votes - {withdrawals} withdrawals = {votes - withdrawals} up to row {position}")
