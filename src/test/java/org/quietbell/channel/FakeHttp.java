package org.quietbell.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.quietbell.http.Http;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;

/// Answers every request by a function and keeps it.
final class FakeHttp implements Http {
    private final Function<Request, Reply> answer;
    private final List<Request> requests = new ArrayList<>();

    FakeHttp(Function<Request, Reply> answer) {
        this.answer = answer;
    }

    @Override
    public synchronized Reply send(Request request) {
        requests.add(request);
        return answer.apply(request);
    }

    synchronized List<Request> requests() {
        return List.copyOf(requests);
    }
}
