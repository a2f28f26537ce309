package org.quietbell.channel;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Problems;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;

/// The channel type `private-feed`: a feed of one's own below the pages, for people who like a feed
/// reader. A notice is delivered when it stands there; nothing is sent anywhere.
///
/// Settings: `secret-file` (what its address ends with: 43 or more of `A-Z a-z 0-9 - _`), or
/// `secret`, which the program makes itself. Whoever knows the address reads along.
public final class PrivateFeedChannel implements Channel {
    /// Its name in the registry.
    public static final String TYPE = "private-feed";

    private static final String KEY = "secret";
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43,128}");
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ChannelId id;
    private final FeedShelf shelf;

    private PrivateFeedChannel(ChannelId id, FeedShelf shelf) {
        this.id = id;
        this.shelf = shelf;
    }

    /// Reads the settings; empty, with problems noted, if the secret is of no use.
    static Optional<Channel> build(ChannelId id, Section section, FeedShelf shelf) {
        return secret(section).map(_ -> new PrivateFeedChannel(id, shelf));
    }

    /// Settings with a fresh address.
    public static Json fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return Json.object().put(KEY, secret).build();
    }

    /// What the address of that feed ends with; empty if it is none, or its file cannot be read.
    public static Optional<Secret> secret(ChannelEntry entry) {
        return entry.type().equals(TYPE)
                ? secret(Section.of(entry.settings(), new Problems()))
                : Optional.empty();
    }

    private static Optional<Secret> secret(Section section) {
        boolean own = section.has(KEY);
        section.text(KEY + "-file"); // known, also where the other one stands
        if (own == section.has(KEY + "-file")) {
            section.problem(
                    KEY + "-file",
                    own
                            ? "stands beside secret; keep one of the two"
                            : "is missing; write the name of a file with 43 or more random"
                                    + " characters");
            return Optional.empty();
        }
        Optional<Secret> secret = own ? section.text(KEY).map(Secret::new) : section.secret(KEY);
        if (secret.isPresent() && !SECRET.matcher(secret.get().reveal()).matches()) {
            section.problem(
                    own ? KEY : KEY + "-file", "must be 43 to 128 of A-Z a-z 0-9 - _, at random");
            return Optional.empty();
        }
        return secret;
    }

    @Override
    public ChannelId id() {
        return id;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Delivery send(Message message) {
        Optional<Fault> fault =
                shelf.put(
                        id,
                        new FeedShelf.Entry(
                                message.notice(),
                                message.caseId(),
                                message.at(),
                                message.level(),
                                Plain.line(message.subject()),
                                Plain.lines(message.body())));
        return fault.map(Delivery::failed).orElseGet(Delivery.Delivered::new);
    }

    @Override
    public String toString() {
        return TYPE + " channel " + id;
    }
}
