#!/bin/sh
# What checking an evidence log costs, in a heap of 128 MiB: bench/verify.sh [entries, by default 100000]
# Needs a JDK 25 in JAVA_HOME (or as /usr/bin/java).
set -eu
cd "$(dirname "$0")/.."
mvn -B -ntp -q -Pbenchmark -DskipTests test-compile >&2
exec "${JAVA_HOME:-/usr}/bin/java" -Xmx128m -XX:+UseSerialGC \
    -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)" \
    org.quietbell.evidence.VerifyCost "$@"
