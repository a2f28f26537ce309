package org.quietbell.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.SettableClock;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;
import org.quietbell.watch.Query;

/// What every source that answers in JSON must do besides.
abstract class JsonContractKit extends SourceContractKit {
    /// Words and parts of addresses that belong to pictures in the samples.
    private static final List<String> PICTURES = List.of("img.example.org", "/img/", "x.example");

    @Override
    Query query() {
        return new Query.Phrase("Ada Marlowe-Quist");
    }

    @Override
    String contentType() {
        return "application/json";
    }

    /// How many entries stand in one object at most.
    int mostLost() {
        return 1;
    }

    @Override
    Json settings() {
        return isKeyed()
                ? Json.object().put("key", CANARY).build()
                : Json.object().put("url", "https://api.example.org/" + CANARY).build();
    }

    @Override
    List<String> missing() {
        return isKeyed() ? List.of("key-file") : List.of();
    }

    /// An object of those members whose value is not null.
    static Json object(@Nullable String... namesAndValues) {
        Json.Builder object = Json.object();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
            }
        }
        return object.build();
    }

    /// What a chain of good answers makes.
    Page pages(Source source, String... answers) {
        Reply[] replies =
                Arrays.stream(answers)
                        .map(text -> new Reply.Ok(200, Bodies.of(text, contentType())))
                        .toArray(Reply[]::new);
        http = new FakeHttp(replies);
        Asker asker = new Asker(http, new SettableClock(Bodies.NOW));
        return page(asker.ask(source, query(), Validators.NONE));
    }

    /// What was asked by [#pages], in order.
    FakeHttp http = new FakeHttp();

    /// A source with a key for all that needs one, and one more setting.
    Source with(String key, Object value) {
        Map<String, Json> settings = new LinkedHashMap<>(settings().members());
        settings.put(key, Json.of(value));
        return built(new Json.Members(settings));
    }

    /// What is wrong with one more setting.
    List<String> problemsWith(String key, Object value) {
        Map<String, Json> settings = new LinkedHashMap<>(settings().members());
        settings.put(key, Json.of(value));
        Problems problems = new Problems();
        Sources.build(new SourceId("m"), type(), Section.of(new Json.Members(settings), problems));
        return problems.all().stream().map(problem -> problem.key()).toList();
    }

    Map<String, String> asked(Source source, Query query) {
        return parameters(source.request(query).orElseThrow().address());
    }

    /// What is handed over with the question.
    static Json payload(Source source, Query query) {
        try {
            return Json.read(source.request(query).orElseThrow().payload().orElseThrow().bytes());
        } catch (MalformedJsonException e) {
            throw new AssertionError(e);
        }
    }

    static Map<String, String> parameters(URI address) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : address.getRawQuery().split("&", -1)) {
            String[] sides = pair.split("=", 2);
            parameters.put(sides[0], URLDecoder.decode(sides[1], UTF_8));
        }
        return parameters;
    }

    @Test
    @Covers("R3.11")
    void readsNothingOfPictures() {
        assertThat(page(answerTo(sample(), contentType())).toString())
                .doesNotContain(PICTURES.toArray(CharSequence[]::new));
    }

    @Test
    @Covers("F26")
    void survivesEveryFieldMissingNullOrOfAnotherKindAndLosesNoMoreThanItHolds() {
        Json whole = json(sample());
        int all = page(answerTo(sample(), contentType())).findings().size();
        for (Change change : Change.values()) {
            for (int place = 0; place < count(whole); place++) {
                Json odd = changed(whole, new int[] {place}, change);
                switch (answerTo(odd.line(), contentType())) {
                    case Answer.Found(Page page, _, _, _) -> {
                        int found = page.findings().size();
                        boolean isGone = isGone(whole, place, change);
                        if (found > 0 || !isGone) {
                            assertThat(found)
                                    .as("%s", odd.line())
                                    .isGreaterThanOrEqualTo(all - mostLost());
                        }
                        if (found < all && page.isComplete() && !isGone) {
                            assertThat(page.remark()).as("%s", odd.line()).isPresent();
                        }
                    }
                    case Answer.Failed(Fault fault) -> assertNamed(fault);
                    case Answer.RateLimited(_, Fault fault) -> assertNamed(fault);
                    case Answer.Unchanged _, Answer.Gone _ -> throw new AssertionError();
                }
            }
        }
    }

    private void assertNamed(Fault fault) {
        assertThat(fault.detail()).startsWith(type()).doesNotContain("Exception", CANARY);
    }

    /// Whether what is gone is an entry or a list of them, which services leave out when empty.
    private static boolean isGone(Json whole, int place, Change change) {
        Json value = nth(whole, new int[] {place});
        return change != Change.ANOTHER_KIND
                && (value instanceof Json.Items || value instanceof Json.Members);
    }

    private enum Change {
        MISSING,
        NULL,
        ANOTHER_KIND
    }

    private static Json json(String text) {
        try {
            return Json.read(text);
        } catch (MalformedJsonException e) {
            throw new AssertionError(e);
        }
    }

    private static int count(Json json) {
        int count = 0;
        for (Json below : json.members().values()) {
            count += 1 + count(below);
        }
        for (Json below : json.items()) {
            count += 1 + count(below);
        }
        return count;
    }

    private static Json nth(Json json, int[] place) {
        List<Json> below = new ArrayList<>(json.members().values());
        below.addAll(json.items());
        for (Json one : below) {
            if (place[0]-- == 0) {
                return one;
            }
            Json found = nth(one, place);
            if (!found.isNothing()) {
                return found;
            }
            if (place[0] < 0) {
                return found;
            }
        }
        return new Json.Nothing();
    }

    /// The same with the value at one place (in the order of reading) changed.
    private static Json changed(Json json, int[] place, Change change) {
        return switch (json) {
            case Json.Members(Map<String, Json> members) -> {
                Map<String, Json> to = new LinkedHashMap<>();
                members.forEach((name, value) -> put(value, place, change, v -> to.put(name, v)));
                yield new Json.Members(to);
            }
            case Json.Items(List<Json> values) -> {
                List<Json> to = new ArrayList<>();
                values.forEach(value -> put(value, place, change, to::add));
                yield new Json.Items(to);
            }
            case Json.Text _, Json.Digits _, Json.Truth _, Json.Nothing _ -> json;
        };
    }

    private static void put(
            Json value, int[] place, Change change, java.util.function.Consumer<Json> to) {
        if (place[0]-- == 0) {
            switch (change) {
                case MISSING -> {}
                case NULL -> to.accept(new Json.Nothing());
                case ANOTHER_KIND ->
                        to.accept(
                                value instanceof Json.Text
                                        ? new Json.Items(List.of(new Json.Truth(true)))
                                        : new Json.Text("odd"));
            }
            return;
        }
        to.accept(changed(value, place, change));
    }
}
