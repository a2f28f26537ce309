#!/bin/sh
# What keeping a finding costs with ten thousand and with a million hits stored:
# bench/dedup.sh [folder few many turns], by default target/dedup 10000 1000000 15.
# Making the stores takes some minutes and a gigabyte of disk; they are used again the next time.
# Needs a JDK 25 in JAVA_HOME (or as /usr/bin/java).
set -eu
cd "$(dirname "$0")/.."
mvn -B -ntp -q -Pbenchmark -DskipTests test-compile >&2
exec "${JAVA_HOME:-/usr}/bin/java" -Xmx512m -XX:+UseSerialGC -Dlogback.configurationFile=config/logback.xml \
    -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)" \
    org.quietbell.store.DedupCost "$@"
