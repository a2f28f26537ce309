package org.quietbell.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quietbell.http.Body;
import org.quietbell.json.Json;

/// Makes findings of the rows of a JSON answer.
final class Rows {
    private Rows() {}

    /// Takes what one row says.
    interface Reader {
        void read(Json row, Sketch sketch);
    }

    /// A page of all rows that say anything: one without an address is kept for its words.
    ///
    /// @param type whose answer it is, for the message
    /// @throws MalformedReplyException if there are rows and none has an address: then they are not
    ///   of the shape known here
    static Page page(String type, List<Json> rows, Body body, Reader reader)
            throws MalformedReplyException {
        List<Finding> findings = new ArrayList<>(rows.size());
        int silent = 0;
        int rank = 0;
        for (Json row : rows) {
            rank++;
            Sketch sketch = new Sketch();
            reader.read(row, sketch);
            Finding finding = sketch.finding(rank, body.fetchedAt());
            boolean saysSomething =
                    !finding.address().isEmpty()
                            || !finding.title().isEmpty()
                            || !finding.snippet().isEmpty();
            if (saysSomething) {
                findings.add(finding);
            } else {
                silent++;
            }
        }
        boolean hasAddress = findings.stream().anyMatch(finding -> !finding.address().isEmpty());
        if (!rows.isEmpty() && !hasAddress) {
            throw new MalformedReplyException(type + ": no address in any of its results");
        }
        return new Page(
                findings,
                Optional.empty(),
                0,
                silent == 0
                        ? Optional.empty()
                        : Optional.of(silent + " results could not be read"));
    }
}
