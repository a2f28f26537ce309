#!/usr/bin/env bash
# From starting `run` to its first page served over HTTP, and the memory it holds after resting: on a store that is
# there already. Medians of RUNS (5) starts.
#
# usage: bench/start.sh   Needs curl. Stays on 127.0.0.1, in a temporary folder that it removes.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d); port=${BENCH_PORT:-18091}; runs=${RUNS:-5}; rest=${REST:-20}
trap 'rm -rf "$work"' EXIT
(umask 077
 head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$work/key"
 printf 'data: %s/data\nstore: { key: file, key-file: %s/key }\nweb: { listen: "127.0.0.1:%s" }\n' \
   "$work" "$work" "$port" >"$work/q.yaml")
"$home/bin/quietbell" status --config "$work/q.yaml" >/dev/null
for _ in $(seq "$runs"); do
  began=$(date +%s%N)
  "$home/bin/quietbell" run --config "$work/q.yaml" >"$work/log" 2>&1 & pid=$!
  until curl -sfL -o "$work/page" "http://127.0.0.1:$port/"; do sleep 0.02; done
  served=$(( ($(date +%s%N) - began) / 1000000 ))
  sleep "$rest"
  java=$(pgrep -P "$pid" java || echo "$pid")
  rss=$(awk '/^Rss:/{print $2}' "/proc/$java/smaps_rollup")
  cpu=$(awk '{print ($14 + $15) / 100}' "/proc/$java/stat")
  kill "$pid"; wait "$pid" 2>/dev/null || true
  echo "$served $((rss / 1024)) $cpu"
done >"$work/runs"
sort -n "$work/runs" | awk '{a[NR]=$1} END{print "first page: " a[int((NR+1)/2)] " ms (" a[1] "-" a[NR] ")"}'
sort -n -k2 "$work/runs" | awk '{a[NR]=$2} END{print "memory at rest: " a[int((NR+1)/2)] " MiB (" a[1] "-" a[NR] ")"}'
sort -n -k3 "$work/runs" | awk '{a[NR]=$3} END{print "CPU until then: " a[int((NR+1)/2)] " s"}'
