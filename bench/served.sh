# Sourced by the scripts that measure rounds: serves the corpus of make_feeds.py by nginx on 127.0.0.1.
#
# Sets home, corpus, port, work (a folder that is gone at the end) and, by peers.d/quietbell.sh, setup.
# The first generation of the feeds lies behind $work/www; link it to $corpus/gen2 for the second.
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
scratch=${BENCH_SCRATCH:-${TMPDIR:-/tmp}/quietbell-bench}; corpus=$scratch/corpus
port=${BENCH_PORT:-18080}; names=${NAMES:-10000}; work=$(mktemp -d)
mkdir -p "$scratch"
[ -s "$corpus/truth.json" ] || python3 "$home/bench/make_feeds.py" "$corpus" --feeds 1000 --base "http://127.0.0.1:$port"
trap 'kill ${daemon:-} ${nginx:-} 2>/dev/null; rm -rf "$work"' EXIT
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
