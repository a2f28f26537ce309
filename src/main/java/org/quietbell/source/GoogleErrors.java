package org.quietbell.source;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;

/// How Google's keyed services say no: `{"error":{"code","message","errors":[{"reason"}],
/// "status"}}`, the same reason under several statuses.
final class GoogleErrors {
    /// Where the day of a quota ends.
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private static final Set<String> DAY =
            Set.of("quotaExceeded", "dailyLimitExceeded", "RESOURCE_EXHAUSTED");
    private static final Set<String> PACE = Set.of("rateLimitExceeded", "userRateLimitExceeded");
    private static final Set<String> KEY =
            Set.of("keyInvalid", "keyExpired", "API_KEY_INVALID", "ipRefererBlocked");
    private static final Set<String> ACCESS =
            Set.of("forbidden", "accessNotConfigured", "PERMISSION_DENIED");

    private GoogleErrors() {}

    /// The kind of fault that the answer names; empty if it names none that is known.
    static Optional<Fault.Kind> kind(Body body) {
        return reason(body)
                .map(reason ->
                        DAY.contains(reason) || PACE.contains(reason)
                                ? Fault.Kind.QUOTA
                                : Fault.Kind.MISCONFIGURED);
    }

    /// What to do about it.
    static String words(Body body) {
        String reason = reason(body).orElse("");
        if (DAY.contains(reason)) {
            return "has given all that this day allows";
        }
        if (PACE.contains(reason)) {
            return "has been asked too fast";
        }
        return KEY.contains(reason)
                ? "does not take the key: copy it again from its project"
                : "does not let the key's project use this service: look at the project";
    }

    /// The first moment of the next day there, if this day's allowance is used up.
    static Optional<Instant> nextDay(Body body) {
        return reason(body)
                .filter(DAY::contains)
                .map(_ ->
                        body.fetchedAt()
                                .atZone(PACIFIC)
                                .toLocalDate()
                                .plusDays(1)
                                .atStartOfDay(PACIFIC)
                                .toInstant());
    }

    private static Optional<String> reason(Body body) {
        Json error = Connector.errorOf(body).at("error");
        List<Json> errors = error.at("errors").items();
        return Stream.of(errors, error.at("details").items())
                .flatMap(List::stream)
                .flatMap(one -> one.at("reason").text().stream())
                .filter(GoogleErrors::isKnown)
                .findFirst()
                .or(() -> error.at("status").text().filter(GoogleErrors::isKnown));
    }

    private static boolean isKnown(String reason) {
        return DAY.contains(reason)
                || PACE.contains(reason)
                || KEY.contains(reason)
                || ACCESS.contains(reason);
    }
}
