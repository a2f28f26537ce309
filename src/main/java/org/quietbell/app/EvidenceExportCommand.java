package org.quietbell.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.config.Secret;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.Export;
import org.quietbell.evidence.LeftOut;
import org.quietbell.evidence.Pack;
import org.quietbell.evidence.Stamped;
import org.quietbell.stamp.Stamp;
import org.quietbell.watch.CaseId;
import org.quietbell.web.OwnRecord.Handing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `evidence export`: the record as one encrypted archive, for a lawyer, the police, or a binder of
/// her own.
@Command(
        name = "export",
        description = {
            "Write the record into one zip file with a passphrase of its own (AES-256).",
            "It holds texts only, no picture. That it was handed on is noted in the record."
        })
final class EvidenceExportCommand extends EvidenceCommands.OfALog {
    @Parameters(paramLabel = "FILE", description = "Where to write it, such as record.zip.")
    String file = "";

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "WHAT",
            description =
                    "What to leave out: notes, suspected or details, with commas between. The"
                            + " pack says so.")
    List<String> without = new ArrayList<>();

    @Option(
            names = "--time-stamp",
            paramLabel = "URL",
            description =
                    "Ask that time-stamp authority (RFC 3161) to say when the record ended as it"
                            + " does. It learns one hash and the address of this machine. Off"
                            + " unless it is named here.")
    Optional<String> timeStamp = Optional.empty();

    EvidenceExportCommand(Context context) {
        super(context);
    }

    @Override
    int on(Installation installation) {
        CaseId caseId = whose(installation);
        Set<LeftOut> leftOut = leftOut();
        Instant now = now();
        Following.of(installation).look(now);
        if (installation.store().evidence().head(caseId).isEmpty()) {
            throw new Refusal(
                    Exit.FAILED,
                    "evidence export",
                    "nothing is in the record yet",
                    "add something by `quietbell evidence add`");
        }
        Optional<Stamping> stamping = timeStamp.map(Stamping::of).filter(this::isAgreed);
        Map<String, String> said = ask(List.of("whose", "by", "recipient", "purpose"));
        Secret passphrase = passphrase();
        HandingOn handed =
                HandingOn.begin(
                        installation,
                        caseId,
                        new Handing(
                                said.getOrDefault("whose", ""),
                                said.getOrDefault("by", ""),
                                said.getOrDefault("recipient", ""),
                                said.getOrDefault("purpose", ""),
                                leftOut),
                        stamping.map(Stamping::host),
                        now);
        Entry noted = handed.noted();
        Export export =
                stamping.isPresent()
                        ? stamped(handed.export(), stamping.get(), installation)
                        : handed.export();
        byte[] pack = pack(export, passphrase);
        write("evidence export", file, pack);
        answer(say("line.evidence-exported", noted.seq()));
        answer(say("line.evidence-digest", digest(pack)));
        answer(say("line.evidence-head", noted.head().text()));
        return Exit.DONE;
    }

    /// What the authority will learn is said before, and a plain yes is needed.
    private boolean isAgreed(Stamping stamping) {
        prompts().note("line.evidence-stamp-asked", stamping.host());
        return prompts().yes("ask.evidence.time-stamp");
    }

    /// The same with a stamp; without one, it says why.
    private Export stamped(Export export, Stamping stamping, Installation installation) {
        return switch (stamping.ask(installation.outbound(), export.head())) {
            case Stamp.Given(byte[] answer, Instant at) -> {
                answer(say("line.evidence-stamped", stamping.host(), at));
                yield export.with(new Stamped(answer, at, stamping.host()));
            }
            case Stamp.Withheld(Stamp.Why why) -> {
                String said = say("stamp." + why.word());
                context().terminal().say(said + " " + say("line.evidence-unstamped"));
                yield export;
            }
        };
    }

    private Set<LeftOut> leftOut() {
        Set<LeftOut> all = EnumSet.noneOf(LeftOut.class);
        for (String word : without) {
            all.add(
                    LeftOut.of(word.strip())
                            .orElseThrow(() ->
                                    new Refusal(
                                            Exit.USAGE,
                                            "--without",
                                            "there is no such part",
                                            "write notes, suspected or details")));
        }
        return all;
    }

    private Secret passphrase() {
        prompts().note("line.evidence-passphrase", Pack.SHORTEST_PASSPHRASE);
        Secret passphrase = prompts().newPassphrase();
        if (passphrase.reveal().length() < Pack.SHORTEST_PASSPHRASE) {
            throw new Refusal(
                    Exit.USAGE,
                    "evidence export",
                    "the passphrase is too short for a file that others hold",
                    "use " + Pack.SHORTEST_PASSPHRASE + " characters or more");
        }
        return passphrase;
    }

    private byte[] pack(Export export, Secret passphrase) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try {
            Pack.write(export, passphrase.reveal().toCharArray(), context().words(), to);
        } catch (IOException e) {
            throw new Refusal(
                    Exit.FAILED, "evidence export: the pack cannot be made: try once more", e);
        }
        return to.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
