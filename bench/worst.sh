#!/bin/sh
# Looks for the text that costs most to judge, in milliseconds for each KiB (1,024 characters), among so
# many made texts: bench/worst.sh [TEXTS [SEED]]
# Needs a JDK 25 in JAVA_HOME (or as /usr/bin/java).
set -eu
cd "$(dirname "$0")/.."
mvn -B -ntp -q -Pbenchmark -DskipTests test-compile >&2
exec "${JAVA_HOME:-/usr}/bin/java" -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)" \
    org.quietbell.match.WorstCase "$@"
