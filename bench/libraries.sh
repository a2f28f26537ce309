#!/usr/bin/env bash
# What each library costs a process that starts: CPU and memory (RSS, after a collection) of a process that uses this
# library as little as the program has to, less those of a process that uses none. Medians of RUNS (5). The figures
# do not add up to the program's: libraries share what they load.
#
# usage: bench/libraries.sh   Needs a JDK 25 as JAVA_HOME and a build (mvn package). Stays on 127.0.0.1.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d); runs=${RUNS:-5}
trap 'rm -rf "$work"' EXIT
path="$home/target/quietbell.jar" # its manifest names the libraries
"${JAVA_HOME:?set it to a JDK 25}/bin/javac" -nowarn -d "$work/classes" -cp "$path" "$home/bench/Libraries.java"
median() { sort -n | awk '{a[NR]=$1} END{print a[int((NR+1)/2)]}'; }
for library in none none logback jackson-core snakeyaml-engine picocli jsoup icu4j "bouncycastle (Argon2id, 19 MiB)" \
  okhttp "java.net.http (for comparison)" quartz angus-mail javalin+jetty h2 h2+flyway; do
  : >"$work/runs"
  for _ in $(seq "$runs"); do
    rm -rf "$work/data"; mkdir "$work/data"
    "$JAVA_HOME/bin/java" -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto \
      -cp "$work/classes:$path" Libraries "$library" "$work/data" 2>>"$work/said" | tail -1 >>"$work/runs"
  done
  cpu=$(cut -d' ' -f1 "$work/runs" | median); rss=$(cut -d' ' -f2 "$work/runs" | median)
  if [ "$library" = none ]; then base_cpu=$cpu; base_rss=$rss; fi
  printf '%-34s %5d ms CPU  %4d MiB\n' "$library" $((cpu - base_cpu)) $((rss - base_rss))
done | sed '1d'
echo "(the process alone: none)"
