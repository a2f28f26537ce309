package org.quietbell.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quietbell.channel.Channel;
import org.quietbell.channel.Delivery;
import org.quietbell.channel.Message;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Notice;
import org.quietbell.notice.NoticeId;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.Wording;
import org.quietbell.words.Words;

/// A pretend notice: the exact words a real Discreet one has (R1.4), and a way to send it.
record Pretend(Notice.Letter letter, Channel channel, Instant at) {
    static Pretend of(ChannelId id, Channel channel, Words words, Instant at) {
        return new Pretend(new Wording(words).discreet(id, Optional.empty()), channel, at);
    }

    Delivery send() {
        return channel.send(
                new Message(
                        new NoticeId("pretend"),
                        "",
                        letter.channel(),
                        RecipientId.SELF.value(),
                        at,
                        letter.level(),
                        letter.subject(),
                        letter.body(),
                        List.of()));
    }
}
