package org.quietbell.app;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.quietbell.hit.ExplainAddress;
import org.quietbell.match.Confusion;
import org.quietbell.match.ExplainMatch;
import org.quietbell.source.Explaining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `explain match | address | feed | date`: the engine on text of one's own, without a store.
final class ExplainCommands {
    private ExplainCommands() {}

    @Command(name = "match", description = "Say whether a text is about a watch, and why.")
    static final class Match extends Explain {
        @Option(
                names = "--table",
                description =
                        "For lines that also say what to \"expect\": how often it was judged so, and"
                                + " each case that was not.")
        boolean table;

        Match(Context context) {
            super(context);
        }

        @Override
        void answer(Stream<String> lines, PrintWriter out) {
            if (!table) {
                super.answer(lines, out);
                return;
            }
            try {
                Confusion confusion = Confusion.of(lines.toList());
                out.print(confusion);
                confusion.misses().forEach(out::println);
            } catch (IllegalArgumentException e) {
                throw new Refusal(Exit.USAGE, "explain: " + e.getMessage() + ": mend it", e);
            }
        }

        @Override
        UnaryOperator<String> engine() {
            ExplainMatch explain =
                    new ExplainMatch(reason ->
                            words().say("reason." + reason.key(), reason.details().toArray()));
            return explain::line;
        }
    }

    @Command(name = "address", description = "Say which addresses are the same page.")
    static final class Address extends Explain {
        Address(Context context) {
            super(context);
        }

        @Override
        UnaryOperator<String> engine() {
            Options options = context().options();
            Optional<Path> data = options.config().flatMap(file -> SettingsOf.file(file).data());
            Path folder = options.folder(data, System.getenv());
            return new ExplainAddress(OwnAddressRules.of(options.config(), folder))::line;
        }
    }

    @Command(name = "feed", description = "Say what a feed holds.")
    static final class Feed extends Explain {
        Feed(Context context) {
            super(context);
        }

        @Override
        UnaryOperator<String> engine() {
            return Explaining::feed;
        }
    }

    @Command(name = "date", description = "Say which moment a feed's date means.")
    static final class Date extends Explain {
        Date(Context context) {
            super(context);
        }

        @Override
        UnaryOperator<String> engine() {
            return Explaining::date;
        }
    }

    /// One JSON object a line in, one out, in the same order.
    abstract static class Explain implements Callable<Integer> {
        private final Context context;

        @Option(
                names = "--jsonl",
                description = "One JSON object a line, in and out (the default).")
        boolean jsonl;

        Explain(Context context) {
            this.context = context;
        }

        final Context context() {
            return context;
        }

        final org.quietbell.words.Words words() {
            return context.words();
        }

        abstract UnaryOperator<String> engine();

        @Override
        public final Integer call() {
            PrintWriter out = context.terminal().answers();
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 16);
            answer(in.lines().filter(line -> !line.isBlank()), out);
            out.flush();
            return Exit.DONE;
        }

        void answer(Stream<String> lines, PrintWriter out) {
            UnaryOperator<String> engine = engine();
            lines.forEach(line -> {
                out.write(engine.apply(line));
                out.write('\n');
            });
        }
    }
}
