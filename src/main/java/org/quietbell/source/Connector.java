package org.quietbell.source;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;

/// What the connectors to one service's API have in common. A service that is no server of one's
/// own may still be set to another `url`: a gateway of one's own, or a test.
abstract class Connector implements Source {
    private final Type type;
    private final SourceId id;
    private final URI address;

    /// @param standing the service's own address, without a slash at its end
    Connector(Type type, SourceId id, Section section, String standing) {
        this(type, id, Addresses.optional(section, "url", standing));
    }

    /// @param address where it is asked
    Connector(Type type, SourceId id, URI address) {
        this.type = type;
        this.id = id;
        this.address = address;
    }

    @Override
    public final SourceId id() {
        return id;
    }

    @Override
    public final String connector() {
        return type.name() + "/1";
    }

    @Override
    public final Pace pace() {
        return Addresses.isPrivate(address) ? Pace.FREE : type.pace();
    }

    @Override
    public final Optional<Instant> ends() {
        return type.ends().map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /// An address at the service.
    final URI at(String path) {
        String base = address.toString();
        int query = base.indexOf('?');
        String root = query < 0 ? base : base.substring(0, query);
        root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
        return URI.create(root + path + (query < 0 ? "" : base.substring(query)));
    }

    /// A request for JSON from a path at the service.
    final Request get(String path) {
        return Request.get(at(path)).header("Accept", "application/json");
    }

    /// A request that hands JSON over and wants JSON back.
    final Request post(String path, Json json) {
        return Request.post(at(path), "application/json", json.bytes())
                .header("Accept", "application/json");
    }

    /// The JSON of an answer.
    final Json json(Body body) throws MalformedReplyException {
        try {
            return Json.read(body.bytes());
        } catch (MalformedJsonException _) {
            throw malformed("no JSON, or only a part of it");
        }
    }

    /// The JSON of a refusal, as far as it is any.
    static Json errorOf(Body body) {
        try {
            return Json.read(body.bytes());
        } catch (MalformedJsonException _) {
            return new Json.Nothing(); // it says nothing that we could use
        }
    }

    /// The list under a name.
    ///
    /// @throws MalformedReplyException if there is none
    final List<Json> list(Json json, String name) throws MalformedReplyException {
        if (json.at(name) instanceof Json.Items(List<Json> values)) {
            return values;
        }
        throw malformed("no " + name + " in the JSON");
    }

    /// The list under a name, in an answer that leaves it out when it is empty.
    ///
    /// @param mark a member that every answer of this kind has
    final List<Json> list(Json json, String name, String mark) throws MalformedReplyException {
        if (json.at(name).isNothing() && json.at(mark) instanceof Json.Members) {
            return List.of();
        }
        return list(json, name);
    }

    /// The list under a name, which may be missing.
    ///
    /// @throws MalformedReplyException if something else stands there: what it held would be lost
    final List<Json> listOrNone(Json json, String name) throws MalformedReplyException {
        return json.at(name).isNothing() ? List.of() : list(json, name);
    }

    /// A page, and the next one if there is one and it is within the depth that was set; if it is
    /// not, the page says so.
    static Step.Read read(Page page, boolean more, boolean isLast, Supplier<Step> next) {
        return read(page, more, isLast, next, Optional::empty);
    }

    /// The same, with something else to ask after the last page.
    static Step.Read read(
            Page page,
            boolean more,
            boolean isLast,
            Supplier<Step> next,
            Supplier<Optional<Step>> otherwise) {
        if (more && !isLast) {
            return new Step.Read(page, Optional.of(next.get()));
        }
        return new Step.Read(
                more ? page.remarked("it has more than was asked for") : page, otherwise.get());
    }

    /// It cannot be read.
    final MalformedReplyException malformed(String what) {
        return new MalformedReplyException(type.name() + ": " + what);
    }

    /// It refuses under a successful status.
    final MalformedReplyException refused(Fault.Kind kind, String what) {
        return new MalformedReplyException(kind, type.name() + ": " + what);
    }

    /// A fault in words that begin with the type and name the status.
    final Fault fault(Fault.Kind kind, int status, String what) {
        return new Fault(kind, type.name() + " " + what + " (status " + status + ")");
    }

    /// What statuses mean at most services.
    @Override
    public Fault refusal(int status, Body body) {
        boolean isKeyed = !type.secrets().isEmpty();
        return switch (status) {
            case 400, 422 ->
                    fault(
                            Fault.Kind.MISCONFIGURED,
                            status,
                            "refuses a setting of ours: look at the settings of this source");
            case 401, 403 ->
                    isKeyed
                            ? fault(
                                    Fault.Kind.MISCONFIGURED,
                                    status,
                                    "does not take the key: make sure that it is whole and still"
                                            + " valid")
                            : fault(Fault.Kind.BLOCKED, status, "refuses us");
            case 402 ->
                    fault(
                            Fault.Kind.QUOTA,
                            status,
                            "wants to be paid first: the credit is used up");
            case 429 ->
                    fault(
                            Fault.Kind.QUOTA,
                            status,
                            "has been asked too often, or the allowance is used up");
            default -> Fault.ofStatus(status);
        };
    }

    /// Whether a header says that nothing is left.
    static boolean isNoneLeft(Body body, String header) {
        return body.header(header).flatMap(Connector::number).filter(left -> left == 0).isPresent();
    }

    /// The moment that a header names in seconds since 1970.
    static Optional<Instant> epoch(Body body, String header) {
        return body.header(header).flatMap(Connector::number).map(Instant::ofEpochSecond);
    }

    /// A whole number of at most twelve digits.
    static Optional<Long> number(String text) {
        String digits = text.strip();
        boolean isNumber =
                !digits.isEmpty()
                        && digits.length() <= 12
                        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    @Override
    public final String toString() {
        return type.name() + " source " + id;
    }
}
