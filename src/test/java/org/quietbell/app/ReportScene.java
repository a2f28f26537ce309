package org.quietbell.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.quietbell.SettableClock;
import org.quietbell.action.MemoryReports;
import org.quietbell.action.Report;
import org.quietbell.action.StillListed;
import org.quietbell.config.Secret;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Label;
import org.quietbell.hit.Listing;
import org.quietbell.match.Band;
import org.quietbell.source.Finding;
import org.quietbell.source.SourceId;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchId;
import org.quietbell.words.Language;
import org.quietbell.words.Speech;
import picocli.CommandLine;

/// The commands about reports, over reports in memory and some pages that were found.
final class ReportScene implements ReportDesk.Kept {
    static final Instant NOW = Instant.parse("2027-03-01T14:00:00Z");
    static final CaseId CASE = new CaseId("case-1");
    private static final CaseId OTHER = new CaseId("case-2");
    private static final ZoneId HERS = ZoneId.of("America/Halifax");

    final MemoryReports reports = new MemoryReports();
    final SettableClock clock = new SettableClock(NOW);
    private final Map<HitId, Hit> hits = new LinkedHashMap<>();
    private Language language = Language.EN;
    private boolean person = true;

    /// What came of a command.
    record Ended(int exit, String out, List<String> said) {}

    ReportScene speaking(Language spoken) {
        language = spoken;
        return this;
    }

    /// From now on a script answers.
    ReportScene script() {
        person = false;
        return this;
    }

    void hit(String id, String address, String group) {
        put(CASE, id, Optional.of(address), group, Listing.AS_FOUND);
    }

    void erased(String id) {
        put(CASE, id, Optional.empty(), id, Listing.AS_FOUND);
    }

    void ofSomebodyElse(String id) {
        put(OTHER, id, Optional.of("https://forum.example/t/9"), id, Listing.AS_FOUND);
    }

    void listed(String id, boolean isListed) {
        Hit hit = Objects.requireNonNull(hits.get(new HitId(id)));
        Optional<Instant> back = isListed ? Optional.of(clock.instant()) : Optional.empty();
        put(
                hit.caseId(),
                id,
                hit.finding().map(Finding::address),
                hit.group().value(),
                new Listing(isListed, back, Optional.empty(), Optional.empty()));
    }

    private void put(
            CaseId caseId, String id, Optional<String> address, String group, Listing listing) {
        Hit hit =
                new Hit(
                        new HitId(id),
                        caseId,
                        new WatchId("w"),
                        new SourceId("s"),
                        NOW.minusSeconds(9000),
                        NOW.minusSeconds(60),
                        1,
                        Band.LIKELY,
                        60,
                        List.of(),
                        false,
                        Label.NOT_SURE,
                        address.map(found ->
                                new Finding(
                                        "",
                                        "A title",
                                        "a snippet",
                                        found,
                                        1,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())),
                        Optional.empty(),
                        new HitId(group),
                        listing);
        hits.put(hit.id(), hit);
    }

    /// What a round does for reports once it is over.
    void look() {
        for (Report report : reports.of(CASE)) {
            StillListed.events(report, this::find, clock.instant())
                    .forEach(event -> reports.append(CASE, event));
        }
    }

    /// `report add`, about an adult, without the question what is saved.
    Ended add(String route, String... more) {
        List<String> words = new ArrayList<>(List.of("add", route));
        words.addAll(List.of(more));
        words.addAll(List.of("--age", "adult", "--skip-check"));
        return run(List.of(), words.toArray(String[]::new));
    }

    /// One of the commands, and what is typed then.
    Ended run(List<String> typed, String... words) {
        StringWriter out = new StringWriter();
        List<String> said = new ArrayList<>();
        Terminal terminal = terminal(new ArrayDeque<>(typed), out, said);
        Context context = context(terminal);
        ReportDesk desk = new ReportDesk(reports, this);
        CommandLine line =
                new CommandLine(new CommandTree.Group())
                        .addSubcommand(new ReportAdd(context, _ -> desk))
                        .addSubcommand(new ReportList(context, _ -> desk))
                        .addSubcommand(new ReportDone(context, _ -> desk))
                        .addSubcommand(new ReportText(context, _ -> desk));
        line.setExecutionExceptionHandler((e, _, _) -> Faults.say(e, terminal, context.options()));
        int exit = line.execute(words);
        terminal.answers().flush();
        return new Ended(exit, out.toString(), said);
    }

    /// What commands are given here.
    Context context(Terminal terminal) {
        Access access =
                new Access() {
                    @Override
                    @SuppressWarnings("NullAway") // nothing here is opened
                    public int with(Work work, Options given) {
                        return work.on(null);
                    }

                    @Override
                    public int withDaemon(DaemonWork work, Options given) {
                        throw new AssertionError();
                    }
                };
        return new Context(
                new Options(),
                terminal,
                access,
                clock,
                ZoneId.of("UTC"),
                () -> new Speech(Optional.of(language)));
    }

    private Terminal terminal(Deque<String> typed, StringWriter out, List<String> said) {
        PrintWriter answers = new PrintWriter(out);
        boolean isPerson = person;
        return new Terminal() {
            @Override
            public PrintWriter answers() {
                return answers;
            }

            @Override
            public void say(String line) {
                said.add(line);
            }

            @Override
            public Optional<String> ask(String question) {
                said.add(question);
                return Optional.ofNullable(typed.pollFirst());
            }

            @Override
            public Optional<Secret> askHidden(String question) {
                throw new AssertionError();
            }

            @Override
            public boolean isPerson() {
                return isPerson;
            }

            @Override
            public byte[] read(String path) {
                throw new AssertionError();
            }

            @Override
            public void write(String path, byte[] bytes) {
                throw new AssertionError();
            }
        };
    }

    @Override
    public Optional<Hit> find(HitId id) {
        return Optional.ofNullable(hits.get(id));
    }

    @Override
    public List<Hit> sameText(Hit hit) {
        return hits.values().stream().filter(each -> each.group().equals(hit.group())).toList();
    }

    @Override
    public Collection<CaseId> cases() {
        return List.of(CASE, OTHER);
    }

    @Override
    public CaseId caseOf(String watch) {
        return watch.equals("w") ? CASE : OTHER;
    }

    @Override
    public ZoneId zone(CaseId caseId) {
        return HERS;
    }
}
