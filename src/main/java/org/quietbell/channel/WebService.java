package org.quietbell.channel;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;

/// What is particular to one service that takes a message by one HTTP request: how it is asked, and
/// how it says yes. Everything else, the table of errors first, is the same for all and stands in
/// [WebChannel]. Safe for many threads.
interface WebService {
    /// What it is called in a fault, before its host, e.g. `Gotify server`.
    String label();

    /// Where it is. The path and the query may be secret.
    URI address();

    /// The request that hands this message over.
    Request request(Message message);

    /// Whether an answer of 200 to 299 is the service's own yes. Login pages answer 200 too.
    boolean isYes(Answer answer);

    /// What an answer means that is no yes, where it differs from the table of all services.
    default Optional<Meaning> meaning(Answer answer) {
        return Optional.empty();
    }

    /// How long a 429 asks to wait by other means than `Retry-After`.
    default Optional<Duration> wait(Answer answer) {
        return Optional.empty();
    }

    /// Whether settings name its host, so that it may stand in one's own network. False where the
    /// address came from somebody else.
    default boolean isNamedBySettings() {
        return true;
    }

    /// @param words what it did, after its name; nothing that it said itself
    record Meaning(Fault.Kind kind, String words) {}

    /// What a service answered. None of it reaches a fault or a log: it may hold the recipient.
    ///
    /// @param json what the body says, `null` if it is no JSON
    record Answer(int status, Body body, Json json) {
        static Answer of(int status, Body body) {
            try {
                return new Answer(status, body, Json.read(body.bytes()));
            } catch (MalformedJsonException _) {
                // an error page of something in between, or a service that answers in plain words
                return new Answer(status, body, new Json.Nothing());
            }
        }

        /// The body as text, for services that answer by a word. Never shown.
        String word() {
            return new String(body.bytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        }

        @Override
        public String toString() {
            return "answer " + status;
        }
    }
}
