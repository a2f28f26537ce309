package org.quietbell.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quietbell.SecretFiles;
import org.quietbell.config.Section;
import org.quietbell.http.Http;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;

/// An invented web service: how a channel to it is set up, and how it says yes.
///
/// @param yes the body of its yes
/// @param secrets what may never be shown
record WebFixture(
        String type,
        Setting setting,
        Building building,
        int status,
        String yes,
        List<String> secrets) {
    interface Setting {
        /// @param server with scheme, host and port, without a slash at its end
        /// @param folder for files of secrets
        Json.Builder at(String server, Path folder);
    }

    interface Building {
        Optional<Channel> of(Section section, Http http);
    }

    static String file(Path folder, String name, String text) {
        try {
            return SecretFiles.write(folder.resolve(name), text + "\n").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A reply or an error as the service's own documents show it.
    static String sample(String name) {
        try (InputStream in =
                Objects.requireNonNull(WebFixture.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Json json(String text) {
        try {
            return Json.read(text);
        } catch (MalformedJsonException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return type;
    }
}
