#!/usr/bin/env python3
"""Adds the votes for a wish again, without Holdfast.

python3 verify-tally.py TALLY.json VOTES.csv [--evidence EVIDENCE.csv] [--earlier VOTES-OF-BEFORE.csv]

Written from docs/tally.md alone. Prints the totals, or what does not fit, and then ends with 1.
"""
import argparse
import json
import re
import sys
from hashlib import sha256

ROW = re.compile(rb"(\d+),(\d+),(1|-1),(\d{4}-\d\d-\d\dT\d\d:00:00)Z,(\d*)\n")
NOTICED = re.compile(rb"(\d+),(\d+),([a-z_]+),(\d+),(1|-1),\d{4}-\d\d-\d\dT\d\d:00:00Z\n")
POINTS = {"new_account": "newAccount", "device": "device", "network": "network", "burst": "burst"}

options = argparse.ArgumentParser()
options.add_argument("tally")
options.add_argument("votes")
options.add_argument("--evidence")
options.add_argument("--earlier")
given = options.parse_args()


def hold(fits, what):
    if not fits:
        sys.exit("does not fit: " + what)


def rows(path, head, shape, what, said):
    """Every row of a file, numbered from 1, and at the end its length and checksum held against what was published."""
    digest, size, number = sha256(), 0, 0
    with open(path, "rb") as file:
        for line in file:
            digest.update(line)
            size += len(line)
            if size == len(line):
                hold(line == head, "the first line")
                continue
            number += 1
            row = shape.fullmatch(line)
            hold(row, f"{what} {number} is not written as it has to be")
            hold(int(row[1]) == number, f"{what} {number} has the number {int(row[1])}: one is missing or too many")
            yield row
    hold(size == said["bytes"], f"{size} bytes, and {said['bytes']} were published")
    hold(digest.hexdigest() == said["checksum"], "the checksum of the file is " + digest.hexdigest())


with open(given.tally, encoding="utf-8") as file:
    said = json.load(file)
hold(said["rule"] == "one-vote-each-1", "the rule " + said["rule"] + " is not one that this program knows")
cut, votes, withdrawals, position = said["cutOff"], 0, 0, 0
# By voter, who is known by the number of their first row: the row that counts of them, or None.
counts = {}
for row in rows(given.votes, b"position,voter,change,at,merge\n", ROW, "row", said):
    position, voter, change = int(row[1]), int(row[2]), int(row[3])
    hold(position <= cut["position"], f"row {position} is after the cut-off, which is row {cut['position']}")
    hold(row[4] <= cut["at"][:19].encode("ascii"), f"row {position} is later than the cut-off")
    hold(voter == position or voter in counts, f"row {position} is of voter {voter}, who has no row {voter}")
    if change == 1:
        hold(counts.get(voter) is None, f"row {position}: voter {voter} votes a second time")
        counts[voter] = position
        votes += 1
    else:
        hold(counts.get(voter) is not None, f"row {position}: voter {voter} takes back a vote that they have not given")
        counts[voter] = None
        withdrawals += 1
hold(position == cut["position"], f"{position} rows, and the cut-off is row {cut['position']}")
hold((votes, withdrawals) == (said["votes"], said["withdrawals"]), f"{votes} votes and {withdrawals} withdrawals")
counting = {row for row in counts.values() if row is not None}
hold(votes - withdrawals == len(counting) == said["total"], f"the total is {votes - withdrawals}")
told = f"fits: {votes} votes - {withdrawals} withdrawals = {votes - withdrawals} up to row {position}"

if given.evidence:
    weighted, stands = said["weighted"], set()
    hold(weighted["rule"] == "by-evidence-1", "the rule " + weighted["rule"] + " is not one that this program knows")
    number, points = 0, {}
    head = b"number,position,signal,count,change,at\n"
    for row in rows(given.evidence, head, NOTICED, "evidence", weighted):
        number, about = int(row[1]), (int(row[2]), row[3].decode("ascii"))
        hold(about[1] in POINTS, f"evidence {number}: {about[1]} has no weight")
        if int(row[5]) == 1:
            hold(about not in stands, f"evidence {number} was there before")
            stands.add(about)
        else:
            hold(about in stands, f"evidence {number} lifts what was not noticed")
            stands.remove(about)
    hold(number == weighted["evidence"], f"{number} rows of evidence, and {weighted['evidence']} were published")
    for row, signal in stands:
        if row in counting:
            points[row] = points.get(row, 0) + weighted["weights"]["points"][POINTS[signal]]
    hundredths = 100 * len(counting) - sum(min(100, one) for one in points.values())
    hold(hundredths == weighted["hundredths"], f"the weighted total is {hundredths} hundredths")
    told += f"; weighted {hundredths / 100:.2f}, with {len(points)} of them lighter"

if given.earlier:
    with open(given.earlier, "rb") as earlier, open(given.votes, "rb") as later:
        while part := earlier.read(1 << 20):
            hold(later.read(len(part)) == part, "rows of the earlier file are others now")

print(told)
