package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quietbell.SettableClock;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.json.Json;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Query;

/// A source with what its test knows of it, and ways to ask it.
abstract class SourceUnderTest {
    static final String CANARY = "canary-7f3a";
    static final Instant NOW = Bodies.NOW;

    /// The type's name in the registry.
    abstract String type();

    /// Settings that hold [#CANARY]: in the address's path or query, or, if [#isKeyed], as the key.
    abstract Json settings();

    /// Whether the canary is a key, which nobody is told, not even she.
    boolean isKeyed() {
        return false;
    }

    /// Keys of the settings that are missing if there are none.
    List<String> missing() {
        return List.of("url");
    }

    /// A question that it can be asked.
    abstract Query query();

    /// The media type of its answers.
    abstract String contentType();

    /// A good answer of at least two entries.
    abstract String sample();

    /// A good answer with one entry of that title, address and date, each written into its place
    /// with whatever escaping the format needs; a null leaves the field out.
    abstract String entry(String title, @Nullable String address, @Nullable String date);

    /// A good answer without any entry.
    abstract String nothingFound();

    /// Errors of the service's own, each as it comes and what it must be called.
    List<ErrorRow> errorRows() {
        return List.of();
    }

    /// When there is room again by [#nothingLeft].
    static final Instant RESET = NOW.plusSeconds(600);

    /// The headers by which a good answer says that nothing is left until [#RESET]; none: it has no
    /// such headers.
    Map<String, String> nothingLeft() {
        return Map.of();
    }

    /// All replies of a conversation in which the question itself is answered so.
    List<Reply> conversation(Reply answer) {
        return List.of(answer);
    }

    /// The step that puts the question itself.
    Step step(Source source) throws MalformedReplyException {
        return source.ask(query()).orElseThrow();
    }

    /// Where the title of [#entry] comes to stand.
    String words(Finding finding) {
        return finding.title();
    }

    /// Whether its answers hold addresses, rather than ids of which addresses are made.
    boolean givesAddresses() {
        return true;
    }

    Source source() {
        return built(settings());
    }

    /// A source of that kind with other settings.
    Source built(Json settings) {
        Problems problems = new Problems();
        Optional<Source> source =
                Sources.build(new SourceId("s1"), type(), Section.of(settings, problems));
        assertThat(problems.all()).isEmpty();
        return source.orElseThrow();
    }

    /// Until when it asks to be left alone.
    static Instant until(Answer answer) {
        return ((Answer.RateLimited) answer).until();
    }

    Answer ask(Reply reply) {
        Reply[] replies = conversation(reply).toArray(Reply[]::new);
        return asker(replies).ask(source(), query(), Validators.NONE);
    }

    static Asker asker(Reply... replies) {
        return new Asker(new FakeHttp(replies), new SettableClock(NOW));
    }

    Answer answerTo(String text, String type) {
        return ask(new Reply.Ok(200, Bodies.of(text, type)));
    }

    /// What the first answer to the usual question holds.
    Page parsed(Body body) throws MalformedReplyException {
        return parsed(source(), body);
    }

    Page parsed(Source source, Body body) throws MalformedReplyException {
        return step(source).reading().read(body).page();
    }

    static Fault fault(Answer answer) {
        return switch (answer) {
            case Answer.Failed(Fault fault) -> fault;
            case Answer.RateLimited(_, Fault fault) -> fault;
            case Answer.Gone(Fault fault) -> fault;
            case Answer.Found _, Answer.Unchanged _ -> throw new AssertionError("it answered");
        };
    }

    static Page page(Answer answer) {
        return switch (answer) {
            case Answer.Found(Page page, _, _, _) -> page;
            case Answer.Unchanged _, Answer.RateLimited _, Answer.Gone _, Answer.Failed _ ->
                    throw new AssertionError("no page but " + answer);
        };
    }

    /// An account that no sample names.
    static Query.Account account(String written) {
        return new Query.Account(Handle.parse(written));
    }
}
