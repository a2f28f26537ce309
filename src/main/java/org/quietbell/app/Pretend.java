package org.quietbell.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quietbell.channel.Channel;
import org.quietbell.channel.Delivery;
import org.quietbell.channel.Message;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.Level;
import org.quietbell.notice.Notice;
import org.quietbell.notice.NoticeId;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.Wording;
import org.quietbell.words.Words;

/// A pretend notice: the exact words a real one has at its level (R1.4), and a way to send it.
record Pretend(Notice.Letter letter, Channel channel, Instant at) {
    /// How whoever hears by a channel wants it worded.
    ///
    /// @param words in the reader's language
    /// @param cover her own words for a Discreet notice
    record Voice(Level level, Optional<Hearing.Cover> cover, Words words) {
        /// At Discreet, in the supplied words.
        static Voice plain(Words words) {
            return new Voice(Level.DISCREET, Optional.empty(), words);
        }

        /// The same at another level.
        Voice at(Level other) {
            return new Voice(other, cover, words);
        }

        /// As her hearing has that channel; empty if she does not hear by it. A helper's notice has
        /// no cover, and the installation's words.
        static Optional<Voice> of(Hearing hearing, ChannelId id, Words usual) {
            Optional<Voice> hers =
                    hearing.channels().stream()
                            .filter(tuned -> tuned.channel().equals(id))
                            .findFirst()
                            .map(tuned ->
                                    new Voice(
                                            tuned.level(),
                                            hearing.cover(),
                                            hearing.wishes().words(usual)));
            return hers.isPresent()
                    ? hers
                    : hearing.allChannels()
                            .filter(tuned -> tuned.channel().equals(id))
                            .findFirst()
                            .map(tuned -> plain(usual).at(tuned.level()));
        }
    }

    static Pretend of(ChannelId id, Channel channel, Voice voice, Instant at) {
        return new Pretend(
                new Wording(voice.words()).example(id, voice.level(), voice.cover(), at),
                channel,
                at);
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
