#!/bin/sh
# What planning a telling costs over many owed hits, and how fast notices go out by mail:
# bench/telling.sh [hits turns notices], by default 100000 5 1000. The mail server is one in memory, in the
# same process, so the rate is that of both ends.
# Needs a JDK 25 in JAVA_HOME (or as /usr/bin/java).
set -eu
cd "$(dirname "$0")/.."
mvn -B -ntp -q -Pbenchmark -DskipTests test-compile >&2
run() {
    "${JAVA_HOME:-/usr}/bin/java" -Xmx512m -XX:+UseSerialGC -Dlogback.configurationFile=config/logback.xml \
        -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)" "$@"
}
run org.quietbell.store.TellingCost "${1:-100000}" "${2:-5}"
run org.quietbell.store.DeliveryCost "${3:-1000}"
