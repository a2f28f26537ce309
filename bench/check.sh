#!/usr/bin/env bash
# What one round over many feeds costs: `check` cold (all fetched, all new) and warm (nothing has
# changed), as whole processes.
#
# usage: bench/check.sh FEEDS [NAME …]   FEEDS: a folder of feed files; NAME: names to look for,
#        one case each (default: one that stands nowhere). Needs nginx, curl and GNU time.
# Stays on 127.0.0.1, in a temporary folder that it removes.
set -eu
feeds=$(realpath "$1"); shift
home=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d); port=${BENCH_PORT:-18090}
trap 'kill "$nginx" 2>/dev/null; rm -rf "$work"' EXIT
mkdir "$work/t"
cat >"$work/nginx.conf" <<CONF
user root; worker_processes 1; pid $work/pid; daemon off;
events { worker_connections 1024; }
http {
  log_format bench '\$status \$body_bytes_sent'; access_log $work/access.log bench;
  client_body_temp_path $work/t; proxy_temp_path $work/t; fastcgi_temp_path $work/t;
  uwsgi_temp_path $work/t; scgi_temp_path $work/t; types { application/xml xml; }
  server { listen 127.0.0.1:$port; root $feeds; etag on; }
}
CONF
nginx -p "$work" -e "$work/error.log" -c "$work/nginx.conf" & nginx=$!
until curl -s -o "$work/null" "http://127.0.0.1:$port/"; do sleep 0.1; done
(umask 077
 head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$work/key"
 {
   printf 'profile: agency\ndata: %s/data\nstore: { key: file, key-file: %s/key }\n' "$work" "$work"
   printf 'fetch: { allow-addresses: [127.0.0.1/32], per-host: 8 }\nsources:\n'
   ids=
   for file in "$feeds"/*; do
     id=$(basename "$file" | tr -c 'A-Za-z0-9.\n-' _); ids="$ids, $id"
     printf '  - { id: "%s", type: feed, url: "http://127.0.0.1:%s/%s", every: 30m }\n' \
       "$id" "$port" "$(basename "$file")"
   done
   printf 'cases:\n'; n=0
   [ $# -gt 0 ] || set -- 'Nobody Nowhere'
   for name in "$@"; do
     n=$((n + 1))
     printf '  - id: case-%s\n    consent: { given: 2026-01-01, by: self, sources: [%s], channels: [] }\n    watch: { name: "%s" }\n' \
       "$n" "${ids#, }" "$name"
   done
 } >"$work/q.yaml")
"$home/bin/quietbell" check-config "$work/q.yaml" >/dev/null
for phase in cold warm; do
  : >"$work/access.log"
  TIME="%e %U %S %M" /usr/bin/time -o "$work/time" "$home/bin/quietbell" check --json --config "$work/q.yaml" >"$work/$phase.json"
  read -r wall user sys peak <"$work/time"
  printf '%s: wall %s s, CPU %s s, peak %s MiB, answers 200: %s, 304: %s\n  %s\n' "$phase" "$wall" \
    "$(awk "BEGIN { print $user + $sys }")" "$((peak / 1024))" \
    "$(grep -c '^200' "$work/access.log" || true)" "$(grep -c '^304' "$work/access.log" || true)" \
    "$(sed 's/,"faults".*//' "$work/$phase.json")"
done
