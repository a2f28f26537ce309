package org.quietbell.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.quietbell.http.Http;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;

/// Gives prepared replies and keeps what was asked.
final class FakeHttp implements Http {
    final List<Request> asked = new ArrayList<>();
    private final Deque<Reply> replies = new ArrayDeque<>();

    FakeHttp(Reply... replies) {
        this.replies.addAll(List.of(replies));
    }

    @Override
    public Reply send(Request request) {
        asked.add(request);
        return replies.removeFirst();
    }
}
