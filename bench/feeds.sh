#!/usr/bin/env bash
# A round over 1,000 feeds (30,000 entries, 52 MB) with 10,000 names: `check` as a whole process,
# cold (all is new), warm (nothing has changed) and changed (3 % of the feeds have a new entry); then
# what it found, beside what was planted.
#
# usage: bench/feeds.sh   Needs nginx, curl, GNU time and python3. NAMES (10000), BENCH_PORT (18080),
#        BENCH_SCRATCH (the corpus is made there once). Stays on 127.0.0.1.
set -eu
. "$(dirname "$0")/served.sh"
for phase in cold warm changed; do
  [ "$phase" != changed ] || ln -sfn "$corpus/gen2" "$work/www"
  : >"$work/access.log"
  TIME="%e %U %S %M" /usr/bin/time -q -o "$work/time" \
    "$home/bin/quietbell" check --json --config "$work/q.yaml" >"$work/$phase.json"
  read -r wall user sys peak <"$work/time"
  printf '%s: wall %s s, CPU %s s, peak %s MiB, answers 200: %s, 304: %s\n  %s\n' "$phase" "$wall" \
    "$(awk "BEGIN { print $user + $sys }")" "$((peak / 1024))" \
    "$(grep -c '^200' "$work/access.log" || true)" "$(grep -c '^304' "$work/access.log" || true)" \
    "$(sed 's/,"faults".*//' "$work/$phase.json")"
  if [ "$phase" = warm ]; then
    "$home/bin/quietbell" hits --json --config "$work/q.yaml" >"$work/hits.json"
    python3 "$home/bench/score.py" "$corpus" <"$work/hits.json"
  fi
done
