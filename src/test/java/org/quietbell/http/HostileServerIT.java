package org.quietbell.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.http.Fault.Kind;

@Timeout(60)
class HostileServerIT {
    private static final Duration SHORT = Duration.ofSeconds(1);

    @Test
    @Covers("F22")
    void endsByTheDeadlineWhenTheBodyComesByteByByte() throws Exception {
        endsByTheDeadline(socket -> {
            LoopbackServer.readHead(socket);
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(ISO_8859_1));
            drip(out, "x");
        });
    }

    @Test
    @Covers("F22")
    void endsByTheDeadlineWhenTheHeadersComeByteByByte() throws Exception {
        endsByTheDeadline(socket -> {
            LoopbackServer.readHead(socket);
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(ISO_8859_1));
            drip(out, "x");
        });
    }

    @Test
    @Covers("F22")
    void endsByTheDeadlineWhenNothingComes() throws Exception {
        endsByTheDeadline(
                socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()));
    }

    private static void endsByTheDeadline(LoopbackServer.Conduct conduct) throws Exception {
        try (LoopbackServer server = new LoopbackServer(conduct);
                Outbound outbound = Outbounds.to(server.address("/"), SHORT)) {
            Fault fault = Outbounds.fault(outbound.http().send(Request.get(server.address("/x"))));

            assertThat(fault.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(fault.detail())
                    .isEqualTo("127.0.0.1 did not finish its answer within 1 seconds");
            await().untilAtomic(server.open, org.hamcrest.Matchers.is(0));
        }
    }

    private static void drip(OutputStream out, String drop) throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!never.await(50, TimeUnit.MILLISECONDS)) {
                out.write(drop.getBytes(ISO_8859_1));
                out.flush();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    @Covers("F22")
    void stopsAnEndlessBodyAtTheLimit() throws Exception {
        AtomicLong sent = new AtomicLong();
        try (LoopbackServer server =
                        new LoopbackServer(socket -> {
                            LoopbackServer.readHead(socket);
                            OutputStream out = socket.getOutputStream();
                            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
                            forever(out, sent, "still more of it, ".repeat(1000));
                        });
                Outbound outbound = Outbounds.to(server.address("/"), Duration.ofSeconds(20))) {
            Fault fault = Outbounds.fault(outbound.http().send(Request.get(server.address("/x"))));

            assertThat(fault)
                    .isEqualTo(
                            new Fault(
                                    Kind.TOO_LARGE,
                                    "the answer of 127.0.0.1 is larger than 1 MiB"
                                            + " (fetch.max-body)"));
            await().untilAtomic(server.open, org.hamcrest.Matchers.is(0));
        }
    }

    @Test
    @Covers("F22")
    void stopsEndlessHeaders() throws Exception {
        AtomicLong sent = new AtomicLong();
        try (LoopbackServer server =
                        new LoopbackServer(socket -> {
                            LoopbackServer.readHead(socket);
                            OutputStream out = socket.getOutputStream();
                            out.write("HTTP/1.1 200 OK\r\n".getBytes(ISO_8859_1));
                            forever(out, sent, "X-More: and more\r\n".repeat(100));
                        });
                Outbound outbound = Outbounds.to(server.address("/"), Duration.ofSeconds(20))) {
            Fault fault = Outbounds.fault(outbound.http().send(Request.get(server.address("/x"))));

            assertThat(fault.kind()).isEqualTo(Kind.TROUBLED);
            await().untilAtomic(server.open, org.hamcrest.Matchers.is(0));
        }
    }

    @Test
    void believesNoLengthBeyondTheLimit() throws Exception {
        try (LoopbackServer server =
                        LoopbackServer.answering(
                                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n");
                Outbound outbound = Outbounds.to(server.address("/"), Duration.ofSeconds(20))) {
            Fault fault = Outbounds.fault(outbound.http().send(Request.get(server.address("/x"))));

            assertThat(fault.kind()).isEqualTo(Kind.TOO_LARGE);
        }
    }

    private static void forever(OutputStream out, AtomicLong sent, String text) throws IOException {
        byte[] bytes = text.getBytes(ISO_8859_1);
        while (sent.get() < 1L << 30) {
            out.write(bytes);
            sent.addAndGet(bytes.length);
        }
    }

    @Test
    @Covers("F7")
    void stopsAGzipBombAtTheDecodedLimit() throws Exception {
        byte[] bomb = gzip(new byte[64 << 20]);

        Fault fault = Outbounds.fault(send(packed(bomb)));

        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(fault.kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    @Covers("F7")
    void unpacksOnceOnlySoThatANestedBombStaysPacked() throws Exception {
        byte[] inner = gzip(new byte[8 << 20]);

        Reply reply = send(packed(gzip(inner)));

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Ok.class, ok -> assertThat(ok.body().bytes()).isEqualTo(inner));
    }

    @Test
    @Covers("F7")
    void takesNoAnswerPackedTwice() throws Exception {
        byte[] twice = gzip(gzip("a".getBytes(ISO_8859_1)));

        Fault fault = Outbounds.fault(send(answer("Content-Encoding: gzip, gzip\r\n", twice)));

        assertThat(fault)
                .isEqualTo(
                        new Fault(
                                Kind.BROKEN,
                                "127.0.0.1 packed its answer in a way we did not ask for"));
    }

    @Test
    @Covers("F7")
    void countsWhatIsSentEvenIfItUnpacksToNothing() throws Exception {
        byte[] nothing = gzip(new byte[0]);
        byte[] members = new byte[(2 << 20) / nothing.length * nothing.length];
        for (int i = 0; i < members.length; i += nothing.length) {
            System.arraycopy(nothing, 0, members, i, nothing.length);
        }

        Fault fault = Outbounds.fault(send(packed(members)));

        assertThat(fault.kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    @Covers("F26")
    void callsATruncatedGzipBrokenOffAndNeverAnAnswer() throws Exception {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        byte[] whole = gzip(noise);
        for (int length :
                new int[] {1, 5, 10, whole.length / 2, whole.length - 9, whole.length - 1}) {
            Fault fault = Outbounds.fault(send(packed(Arrays.copyOf(whole, length))));

            assertThat(fault)
                    .as("cut after %d bytes", length)
                    .isEqualTo(
                            new Fault(
                                    Kind.TROUBLED,
                                    "127.0.0.1 broke off in the middle of its answer"));
        }
    }

    @Test
    void callsDamagedGzipUnreadable() throws Exception {
        Fault fault = Outbounds.fault(send(packed("<rss>not packed</rss>".getBytes(ISO_8859_1))));

        assertThat(fault.kind()).isEqualTo(Kind.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhalf"
            })
    @Covers("F26")
    void callsACutAnswerBrokenOff(String answer) throws Exception {
        Fault fault = Outbounds.fault(send(answer.getBytes(ISO_8859_1)));

        assertThat(fault)
                .isEqualTo(
                        new Fault(
                                Kind.TROUBLED, "127.0.0.1 broke off in the middle of its answer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1\r\n\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n",
                "\u0000\u0001\u0002",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 306 Odd\r\n\r\n",
                "HTTP/1.1 302 Found\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhalf"
            })
    @Covers("F26")
    void callsNonsenseAFaultThatMayPass(String answer) throws Exception {
        Fault fault = Outbounds.fault(send(answer.getBytes(ISO_8859_1)));

        assertThat(fault.kind()).isIn(Kind.BROKEN, Kind.TROUBLED);
        assertThat(fault.detail()).startsWith("127.0.0.1 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"image/png", "IMAGE/SVG+XML", "video/mp4", "audio/mpeg; x=y", " image/webp"})
    @Covers("R3.11")
    void breaksOffBeforeTheBodyOfAPictureFilmOrSound(String type) throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (LoopbackServer server =
                        new LoopbackServer(socket -> {
                            LoopbackServer.readHead(socket);
                            socket.getOutputStream()
                                    .write(
                                            ("HTTP/1.1 200 OK\r\nContent-Type: "
                                                            + type
                                                            + "\r\nContent-Length: 9999"
                                                            + "\r\n\r\n")
                                                    .getBytes(ISO_8859_1));
                            // not a byte of the body: the client leaves all the same
                            readToTheEnd(socket);
                            gone.countDown();
                        });
                Outbound outbound = Outbounds.to(server.address("/"), Duration.ofSeconds(20))) {
            Fault fault = Outbounds.fault(outbound.http().send(Request.get(server.address("/x"))));

            assertThat(fault)
                    .isEqualTo(
                            new Fault(
                                    Kind.REFUSED,
                                    "127.0.0.1 answers with a picture, film or sound, which is"
                                            + " never fetched"));
            assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void readToTheEnd(Socket socket) {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // reset is as good as closed
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00ff\u00d8\u00ff\u00e0 and the rest",
                "\u0089PNG\r\n\u001a\n and the rest",
                "GIF89a and the rest",
                "RIFF\0\0\0\0WEBPVP8 ",
                "\0\0\0 ftypavif and the rest",
                "GIF87a"
            })
    @Covers("R3.11")
    void letsNoPictureInUnderAnotherName(String bytes) throws Exception {
        byte[] answer = answer("Content-Type: text/xml\r\n", bytes.getBytes(ISO_8859_1));

        assertThat(Outbounds.fault(send(answer)).kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    @Covers("R3.11")
    void readsTheStatusOfAnErrorThatIsAPicture() throws Exception {
        Reply reply =
                send(
                        "HTTP/1.1 403 No\r\nContent-Type: image/png\r\nContent-Length: 4\r\n\r\nPNG!"
                                .getBytes(ISO_8859_1));

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> {
                            assertThat(refused.status()).isEqualTo(403);
                            assertThat(refused.body().bytes()).isEmpty();
                        });
    }

    @Test
    void breaksOffWithoutInterruptingTheThread() throws Exception {
        AtomicReference<Boolean> wasInterrupted = new AtomicReference<>();
        try (LoopbackServer server = new LoopbackServer(HostileServerIT::readToTheEnd);
                Outbound outbound = Outbounds.to(server.address("/"), SHORT)) {
            Thread caller =
                    Thread.ofPlatform()
                            .start(() -> {
                                outbound.http().send(Request.get(server.address("/x")));
                                wasInterrupted.set(Thread.currentThread().isInterrupted());
                            });
            caller.join();
        }

        assertThat(wasInterrupted.get()).isFalse();
    }

    @Test
    void breaksOffWhatIsUnderWayWhenItIsClosed() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicReference<Reply> reply = new AtomicReference<>();
        try (LoopbackServer server =
                new LoopbackServer(socket -> {
                    LoopbackServer.readHead(socket);
                    asked.countDown();
                    readToTheEnd(socket);
                })) {
            Outbound outbound = Outbounds.to(server.address("/"), Duration.ofMinutes(5));
            Thread caller =
                    Thread.ofVirtual()
                            .start(() ->
                                    reply.set(
                                            outbound.http()
                                                    .send(Request.get(server.address("/")))));
            asked.await();

            outbound.close();

            caller.join();
            assertThat(reply.get()).isInstanceOf(Reply.Failed.class);
            assertThat(outbound.http().send(Request.get(server.address("/"))))
                    .isInstanceOf(Reply.Failed.class);
        }
    }

    private static Reply send(byte[] answer) throws IOException {
        try (LoopbackServer server = LoopbackServer.answering(answer);
                Outbound outbound = Outbounds.to(server.address("/"), Duration.ofSeconds(20))) {
            return outbound.http().send(Request.get(server.address("/x")));
        }
    }

    private static byte[] packed(byte[] body) {
        return answer("Content-Encoding: gzip\r\n", body);
    }

    private static byte[] answer(String headers, byte[] body) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(
                ("HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n")
                        .getBytes(ISO_8859_1));
        answer.writeBytes(body);
        return answer.toByteArray();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }
}
