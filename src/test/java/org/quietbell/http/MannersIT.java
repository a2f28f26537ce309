package org.quietbell.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quietbell.Covers;
import org.quietbell.SettableClock;
import org.quietbell.http.Fault.Kind;

@Timeout(60)
class MannersIT {
    @Test
    void asksOneHostNoMoreThanTwoThingsAtATimeAndAnswersAll() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (LoopbackServer server =
                        new LoopbackServer(socket -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            LoopbackServer.readHead(socket);
                            inside.decrementAndGet();
                            socket.getOutputStream()
                                    .write(
                                            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"
                                                    .getBytes(US_ASCII));
                        });
                Outbound outbound = Outbounds.to(server.address("/"), Duration.ofSeconds(20));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> replies = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                replies.add(
                        threads.submit(
                                () -> outbound.http().send(Request.get(server.address("/")))));
            }
            for (Future<Reply> reply : replies) {
                assertThat(reply.get()).isInstanceOf(Reply.Ok.class);
            }
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    @Covers("F55")
    void letsOtherHostsGoOnWhileOneHangs() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger hanging = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(2);
        try (LoopbackServer hung =
                        new LoopbackServer(socket -> {
                            hanging.incrementAndGet();
                            full.countDown();
                            LoopbackServer.readHead(socket);
                            LoopbackServer.readHead(socket);
                        });
                LoopbackServer healthy = LoopbackServer.canary();
                Outbound outbound =
                        new Outbound(
                                Outbounds.settings(Duration.ofSeconds(3), "127.0.0.1/32"),
                                new SettableClock(Outbounds.NOW));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            outbound.permit(Endpoint.of(hung.address("/")));
            outbound.permit(Endpoint.of(healthy.address("/")));
            List<Future<Reply>> waiting = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                waiting.add(
                        threads.submit(() -> outbound.http().send(Request.get(hung.address("/")))));
            }
            full.await();

            for (int i = 0; i < 20; i++) {
                assertThat(outbound.http().send(Request.get(healthy.address("/"))))
                        .isInstanceOf(Reply.Ok.class);
            }

            for (Future<Reply> reply : waiting) {
                assertThat(Outbounds.fault(reply.get()).kind()).isEqualTo(Kind.UNREACHABLE);
            }
            assertThat(hanging.get()).isLessThan(50); // the line does not wait for ever
        }
        never.countDown();
    }

    @Test
    void keepsAnInterruptionForLaterWhileItWaits() {
        Line line = new Line(1);
        assertThat(line.take(1, Duration.ZERO)).isTrue();
        Thread.currentThread().interrupt();

        boolean came = line.take(1, Duration.ofMillis(50));

        assertThat(came).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void countsTheUsualPortsOfAHostAsOne() {
        assertThat(Manners.key(new Endpoint("news.example", 443)))
                .isEqualTo(Manners.key(new Endpoint("news.example", 80)))
                .isNotEqualTo(Manners.key(new Endpoint("news.example", 8080)));
    }
}
