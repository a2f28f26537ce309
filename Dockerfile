# A container that looks and tells. It publishes no port and carries no label.
#
#   docker build -t notes .
#   docker run -d --name notes --read-only --tmpfs /tmp --cap-drop ALL \
#       --security-opt no-new-privileges --memory 384m --pids-limit 256 \
#       -v notes:/data notes
#
# Commands run beside it:  docker exec -it notes /opt/app/bin/quietbell status
# Whoever publishes the port does so on loopback (-p 127.0.0.1:8417:8417), with
# `web: { listen: "0.0.0.0:8417", published: loopback }` in a settings file.
# For a release, pin both bases by digest: --build-arg BUILD=maven@sha256:… --build-arg BASE=…
ARG BUILD=maven:3.9-eclipse-temurin-25
ARG BASE=eclipse-temurin:25-jre

FROM ${BUILD} AS build
WORKDIR /build
COPY pom.xml ./
COPY config/ config/
COPY src/main/ src/main/
RUN mvn -q -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true package

FROM ${BASE}
COPY --from=build /build/target/lib/ /opt/app/lib/
COPY --from=build /build/target/quietbell.jar /opt/app/
COPY config/ /opt/app/config/
COPY --chmod=755 bin/ /opt/app/bin/
# its folder stands ready, so that temporary files go into it from the first start on
RUN mkdir -p /data/quietbell && chmod 700 /data /data/quietbell && chown -R 10001:10001 /data
ENV XDG_DATA_HOME=/data
VOLUME /data
USER 10001:10001
# twice 20 seconds: a scheduler that is stuck shows within a minute
HEALTHCHECK --interval=20s --timeout=5s --start-period=60s --retries=2 CMD ["/opt/app/bin/health"]
ENTRYPOINT ["/opt/app/bin/quietbell"]
CMD ["run"]
