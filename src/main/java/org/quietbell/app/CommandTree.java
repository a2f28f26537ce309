package org.quietbell.app;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.quietbell.words.Speech;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// All commands, wired by hand.
final class CommandTree {
    private CommandTree() {}

    /// The command itself: without a subcommand it shows the help.
    @Command(
            name = "quietbell",
            description = {
                "Looks for a name on the web so that you need not, and tells you at your pace.",
                ""
            },
            footer = {
                "",
                "Names, handles, addresses and recipients are asked for, never taken from"
                        + " arguments.",
                "Exit codes: 0 done, 1 failed, 2 wrong usage or settings, 3 locked, 4 store held,"
                        + " 5 wrong key, 6 damaged store."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Build.class,
            scope = ScopeType.INHERIT)
    static final class Root implements Callable<Integer> {
        private final Options options;
        @Spec CommandSpec spec;

        Root(Options options) {
            this.options = options;
            this.spec = CommandSpec.create(); // picocli puts the real one here
        }

        @Option(
                names = "--config",
                paramLabel = "FILE",
                scope = ScopeType.INHERIT,
                description = "The settings file.")
        void config(Path path) {
            options.config(path);
        }

        @Option(
                names = "--data",
                paramLabel = "DIR",
                scope = ScopeType.INHERIT,
                description = "The data folder.")
        void data(Path path) {
            options.data(path);
        }

        @Option(
                names = "--verbose",
                scope = ScopeType.INHERIT,
                description = "Write what went wrong into the log in full.")
        void verbose(boolean isVerbose) {
            options.verbose(isVerbose);
        }

        @Override
        public Integer call() {
            spec.commandLine().usage(spec.commandLine().getErr());
            return Exit.USAGE;
        }
    }

    /// A command that only holds others.
    @Command
    static final class Group implements Callable<Integer> {
        @Spec CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            spec.commandLine().usage(spec.commandLine().getErr());
            return Exit.USAGE;
        }
    }

    /// Runs a command whose access to the store is given.
    ///
    /// @return the exit code; errors have been said as one line
    static int run(
            String[] arguments,
            Terminal terminal,
            InstantSource clock,
            Function<Options, Speech> spoken,
            Access access) {
        Options options = new Options();
        Context context =
                new Context(
                        options,
                        terminal,
                        access,
                        clock,
                        ZoneId.systemDefault(),
                        () -> spoken.apply(options));
        CommandLine line = of(context);
        line.setOut(terminal.answers());
        line.setErr(new PrintWriter(new Said(terminal), true));
        line.setExecutionExceptionHandler((e, _, _) -> Faults.say(e, terminal, options));
        line.setParameterExceptionHandler((e, _) -> {
            terminal.say("quietbell: " + Faults.usage(e));
            return Exit.USAGE;
        });
        int exit = line.execute(arguments);
        terminal.answers().flush();
        return exit;
    }

    /// The whole tree.
    static CommandLine of(Context context) {
        CommandLine root = new CommandLine(new Root(context.options()));
        root.addSubcommand(new RunCommand(context));
        root.addSubcommand(new SetupCommand(context));
        root.addSubcommand(new CheckCommand(context));
        root.addSubcommand(new TellCommand(context));
        root.addSubcommand(new StatusCommand(context));
        root.addSubcommand(
                group("watch", "Whom to look for.")
                        .addSubcommand(new WatchCommands.Add(context))
                        .addSubcommand(new WatchCommands.Listing(context))
                        .addSubcommand(new WatchCommands.Show(context))
                        .addSubcommand(new WatchCommands.Edit(context))
                        .addSubcommand(new WatchCommands.Remove(context))
                        .addSubcommand(
                                group("rule", "Sites that are about someone else.")
                                        .addSubcommand(new OtherSiteCommands.Add(context))
                                        .addSubcommand(new OtherSiteCommands.Listing(context))
                                        .addSubcommand(new OtherSiteCommands.Remove(context)))
                        .addSubcommand(new WatchImport(context))
                        .addSubcommand(new WatchCommands.Export(context)));
        root.addSubcommand(
                group("source", "Where to look.")
                        .addSubcommand(SourceAdd.command(context))
                        .addSubcommand(new SourceCommands.Listing(context))
                        .addSubcommand(new SourceCommands.Test(context))
                        .addSubcommand(new MoveCommand(context))
                        .addSubcommand(new SourceCommands.Remove(context))
                        .addSubcommand(new ReadingList.Import(context))
                        .addSubcommand(new ReadingList.Export(context))
                        .addSubcommand(new SourceCommands.Types(context)));
        root.addSubcommand(
                group("channel", "By which way to hear.")
                        .addSubcommand(new ChannelCommands.Add(context))
                        .addSubcommand(new ChannelCommands.Listing(context))
                        .addSubcommand(new ChannelCommands.Test(context))
                        .addSubcommand(new ChannelCommands.Confirm(context))
                        .addSubcommand(new ChannelLevelCommand(context))
                        .addSubcommand(new PauseLinkCommand(context))
                        .addSubcommand(new FeedAddressCommand(context))
                        .addSubcommand(new ChannelCommands.Remove(context))
                        .addSubcommand(new ChannelCommands.Types(context)));
        root.addSubcommand(new HitsCommand(context));
        root.addSubcommand(new WhyCommand(context));
        root.addSubcommand(new LabelCommand(context));
        root.addSubcommand(
                group("helper", "Somebody who hears first.")
                        .addSubcommand(new NameHelperCommand(context))
                        .addSubcommand(new HelperCommands.Ready(context))
                        .addSubcommand(new HelperCommands.Away(context))
                        .addSubcommand(new HelperCommands.Back(context))
                        .addSubcommand(new HelperCommands.End(context)));
        root.addSubcommand(new PauseCommand(context));
        root.addSubcommand(new ResumeCommand(context));
        root.addSubcommand(
                group("evidence", "A record of what was found, that can be used later.")
                        .addSubcommand(new EvidenceCommands.Add(context))
                        .addSubcommand(new EvidenceCommands.Listing(context))
                        .addSubcommand(new EvidenceCommands.Note(context))
                        .addSubcommand(new EvidenceExportCommand(context))
                        .addSubcommand(new EvidenceVerifyCommand(context)));
        root.addSubcommand(
                group("report", "What can be done about something that was found.")
                        .addSubcommand(new ReportCommands.Listing(context))
                        .addSubcommand(new ReportSupport(context))
                        .addSubcommand(new ReportAdd(context, ReportDesk::of))
                        .addSubcommand(new ReportList(context, ReportDesk::of))
                        .addSubcommand(new ReportText(context, ReportDesk::of))
                        .addSubcommand(new ReportDone(context, ReportDesk::of)));
        root.addSubcommand(
                group("explain", "Try the engine on text of your own; needs no store.")
                        .addSubcommand(new ExplainCommands.Match(context))
                        .addSubcommand(new ExplainCommands.Address(context))
                        .addSubcommand(new ExplainCommands.Feed(context))
                        .addSubcommand(new ExplainCommands.Date(context)));
        root.addSubcommand(new DaemonCommands.Unlock(context));
        root.addSubcommand(new DaemonCommands.Lock(context));
        root.addSubcommand(new CodeOffCommand(context));
        root.addSubcommand(new CheckConfigCommand(context));
        root.addSubcommand(new DoctorCommand(context));
        root.addSubcommand("generate-completion", new AutoComplete.GenerateCompletion());
        return root;
    }

    private static CommandLine group(String name, String description) {
        CommandLine group = new CommandLine(new Group());
        group.getCommandSpec().name(name);
        group.getCommandSpec().usageMessage().description(description);
        return group;
    }

    /// Hands whole lines to the terminal.
    private static final class Said extends Writer {
        private final Terminal terminal;
        private final StringBuilder text = new StringBuilder();

        Said(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void write(char[] characters, int from, int length) {
            text.append(characters, from, length);
        }

        @Override
        public void flush() {
            if (!text.isEmpty()) {
                terminal.say(text.toString().stripTrailing());
                text.setLength(0);
            }
        }

        @Override
        public void close() {
            flush();
        }
    }
}
