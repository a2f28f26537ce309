package org.quietbell.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.quietbell.config.Problem;
import org.quietbell.json.Json;
import org.quietbell.settings.Settings;
import org.quietbell.watch.Watch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads a settings file and tells all that is wrong with it.
@Command(
        name = "check-config",
        description = "Read a settings file and tell all that is wrong with it. Changes nothing.")
final class CheckConfigCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "FILE", description = "The settings file.")
    Path file = Path.of("");

    @Option(names = "--json", description = "The problems as one JSON array.")
    boolean json;

    CheckConfigCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Settings.Reading reading = Settings.read(file, new KnownKeys());
        List<Problem> all = new ArrayList<>(reading.problems());
        all.addAll(
                OwnAddressRules.problems(
                        Optional.of(file), reading.settings().flatMap(Settings::data)));
        if (json) {
            List<Json> problems =
                    all.stream()
                            .map(problem ->
                                    Json.object()
                                            .put("file", problem.file())
                                            .put("line", problem.line())
                                            .put("key", problem.key())
                                            .put("what", problem.what())
                                            .build())
                            .toList();
            new Json.Items(problems).writeTo(context.terminal().answers());
            context.terminal().answers().println();
        } else if (all.isEmpty()) {
            context.terminal().answers().println(context.words().say("line.config-fine"));
        }
        reading.settings().ifPresent(this::warn);
        all.forEach(problem -> context.terminal().say("quietbell: " + problem));
        return all.isEmpty() ? Exit.DONE : Exit.USAGE;
    }

    /// Not wrong, but to be known: it is said, and changes nothing about the answer.
    private void warn(Settings settings) {
        List<Watch> watches =
                settings.cases().stream()
                        .flatMap(each -> each.watchedCase().watches().stream())
                        .toList();
        settings.channels().stream()
                .flatMap(entry -> TellingAddress.warnings(entry, watches, context.words()).stream())
                .forEach(context.terminal()::say);
    }
}
