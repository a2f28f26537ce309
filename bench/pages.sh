#!/bin/sh
# What each page takes on the server with many hits stored: bench/pages.sh [hits times], by default
# 100000 100. Everything on loopback, in the heap that the launcher gives.
# Needs a JDK 25 in JAVA_HOME (or as /usr/bin/java).
set -eu
cd "$(dirname "$0")/.."
mvn -B -ntp -q -Pbenchmark -DskipTests test-compile >&2
exec "${JAVA_HOME:-/usr}/bin/java" -Xmx136m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -Dlogback.configurationFile=config/logback.xml \
    -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)" \
    org.quietbell.app.PagesCost "$@"
