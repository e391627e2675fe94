#!/usr/bin/env python3
"""Counts again how the promises of a launch were kept, without Holdfast.

python3 verify-kept.py PUBLICATION.json ORDERS.csv [--earlier ORDERS-OF-BEFORE.csv]

Written from docs/kept.md alone. Prints the figures, or what does not fit, and then ends with 1.
"""
import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from datetime import date
from hashlib import sha256

HEAD = b"order,configuration,region,first,current,ending,ended,full\n"
ENDINGS = {"open", "handed_over", "left", "gave_up", "withdrawn"}
DAY = rb"(\d{4}-\d\d-\d\d)"
ROW = re.compile(rb"([0-9a-f-]{36}),([a-z0-9._-]+),([a-z0-9._-]+),%s,%s,([a-z_]+),%s?,([01])\n" % (DAY, DAY, DAY))
FIELDS = ["orders", "due", "kept", "delivered", "inside", "withdrawn", "gaveUp", "left", "handedOver"]
DEVIATE = 1.959963984540054
FEW, MIN_GROUP = "-", 10

options = argparse.ArgumentParser()
options.add_argument("publication")
options.add_argument("orders")
options.add_argument("--earlier")
given = options.parse_args()


def hold(fits, what):
    if not fits:
        sys.exit("does not fit: " + what)


def monday(text, what):
    try:
        day = date.fromisoformat(text.decode("ascii"))
    except ValueError:
        sys.exit(f"does not fit: {what}: {text.decode('ascii')} is no day")
    hold(day.weekday() == 0, f"{what}: {day} is no Monday")
    return day


def read(path, until):
    """The orders of a file by their names, its length and its checksum."""
    digest, size, orders, before = sha256(), 0, {}, b""
    with open(path, "rb") as file:
        for line in file:
            digest.update(line)
            size += len(line)
            if size == len(line):
                hold(line == HEAD, "the first line")
                continue
            what = f"line {len(orders) + 2}"
            row = ROW.fullmatch(line)
            hold(row, what + " is not written as it has to be")
            hold(row[1] > before, what + ": the names do not rise, so one may be there twice")
            before = row[1]
            ending = row[6].decode("ascii")
            hold(ending in ENDINGS, f"{what}: {ending} is no ending")
            hold((ending == "open") == (row[7] is None), what + ": an order that ended has a week, and no other")
            ended = monday(row[7], what) if row[7] else None
            first, current = monday(row[4], what), monday(row[5], what)
            if until:
                hold(ended is None or ended < until, what + " ended after the cut-off")
                hold(ended or first < until, what + " is open and was not due")
            orders[row[1]] = (row[2].decode(), row[3].decode(), first, current, ending, ended, row[8] == b"1")
    return orders, size, digest.hexdigest()


def wilson(part, whole):
    share, square = part / whole, DEVIATE * DEVIATE
    centre, scale = share + square / (2 * whole), 1 + square / whole
    reach = DEVIATE * (share * (1 - share) / whole + square / (4 * whole * whole)) ** 0.5
    return max(0.0, (centre - reach) / scale), min(1.0, (centre + reach) / scale)


def count(orders, until):
    """Every figure by the rule kept-1."""
    sums, weeks = defaultdict(Counter), defaultdict(Counter)
    for configuration, region, first, current, ending, ended, full in orders.values():
        handed_over = ending == "handed_over"
        for promise, promised in (("first", first), ("current", current)):
            ended_before = ended is not None and not handed_over and ended <= promised
            due = promised < until and not ended_before
            groups = [("launch", ""), ("configuration", configuration), ("region", region)]
            for group in groups + [("week", str(promised))]:
                one = sums[group + (promise,)]
                one["orders"] += 1
                one["due"] += due
                one["kept"] += due and handed_over and ended <= promised and full
                one["inside"] += handed_over and ended == promised
                one["delivered"] += handed_over
                for name, of in (("withdrawn", "withdrawn"), ("gave_up", "gaveUp"), ("left", "left")):
                    one[of] += ending == name and not due
                if handed_over:
                    weeks[group + (promise,)][(ended - promised).days // 7] += 1
            if handed_over:
                for group in groups + [("week", str(ended))]:
                    sums[group + (promise,)]["handedOver"] += 1
    return sums, weeks


def median(weeks):
    counted = 0
    for distance in sorted(weeks):
        counted += weeks[distance]
        if 2 * counted >= sum(weeks.values()):
            return distance
    return None


def same_share(said, part, whole, what):
    if whole == 0:
        hold(said is None, what + " is a share of nothing")
        return
    hold(said is not None, what + " is missing")
    low, high = wilson(part, whole)
    for name, value in (("share", part / whole), ("low", low), ("high", high)):
        hold(abs(said[name] - value) < 1e-9, f"{what}: {name} is {value}, and {said[name]} was published")


with open(given.publication, encoding="utf-8") as file:
    said = json.load(file)
hold(said["rule"] == "kept-1", "the rule " + said["rule"] + " is not one that this program knows")
until = monday(said["until"].encode("ascii"), "the cut-off")
orders, size, checksum = read(given.orders, until)
hold(size == said["bytes"], f"{size} bytes, and {said['bytes']} were published")
hold(checksum == said["checksum"], "the checksum of the file is " + checksum)
hold(len(orders) == said["orders"], f"{len(orders)} orders, and {said['orders']} were published")
kinds = Counter((order[0], order[1]) for order in orders.values())
for kind, size in kinds.items():
    hold(kind[0] == FEW or size >= MIN_GROUP, f"{kind[0]} in {kind[1]} has {size} orders, too few to be named")

sums, weeks = count(orders, until)
published = {(one["by"], one["name"], one["promise"]): one for one in said["figures"]}
hold(len(published) == len(said["figures"]), "a figure is there twice")
hold(set(published) == set(sums), "groups: " + str(sorted(set(published) ^ set(sums))[:3]))
for group, one in sums.items():
    what, figure = " ".join(group), published[group]
    for field in FIELDS:
        hold(figure[field] == one[field], f"{what}: {field} is {one[field]}, and {figure[field]} was published")
    hold(figure["medianWeeks"] == median(weeks[group]), f"{what}: the median is {median(weeks[group])}")
    same_share(figure["onTimeInFull"], one["kept"], one["due"], what + ": on time in full")
    same_share(figure["coverage"], one["inside"], one["delivered"], what + ": coverage")

if given.earlier:
    for name, was in read(given.earlier, None)[0].items():
        now = orders.get(name)
        hold(now is not None, f"order {name.decode()} was in the earlier file and is not in this one")
        hold(was[0] in (FEW, now[0]) or now[0] == FEW, f"order {name.decode()} is another configuration now")
        hold(was[2] == now[2], f"order {name.decode()} was first promised {was[2]}, and now it says {now[2]}")
        hold(was[4] == "open" or was[2:] == now[2:], f"order {name.decode()} had ended, and was changed since")

for promise in ("first", "current"):
    one = sums[("launch", "", promise)]
    print(f"fits: against the {promise} promise {one['kept']} of {one['due']} due were kept on time and in full, "
          f"{one['inside']} of {one['delivered']} hand-overs were in the week promised, up to {until}")
