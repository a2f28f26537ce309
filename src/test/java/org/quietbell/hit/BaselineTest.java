package org.quietbell.hit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quietbell.match.Match;
import org.quietbell.match.Reason;
import org.quietbell.source.SourceId;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Details;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Query;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;

class BaselineTest {
    private static final SourceId SOURCE = new SourceId("meta");
    private static final WatchId WATCH = new WatchId("w");
    private static final Query NAME = new Query.Phrase("Jane Doe");
    private static final Query HANDLE = new Query.Account(Handle.parse("@janedoe1"));

    private static Match match(Query... terms) {
        return new Match(
                WATCH, 65, List.of(new Reason("exact-name", List.of(), 65)), Set.of(terms));
    }

    private static Pair pair(Query query) {
        return new Pair(WATCH, query, SOURCE);
    }

    private static Watch watch() {
        return new Watch(
                WATCH,
                new CaseId("c"),
                "Jane Doe",
                List.of(),
                List.of(Handle.parse("@janedoe1")),
                List.of(),
                List.of(),
                List.of(),
                Details.none());
    }

    @Test
    void isBaselineWhenNoTermItWasRecognisedByHasOne() {
        assertThat(Baseline.judge(SOURCE, match(NAME, HANDLE), NAME, Settled.NONE)).isTrue();
    }

    @Test
    void isNewWhenOneOfItsTermsHasABaseline() {
        assertThat(Baseline.judge(SOURCE, match(NAME, HANDLE), NAME, settled(pair(NAME))))
                .isFalse();
    }

    @Test
    void isBaselineForAHandleThatWasAddedThoughTheNameHasOne() {
        assertThat(Baseline.judge(SOURCE, match(HANDLE), NAME, settled(pair(NAME)))).isTrue();
    }

    @Test
    void asksForThePairOfTheQueryWhenRecognisedByNoTerm() {
        assertThat(Baseline.pairs(SOURCE, match(), NAME)).containsExactly(pair(NAME));
    }

    @Test
    void looksThroughEveryQueryOfAllWhomAFeedServes() {
        assertThat(Audience.of(List.of(watch())).terms())
                .containsExactlyInAnyOrder(
                        new Audience.Term(WATCH, NAME),
                        new Audience.Term(WATCH, HANDLE),
                        new Audience.Term(WATCH, new Query.Everything()));
    }

    private static Settled settled(Pair... pairs) {
        return new Settled() {
            @Override
            public boolean has(Pair pair) {
                return Set.of(pairs).contains(pair);
            }

            @Override
            public boolean isWhole() {
                return false;
            }
        };
    }
}
