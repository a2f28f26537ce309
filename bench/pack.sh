#!/bin/sh
# What making a pack to hand on costs, in a heap of 256 MiB: bench/pack.sh [entries, by default 5000]
# Needs a JDK 25 in JAVA_HOME (or as /usr/bin/java).
set -eu
cd "$(dirname "$0")/.."
mvn -B -ntp -q -Pbenchmark -DskipTests test-compile >&2
exec "${JAVA_HOME:-/usr}/bin/java" -Xmx256m -XX:+UseSerialGC \
    -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)" \
    org.quietbell.evidence.PackCost "$@"
