package org.quietbell.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitFilter;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Hits;
import org.quietbell.hit.Label;
import org.quietbell.match.Band;
import org.quietbell.web.Views.Shelf;

/// Reads the lists of what is saved, a part at a time: a page costs by what it shows, not by how
/// much is kept.
record Shelves(Hits hits) {
    /// How many are looked through for one page at most, where the store cannot choose by itself.
    private static final int MOST_LOOKED_AT = 400;

    private static final int LOOKED_AT_ONCE = 100;

    /// Part of a list.
    ///
    /// @param after from where it goes on; empty: this is its end
    record Part(List<Hit> hits, Optional<HitId> after) {}

    /// At most so many, newest first.
    Part read(Shelf shelf, Optional<HitId> after, int most) {
        int batch = shelf == Shelf.PERHAPS ? LOOKED_AT_ONCE : most + 1;
        List<Hit> found = new ArrayList<>();
        Optional<HitId> last = after;
        for (int looked = 0; looked < MOST_LOOKED_AT; looked += batch) {
            List<Hit> page = hits.page(filter(shelf), last, batch);
            for (Hit hit : page) {
                if (found.size() == most) {
                    return new Part(found, last);
                }
                last = Optional.of(hit.id());
                if (of(hit) == shelf) {
                    found.add(hit);
                }
            }
            if (page.size() < batch) {
                return new Part(found, Optional.empty());
            }
        }
        return new Part(found, last);
    }

    /// The item after that one in its list.
    Optional<HitId> following(Hit hit) {
        return read(of(hit), Optional.of(hit.id()), 1).hits().stream().findFirst().map(Hit::id);
    }

    /// The list in which it stands.
    static Shelf of(Hit hit) {
        if (hit.label() == Label.NOT_ME) {
            return Shelf.OTHERS;
        }
        if (hit.label() == Label.ME) {
            return Shelf.MINE;
        }
        if (!hit.band().isAtLeast(Band.LIKELY)) {
            return Shelf.PERHAPS;
        }
        return switch (hit.state()) {
            case "unlisted" -> Shelf.GONE;
            case "changed" -> Shelf.CHANGED;
            case "back" -> Shelf.AGAIN;
            case "baseline" -> Shelf.EARLIER;
            default -> Shelf.FRESH;
        };
    }

    /// What the store can choose by itself; [#of] decides.
    private static HitFilter filter(Shelf shelf) {
        return switch (shelf) {
            case FRESH -> by(Optional.of(Band.LIKELY), Optional.of("new"));
            case EARLIER -> by(Optional.of(Band.LIKELY), Optional.of("baseline"));
            case MINE -> by(Optional.empty(), Optional.of("me"));
            case OTHERS -> by(Optional.empty(), Optional.of("not-me"));
            case GONE -> by(Optional.of(Band.LIKELY), Optional.of("unlisted"));
            case CHANGED -> by(Optional.of(Band.LIKELY), Optional.of("changed"));
            case AGAIN -> by(Optional.of(Band.LIKELY), Optional.of("back"));
            case PERHAPS -> by(Optional.of(Band.POSSIBLE), Optional.empty());
        };
    }

    private static HitFilter by(Optional<Band> band, Optional<String> state) {
        return new HitFilter(Optional.empty(), Optional.empty(), band, state);
    }

    /// Of a list, or of a later part of it.
    static String address(Shelf shelf, Optional<HitId> after) {
        return "/list?of=" + shelf.word() + after.map(id -> "&after=" + id).orElse("");
    }
}
