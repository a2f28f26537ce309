#!/usr/bin/env bash
# A round over 1,000 feeds (30,000 entries, 52 MB) with 10,000 names: `check` as a whole process,
# cold (all is new), warm (nothing has changed) and changed (3 % of the feeds have a new entry); then
# what it found, beside what was planted.
#
# usage: bench/feeds.sh   Needs nginx, curl, GNU time and python3. NAMES (10000), BENCH_PORT (18080),
#        BENCH_SCRATCH (the corpus is made there once). Stays on 127.0.0.1.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
scratch=${BENCH_SCRATCH:-${TMPDIR:-/tmp}/quietbell-bench}; corpus=$scratch/corpus
port=${BENCH_PORT:-18080}; names=${NAMES:-10000}; work=$(mktemp -d)
mkdir -p "$scratch"
[ -s "$corpus/truth.json" ] || python3 "$home/bench/make_feeds.py" "$corpus" --feeds 1000 --base "http://127.0.0.1:$port"
trap 'kill "${nginx:-}" 2>/dev/null; rm -rf "$work"' EXIT
mkdir "$work/t"
cat >"$work/nginx.conf" <<CONF
worker_processes 1; pid $work/pid; daemon off;
events { worker_connections 1024; }
http {
  log_format bench '\$status'; access_log $work/access.log bench;
  client_body_temp_path $work/t; proxy_temp_path $work/t; fastcgi_temp_path $work/t;
  uwsgi_temp_path $work/t; scgi_temp_path $work/t; types { application/xml xml; }
  server { listen 127.0.0.1:$port; root $work/www; etag on; }
}
CONF
[ "$(id -u)" != 0 ] || sed -i '1i user root;' "$work/nginx.conf"
ln -sfn "$corpus/gen1" "$work/www"
nginx -p "$work" -e "$work/error.log" -c "$work/nginx.conf" & nginx=$!
until curl -s -o "$work/null" "http://127.0.0.1:$port/"; do sleep 0.1; done
. "$home/bench/peers.d/quietbell.sh"
CORPUS=$corpus; NAMES=$names; export CORPUS NAMES
setup "$work"
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
