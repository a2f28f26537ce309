package org.quietbell.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.config.Problem;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.config.SettingsFile;
import org.quietbell.json.Json;
import org.quietbell.notice.Hearing;
import org.quietbell.source.SourceEntry;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Language;

/// All that a settings file says, read and found right.
///
/// @param profile whom the installation is for
/// @param language in which it speaks, if it is set
/// @param data the data folder, if it is set
/// @param fetch the keys of `fetch`, see [Section#of]; there are none where nothing is set
/// @param sources set by file and active, in the file's order
/// @param channels set by file and active, not yet confirmed: whoever takes the file over confirms
///   them
/// @param cases set by file and active, in the file's order
public record Settings(
        Profile profile,
        Optional<Language> language,
        Optional<Path> data,
        StoreSettings store,
        WebSettings web,
        Json fetch,
        List<SourceEntry> sources,
        List<ChannelEntry> channels,
        List<CaseSettings> cases) {
    public Settings {
        sources = List.copyOf(sources);
        channels = List.copyOf(channels);
        cases = List.copyOf(cases);
    }

    /// What holds where there is no file.
    public static final Settings DEFAULT =
            new Settings(
                    Profile.PERSONAL,
                    Optional.empty(),
                    Optional.empty(),
                    StoreSettings.DEFAULT,
                    WebSettings.DEFAULT,
                    Json.object().build(),
                    List.of(),
                    List.of(),
                    List.of());

    /// Whom an installation is for.
    public enum Profile {
        /// One person at home, and at most two more (R2.16).
        PERSONAL,
        /// Several people, each with a consent of her own.
        AGENCY
    }

    /// One person's case and how she wants to hear.
    ///
    /// @param hearing empty: she has not chosen
    public record CaseSettings(WatchedCase watchedCase, Optional<Hearing> hearing) {}

    /// What came of reading a file.
    ///
    /// @param settings there if and only if nothing is wrong
    /// @param problems by line
    public record Reading(Optional<Settings> settings, List<Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /// Reads a settings file and tells all that is wrong with it at once. Asks no network and
    /// changes nothing.
    ///
    /// @param ownKeys reads the keys that belong to other packages
    public static Reading read(Path file, OwnKeys ownKeys) {
        Problems problems = new Problems();
        Section root = SettingsFile.read(file, problems);
        if (root.isEmpty()) {
            return new Reading(Optional.empty(), problems.all());
        }
        if (holdsNamesOrRecipients(root)) {
            SettingsFile.requireOwnerOnly(file, problems);
        }
        Settings settings = read(root, ownKeys);
        return new Reading(
                problems.isEmpty() ? Optional.of(settings) : Optional.empty(), problems.all());
    }

    private static Settings read(Section root, OwnKeys ownKeys) {
        Profile profile = root.parsed("profile", OneOf.of(Profile.class)).orElse(Profile.PERSONAL);
        Optional<Language> language = root.parsed("language", OneOf.of(Language.class));
        Optional<Path> data = root.path("data");
        StoreSettings store = StoreSettings.read(root.sectionOrEmpty("store"));
        WebSettings web = WebSettings.read(root.sectionOrEmpty("web"));

        Section fetch = root.sectionOrEmpty("fetch");
        ownKeys.fetch(fetch);
        fetch.finish();

        List<Section> caseSections = root.sections("cases");
        Set<String> caseIds = Ids.among(caseSections);
        SourcesReader sources = new SourcesReader(ownKeys, caseIds);
        List<SourceEntry> sourceEntries = sources.read(root.sections("sources"));
        List<Section> channelSections = root.sections("channels");
        List<ChannelEntry> channelEntries = ChannelsReader.read(channelSections, ownKeys, web);
        List<CaseSettings> cases =
                new CaseReader(sources.owners(), Ids.among(channelSections))
                        .readAll(caseSections, profile);
        root.finish();
        return new Settings(
                profile,
                language,
                data,
                store,
                web,
                fetch.settings(),
                sourceEntries,
                channelEntries,
                cases);
    }

    private static boolean holdsNamesOrRecipients(Section root) {
        return root.has("cases")
                || root.sections("channels").stream()
                        .anyMatch(channel -> channel.has("to") || channel.has("topic"));
    }
}
