package org.quietbell;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Classes written to break a rule of [ArchitectureTest], compiled into a folder of their own so
/// that they never stand among the program's.
final class Breach {
    private final Path folder;
    private final List<JavaFileObject> sources = new ArrayList<>();

    Breach(Path folder) {
        this.folder = folder;
    }

    /// Adds a public class.
    ///
    /// @param name with its package
    /// @param members what stands between the braces
    void type(String name, String members) {
        int dot = name.lastIndexOf('.');
        String text =
                "package %s; public class %s { %s }"
                        .formatted(name.substring(0, dot), name.substring(dot + 1), members);
        sources.add(new Source(name, text));
    }

    /// The classes added, as ArchUnit reads them.
    ///
    /// @throws IllegalStateException if they do not compile; the message says why
    JavaClasses compile() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter problems = new StringWriter();
        List<String> options =
                List.of(
                        "-d",
                        folder.toString(),
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"));
        if (!compiler.getTask(problems, null, null, options, null, sources).call()) {
            throw new IllegalStateException("the breach does not compile: " + problems);
        }
        return new ClassFileImporter().importPath(folder);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final byte[] text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return new String(text, StandardCharsets.UTF_8);
        }
    }
}
