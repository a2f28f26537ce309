package org.quietbell.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.channel.Channels;
import org.quietbell.channel.Delivery;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.Tuned;
import org.quietbell.settings.Settings;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.source.Sources;
import org.quietbell.source.Type;
import org.quietbell.store.DataFolder;
import org.quietbell.store.StoreException;
import org.quietbell.vault.Key;
import org.quietbell.vault.Vault;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Consent;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Language;
import org.quietbell.words.Speech;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Asks the few questions that are needed, in a terminal.
@Command(
        name = "setup",
        description =
                "Ask the few questions that are needed: first how to hear, then whom to look for.")
final class SetupCommand implements Callable<Integer> {
    /// The kinds of source that the first questions are about.
    private static final Set<String> ASKED_FOR = Set.of("feed", "searxng");

    /// The id of her own case.
    static final String CASE = "person-1";

    private Context context;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description =
                    "Make a key file there instead of asking for a passphrase: then it starts by"
                            + " itself, and whoever has the file can read everything.")
    Optional<Path> keyFile = Optional.empty();

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            converter = LanguageName.class,
            description = "In which language it speaks: en, fr or es. At a terminal it asks.")
    Optional<Language> language = Optional.empty();

    SetupCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Opening opening = Main.opening(context.options(), System.getenv());
        Path path = Main.folder(context.options(), opening, System.getenv());
        if (Vault.exists(path)) {
            return context.access().with(this::changed, context.options());
        }
        Optional<Language> spoken = spoken();
        if (spoken.isPresent()) {
            opening = opening.speaking(new Speech(spoken));
            context = context.speaking(opening.speech());
        }
        Prompts prompts = new Prompts(context.terminal(), context.words());
        for (String line : List.of("setup.device", "setup.traces", "setup.not-removed")) {
            context.terminal().say(context.words().say(line));
        }
        if (!prompts.yes("ask.agreement")) {
            throw new Refusal(
                    Exit.FAILED,
                    "setup",
                    "a name is looked for only with its owner's agreement",
                    "ask first, then come back");
        }
        How how = new HearingForm(prompts, context.zone()).how();
        try (DataFolder folder = Claiming.claim(path);
                Installation installation = made(opening, folder, prompts)) {
            spoken.ifPresent(chosen -> Tongue.remember(path, chosen));
            answered(installation, how, prompts);
        } catch (StoreException e) {
            throw Refusals.of(e);
        }
        say("line.set-up");
        return Exit.DONE;
    }

    /// Which language was chosen; empty: nothing is to be kept. A script is not asked, so that the
    /// lines it gives stay the answers to what they were written for; nor is whoever has the
    /// language in a settings file.
    private Optional<Language> spoken() {
        boolean bySettings =
                context.options()
                        .reading()
                        .flatMap(Settings.Reading::settings)
                        .flatMap(Settings::language)
                        .isPresent();
        if (language.isPresent() || bySettings || !context.terminal().isPerson()) {
            return language;
        }
        Language usual =
                context.speech()
                        .chosen()
                        .or(() -> Language.of(Locale.getDefault()))
                        .orElse(Language.EN);
        return Optional.of(
                new Prompts(context.terminal(), context.words())
                        .read(
                                line -> line.isBlank() ? usual : LanguageName.read(line),
                                "ask.language",
                                usual.tag()));
    }

    private Installation made(Opening opening, DataFolder folder, Prompts prompts) {
        Key key;
        if (keyFile.isPresent()) {
            key = madeKeyFile(folder.path(), keyFile.get());
        } else {
            key = Keys.typed(prompts.newPassphrase());
        }
        Vault.create(folder.path(), key).close();
        return opening.open(folder, key);
    }

    private static Key madeKeyFile(Path folder, Path file) {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        try {
            OwnerOnly.write(
                    file,
                    (HexFormat.of().formatHex(bytes) + "\n").getBytes(StandardCharsets.UTF_8));
            Keys.remember(folder, file.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new Refusal(
                    Exit.FAILED,
                    "setup: the key file cannot be written ("
                            + e.getClass().getSimpleName()
                            + "): choose another place",
                    e);
        }
        return Keys.read(file);
    }

    private void answered(Installation installation, How how, Prompts prompts) {
        CaseId id = new CaseId(CASE);
        List<Tuned> channels = channels(installation, how, prompts);
        boolean others = how == How.HELPER_FIRST;
        if (others) {
            prompts.note("line.setup-helper");
        }
        boolean canTellThem = others && !channels(installation, how, prompts).isEmpty();
        Hearing hearing = new HearingForm(prompts, context.zone()).ask(how, channels);
        Watch watch = WatchForm.ask(prompts, new WatchId(id.value()), id, Optional.empty());
        sources(installation, prompts);
        Instant now = context.clock().instant();
        Consent consent =
                new Consent(
                        "self",
                        LocalDate.ofInstant(now, context.zone()),
                        Optional.empty(),
                        installation.register().activeSourceIds(),
                        installation.register().activeChannelIds(),
                        Map.of());
        WatchedCase person = new WatchedCase(id, consent, List.of(watch), false, true);
        installation.store().cases().put(person);
        Hearing chosen = !others ? hearing : hearing.withoutHelper();
        if (canTellThem) {
            List<ChannelEntry> ways =
                    installation.store().channels().all().stream()
                            .filter(ChannelEntry::active)
                            .toList();
            HelperForm form = new HelperForm(prompts, ways, person, HelperForm.Own.NONE);
            chosen = hearing.heardFirstBy(form.helper(Optional.empty()));
        }
        Choice.keep(installation.store(), id, chosen, now);
        installation.changed("setup");
        for (ChannelEntry entry : installation.store().channels().all()) {
            TellingAddress.warnings(entry, List.of(watch), context.words()).forEach(prompts::say);
        }
    }

    /// Whoever wants to hear chooses a way, sees the exact words, and says that they are all right
    /// on the device that will show them (R1.1).
    private List<Tuned> channels(Installation installation, How how, Prompts prompts) {
        if (how == How.ONLY_WHEN_OPENED || how == How.NOT_NOW) {
            return List.of();
        }
        String types = String.join(", ", Channels.types());
        String type =
                prompts.read(
                        line -> {
                            if (!Channels.types().contains(line)) {
                                throw new IllegalArgumentException("write one of " + types);
                            }
                            return line;
                        },
                        "ask.channel-type",
                        types);
        ChannelId id = installation.register().freeChannelId();
        Json settings = new ChannelForm(prompts).ask(type);
        installation.add(
                new ChannelEntry(
                        id, type, settings, false, Optional.of(context.clock().instant()), true));
        Pretend pretend = installation.pretend(id);
        say("line.preview", pretend.letter().subject(), pretend.letter().body());
        if (prompts.yes("ask.send-pretend")) {
            say(
                    pretend.send() instanceof Delivery.Delivered
                            ? "line.pretend-sent"
                            : "line.pretend-failed");
        }
        if (!prompts.yes("ask.words-all-right")) {
            ChannelEntry entry = installation.store().channels().find(id).orElseThrow();
            installation.store().channels().put(entry.active(false));
            say("line.nothing-is-sent");
            return List.of();
        }
        return List.of(HearingForm.discreet(id));
    }

    private void sources(Installation installation, Prompts prompts) {
        new ReadySources(installation, prompts, context).offer();
        for (Type type : Sources.types()) {
            if (!ASKED_FOR.contains(type.name())) {
                continue; // the others are added by choice, with what they cost and learn
            }
            String address = prompts.line("ask.source-address." + type.name() + ".or-none");
            while (!address.isEmpty()) {
                SourceId id = installation.register().freeSourceId();
                Json settings = Json.object().put("url", address).build();
                Problems problems = new Problems();
                Sources.build(id, type.name(), Section.of(settings, problems));
                if (problems.isEmpty()) {
                    installation.add(
                            new SourceEntry(
                                    id,
                                    type.name(),
                                    Optional.empty(),
                                    settings,
                                    type.usualInterval(),
                                    List.of(),
                                    false,
                                    true));
                    say("line.source-added", id);
                } else {
                    context.terminal().say(problems.all().getFirst().toString());
                }
                address = prompts.line("ask.source-address." + type.name() + ".or-none");
            }
        }
    }

    /// With a store there already, the answer to "how would you like to hear?" can be changed.
    private int changed(Installation installation) {
        Optional<Language> spoken = spoken();
        spoken.ifPresent(chosen -> speakLater(installation, chosen));
        Prompts prompts = new Prompts(context.terminal(), context.words());
        WatchedCase own =
                installation.store().cases().all().stream()
                        .filter(c -> c.active() && !c.byFile())
                        .findFirst()
                        .orElseThrow(() ->
                                new Refusal(
                                        Exit.FAILED,
                                        "setup",
                                        "everything here is set by file",
                                        "change the settings file instead"));
        How how = new HearingForm(prompts, context.zone()).how();
        if (how == How.HELPER_FIRST) {
            return new NameHelperCommand(context).on(installation);
        }
        Optional<Hearing> before = installation.store().hearings().of(own.id());
        List<Tuned> kept = before.map(Hearing::channels).orElse(List.of());
        boolean sends = how == How.FIXED_TIMES || how == How.AS_IT_HAPPENS;
        if (sends && kept.isEmpty()) {
            installation.askPassphrase(prompts);
            kept = channels(installation, how, prompts);
            before = Optional.empty();
        }
        Hearing after = new HearingForm(prompts, context.zone()).ask(how, kept);
        if (before.isPresent() && Exposure.isRaised(before.get(), after)) {
            installation.askPassphrase(prompts);
        }
        Choice.keep(installation.store(), own.id(), after, context.clock().instant());
        installation.changed("how to hear");
        say("line.choice-kept");
        return Exit.DONE;
    }

    /// The answers that follow are in it at once; what runs already goes on as it began.
    private void speakLater(Installation installation, Language chosen) {
        boolean other = context.speech().language() != chosen;
        Tongue.remember(installation.folder(), chosen);
        context = context.speaking(new Speech(Optional.of(chosen)));
        if (other) {
            say("line.language-later");
        }
    }

    private void say(String key, Object... details) {
        context.terminal().answers().println(context.words().say(key, details));
    }
}
