#!/bin/sh
# Measures the matching on one thread: findings a second and bytes a second, for 10 to 10,000 watches,
# texts with and without a mention. Give options of JMH after it, e.g. `bench/match.sh -p watches=100 -f 1`.
# Needs a JDK 25 in JAVA_HOME (or as /usr/bin/java).
set -eu
cd "$(dirname "$0")/.."
mvn -B -ntp -q -Pbenchmark -DskipTests test-compile >&2
exec "${JAVA_HOME:-/usr}/bin/java" -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)" \
    org.openjdk.jmh.Main MatchingBenchmark "$@"
