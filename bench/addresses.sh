#!/bin/sh
# Canonical addresses a second, on one thread: bench/addresses.sh [options of JMH, e.g. -prof gc]
# Compiles what is needed first. Needs a JDK 25 in JAVA_HOME (or as /usr/bin/java).
set -eu
cd "$(dirname "$0")/.."
mvn -B -ntp -q -Pbenchmark -DskipTests test-compile >&2
exec "${JAVA_HOME:-/usr}/bin/java" -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)" \
    org.openjdk.jmh.Main AddressBenchmark "$@"
