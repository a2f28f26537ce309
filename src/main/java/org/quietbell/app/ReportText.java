package org.quietbell.app;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quietbell.action.AddressList;
import org.quietbell.action.AskedPage;
import org.quietbell.action.Report;
import org.quietbell.action.Routes;
import org.quietbell.words.Language;
import org.quietbell.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what a report consists of once more.
@Command(name = "text", description = "Show again what a report consists of, to be copied.")
final class ReportText extends ReportStep {
    @Parameters(index = "0", paramLabel = "ID", description = "Which, as `report list` says.")
    String id = "";

    @Option(names = "--addresses", description = "Only the addresses, one on each line.")
    boolean addresses;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            converter = ReportChoices.LanguageTag.class,
            description = "What you write is in this language: en, fr or es. Not set: yours.")
    @Nullable Language language;

    ReportText(Context context, Function<Installation, ReportDesk> desk) {
        super(context, desk);
    }

    @Override
    int at(ReportDesk desk) {
        Report report = desk.report(id);
        List<AskedPage> pages = desk.pages(report);
        if (addresses) {
            AddressList.all(pages).forEach(this::answer);
            return Exit.DONE;
        }
        LocalDate today =
                LocalDate.ofInstant(context().clock().instant(), desk.kept().zone(report.caseId()));
        Words theirs = language == null ? context().words() : Words.of(language);
        new ReportPaper(context().words(), theirs, today)
                .lines(
                        Routes.STANDARD.find(report.prepared().route()),
                        pages,
                        report.prepared().young())
                .forEach(this::answer);
        return Exit.DONE;
    }
}
