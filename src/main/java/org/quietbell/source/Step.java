package org.quietbell.source;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.quietbell.config.Secret;
import org.quietbell.http.Body;
import org.quietbell.http.Request;

/// One request of a question, and how its answer is read. Most questions have one step; a second
/// page, a second listing or a sign-in is a further one.
///
/// @param request what is sent; may hold a key
/// @param asked the same in words for the record and for her eyes: address, query and payload as
///   they are sent, without any key
/// @param reading reads a successful answer
/// @param recovery what to do about a refusal, if there is something; else it is final
public record Step(Request request, String asked, Reading reading, Recovery recovery) {
    private static final Recovery NONE = (_, _) -> Optional.empty();

    /// Reads a successful answer. Pure, but for a sign-in that is remembered.
    public interface Reading {
        /// @throws MalformedReplyException if it is no answer, however successful its status
        Read read(Body body) throws MalformedReplyException;
    }

    /// What follows a refusal: a status of 400 and above, but for a wait that was asked for.
    public interface Recovery {
        /// @return empty if the refusal is final
        Optional<Step> after(int status, Body body);
    }

    /// What one answer held.
    ///
    /// @param next what is asked after it, if it leads on
    public record Read(Page page, Optional<Step> next) {
        /// An answer after which nothing is asked.
        public static Read last(Page page) {
            return new Read(page, Optional.empty());
        }
    }

    /// A step whose request is no secret.
    public static Step of(Request request, Reading reading) {
        String payload =
                request.payload()
                        .map(sent -> " " + new String(sent.bytes(), StandardCharsets.UTF_8))
                        .orElse("");
        return new Step(request, request.address() + payload, reading, NONE);
    }

    /// A step that hands over nothing but secrets: only its address is told.
    public static Step signingIn(Request request, Reading reading) {
        return new Step(request, request.address().toString(), reading, NONE);
    }

    /// The same with a parameter that is sent and never told.
    public Step keyed(String parameter, Secret key) {
        return new Step(request.with(parameter, key.reveal()), asked, reading, recovery);
    }

    /// The same with a header that is sent and never told.
    public Step signed(String header, String value) {
        return new Step(request.header(header, value), asked, reading, recovery);
    }

    /// The same, with a way on after a refusal.
    public Step recovering(Recovery otherwise) {
        return new Step(request, asked, reading, otherwise);
    }

    /// The same with its reading, and that of all that follow, done within something else.
    public Step within(UnaryOperator<Reading> around) {
        Reading outer =
                body -> {
                    Read read = around.apply(reading).read(body);
                    return new Read(read.page(), read.next().map(step -> step.within(around)));
                };
        return new Step(
                request,
                asked,
                outer,
                (status, body) -> recovery.after(status, body).map(step -> step.within(around)));
    }

    @Override
    public String toString() {
        return request.toString();
    }
}
