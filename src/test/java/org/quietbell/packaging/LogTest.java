package org.quietbell.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;

/// What `config/logback.xml` lets into the log.
class LogTest {
    private final LoggerContext context = new LoggerContext();

    @Test
    void writesTimeLevelNameAndMessageToStandardError() throws JoranException {
        ConsoleAppender<ILoggingEvent> appender = configured();

        assertThat(appender.getTarget()).isEqualTo("System.err");
        assertThat(line(appender, "started", null))
                .isEqualTo("2026-03-01T12:00:00.000Z INFO  Collect: started\n");
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .noneMatch(status -> status.getLevel() > Status.INFO);
    }

    @Test
    @Covers("F11")
    void aLineBreakInAMessageForgesNoLine() throws JoranException {
        String forged = "title\r\n2026-03-01T12:00:00.000Z ERROR\u2028x\u0085y\u001b[2Kz\u202ew";

        assertThat(line(configured(), forged, null))
                .endsWith(": title 2026-03-01T12:00:00.000Z ERROR x y [2Kz w\n")
                .containsOnlyOnce("\n");
    }

    @Test
    @Covers("R2.6")
    void anExceptionsTextIsNotLoggedUnlessAskedFor() throws JoranException {
        Exception withData = new IllegalStateException("duplicate key: canary");

        assertThat(line(configured(), "could not keep it", withData)).doesNotContain("canary");

        context.reset();
        context.putProperty("quietbell.log.trace", "full");
        assertThat(line(configured(), "could not keep it", withData))
                .contains("canary", "at org.quietbell");
    }

    @Test
    void librariesAreHeardFromWarningsOn() throws JoranException {
        configured();

        assertThat(context.getLogger("org.quartz").getEffectiveLevel()).isEqualTo(Level.WARN);
        assertThat(context.getLogger("org.flywaydb").getEffectiveLevel()).isEqualTo(Level.WARN);
        assertThat(context.getLogger("org.eclipse.jetty").getEffectiveLevel())
                .isEqualTo(Level.ERROR);
        assertThat(context.getLogger("org.quietbell.pipeline").getEffectiveLevel())
                .isEqualTo(Level.INFO);
    }

    private ConsoleAppender<ILoggingEvent> configured() throws JoranException {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Path.of("config", "logback.xml").toFile());
        return (ConsoleAppender<ILoggingEvent>)
                context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stderr");
    }

    private String line(
            ConsoleAppender<ILoggingEvent> appender, String message, Exception problem) {
        Logger logger = context.getLogger("org.quietbell.pipeline.Collect");
        LoggingEvent event =
                new LoggingEvent("test", logger, Level.INFO, message, problem, new Object[0]);
        event.setInstant(Instant.parse("2026-03-01T12:00:00Z"));
        return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
