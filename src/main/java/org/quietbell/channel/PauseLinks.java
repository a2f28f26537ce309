package org.quietbell.channel;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.NoticeId;

/// Makes and reads what stands at the end of a pause link: an opaque id of notice and channel, a
/// date, and a seal over these and the channel's id. Nothing in it names anything. A repeat of a
/// notice carries the same one. Whether one was used before is known elsewhere
/// ([org.quietbell.notice.LinkUses]). Safe for many threads.
public final class PauseLinks {
    /// How long after its notice was decided a link is good for anything.
    public static final Duration GOOD_FOR = Duration.ofDays(7);

    /// How long a pause is that a link makes: whoever reads her mail could use it.
    public static final Duration PAUSE = Duration.ofDays(7);

    private static final int ID_BYTES = 16;
    private static final int SEALED = ID_BYTES + Long.BYTES;
    private static final int SEAL_BYTES = 32;
    private static final int MOST_CHARACTERS = 128;
    private static final byte FOR_ID = 1;
    private static final byte FOR_SEAL = 2;

    private final UnaryOperator<byte[]> seal;
    private final ChannelEntries entries;

    /// @param seal HMAC-SHA-256 under a key that is used for nothing else
    /// @param entries which channels have it switched on, asked anew each time
    public PauseLinks(UnaryOperator<byte[]> seal, ChannelEntries entries) {
        this.seal = seal;
        this.entries = entries;
    }

    /// What a link says that is genuine and not too old.
    ///
    /// @param id the same for the same notice and channel, 32 characters from `0-9 a-f`
    /// @param channel which is to be paused
    public record Claim(String id, ChannelId channel, Instant expires) {}

    /// For a notice by that channel; empty where that is not switched on.
    ///
    /// @param decided when the notice was decided
    /// @return 75 characters from `A-Z a-z 0-9 - _`
    public Optional<String> token(NoticeId notice, ChannelId channel, Instant decided) {
        if (entries.find(channel).filter(PauseLinks::isOn).isEmpty()) {
            return Optional.empty();
        }
        byte[] id = sealed(FOR_ID, text(notice.value() + "\n" + channel.value()));
        byte[] start =
                ByteBuffer.allocate(SEALED)
                        .put(id, 0, ID_BYTES)
                        .putLong(decided.plus(GOOD_FOR).getEpochSecond())
                        .array();
        byte[] whole = joined(start, sealed(FOR_SEAL, start, text(channel.value())));
        return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(whole));
    }

    /// Reads a link; empty if it is forged, too old, or of a channel that has it switched off.
    /// Takes the same time for a forged one and a genuine one.
    public Optional<Claim> read(String token, Instant now) {
        Optional<byte[]> whole =
                token.length() > MOST_CHARACTERS ? Optional.empty() : Base64Url.read(token);
        if (whole.filter(bytes -> bytes.length == SEALED + SEAL_BYTES).isEmpty()) {
            return Optional.empty();
        }
        byte[] start = Arrays.copyOf(whole.get(), SEALED);
        byte[] given = Arrays.copyOfRange(whole.get(), SEALED, SEALED + SEAL_BYTES);
        Optional<ChannelId> channel = Optional.empty();
        for (ChannelEntry entry : entries.all()) {
            byte[] right = sealed(FOR_SEAL, start, text(entry.id().value()));
            if (MessageDigest.isEqual(right, given) && isOn(entry)) {
                channel = Optional.of(entry.id());
            }
        }
        String id = HexFormat.of().formatHex(start, 0, ID_BYTES);
        long expires = ByteBuffer.wrap(start).getLong(ID_BYTES);
        return channel.filter(_ -> now.getEpochSecond() < expires)
                .map(found -> new Claim(id, found, moment(expires)));
    }

    private static boolean isOn(ChannelEntry entry) {
        return entry.active() && PauseSetting.isOn(entry.settings());
    }

    /// @throws IllegalStateException never for what we have sealed ourselves
    private static Instant moment(long second) {
        try {
            return Instant.ofEpochSecond(second);
        } catch (DateTimeException e) {
            throw new IllegalStateException("a sealed date is out of range", e);
        }
    }

    private byte[] sealed(byte purpose, byte[]... parts) {
        return seal.apply(joined(new byte[] {purpose}, joined(parts)));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
