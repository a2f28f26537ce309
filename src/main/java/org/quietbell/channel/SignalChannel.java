package org.quietbell.channel;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Section;
import org.quietbell.http.Fault;
import org.quietbell.http.Http;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;

/// The channel type `signal`: one message to one person, through a bridge of one's own
/// (signal-cli-rest-api).
///
/// Settings: `url` (the bridge), `number` (the sender, registered there), `to` (a number or a
/// username). Not a group: a send reaches one person (R2.2).
///
/// The bridge asks for no password, so it belongs on this machine. It answers 400 to whatever went
/// wrong, so that what would pass by itself cannot be told from what will not: such a message is
/// not repeated. Styles are off, and neither mentions nor link previews are sent, which Signal
/// takes as fields of their own.
///
/// Source: signal-cli-rest-api, "POST /v2/send".
final class SignalChannel implements WebService {
    static final String TYPE = "signal";

    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{5,14}");
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{2,31}\\.[0-9]+");

    private final URI url;
    private final String number;
    private final String to;

    private SignalChannel(URI url, String number, String to) {
        this.url = url;
        this.number = number;
        this.to = to;
    }

    /// Reads the settings; empty, with problems noted, if one of them is wrong.
    static Optional<Channel> build(ChannelId id, Section section, Http http) {
        Optional<URI> url = WebAddress.ofServer(section);
        Optional<String> number = section.required("number", SignalChannel::number);
        Optional<String> to = section.required("to", SignalChannel::person);
        if (url.isEmpty() || number.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        WebService service = new SignalChannel(url.get(), number.get(), to.get());
        return Optional.of(new WebChannel(id, TYPE, service, http));
    }

    private static String number(String text) {
        String number = text.strip();
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException(
                    "must be a telephone number such as +15550100001, without blanks");
        }
        return number;
    }

    private static String person(String text) {
        String person = text.strip();
        if (!NUMBER.matcher(person).matches() && !USERNAME.matcher(person).matches()) {
            throw new IllegalArgumentException(
                    "must be a telephone number such as +15550100001, or a username such as"
                            + " name.01; a group will not do");
        }
        return person;
    }

    @Override
    public String label() {
        return "Signal bridge";
    }

    @Override
    public URI address() {
        return url;
    }

    @Override
    public Request request(Message message) {
        Json.Builder json =
                Json.object()
                        .put("number", number)
                        .put("recipients", List.of(to))
                        .put("message", Plain.text(message))
                        .put("text_mode", "normal");
        if (to.equals(number)) {
            // else a note to oneself stays without a sound, and unseen
            json.put("notify_self", true);
        }
        return Request.post(
                WebAddress.below(url, "v2/send"), "application/json", json.build().bytes());
    }

    @Override
    public boolean isYes(Answer answer) {
        return answer.json().at("timestamp").text().isPresent();
    }

    @Override
    public Optional<Meaning> meaning(Answer answer) {
        return answer.json().at("challenge_tokens").items().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Meaning(
                                Fault.Kind.BLOCKED,
                                "must first prove to Signal that a person is there (CAPTCHA)"));
    }
}
