package org.quietbell.pipeline;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.source.Joining;
import org.quietbell.source.Pace;
import org.quietbell.source.Source;
import org.quietbell.source.SourceId;
import org.quietbell.source.Step;
import org.quietbell.watch.Query;

/// A source whose answers are read only while one of a few places is free: a parse tree is many
/// times its body, so memory is bounded by how many are read at once, not by how many arrive.
record BoundedReading(Source source, Semaphore places, InHand hand) implements Source {
    @Override
    public SourceId id() {
        return source.id();
    }

    @Override
    public String connector() {
        return source.connector();
    }

    @Override
    public Pace pace() {
        return source.pace();
    }

    @Override
    public Optional<Step> ask(Query query) {
        return source.ask(query).map(step -> step.within(this::inAPlace));
    }

    @Override
    public List<Step> foreseen(Query query) {
        return source.foreseen(query);
    }

    @Override
    public Joining joining() {
        return source.joining();
    }

    @Override
    public List<Query> together(List<Query> terms, int most) {
        return source.together(terms, most);
    }

    private Step.Reading inAPlace(Step.Reading reading) {
        return body -> {
            hand.take();
            places.acquireUninterruptibly();
            try {
                return reading.read(body);
            } finally {
                places.release();
            }
        };
    }

    @Override
    public Fault refusal(int status, Body body) {
        return source.refusal(status, body);
    }

    @Override
    public Optional<Instant> restsUntil(int status, Body body) {
        return source.restsUntil(status, body);
    }

    @Override
    public Optional<URI> address() {
        return source.address();
    }

    @Override
    public Optional<Instant> usedUpUntil(Body body) {
        return source.usedUpUntil(body);
    }

    @Override
    public Optional<Instant> ends() {
        return source.ends();
    }
}
