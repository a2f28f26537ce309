package org.quietbell.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.json.Json;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.source.Sources;
import org.quietbell.source.Type;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `source import | export`: feeds as a reading list in OPML, which every feed reader knows.
///
/// @see <a href="http://opml.org/spec2.opml">OPML 2.0</a>
final class ReadingList {
    private static final String FEED = "feed";
    private static final Set<String> FEEDS = Set.of(FEED, "google-alerts", "talkwalker");

    private ReadingList() {}

    /// Takes feeds from a reading list. Nothing is contacted; a feed that is there already is
    /// passed over.
    @Command(name = "import", description = "Take feeds from an OPML file (- is standard input).")
    static final class Import extends StoreCommand {
        @Parameters(paramLabel = "FILE", description = "The OPML file.")
        String file = "";

        Import(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            Type feed = SourceCommands.known(FEED);
            Set<String> there = new HashSet<>();
            feeds(installation).forEach(entry -> there.add(address(entry)));
            Set<String> ids = new HashSet<>(installation.register().activeSourceIds());
            List<SourceEntry> added = new ArrayList<>();
            int passed = 0;
            List<Element> outlines = outlines();
            if (outlines.isEmpty()) {
                throw new Refusal(
                        Exit.FAILED,
                        "source import",
                        "the file names no feeds",
                        "give an OPML file, as feed readers export it");
            }
            for (Element outline : outlines) {
                String address = outline.attr("xmlUrl").strip();
                SourceId id = FreshIds.source(ids);
                Json settings = Json.object().put("url", address).build();
                Problems problems = new Problems();
                Sources.build(id, FEED, Section.of(settings, problems));
                if (problems.isEmpty() && there.add(address)) {
                    added.add(
                            new SourceEntry(
                                    id,
                                    FEED,
                                    Optional.empty(),
                                    settings,
                                    feed.usualInterval(),
                                    List.of(),
                                    false,
                                    true));
                    ids.add(id.value());
                } else {
                    passed++;
                }
            }
            installation.add(added);
            answer(say("line.sources-imported", added.size(), passed));
            return !added.isEmpty() ? Exit.DONE : Exit.FAILED;
        }

        /// Names of elements and attributes count whatever their case: makers differ.
        private List<Element> outlines() {
            try {
                Document opml =
                        Jsoup.parse(
                                new ByteArrayInputStream(context().terminal().read(file)),
                                null,
                                "",
                                Parser.xmlParser());
                for (Element element : opml.getAllElements()) {
                    element.attributes().asList().stream()
                            .filter(attribute -> attribute.getKey().equalsIgnoreCase("xmlurl"))
                            .findFirst()
                            .map(Attribute::getValue)
                            .ifPresent(address -> element.attr("xmlUrl", address));
                }
                return opml.select("[xmlUrl]");
            } catch (IOException e) {
                throw new Refusal(
                        Exit.USAGE, "source import: the file cannot be read: try another", e);
            }
        }
    }

    /// Writes the feeds into a reading list, for its owner only: an address may hold a name.
    @Command(
            name = "export",
            description = "Write the feeds into an OPML file, for its owner only.")
    static final class Export extends StoreCommand {
        @Parameters(paramLabel = "FILE", description = "Where to.")
        String file = "";

        Export(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            List<SourceEntry> feeds = feeds(installation);
            Document opml = Jsoup.parse("", Parser.xmlParser());
            opml.outputSettings().syntax(Document.OutputSettings.Syntax.xml);
            Element root = opml.appendElement("opml").attr("version", "2.0");
            root.appendElement("head").appendElement("title").text("feeds");
            Element body = root.appendElement("body");
            for (SourceEntry entry : feeds) {
                body.appendElement("outline")
                        .attr("type", "rss")
                        .attr("text", entry.id().value())
                        .attr("xmlUrl", address(entry));
            }
            String text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + opml.outerHtml() + "\n";
            write("source export", file, text.getBytes(StandardCharsets.UTF_8));
            answer(say("line.sources-exported", feeds.size()));
            return Exit.DONE;
        }
    }

    /// The feeds whose address is set as such: one that stands in a file of its own stays there.
    private static List<SourceEntry> feeds(Installation installation) {
        return installation.store().sources().all().stream()
                .filter(entry -> entry.active() && !address(entry).isEmpty())
                .filter(entry -> FEEDS.contains(entry.type()))
                .toList();
    }

    private static String address(SourceEntry entry) {
        return entry.settings().at("url").text().orElse("");
    }
}
