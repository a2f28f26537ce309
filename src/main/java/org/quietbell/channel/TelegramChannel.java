package org.quietbell.channel;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Fault;
import org.quietbell.http.Http;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Level;

/// The channel type `telegram`: one message from a bot to one person, who has pressed Start there.
///
/// Settings: `token-file` (the bot's), `chat` (the person's number), `url` (another server for bots
/// than Telegram's own). Not a group or a channel: a send reaches one person (R2.2).
///
/// Without `parse_mode` no markup is read. Previews of links are off, and the text cannot be passed
/// on from the app. Telegram can read it. No idempotent send.
///
/// Source: Telegram Bot API, "sendMessage", "Making requests", "ResponseParameters".
final class TelegramChannel implements WebService {
    static final String TYPE = "telegram";

    static final URI VENDOR = URI.create("https://api.telegram.org");

    /// UTF-16 units.
    static final int MOST = 4096;

    private static final Pattern CHAT = Pattern.compile("[1-9][0-9]{0,15}");
    private static final Pattern TOKEN = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{1,100}");
    private static final int FIRST_FAILURE = 400;

    private final URI url;
    private final Secret token;
    private final long chat;

    private TelegramChannel(URI url, Secret token, long chat) {
        this.url = url;
        this.token = token;
        this.chat = chat;
    }

    /// Reads the settings; empty, with problems noted, if one of them is wrong.
    static Optional<Channel> build(ChannelId id, Section section, Http http) {
        Optional<URI> url = WebAddress.ofServer(section, VENDOR);
        Optional<Secret> token = WebAddress.neededSecret(section, "token", "the token of the bot");
        if (token.isPresent() && !TOKEN.matcher(token.get().reveal()).matches()) {
            section.problem("token-file", "must hold the token of a bot, as BotFather gave it");
            return Optional.empty();
        }
        Optional<Long> chat = section.required("chat", TelegramChannel::chat);
        if (url.isEmpty() || token.isEmpty() || chat.isEmpty()) {
            return Optional.empty();
        }
        WebService service = new TelegramChannel(url.get(), token.get(), chat.get());
        return Optional.of(new WebChannel(id, TYPE, service, http));
    }

    private static long chat(String text) {
        if (!CHAT.matcher(text.strip()).matches()) {
            throw new IllegalArgumentException(
                    "must be the number of one person's chat; a group or a name will not do");
        }
        return Long.parseLong(text.strip());
    }

    @Override
    public String label() {
        return "Telegram server";
    }

    @Override
    public URI address() {
        return url;
    }

    @Override
    public Request request(Message message) {
        // a Discreet letter holds no words but hers, and goes out byte for byte
        Inert writing = message.level() == Level.DISCREET ? Inert.AS_IT_IS : Inert.NAMELESS;
        byte[] json =
                Json.object()
                        .put("chat_id", chat)
                        .put("text", writing.fitted(Plain.text(message), MOST))
                        .put("link_preview_options", Map.of("is_disabled", true))
                        .put("protect_content", true)
                        .build()
                        .bytes();
        return Request.post(
                WebAddress.below(url, "bot" + token.reveal() + "/sendMessage"),
                "application/json",
                json);
    }

    @Override
    public boolean isYes(Answer answer) {
        return answer.json().at("ok").truth().orElse(false)
                && answer.json().at("result").at("message_id").whole().isPresent();
    }

    /// A failure may also stand in an answer of 200.
    @Override
    public Optional<Meaning> meaning(Answer answer) {
        if (answer.status() == 403) {
            return Optional.of(
                    new Meaning(
                            Fault.Kind.BLOCKED,
                            "lets the bot write only after Start was pressed there"));
        }
        return answer.json()
                .at("error_code")
                .whole()
                .filter(code -> answer.status() < FIRST_FAILURE)
                .filter(code -> code >= FIRST_FAILURE && code < 600)
                .map(code ->
                        new Meaning(
                                WebChannel.kind(code.intValue()), "answered with error " + code));
    }

    @Override
    public Optional<Duration> wait(Answer answer) {
        return answer.json().at("parameters").at("retry_after").whole().map(Duration::ofSeconds);
    }
}
