package org.quietbell.notice;

import java.util.Optional;
import org.quietbell.watch.WatchId;

/// What a pause is about.
public sealed interface PauseScope {
    /// All that is looked for, all ways to hear.
    record Everything() implements PauseScope {}

    /// What was found for one watch.
    record OneWatch(WatchId watch) implements PauseScope {}

    /// One way to hear; the others speak on.
    record OneChannel(ChannelId channel) implements PauseScope {}

    /// What was first found at one source.
    ///
    /// @param source the source's id
    record OneSource(String source) implements PauseScope {}

    /// One short text for each, distinct from all others: `*`, `case-17`, `channel:post`,
    /// `source:news`. At most 72 characters.
    default String key() {
        return switch (this) {
            case Everything _ -> "*";
            case OneWatch(WatchId watch) -> watch.value();
            case OneChannel(ChannelId channel) -> "channel:" + channel;
            case OneSource(String source) -> "source:" + source;
        };
    }

    /// Reads what [#key] wrote.
    ///
    /// @throws IllegalArgumentException if it is nothing of the kind
    static PauseScope of(String key) {
        if (key.equals("*")) {
            return new Everything();
        }
        int colon = key.indexOf(':');
        if (colon < 0) {
            return new OneWatch(new WatchId(key));
        }
        String id = key.substring(colon + 1);
        return switch (key.substring(0, colon)) {
            case "channel" -> new OneChannel(new ChannelId(id));
            case "source" -> new OneSource(id);
            default -> throw new IllegalArgumentException("pause: what it is about is unknown");
        };
    }

    /// One watch, or everything.
    static PauseScope of(Optional<WatchId> watch) {
        return watch.<PauseScope>map(OneWatch::new).orElseGet(Everything::new);
    }
}
