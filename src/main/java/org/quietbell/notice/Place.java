package org.quietbell.notice;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The kind of place where an item stands, as a Summary and the first step of a list show it.
///
/// Told from the host name alone, since nobody goes there to look. The names listed are the large
/// sites of each kind; all else is a web page.
public enum Place {
    FORUM,
    SOCIAL,
    VIDEO,
    NEWS,
    /// A search result of which not even the host is known.
    SEARCH,
    PAGE;

    private static final Map<Place, Set<String>> SITES =
            Map.of(
                    FORUM,
                    Set.of(
                            "reddit.com",
                            "quora.com",
                            "4chan.org",
                            "8kun.top",
                            "kiwifarms.st",
                            "stackexchange.com",
                            "stackoverflow.com",
                            "discourse.org",
                            "ycombinator.com"),
                    SOCIAL,
                    Set.of(
                            "facebook.com",
                            "instagram.com",
                            "threads.net",
                            "threads.com",
                            "twitter.com",
                            "x.com",
                            "bsky.app",
                            "mastodon.social",
                            "tumblr.com",
                            "pinterest.com",
                            "linkedin.com",
                            "snapchat.com",
                            "vk.com",
                            "t.me",
                            "telegram.org",
                            "discord.com"),
                    VIDEO,
                    Set.of(
                            "youtube.com",
                            "youtu.be",
                            "vimeo.com",
                            "tiktok.com",
                            "dailymotion.com",
                            "twitch.tv",
                            "rumble.com",
                            "odysee.com",
                            "bitchute.com"));

    private static final Map<String, Place> FIRST_LABELS =
            Map.of(
                    "forum", FORUM,
                    "forums", FORUM,
                    "board", FORUM,
                    "boards", FORUM,
                    "news", NEWS,
                    "video", VIDEO,
                    "videos", VIDEO);

    /// The kind of place behind a host name; [#SEARCH] if the name is empty.
    ///
    /// @param host without scheme and path, in any case, e.g. `old.reddit.com`
    public static Place of(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            return SEARCH;
        }
        for (Map.Entry<Place, Set<String>> kind : SITES.entrySet()) {
            for (String rest = name; rest.indexOf('.') > 0; rest = withoutFirstLabel(rest)) {
                if (kind.getValue().contains(rest)) {
                    return kind.getKey();
                }
            }
        }
        int dot = name.indexOf('.');
        return FIRST_LABELS.getOrDefault(dot < 0 ? name : name.substring(0, dot), PAGE);
    }

    private static String withoutFirstLabel(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    /// Its key in the message bundles, e.g. `place.forum`.
    public String key() {
        return "place." + name().toLowerCase(Locale.ROOT);
    }
}
