package org.quietbell.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quietbell.source.SourceEntry;

/// Keeps in memory what places the pages add.
final class FakePlaces implements PlaceChanges {
    final List<String> added = new ArrayList<>();
    volatile List<String> tempo = List.of();

    @Override
    public List<String> tempo(SourceEntry entry) {
        return tempo;
    }

    @Override
    public Changes.Feed host(String type, Map<String, String> settings) {
        String url = settings.getOrDefault("url", "https://" + type + ".example/");
        return url.startsWith("https://")
                ? new Changes.Feed.At(java.net.URI.create(url).getHost())
                : new Changes.Feed.Refused("url: must be a web address");
    }

    @Override
    public Changes.Outcome add(String type, Map<String, String> settings) {
        if (settings.getOrDefault("key", "").equals("bad key")) {
            return new Changes.Outcome.Refused("key: has a sign that no key has");
        }
        added.add(type + new TreeMap<>(settings));
        return new Changes.Outcome.Kept();
    }
}
