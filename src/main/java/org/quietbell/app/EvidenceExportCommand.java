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
import java.util.Set;
import org.quietbell.config.Secret;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.Export;
import org.quietbell.evidence.LeftOut;
import org.quietbell.evidence.Pack;
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
                        now);
        Entry noted = handed.noted();
        byte[] pack = pack(handed.export(), passphrase);
        write("evidence export", file, pack);
        answer(say("line.evidence-exported", noted.seq()));
        answer(say("line.evidence-digest", digest(pack)));
        answer(say("line.evidence-head", noted.head().text()));
        return Exit.DONE;
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
