package org.quietbell.app;

import java.util.Set;
import java.util.function.Function;
import org.quietbell.notice.ChannelId;
import org.quietbell.source.SourceId;

/// Ids for what a person adds.
final class FreshIds {
    private FreshIds() {}

    static SourceId source(String chosen, Set<String> taken) {
        return chosen("source", chosen, taken, SourceId::new);
    }

    static SourceId source(Set<String> taken) {
        return new SourceId(free("source", taken));
    }

    static ChannelId channel(String chosen, Set<String> taken) {
        return chosen("channel", chosen, taken, ChannelId::new);
    }

    static ChannelId channel(Set<String> taken) {
        return new ChannelId(free("channel", taken));
    }

    static String rule(Set<String> taken) {
        return free("rule", taken);
    }

    private static <T> T chosen(
            String what, String id, Set<String> taken, Function<String, T> maker) {
        if (taken.contains(id)) {
            throw new Refusal(Exit.USAGE, what, "this id is taken", "choose another");
        }
        try {
            return maker.apply(id);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Exit.USAGE, what + ": " + e.getMessage() + ": choose another", e);
        }
    }

    private static String free(String what, Set<String> taken) {
        int number = 1;
        while (taken.contains(what + "-" + number)) {
            number++;
        }
        return what + "-" + number;
    }
}
