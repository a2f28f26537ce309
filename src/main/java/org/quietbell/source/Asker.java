package org.quietbell.source;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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

    /// More requests than any question takes; ends a server's endless "next page".
    private static final int MOST_STEPS = 40;

    /// What may be sent in a header again; anything else was no validator.
    private static final Pattern SENDABLE = Pattern.compile("[\\x20-\\x7e\\t]{1,1024}");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private static final Fault SPENT =
            new Fault(Fault.Kind.QUOTA, "no more requests may be spent on it now");

    private final Http http;
    private final InstantSource clock;

    public Asker(Http http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    /// Asks, however many requests it takes.
    public Answer ask(Source source, Query query, Validators known) {
        return ask(source, query, known, () -> true);
    }

    /// Asks.
    ///
    /// Only the first request is conditional. What earlier requests brought is never lost: when a
    /// later one fails or may not be sent, the answer is partly blind.
    ///
    /// @param known what a former answer to the same question gave; sent back byte for byte.
    ///   [Validators#NONE] asks unconditionally
    /// @param another called before each request after the first: whether it may be sent
    /// @return `Found` for an answer that was read, also a partly blind one; `Unchanged` only if we
    ///   had asked conditionally; `RateLimited` for a wait of at most 24 h; `Failed` for all else,
    ///   also for a page of the wrong kind under a good status
    /// @throws IllegalArgumentException if the source cannot be asked this, see [Source#ask]
    public Answer ask(Source source, Query query, Validators known, BooleanSupplier another) {
        Step step =
                source.ask(query)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "query: this source cannot be asked that"));
        if (source.ends().map(end -> !clock.instant().isBefore(end)).orElse(false)) {
            return failed(
                    Fault.Kind.GONE,
                    "this service has ended: remove the source, or look for another");
        }
        Conversation conversation = new Conversation();
        Validators first = known;
        Optional<Instant> usedUp = Optional.empty();
        for (int steps = 1; ; steps++) {
            Step asked = step;
            Validators condition = first;
            // read within the client's memory budget: the trees made of many answers count too;
            // what follows is sent only after that
            Came came =
                    http.read(
                            conditional(asked.request(), condition).apart(source.pace().apart()),
                            reply ->
                                    answerable(
                                            source.id(),
                                            () -> came(source, asked, condition, reply)));
            switch (came) {
                case Came.Whole(Answer answer) -> {
                    return conversation.endedBy(answer);
                }
                case Came.Part(
                                Answer.Found.Part part,
                                Validators given,
                                Optional<Step> next,
                                Answer.Aside aside) -> {
                    conversation.add(part, given, aside);
                    usedUp = aside.rests();
                    source.ends().map(Asker::endsOn).ifPresent(conversation::remark);
                    if (next.isEmpty()) {
                        return conversation.found();
                    }
                    step = next.get();
                }
                case Came.Detour(Step next) -> step = next;
            }
            if (usedUp.isPresent()) {
                return conversation.endedBy(new Answer.RateLimited(usedUp.get(), SPENT));
            }
            if (steps >= MOST_STEPS || !another.getAsBoolean()) {
                return conversation.endedBy(new Answer.Failed(SPENT));
            }
            first = Validators.NONE;
        }
    }

    private static String endsOn(Instant end) {
        return "this service ends on " + end.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /// A slip of ours in reading one source's answer is that source's fault to whoever waits for
    /// it: it is shown, it is asked again later, and the others are not kept from being asked.
    private static Came answerable(SourceId source, Supplier<Came> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            LOG.error("source {} could not be read: {}", source, e.getClass().getName());
            return new Came.Whole(
                    failed(Fault.Kind.BROKEN, "its answer could not be worked through"));
        }
    }

    /// What came of one request.
    private sealed interface Came {
        /// Nothing follows.
        record Whole(Answer answer) implements Came {}

        /// Something was read, and more may follow.
        record Part(
                Answer.Found.Part part, Validators given, Optional<Step> next, Answer.Aside aside)
                implements Came {}

        /// It refused, but there is another way.
        record Detour(Step next) implements Came {}
    }

    private Came came(Source source, Step step, Validators known, Reply reply) {
        return switch (reply) {
            case Reply.Ok(int status, Body body) ->
                    read(source, step, body, aside(source, step, status, body));
            case Reply.NotModified(Body body) ->
                    new Came.Whole(
                            known.equals(Validators.NONE)
                                    ? failed(
                                            Fault.Kind.BROKEN,
                                            "says that nothing changed, though it was asked for"
                                                    + " everything")
                                    : new Answer.Unchanged(
                                            renewed(known, body),
                                            FeedPace.ofHeaders(body),
                                            aside(source, step, 304, body)));
            case Reply.RateLimited(Instant until, int status, Body body) -> {
                Instant rest = source.restsUntil(status, body).orElse(until);
                Instant later = rest.isAfter(until) ? rest : until;
                yield new Came.Whole(
                        new Answer.RateLimited(bounded(later), source.refusal(status, body)));
            }
            case Reply.Refused(int status, Body body) ->
                    step.recovery()
                            .after(status, body)
                            .<Came>map(Came.Detour::new)
                            .orElseGet(() -> new Came.Whole(refused(source, status, body)));
            case Reply.Failed(Fault fault) -> new Came.Whole(new Answer.Failed(fault));
        };
    }

    /// What an answer says by the way; the server's own address says nothing of a source's.
    private Answer.Aside aside(Source source, Step step, int status, Body body) {
        Whereabouts whereabouts =
                source.address()
                        .filter(step.request().address()::equals)
                        .map(address -> Whereabouts.of(address, body.hops(), status))
                        .orElse(new Whereabouts.Same());
        Optional<Instant> rests =
                source.usedUpUntil(body)
                        .map(this::bounded)
                        .filter(until -> until.isAfter(body.fetchedAt()));
        return new Answer.Aside(whereabouts, rests);
    }

    private Answer refused(Source source, int status, Body body) {
        Fault fault = source.refusal(status, body);
        if (status == 410 && source.address().isPresent()) {
            return new Answer.Gone(fault);
        }
        return source.restsUntil(status, body)
                .<Answer>map(until -> new Answer.RateLimited(bounded(until), fault))
                .orElseGet(() -> new Answer.Failed(fault));
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

    private static Came read(Source source, Step step, Body body, Answer.Aside aside) {
        try {
            Step.Read read = step.reading().read(body);
            return new Came.Part(
                    new Answer.Found.Part(read.page(), receipt(source, step, body)),
                    validators(body),
                    read.next(),
                    aside);
        } catch (MalformedReplyException malformed) {
            // It ends here as a value: the message holds nothing that was received.
            boolean isWall = malformed.kind() == Fault.Kind.BROKEN && Walls.isWall(body);
            return new Came.Whole(
                    isWall
                            ? failed(
                                    Fault.Kind.BLOCKED,
                                    "a page that wants a sign-in, a consent or a proof of being"
                                            + " human came instead of an answer")
                            : failed(malformed.kind(), String.valueOf(malformed.getMessage())));
        }
    }

    private static Answer failed(Fault.Kind kind, String detail) {
        return new Answer.Failed(new Fault(kind, detail));
    }

    private static Receipt receipt(Source source, Step step, Body body) {
        return new Receipt(
                step.asked(),
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
