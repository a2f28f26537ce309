package org.quietbell.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

/// All threads on one board of 4chan, with the last replies to each, from the board's catalogue.
///
/// Asked for everything, so no name is sent; only the catalogue is read: no thread, no archive, and
/// nothing of a picture but the name that its file had. Older replies are not seen. A handle that
/// the board broke for display is whole again. There is no safe search.
///
/// Settings: `board`, e.g. `g`. One board a source: so "unchanged" can be asked of each.
///
/// Source of what it gives: 4chan, <https://www.4chan.org>.
///
/// @see <a href="https://github.com/4chan/4chan-API">4chan API</a>
final class FourchanSource extends Connector {
    static final Type TYPE =
            Type.of("fourchan", Duration.ofMinutes(5), Duration.ofHours(1))
                    .paced(1, Duration.ofSeconds(1))
                    .needing("board")
                    .place()
                    .disclosing(
                            Disclosure.free("4chan, United States")
                                    .learns(
                                            "that this machine reads the board; no name is"
                                                    + " sent"));

    private static final Pattern BOARD = Pattern.compile("[a-z0-9]{1,10}");

    private final String board;

    FourchanSource(SourceId id, Section section) {
        super(TYPE, id, section, "https://a.4cdn.org");
        board = section.required("board", FourchanSource::board).orElse("-");
    }

    private static String board(String text) {
        String bare = text.strip().replace("/", "");
        if (!BOARD.matcher(bare).matches()) {
            throw new IllegalArgumentException("must be a board's short name, such as g");
        }
        return bare;
    }

    @Override
    public Optional<Step> ask(Query query) {
        return switch (query) {
            case Query.Everything _ ->
                    Optional.of(
                            Step.of(
                                    get("/" + board + "/catalog.json"),
                                    body -> Step.Read.last(page(body))));
            case Query.Phrase _, Query.Account _, Query.AnyOf _ -> Optional.empty();
        };
    }

    private Page page(Body body) throws MalformedReplyException {
        if (!(json(body) instanceof Json.Items(List<Json> pages)) || pages.isEmpty()) {
            throw malformed("no list of pages in the JSON");
        }
        List<Json> rows = new ArrayList<>();
        List<String> threads = new ArrayList<>();
        for (Json page : pages) {
            for (Json thread : list(page, "threads")) {
                String number = thread.at("no").text().orElse("");
                rows.add(thread);
                threads.add(number);
                for (Json reply : listOrNone(thread, "last_replies")) {
                    rows.add(reply);
                    threads.add(number);
                }
            }
        }
        int[] next = {0};
        return Rows.page(
                TYPE.name(), rows, body, (row, sketch) -> row(row, threads.get(next[0]++), sketch));
    }

    private void row(Json post, String thread, Sketch sketch) {
        sketch.title(post.at("sub"))
                .says(
                        post.at("com"),
                        post.at("name"),
                        post.at("trip"),
                        post.at("filename"),
                        post.at("semantic_url"))
                .date(post.at("time"));
        post.at("no")
                .text()
                .filter(number -> Connector.number(number).isPresent())
                .ifPresent(number -> address(thread, number, sketch));
    }

    private void address(String thread, String number, Sketch sketch) {
        String opener = Connector.number(thread).isPresent() ? thread : number;
        sketch.item(Json.of(board + "/" + number))
                .address("https://boards.4chan.org/" + board + "/thread/" + opener + "#p" + number);
    }

    @Override
    public Fault refusal(int status, Body body) {
        return status == 404
                ? fault(Fault.Kind.MISCONFIGURED, status, "has no board of that name")
                : super.refusal(status, body);
    }
}
