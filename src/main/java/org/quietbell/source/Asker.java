package org.quietbell.source;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Http;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;
import org.quietbell.watch.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts one question to one source, once: sends the request, says what is known already, and makes
/// a value of whatever comes. Never retries. Safe for many threads.
public final class Asker {
    private static final Logger LOG = LoggerFactory.getLogger(Asker.class);
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    /// What may be sent in a header again; anything else was no validator.
    private static final Pattern SENDABLE = Pattern.compile("[\\x20-\\x7e\\t]{1,1024}");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final Http http;
    private final InstantSource clock;

    public Asker(Http http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    /// Asks.
    ///
    /// @param known what a former answer to the same question gave; sent back byte for byte.
    ///   [Validators#NONE] asks unconditionally
    /// @return `Found` for an answer that was read, also a partly blind one; `Unchanged` only if we
    ///   had asked conditionally; `RateLimited` for a wait of at most 24 h; `Failed` for all else,
    ///   also for a page of the wrong kind under a good status
    /// @throws IllegalArgumentException if the source cannot be asked this, see [Source#request]
    public Answer ask(Source source, Query query, Validators known) {
        Request request =
                source.request(query)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "query: this source cannot be asked that"));
        Request conditional = conditional(request, known);
        // read within the client's memory budget: the trees made of many answers count too
        return http.read(
                conditional,
                reply -> answerable(source.id(), () -> answer(source, request, known, reply)));
    }

    /// A slip of ours in reading one source's answer is that source's fault to whoever waits for
    /// it: it is shown, it is asked again later, and the others are not kept from being asked.
    private static Answer answerable(SourceId source, Supplier<Answer> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            LOG.error("source {} could not be read: {}", source, e.getClass().getName());
            return failed(Fault.Kind.BROKEN, "its answer could not be worked through");
        }
    }

    private Answer answer(Source source, Request request, Validators known, Reply reply) {
        return switch (reply) {
            case Reply.Ok(_, Body body) -> read(source, request, body);
            case Reply.NotModified(Body body) ->
                    known.equals(Validators.NONE)
                            ? failed(
                                    Fault.Kind.BROKEN,
                                    "says that nothing changed, though it was asked for everything")
                            : new Answer.Unchanged(renewed(known, body));
            case Reply.RateLimited(Instant until, int status, Body body) ->
                    new Answer.RateLimited(bounded(until), source.refusal(status, body));
            case Reply.Refused(int status, Body body) ->
                    new Answer.Failed(source.refusal(status, body));
            case Reply.Failed(Fault fault) -> new Answer.Failed(fault);
        };
    }

    private static Request conditional(Request request, Validators known) {
        Request conditional = request;
        if (known.etag().isPresent()) {
            conditional = conditional.header("If-None-Match", known.etag().get());
        }
        if (known.lastModified().isPresent()) {
            conditional = conditional.header("If-Modified-Since", known.lastModified().get());
        }
        return conditional;
    }

    private static Answer read(Source source, Request request, Body body) {
        try {
            Page page = source.parse(body);
            return new Answer.Found(page, receipt(source, request, body), validators(body));
        } catch (MalformedReplyException malformed) {
            // It ends here as a value: the message holds nothing that was received.
            return Walls.isWall(body)
                    ? failed(
                            Fault.Kind.BLOCKED,
                            "a page that wants a sign-in, a consent or a proof of being human came"
                                    + " instead of an answer")
                    : failed(Fault.Kind.BROKEN, String.valueOf(malformed.getMessage()));
        }
    }

    private static Answer failed(Fault.Kind kind, String detail) {
        return new Answer.Failed(new Fault(kind, detail));
    }

    private static Receipt receipt(Source source, Request request, Body body) {
        return new Receipt(
                request.address().toString(),
                source.connector(),
                body.fetchedAt(),
                digest(body.bytes()),
                clockOffset(body));
    }

    private static Validators validators(Body body) {
        return new Validators(sendable(body, "etag"), sendable(body, "last-modified"));
    }

    private static Validators renewed(Validators known, Body body) {
        return new Validators(
                sendable(body, "etag").or(known::etag),
                sendable(body, "last-modified").or(known::lastModified));
    }

    private static Optional<String> sendable(Body body, String header) {
        return body.header(header).filter(value -> SENDABLE.matcher(value).matches());
    }

    private Instant bounded(Instant until) {
        Instant latest = clock.instant().plus(LONGEST_WAIT);
        return until.isAfter(latest) ? latest : until;
    }

    /// The server's clock minus ours: `Date` is when the answer was made, and `Age` how long a
    /// cache has had it since (RFC 9111, 4.2.3).
    private static Optional<Duration> clockOffset(Body body) {
        Optional<Instant> date = body.header("date").flatMap(FeedDates::read);
        long age =
                body.header("age")
                        .map(String::strip)
                        .filter(text -> SECONDS.matcher(text).matches())
                        .map(Long::parseLong)
                        .orElse(0L);
        return date.map(at -> Duration.between(body.fetchedAt(), at.plusSeconds(age)));
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
