package org.quietbell.match;

import java.util.List;
import java.util.Set;
import org.quietbell.watch.Query;
import org.quietbell.watch.Variant;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;

/// One watch, made ready: its phrases and terms as numbers.
///
/// @param id the watch
/// @param phrases the name, then the aliases, as queries
/// @param givens numbers of the words that begin the phrases
/// @param everyday for each phrase, whether all its words are everyday words too
/// @param clear for each phrase, whether one of its words is a name and nothing else
/// @param commonness for each phrase, how much must stand beside it
/// @param without ways to write a name otherwise that do not count
/// @param formerFrom from which phrase on they are names that she keeps apart (R6.7)
/// @param context terms that speak for her
/// @param exclude terms that speak for somebody else
/// @param addresses terms of her own postal addresses
/// @param emails terms of her own mail addresses
/// @param phones digits of her telephone numbers
record Watched(
        WatchId id,
        List<Query> phrases,
        int[] givens,
        boolean[] everyday,
        boolean[] clear,
        Commonness[] commonness,
        Set<Variant> without,
        int formerFrom,
        List<Term> context,
        List<Term> exclude,
        List<Term> addresses,
        List<Term> emails,
        List<String> phones) {

    /// @param number in the [FormIndex]
    /// @param text as she wrote it
    /// @param telling whether it names an employer, a school or the like: more than one word, or a
    ///   word that such names end in
    record Term(int number, String text, boolean telling) {}

    /// Whether others bear that name too, so that it says little alone.
    boolean isShared(int phrase) {
        return commonness[phrase] != Commonness.RARE;
    }

    /// Reads a watch into the indexes.
    static Watched of(
            Watch watch,
            Labelled labelled,
            int number,
            Vocabulary vocabulary,
            Sounds sounds,
            FormIndex forms,
            HandleIndex handles,
            WordLists lists) {
        return new WatchedReader(watch, labelled, number, vocabulary, sounds, forms, handles, lists)
                .read();
    }
}
