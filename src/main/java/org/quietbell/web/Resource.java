package org.quietbell.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// A file that lies beside the pages in the program.
final class Resource {
    private Resource() {}

    /// @throws IllegalStateException if it is not in the program
    static byte[] of(String name) {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + ": is not in the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read", e);
        }
    }
}
