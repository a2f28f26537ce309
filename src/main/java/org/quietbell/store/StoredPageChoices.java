package org.quietbell.store;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.quietbell.json.Json;
import org.quietbell.people.PageChoices;
import org.quietbell.people.PageWishes;

/// How somebody wants the pages to be with her, sealed under the key of what belongs to no case.
final class StoredPageChoices implements PageChoices {
    private static final String TABLE = "own_choice";
    private static final String ROW = "pages";

    private final Database database;
    private final Seals seals;

    StoredPageChoices(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    @Override
    public PageWishes find() {
        return database.read(session ->
                        session.first(
                                "SELECT sealed FROM own_choice WHERE name = ?",
                                row -> row.getBytes(1),
                                ROW))
                .map(sealed -> read(Seals.open(seals.ofInstallation(), TABLE, ROW, sealed)))
                .orElse(PageWishes.USUAL);
    }

    @Override
    public void keep(PageWishes wishes) {
        byte[] sealed = Seals.seal(seals.ofInstallation(), TABLE, ROW, json(wishes));
        database.writeSynced(session -> {
            session.put(TABLE, "name", "sealed", ROW, sealed);
            return true;
        });
    }

    private static Json json(PageWishes wishes) {
        List<Json> words =
                wishes.replaced().stream()
                        .map(one ->
                                Json.object()
                                        .put("word", one.word())
                                        .putIfPresent("instead", one.instead())
                                        .build())
                        .toList();
        OptionalInt sitting = wishes.sitting();
        return Json.object()
                .put("words", words)
                .putIfPresent(
                        "sitting",
                        sitting.isPresent() ? Optional.of(sitting.getAsInt()) : Optional.empty())
                .put("counts", wishes.counts())
                .putIfPresent("elsewhere", wishes.elsewhere().map(URI::toString))
                .build();
    }

    private static PageWishes read(Json json) {
        return new PageWishes(
                json.at("words").items().stream()
                        .map(each ->
                                new PageWishes.Replaced(
                                        Fields.text(each, "word"), each.at("instead").text()))
                        .toList(),
                json.at("sitting").isNothing()
                        ? OptionalInt.empty()
                        : OptionalInt.of((int) Fields.number(json, "sitting")),
                json.at("counts").truth().orElse(false),
                json.at("elsewhere").text().map(PageWishes::elsewhere));
    }
}
