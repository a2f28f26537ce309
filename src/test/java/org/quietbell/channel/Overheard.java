package org.quietbell.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.slf4j.LoggerFactory;

/// Everything that is logged or printed until it is closed, at every level and with every trace,
/// but for what the servers of the tests themselves log.
final class Overheard implements AutoCloseable {
    private static final List<String> OF_THE_TESTS =
            List.of("WireMock", "wiremock", "com.github.tomakehurst", "org.eclipse.jetty");
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Map<Logger, Level> before = new HashMap<>();
    private final AppenderBase<ILoggingEvent> appender =
            new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    heard.add(event.getFormattedMessage());
                    IThrowableProxy thrown = event.getThrowableProxy();
                    if (thrown != null) {
                        heard.add(ThrowableProxyUtil.asString(thrown));
                    }
                }
            };
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(LogRecord entry) {
                    heard.add(entry.getMessage() + entry.getThrown());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    Overheard() {
        for (Logger logger : root.getLoggerContext().getLoggerList()) {
            before.put(logger, logger.getLevel());
            logger.setLevel(logger == root ? Level.TRACE : null);
        }
        for (String server : OF_THE_TESTS) {
            Logger logger = root.getLoggerContext().getLogger(server);
            before.putIfAbsent(logger, null);
            logger.setLevel(Level.OFF);
        }
        appender.start();
        root.addAppender(appender);
        java.util.logging.Logger platform = LogManager.getLogManager().getLogger("");
        platform.addHandler(handler);
        handler.setLevel(java.util.logging.Level.ALL);
        platform.setLevel(java.util.logging.Level.ALL);
        System.setOut(new PrintStream(printed, true, UTF_8));
        System.setErr(new PrintStream(printed, true, UTF_8));
        // so that whoever looks can tell that somebody listened
        LoggerFactory.getLogger("org.quietbell.heard").trace("overheard");
    }

    String all() {
        return heard + printed.toString(UTF_8);
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        java.util.logging.Logger platform = LogManager.getLogManager().getLogger("");
        platform.removeHandler(handler);
        platform.setLevel(java.util.logging.Level.INFO);
        root.detachAppender(appender);
        before.forEach(Logger::setLevel);
    }
}
