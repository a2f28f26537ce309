package org.quietbell.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quietbell.action.Circumstances;
import org.quietbell.action.Route;
import org.quietbell.action.RouteLines;
import org.quietbell.action.Routes;
import org.quietbell.app.ReportCommands.Age;
import org.quietbell.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `report support`: who is there for the person. Needs no store, asks nobody, and sends nothing.
@Command(
        name = "support",
        description = "Help lines and programmes, the nearest first. None is asked from here.")
final class ReportSupport implements Callable<Integer> {
    private final Context context;

    @Option(
            names = "--country",
            paramLabel = "CODE",
            converter = ReportCommands.CountryCode.class,
            description = "Where you are: ca, ca-bc, us, gb, au, ie, nz, eu or another code.")
    @Nullable String country;

    @Option(
            names = "--age",
            paramLabel = "AGE",
            converter = ReportCommands.AgeName.class,
            description =
                    "In the picture: adult, under-18 or not-sure. Without it: as for an adult.")
    @Nullable Age age;

    @Option(names = "--json", description = "As one JSON array.")
    boolean json;

    ReportSupport(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        boolean young = age == Age.UNDER_18 || age == Age.NOT_SURE;
        List<Route> support =
                Routes.STANDARD.support(
                        new Circumstances(Optional.ofNullable(country), young, Optional.empty()));
        RouteLines lines =
                new RouteLines(
                        context.words(),
                        LocalDate.ofInstant(context.clock().instant(), context.zone()));
        PrintWriter out = context.terminal().answers();
        if (json) {
            new Json.Items(support.stream().map(lines::json).toList()).writeTo(out);
            out.println();
        } else {
            out.println(context.words().say("report.support"));
            for (Route route : support) {
                List<String> said = lines.of(route);
                out.println();
                out.println(said.getFirst());
                said.stream().skip(1).forEach(line -> out.println("  " + line));
            }
            if (country == null) {
                out.println();
                out.println(
                        context.words()
                                .say("route.more", String.join(", ", Routes.STANDARD.countries())));
            }
        }
        out.flush();
        return Exit.DONE;
    }
}
