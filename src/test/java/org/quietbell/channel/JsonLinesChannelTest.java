package org.quietbell.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;

class JsonLinesChannelTest extends ChannelContractKit {
    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("notices.jsonl");
    }

    @Override
    Channel channel() {
        return to(file());
    }

    private static Channel to(Path path) {
        return new JsonLinesChannel(
                ID,
                path,
                (file, bytes) -> {
                    file.write(bytes);
                    file.force(true);
                });
    }

    @Override
    List<Taken> taken() {
        return lines(file()).stream()
                .map(line -> {
                    Json json = read(line);
                    return new Taken(
                            List.of(json.at("recipient").text().orElseThrow()),
                            json.at("notice").text().orElseThrow(),
                            json.at("subject").text().orElseThrow(),
                            json.at("body").text().orElseThrow(),
                            line);
                })
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readString(file).lines().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Json read(String line) {
        try {
            return Json.read(line);
        } catch (MalformedJsonException e) {
            throw new AssertionError("torn line", e);
        }
    }

    @Override
    List<String> secrets() {
        return List.of(folder.toString());
    }

    @Override
    boolean staysHere() {
        return false;
    }

    @Override
    List<Refusal> refusals() {
        return List.of(
                new Refusal(
                        "the folder is missing",
                        to(folder.resolve("gone").resolve("notices.jsonl")),
                        Fault.Kind.MISCONFIGURED),
                new Refusal("the path is a folder", to(folder), Fault.Kind.MISCONFIGURED),
                new Refusal("the disk is full", full(file()), Fault.Kind.TROUBLED));
    }

    /// Takes ten bytes, and then there is no room left.
    private static Channel full(Path path) {
        return new JsonLinesChannel(
                ID,
                path,
                (file, bytes) -> {
                    file.write(bytes.slice(0, 10));
                    throw new IOException("No space left on device: " + path);
                });
    }

    @Test
    void writesOneObjectWithTheAgreedMembersInOrder() {
        channel().send(message("n1", "Soon", "a\nb"));

        assertThat(lines(file()))
                .containsExactly(
                        "{\"notice\":\"n1\",\"case\":\"case-zebra\",\"channel\":\"way\","
                                + "\"recipient\":\"helper-quagga\",\"at\":\"2026-03-01T18:00:00Z\","
                                + "\"level\":\"discreet\",\"subject\":\"Soon\",\"body\":\"a\\nb\","
                                + "\"hits\":[\"hitokapi23456777\"]}");
    }

    @Test
    void makesAFileThatOnlyItsOwnerReads() throws IOException {
        channel().send(message("n1"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    @Covers({"F57"})
    void removesAnUnfinishedLastLineBeforeTheNext() throws IOException {
        channel().send(message("n1"));
        // longer than one look back, so that the whole unfinished line is found
        Files.writeString(
                file(),
                Files.readString(file()) + "{\"notice\":\"torn" + "x".repeat(10_000),
                UTF_8);

        channel().send(message("n2"));

        assertThat(taken()).extracting(Taken::stableId).containsExactly("n1", "n2");
    }

    @Test
    void removesAnUnfinishedOnlyLine() throws IOException {
        Files.writeString(file(), "{\"notice\":\"to", UTF_8);

        channel().send(message("n1"));

        assertThat(taken()).extracting(Taken::stableId).containsExactly("n1");
    }

    @Test
    void leavesNoHalfLineWhenTheDiskIsFull() {
        channel().send(message("n1"));

        full(file()).send(message("n2"));

        assertThat(taken()).extracting(Taken::stableId).containsExactly("n1");
        assertThat(file()).content().endsWith("\n");
    }

    @Test
    void keepsEveryLineWholeWhenManySendToOneFile() {
        List<Channel> channels = List.of(channel(), channel());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                Message message = message("n" + i);
                Channel channel = channels.get(i % 2);
                threads.execute(() -> channel.send(message));
            }
        }

        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            expected.add("n" + i);
        }
        assertThat(taken())
                .extracting(Taken::stableId)
                .containsExactlyInAnyOrderElementsOf(expected);
    }
}
