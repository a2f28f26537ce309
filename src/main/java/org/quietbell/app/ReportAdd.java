package org.quietbell.app;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quietbell.action.AskedPage;
import org.quietbell.action.Checklist;
import org.quietbell.action.ReportEvent.Prepared;
import org.quietbell.action.ReportId;
import org.quietbell.action.Route;
import org.quietbell.action.Routes;
import org.quietbell.app.ReportCommands.Age;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Ids;
import org.quietbell.watch.CaseId;
import org.quietbell.words.Language;
import org.quietbell.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Puts a request together: what to have saved, the addresses, and what can be written. Sends
/// nothing.
@Command(
        name = "add",
        description =
                "Put together what you can send to one of the routes, about some of what was found."
                        + " Nothing is sent for you.")
final class ReportAdd extends ReportStep {
    private final Ids ids = new Ids(new SecureRandom());

    @Parameters(index = "0", paramLabel = "ROUTE", description = "Which, as `report routes` says.")
    String route = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "ID",
            description = "About what, as `hits` lists it.")
    List<String> hits = List.of();

    @Option(
            names = "--age",
            paramLabel = "AGE",
            converter = ReportCommands.AgeName.class,
            description = "In the picture: adult, under-18 or not-sure. Asked for if not given.")
    @Nullable Age age;

    @Option(
            names = "--same-text",
            description = "Also about each other page that was found with the same text.")
    boolean sameText;

    @Option(names = "--skip-check", description = "Leave out the question what is saved.")
    boolean skipCheck;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            converter = ReportChoices.LanguageTag.class,
            description = "What you write is in this language: en, fr or es. Not set: yours.")
    @Nullable Language language;

    ReportAdd(Context context, Function<Installation, ReportDesk> desk) {
        super(context, desk);
    }

    @Override
    int at(ReportDesk desk) {
        Prompts prompts = new Prompts(context().terminal(), context().words());
        Route row = Routes.STANDARD.find(route).orElseThrow(() -> noSuch("there is no such route"));
        List<Hit> named = named(desk);
        List<Hit> all = withSameText(desk, named);
        List<AskedPage> pages = all.stream().map(ReportDesk::page).toList();
        boolean young = isYoung(prompts);
        mustFit(row, pages, young);
        if (!isSavedEnough(prompts, row, pages, young)) {
            answer(say("report.later"));
            return Exit.DONE;
        }
        Instant now = context().clock().instant();
        ReportId id = ReportId.next(ids);
        CaseId caseId = named.getFirst().caseId();
        Prepared prepared = new Prepared(id, now, route, all.stream().map(Hit::id).toList(), young);
        if (desk.reports().append(caseId, prepared).isEmpty()) {
            throw new IllegalStateException("report: a name came up twice");
        }
        answer(say("report.prepared", id));
        if (all.size() == named.size()) {
            sayMore(desk, named);
        }
        answer("");
        Words theirs = language == null ? context().words() : Words.of(language);
        new ReportPaper(
                        context().words(),
                        theirs,
                        LocalDate.ofInstant(now, desk.kept().zone(caseId)))
                .lines(row, pages, young)
                .forEach(this::answer);
        return Exit.DONE;
    }

    private List<Hit> named(ReportDesk desk) {
        List<Hit> found = new ArrayList<>();
        for (String id : hits.stream().distinct().toList()) {
            found.add(
                    desk.kept()
                            .find(new HitId(id))
                            .orElseThrow(() ->
                                    new Refusal(
                                            Exit.FAILED,
                                            "report add",
                                            "nothing has one of these ids",
                                            "see `quietbell hits`")));
        }
        if (found.stream().map(Hit::caseId).distinct().count() > 1) {
            throw new Refusal(
                    Exit.USAGE,
                    "report add",
                    "these were found for more than one person",
                    "make one report for each");
        }
        if (found.stream().map(ReportDesk::page).anyMatch(page -> page.address().isEmpty())) {
            throw new Refusal(
                    Exit.USAGE,
                    "report add",
                    "the address of one of these is not kept any more",
                    "leave that one out");
        }
        return found;
    }

    private List<Hit> withSameText(ReportDesk desk, List<Hit> named) {
        if (!sameText) {
            return named;
        }
        Map<HitId, Hit> all = new LinkedHashMap<>();
        named.forEach(hit -> all.put(hit.id(), hit));
        elsewhere(desk, named).forEach(hit -> all.put(hit.id(), hit));
        return List.copyOf(all.values());
    }

    private static List<Hit> elsewhere(ReportDesk desk, List<Hit> named) {
        List<HitId> ids = named.stream().map(Hit::id).toList();
        return named.stream()
                .flatMap(hit -> desk.kept().sameText(hit).stream())
                .filter(hit -> !ids.contains(hit.id()))
                .filter(hit -> ReportDesk.page(hit).address().isPresent())
                .distinct()
                .toList();
    }

    /// Search engines act on what is listed and on nothing else (R6.9).
    private void sayMore(ReportDesk desk, List<Hit> named) {
        int more = elsewhere(desk, named).size();
        if (more > 0) {
            answer(say("report.same-text", more));
        }
    }

    /// Asked for where it is not given: without an answer it is taken for not sure (R3.12).
    private boolean isYoung(Prompts prompts) {
        Age said = age;
        if (said == null) {
            said = prompts.read(ReportAdd::age, "ask.report.age");
        }
        return said != Age.ADULT;
    }

    private static Age age(String typed) {
        try {
            return typed.isEmpty()
                    ? Age.NOT_SURE
                    : new ReportCommands.AgeName()
                            .convert(typed.toLowerCase(java.util.Locale.ROOT));
        } catch (picocli.CommandLine.TypeConversionException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static void mustFit(Route row, List<AskedPage> pages, boolean young) {
        if (!row.fits(young)) {
            throw noSuch(
                    young
                            ? "this route is not for where somebody was or may have been under 18"
                            : "this route is for where somebody was under 18");
        }
        long sites = pages.stream().map(AskedPage::site).distinct().count();
        if (row.request().isToOneSite() && sites > 1) {
            throw new Refusal(
                    Exit.USAGE,
                    "report add",
                    "this goes to one site, and these pages are on " + sites,
                    "make one report for each site");
        }
    }

    private static Refusal noSuch(String why) {
        return new Refusal(Exit.USAGE, "report add", why, "see `quietbell report routes`");
    }

    /// Whether to go on: what is saved is said first, and the step can be left out (R4.3).
    private boolean isSavedEnough(
            Prompts prompts, Route row, List<AskedPage> pages, boolean young) {
        List<Checklist.Line> lines = Checklist.of(row, pages, young);
        if (skipCheck || lines.isEmpty()) {
            return true;
        }
        prompts.note("report.check");
        for (Checklist.Line line : lines) {
            String key = "report.check." + line.item().word();
            prompts.note(
                    line.isKept() || line.item() == Checklist.Item.ACCOUNT
                            ? key
                            : key + ".missing");
        }
        return prompts.goesOn("ask.report.go-on");
    }
}
