"""Sets what `hits --json` lists beside the truth of a corpus of make_feeds.py.

usage: score.py CORPUS < hits.json

Watches have the ids w0, w1, … of names.tsv. What is certain or likely counts, once for each group of
the same text, as it would in a notice. A mention that spells the given name by its first letter alone
is optional; copies of one story are one mention.
"""
import collections
import json
import sys

corpus = sys.argv[1]
truth = json.load(open(f"{corpus}/truth.json", encoding="utf-8"))
item_of = {item[5]: (item[0], item[3]) for item in truth["items"]}


def item(guid):
    for key in (guid, guid.split(":")[-1].lstrip("/"), guid.rsplit("/", 1)[-1]):
        if key in item_of:
            return item_of[key]
    raise SystemExit(f"an entry that is not in the corpus: {guid}")


tellings, found_items, found = set(), set(), set()
for hit in json.load(sys.stdin):
    if hit["band"] not in ("certain", "likely"):
        continue
    name = int(hit["watch"][1:])
    entry, story = item(hit["item"])
    tellings.add((name, hit["group"]))
    found_items.add((name, entry))
    found.add((name, story))

wanted = {(m["name"], m["story"]) for m in truth["mentions"] if not m["optional"]}
optional = {(m["name"], m["story"]) for m in truth["mentions"] if m["optional"]}
decoys = {(d["name"], d["item"]): d["kind"] for d in truth["decoys"]}
spellings = collections.defaultdict(lambda: [0, 0])
for m in truth["mentions"]:
    spellings[m["variant"]][1] += 1
    spellings[m["variant"]][0] += (m["name"], m["item"]) in found_items

print(f"mentions found: {len(found & wanted)} of {len(wanted)},"
      f" by a first letter alone: {len(found & optional)} of {len(optional)},"
      f" of nobody planted: {len(found - wanted - optional)}")
print(f"tellings per mention: {len(tellings) / max(1, len(found)):.2f}")
for spelling, (right, all_of_it) in sorted(spellings.items()):
    print(f"  {spelling:<12}{right} of {all_of_it} entries")
kinds = collections.Counter(decoys[key] for key in found_items if key in decoys)
print("decoys taken for a mention:", dict(kinds) or "none")
