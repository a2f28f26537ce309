package org.quietbell.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import org.quietbell.config.Secret;

/// Where a command's answers go and its questions are put: this process's own streams, or those of
/// a command that talks to the daemon.
interface Terminal {
    /// Answers: standard output. Flushed when the command ends.
    PrintWriter answers();

    /// One line for the person, beside the answers: standard error.
    void say(String line);

    /// Asks for one line; from standard input where no terminal is.
    ///
    /// @return the line without its end, or nothing at the end of the input
    Optional<String> ask(String question);

    /// Asks for one line without showing it while it is typed.
    Optional<Secret> askHidden(String question);

    /// Whether a person sits at it.
    boolean isPerson();

    /// A file as the person who gave the command sees it.
    byte[] read(String path) throws IOException;

    /// Writes a file, as that person, readable by its owner alone.
    void write(String path, byte[] bytes) throws IOException;
}
