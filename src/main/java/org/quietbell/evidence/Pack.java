package org.quietbell.evidence;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.quietbell.words.Words;

/// Writes what is handed on as one encrypted archive: zip with AES-256, which common programs open
/// (R3.7). It holds texts only, as files to read, to print and for programs.
///
/// @see <a href="https://www.winzip.com/en/support/aes-encryption/">AES in zip files</a>
public final class Pack implements AutoCloseable {
    /// Of the pack's own passphrase, in characters. The format guards a short one badly: its
    /// derivation is fast.
    public static final int SHORTEST_PASSPHRASE = 12;

    /// The digests of all other files, as `sha256sum -c` reads them.
    static final String MANIFEST = "manifest-sha256.txt";

    /// What a time-stamp authority said of the head.
    static final String STAMP = "head.tsr";

    private final ZipOutputStream zip;
    private final long madeAt;
    private final Map<String, String> digests = new TreeMap<>();

    private Pack(OutputStream to, char[] passphrase, long madeAt) throws IOException {
        this.zip = new ZipOutputStream(to, passphrase);
        this.madeAt = madeAt;
    }

    /// Writes a pack. The stream stays open.
    ///
    /// @param passphrase of the pack alone, never that of the store
    /// @param words in which the sheets speak
    /// @throws IOException if the stream fails
    public static void write(Export export, char[] passphrase, Words words, OutputStream to)
            throws IOException {
        long madeAt = export.cover().at().toEpochMilli();
        try (Pack pack = new Pack(to, passphrase, madeAt)) {
            Sheets sheets = new Sheets(export, words);
            pack.file("README.txt", sheets::readme);
            pack.file("cover.txt", sheets::cover);
            pack.file("method.txt", sheets::method);
            pack.file("certificate.txt", sheets::certificate);
            pack.file("health.txt", sheets::health);
            Tables tables = new Tables(export);
            pack.file("entries.csv", tables::entries);
            pack.file("entries.json", tables::json);
            pack.file("notes.csv", tables::notes);
            pack.file("actions.csv", tables::actions);
            pack.file("custody.csv", tables::custody);
            pack.file("timeline.html", new Timeline(export, words)::write);
            new PaperTimeline(export, words, pack::bytes).write();
            pack.file("log.jsonl", out -> log(export, out));
            pack.file("head.txt", out -> out.write(export.head().text() + "\n"));
            if (export.stamped().isPresent()) {
                byte[] answer = export.stamped().get().answer();
                pack.bytes(STAMP, out -> out.write(answer));
            }
            if (!export.leftOut().isEmpty()) {
                pack.file("left-out.txt", out -> leftOut(export, out));
            }
            pack.file(MANIFEST, out -> pack.manifest(Map.copyOf(pack.digests), out));
        }
    }

    /// Writes the content of one file.
    interface Content {
        void to(Writer out) throws IOException;
    }

    private void file(String name, Content content) throws IOException {
        bytes(
                name,
                to -> {
                    Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
                    content.to(out);
                    out.flush();
                });
    }

    private void bytes(String name, PaperTimeline.Content content) throws IOException {
        ZipParameters parameters = new ZipParameters();
        parameters.setFileNameInZip(name);
        parameters.setLastModifiedFileTime(madeAt);
        parameters.setEncryptFiles(true);
        parameters.setEncryptionMethod(EncryptionMethod.AES);
        parameters.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        zip.putNextEntry(parameters);
        MessageDigest digest = sha256();
        try {
            content.to(new DigestOutputStream(new Unclosed(zip), digest));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        zip.closeEntry();
        digests.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    /// Who writes one file must not end the archive.
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void log(Export export, Writer out) {
        export.each(entry -> line(out, Lines.write(entry)));
    }

    /// Which fields are not in the log that was handed on, one to a line.
    private static void leftOut(Export export, Writer out) {
        export.entries()
                .each(entry ->
                        LeftOut.fields(entry, export.leftOut())
                                .forEach(name -> line(out, entry.id() + " " + name)));
    }

    private void manifest(Map<String, String> all, Writer out) {
        new TreeMap<>(all).forEach((name, digest) -> line(out, digest + "  " + name));
    }

    /// One line, ended as everywhere in a pack.
    static void line(Writer out, String text) {
        try {
            out.write(text);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
