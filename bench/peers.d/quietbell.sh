# Quietbell as a poller beside others: reads every feed once, judges every entry against all names,
# keeps what is about somebody, and exits.
#
# Sourced by a script that sets CORPUS (as make_feeds.py writes it) and `timed OUT COMMAND…`.
# QUIETBELL: the program (default: the one of this checkout); NAMES: how many names (10000).
QUIETBELL=${QUIETBELL:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/bin/quietbell}

setup() {
  (umask 077
   head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$1/key"
   {
     printf 'profile: agency\ndata: %s/data\nstore: { key: file, key-file: %s/key }\n' "$1" "$1"
     printf 'fetch: { allow-addresses: [127.0.0.1/32], per-host: 8 }\nsources:\n'
     awk '{ printf "  - { id: f%d, type: feed, url: \"%s\", every: 30m }\n", NR, $0 }' "$CORPUS/urls.txt"
   } >"$1/q.yaml"
   python3 - "$CORPUS/names.tsv" "${NAMES:-10000}" >"$1/names.json" <<'PY'
import json, sys
rows = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf-8")]
watches = [{"id": "w" + row[0], "case": "all", "name": row[1]} for row in rows[: int(sys.argv[2])]]
print(json.dumps({"agreement": True, "watches": watches}, ensure_ascii=False))
PY
  )
  "$QUIETBELL" watch import "$1/names.json" --config "$1/q.yaml"
}
poll() { timed "$2" "$QUIETBELL" check --json --config "$1/q.yaml"; }
# it keeps what is about somebody, not every entry
count() { "$QUIETBELL" hits --json --config "$1/q.yaml" | grep -c '"id"'; }
version() { "$QUIETBELL" --version | awk '{ print $NF }'; }
