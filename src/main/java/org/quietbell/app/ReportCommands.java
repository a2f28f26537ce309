package org.quietbell.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quietbell.action.Circumstances;
import org.quietbell.action.Route;
import org.quietbell.action.RouteLines;
import org.quietbell.action.Routes;
import org.quietbell.hit.PlaceKind;
import org.quietbell.json.Json;
import org.quietbell.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `report routes`: where somebody can turn. Needs no store, asks nobody, and sends nothing.
final class ReportCommands {
    private ReportCommands() {}

    /// How old somebody was in the picture, as it is answered.
    enum Age {
        /// 18 or older.
        ADULT,
        /// Under 18.
        UNDER_18,
        /// Not known: shown what is for those under 18 (R3.12).
        NOT_SURE
    }

    @Command(
            name = "routes",
            description = "Where you can turn, the most protective first. Nothing is sent for you.")
    static final class Listing implements Callable<Integer> {
        private final Context context;

        @Option(
                names = "--country",
                paramLabel = "CODE",
                converter = CountryCode.class,
                description = "Where you are: ca, ca-bc, us, gb, au, ie, nz, eu or another code.")
        @Nullable String country;

        @Option(
                names = "--age",
                paramLabel = "AGE",
                converter = AgeName.class,
                description =
                        "In the picture: adult, under-18 or not-sure. Without it: as for an adult.")
        @Nullable Age age;

        @Option(
                names = "--place",
                paramLabel = "KIND",
                converter = PlaceName.class,
                description = "Only for one kind of place: forum, social, video, news, search.")
        @Nullable PlaceKind place;

        @Option(names = "--json", description = "As one JSON array.")
        boolean json;

        Listing(Context context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            boolean young = age == Age.UNDER_18 || age == Age.NOT_SURE;
            Circumstances circumstances =
                    new Circumstances(
                            Optional.ofNullable(country), young, Optional.ofNullable(place));
            LocalDate today = LocalDate.ofInstant(context.clock().instant(), context.zone());
            List<Route> routes = Routes.STANDARD.of(circumstances);
            RouteLines lines = new RouteLines(context.words(), today);
            PrintWriter out = context.terminal().answers();
            if (json) {
                new Json.Items(routes.stream().map(lines::json).toList()).writeTo(out);
                out.println();
            } else {
                say(out, lines, routes, young);
            }
            out.flush();
            return Exit.DONE;
        }

        private void say(PrintWriter out, RouteLines lines, List<Route> routes, boolean young) {
            Words words = context.words();
            out.println(words.say(young ? "route.before.young" : "route.before"));
            out.println(words.say("route.yours"));
            if (age == null) {
                out.println(words.say("route.age-not-said"));
            }
            for (Route route : routes) {
                List<String> said = lines.of(route);
                out.println();
                out.println(said.getFirst());
                said.stream().skip(1).forEach(line -> out.println("  " + line));
            }
            if (country == null) {
                out.println();
                out.println(
                        words.say("route.more", String.join(", ", Routes.STANDARD.countries())));
            }
        }
    }

    /// Two letters, perhaps with a part of the country.
    static final class CountryCode implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            String code = text.toLowerCase(Locale.ROOT);
            boolean known = code.matches("[a-z]{2}") || Routes.STANDARD.countries().contains(code);
            if (!known) {
                throw new TypeConversionException("must be two letters, or ca-bc");
            }
            return code.equals("uk") ? "gb" : code;
        }
    }

    static final class AgeName implements ITypeConverter<Age> {
        @Override
        public Age convert(String text) {
            return switch (text) {
                case "adult" -> Age.ADULT;
                case "under-18" -> Age.UNDER_18;
                case "not-sure" -> Age.NOT_SURE;
                default ->
                        throw new TypeConversionException("must be adult or under-18 or not-sure");
            };
        }
    }

    static final class PlaceName implements ITypeConverter<PlaceKind> {
        @Override
        public PlaceKind convert(String text) {
            return switch (text) {
                case "forum" -> PlaceKind.FORUM;
                case "social" -> PlaceKind.SOCIAL;
                case "video" -> PlaceKind.VIDEO;
                case "news" -> PlaceKind.NEWS;
                case "search" -> PlaceKind.SEARCH;
                case "other" -> PlaceKind.OTHER;
                default ->
                        throw new TypeConversionException(
                                "must be forum or social or video or news or search or other");
            };
        }
    }
}
