package org.quietbell.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.quietbell.config.Secret;
import org.quietbell.words.Language;
import org.quietbell.words.Words;

/// Questions to whoever gave the command. Names, handles and addresses come in this way only, never
/// by arguments: process lists and shell histories keep those.
final class Prompts {
    private static final int TRIES = 3;
    private static final Words ENGLISH = Words.of(Language.EN);
    private final Terminal terminal;
    private final Words words;

    Prompts(Terminal terminal, Words words) {
        this.terminal = terminal;
        this.words = words;
    }

    /// Whether a person answers, not a script.
    boolean isPerson() {
        return terminal.isPerson();
    }

    /// Something to know before the next question.
    void note(String key, Object... details) {
        terminal.say(words.say(key, details));
    }

    /// A line that was put together already.
    void say(String line) {
        terminal.say(line);
    }

    Words words() {
        return words;
    }

    /// A line that may be empty.
    String line(String key, Object... details) {
        return terminal.ask(words.say(key, details)).map(String::strip).orElse("");
    }

    /// A line that must not be empty.
    ///
    /// @throws Refusal if none is given
    String needed(String key, Object... details) {
        for (int i = 0; i < TRIES; i++) {
            String line = line(key, details);
            if (!line.isEmpty()) {
                return line;
            }
            if (!terminal.isPerson()) {
                break;
            }
        }
        throw new Refusal(
                Exit.USAGE, "input", "an answer is missing", "give one line for each question");
    }

    /// A line read by a function that throws [IllegalArgumentException] with a sentence.
    ///
    /// @throws Refusal if none can be read
    <T> T read(Function<String, T> reader, String key, Object... details) {
        IllegalArgumentException last = null;
        for (int i = 0; i < (terminal.isPerson() ? TRIES : 1); i++) {
            try {
                return reader.apply(line(key, details));
            } catch (IllegalArgumentException e) {
                last = e;
                terminal.say(String.valueOf(e.getMessage()));
            }
        }
        throw new Refusal(
                Exit.USAGE,
                "input: "
                        + (last == null ? "cannot be read" : last.getMessage())
                        + ": give the command again",
                last == null ? new IllegalStateException("no answer") : last);
    }

    /// Several values on one line, with commas between.
    List<String> list(String key, Object... details) {
        return new ArrayList<>(
                Arrays.stream(line(key, details).split(","))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList());
    }

    /// Yes or no; anything but a plain yes is a no. English is understood in every language, so
    /// that what is written for scripts stays true.
    boolean yes(String key, Object... details) {
        String answer = line(key, details);
        return isOneOf(words, "answer.yes", answer) || isOneOf(ENGLISH, "answer.yes", answer);
    }

    /// Whether to go on: a plain yes, or a wish to leave the step out.
    ///
    /// @throws Refusal if a script does not say
    boolean goesOn(String key, Object... details) {
        String answer = line(key, details);
        for (Words spoken : List.of(words, ENGLISH)) {
            if (isOneOf(spoken, "answer.yes", answer) || isOneOf(spoken, "answer.skip", answer)) {
                return true;
            }
        }
        if (!terminal.isPerson()) {
            throw new Refusal(Exit.USAGE, "input", "an answer is missing", "answer yes, or skip");
        }
        return false;
    }

    /// Whether a line says "all".
    boolean isAll(String line) {
        return isOneOf(words, "answer.all", line) || isOneOf(ENGLISH, "answer.all", line);
    }

    private static boolean isOneOf(Words spoken, String key, String answer) {
        return Arrays.asList(spoken.say(key).split(" "))
                .contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    /// A passphrase, typed once.
    ///
    /// @throws Refusal if none is given
    Secret passphrase(String key) {
        return hidden(key)
                .filter(secret -> !secret.reveal().isEmpty())
                .orElseThrow(() ->
                        new Refusal(
                                Exit.LOCKED,
                                "passphrase",
                                "none was given",
                                "type it, or hand it to `quietbell unlock` on standard"
                                        + " input"));
    }

    /// A key or a token, perhaps empty; not shown while it is typed.
    String secret(String key) {
        return hidden(key).map(Secret::reveal).map(String::strip).orElse("");
    }

    /// A new passphrase, typed twice.
    ///
    /// @throws Refusal if the two differ or it is shorter than 8 characters
    Secret newPassphrase() {
        Secret first = passphrase("ask.new-passphrase");
        if (first.reveal().length() < 8) {
            throw new Refusal(
                    Exit.USAGE, "passphrase", "it is too short", "use 8 characters or more");
        }
        Secret again = passphrase("ask.passphrase-again");
        if (!first.reveal().equals(again.reveal())) {
            throw new Refusal(Exit.USAGE, "passphrase", "the two differ", "try once more");
        }
        return first;
    }

    private Optional<Secret> hidden(String key) {
        return terminal.askHidden(words.say(key));
    }
}
