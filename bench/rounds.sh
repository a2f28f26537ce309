#!/usr/bin/env bash
# What rounds over 1,000 feeds (30,000 entries, 52 MB) with 10,000 names cost inside a running daemon:
# its first, where all is new and the program has just started; three in which nothing has changed; one
# in which 3 % of the feeds have a new entry. CPU seconds of the daemon alone.
#
# usage: bench/rounds.sh   As bench/feeds.sh, on Linux. The feeds are asked at once by the schedule, then
#        by `check`, which goes through the daemon.
set -eu
. "$(dirname "$0")/served.sh"
: >"$work/access.log"
"$home/bin/quietbell" run --config "$work/q.yaml" >"$work/run.log" 2>&1 & daemon=$!

cpu() { awk '{ print ($14 + $15) / 100 }' "/proc/$daemon/stat"; }
asked() { wc -l <"$work/access.log"; }
say() { printf '%s: CPU %s s, asked %s\n' "$1" "$(awk "BEGIN { print $(cpu) - $2 }")" "$(asked)"; }

until curl -s -o "$work/null" http://127.0.0.1:8417/healthz; do sleep 0.2; done
before=$(cpu); was=-1
echo "start: CPU $before s"
until [ "$(asked)" -ge 1000 ] && [ "$(asked)" = "$was" ]; do was=$(asked); sleep 2; done
say 'first round' "$before"
for round in unchanged unchanged unchanged changed unchanged; do
  [ "$round" != changed ] || ln -sfn "$corpus/gen2" "$work/www"
  before=$(cpu)
  "$home/bin/quietbell" check --json --config "$work/q.yaml" | sed 's/,"faults".*//'
  sleep 2
  say "$round" "$before"
done
grep VmHWM "/proc/$daemon/status"
