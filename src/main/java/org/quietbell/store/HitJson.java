package org.quietbell.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quietbell.hit.Listing;
import org.quietbell.hit.Provenance;
import org.quietbell.json.Json;
import org.quietbell.match.Reason;
import org.quietbell.source.Finding;
import org.quietbell.source.Receipt;
import org.quietbell.source.SourceId;

/// The sealed part of a hit: why it matched, what was found, how it was come by.
final class HitJson {
    /// No field may grow so large that the whole no longer fits its column (1 MiB): a hostile entry
    /// must not keep the answer it came in from being kept.
    private static final int LONGEST = 50_000;

    private HitJson() {}

    static Json of(List<Reason> reasons, Finding finding, Provenance provenance) {
        return Json.object()
                .put("reasons", reasons(reasons))
                .put("finding", finding(finding))
                .put("provenance", provenance(provenance))
                .build();
    }

    /// What stays of a hit that is about somebody else.
    static Json erased(Json hit) {
        return Json.object().put("reasons", hit.at("reasons")).build();
    }

    /// The same without the words of the page.
    static Json hushed(Json hit) {
        Optional<Finding> quiet =
                finding(hit)
                        .map(f ->
                                new Finding(
                                        f.item(),
                                        "",
                                        "",
                                        f.address(),
                                        f.rank(),
                                        f.language(),
                                        f.published(),
                                        f.claimed()));
        Json.Builder json = Json.object().put("reasons", hit.at("reasons"));
        quiet.ifPresent(
                f -> json.put("finding", finding(f)).put("provenance", hit.at("provenance")));
        return json.put("hushed", true).build();
    }

    /// Whether the words of the page were erased: they are not taken up again, nor judged.
    static boolean isHushed(Json hit) {
        return hit.at("hushed").truth().orElse(false);
    }

    /// The same, judged otherwise.
    static Json withReasons(Json hit, List<Reason> reasons) {
        Json.Builder json = Json.object().put("reasons", reasons(reasons));
        for (String kept : List.of("finding", "provenance", "latest", "hushed")) {
            if (!hit.at(kept).isNothing()) {
                json.put(kept, hit.at(kept));
            }
        }
        return json.build();
    }

    /// The same with other words that it was last seen with.
    static Json withLatest(Json hit, Finding now) {
        return Json.object()
                .put("reasons", hit.at("reasons"))
                .put("finding", hit.at("finding"))
                .put("provenance", hit.at("provenance"))
                .put(
                        "latest",
                        Json.object()
                                .put("title", cut(now.title()))
                                .put("snippet", cut(now.snippet()))
                                .build())
                .build();
    }

    static Optional<Listing.Wording> latest(Json hit) {
        Json json = hit.at("latest");
        return json.isNothing()
                ? Optional.empty()
                : Optional.of(
                        new Listing.Wording(
                                Fields.text(json, "title"), Fields.text(json, "snippet")));
    }

    /// What was found, in the words that it was last seen with.
    static Optional<Finding> latestFinding(Json hit) {
        return finding(hit)
                .map(f ->
                        latest(hit)
                                .map(now ->
                                        new Finding(
                                                f.item(),
                                                now.title(),
                                                now.snippet(),
                                                f.address(),
                                                f.rank(),
                                                f.language(),
                                                f.published(),
                                                f.claimed()))
                                .orElse(f));
    }

    private static Json reasons(List<Reason> reasons) {
        return Json.of(
                reasons.stream()
                        .map(reason ->
                                Json.object()
                                        .put("key", reason.key())
                                        .put("details", reason.details())
                                        .put("points", reason.points())
                                        .build())
                        .toList());
    }

    static List<Reason> reasons(Json hit) {
        return hit.at("reasons").items().stream()
                .map(item ->
                        new Reason(
                                Fields.text(item, "key"),
                                Fields.texts(item, "details"),
                                (int) Fields.number(item, "points")))
                .toList();
    }

    private static Json finding(Finding finding) {
        return Json.object()
                .put("item", cut(finding.item()))
                .put("title", cut(finding.title()))
                .put("snippet", cut(finding.snippet()))
                .put("address", cut(finding.address()))
                .put("rank", finding.rank())
                .putIfPresent("language", finding.language().map(HitJson::cut))
                .putIfPresent("published", finding.published())
                .putIfPresent("claimed", finding.claimed().map(HitJson::cut))
                .build();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    static Optional<Finding> finding(Json hit) {
        Json json = hit.at("finding");
        if (json.isNothing()) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        Fields.text(json, "item"),
                        Fields.text(json, "title"),
                        Fields.text(json, "snippet"),
                        Fields.text(json, "address"),
                        (int) Fields.number(json, "rank"),
                        json.at("language").text(),
                        Fields.moment(json, "published"),
                        json.at("claimed").text()));
    }

    private static Json provenance(Provenance provenance) {
        Receipt receipt = provenance.receipt();
        return Json.object()
                .put("source", provenance.source())
                .put("asked", receipt.asked())
                .put("connector", receipt.connector())
                .put("at", receipt.at())
                .put("digest", receipt.digest())
                .putIfPresent("clock", receipt.clockOffset())
                .put("local", provenance.firstSeenLocal())
                .put("build", provenance.build())
                .build();
    }

    static Optional<Provenance> provenance(Json hit) {
        Json json = hit.at("provenance");
        if (json.isNothing()) {
            return Optional.empty();
        }
        Receipt receipt =
                new Receipt(
                        Fields.text(json, "asked"),
                        Fields.text(json, "connector"),
                        Instant.parse(Fields.text(json, "at")),
                        Fields.text(json, "digest"),
                        json.at("clock").text().map(Duration::parse));
        return Optional.of(
                new Provenance(
                        new SourceId(Fields.text(json, "source")),
                        receipt,
                        Fields.text(json, "local"),
                        Fields.text(json, "build")));
    }
}
