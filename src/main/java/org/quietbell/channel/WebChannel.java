package org.quietbell.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.quietbell.channel.WebService.Answer;
import org.quietbell.channel.WebService.Meaning;
import org.quietbell.http.Body;
import org.quietbell.http.Endpoint;
import org.quietbell.http.Fault;
import org.quietbell.http.Http;
import org.quietbell.http.Reply;
import org.quietbell.notice.ChannelId;

/// A channel to a web service: one request for one message, and one table of errors for all.
///
/// 200 to 299 counts only if the service itself says yes. 429, 408 and 5xx pass, and so does a
/// network that is not there; every other status needs somebody's doing. A redirect is not
/// followed. Nothing that the other side wrote is repeated.
final class WebChannel implements Channel {
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    private final ChannelId id;
    private final String type;
    private final WebService service;
    private final Http http;

    WebChannel(ChannelId id, String type, WebService service, Http http) {
        this.id = id;
        this.type = type;
        this.service = service;
        this.http = http;
    }

    @Override
    public ChannelId id() {
        return id;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Optional<Endpoint> endpoint() {
        return service.isNamedBySettings()
                ? Optional.of(Endpoint.of(service.address()))
                : Optional.empty();
    }

    @Override
    public Delivery send(Message message) {
        return switch (http.send(service.request(message))) {
            case Reply.Ok(int status, Body body) -> answered(Answer.of(status, body));
            case Reply.NotModified _ -> failed(Fault.Kind.BROKEN, "gave no answer to a message");
            case Reply.RateLimited(Instant until, int status, Body body) ->
                    new Delivery.Later(
                            new Fault(
                                    status == 429 ? Fault.Kind.QUOTA : Fault.Kind.TROUBLED,
                                    what("asks for a rest (" + status + ")")),
                            Optional.of(until(until, Answer.of(status, body))));
            case Reply.Refused(int status, Body body) -> refused(Answer.of(status, body));
            case Reply.Failed(Fault fault) -> Delivery.failed(fault);
        };
    }

    private Delivery answered(Answer answer) {
        if (!Endpoint.of(service.address()).equals(Endpoint.of(answer.body().from()))) {
            return failed(
                    Fault.Kind.REFUSED, "sends on to another place; write that one as its url");
        }
        if (service.isYes(answer)) {
            return new Delivery.Delivered();
        }
        return service.meaning(answer)
                .map(meaning -> failed(meaning.kind(), meaning.words()))
                .orElseGet(() ->
                        failed(Fault.Kind.BROKEN, "does not answer like a " + service.label()));
    }

    private Delivery refused(Answer answer) {
        Meaning meaning =
                service.meaning(answer)
                        .orElseGet(() ->
                                new Meaning(
                                        kind(answer.status()),
                                        "answered with status " + answer.status()));
        return failed(meaning.kind(), meaning.words());
    }

    /// What a status of 400 and above means to a message that was handed over.
    static Fault.Kind kind(int status) {
        return switch (status) {
            case 413, 431 -> Fault.Kind.TOO_LARGE;
            default -> Fault.ofStatus(status).kind();
        };
    }

    /// The later of what the header says and what the body says, at most a day.
    private Instant until(Instant until, Answer answer) {
        Instant now = answer.body().fetchedAt();
        return service.wait(answer)
                .filter(Duration::isPositive)
                .map(wait -> now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait))
                .filter(asked -> asked.isAfter(until))
                .orElse(until);
    }

    private Delivery failed(Fault.Kind kind, String what) {
        return Delivery.failed(new Fault(kind, what(what)));
    }

    private String what(String what) {
        return service.label() + " " + service.address().getHost() + " " + what;
    }

    @Override
    public String toString() {
        return type + " channel " + id;
    }
}
