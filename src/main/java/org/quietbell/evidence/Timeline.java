package org.quietbell.evidence;

import java.io.Writer;
import org.quietbell.words.Words;

/// All entries in the order of time as one page to read or to print: no script, no link, nothing
/// that is fetched, and every text from outside escaped.
final class Timeline {
    private static final String STYLE =
            "body{font:11pt/1.4 sans-serif;max-width:48em;margin:2em auto;padding:0 1em}"
                    + "section{break-inside:avoid;border-top:1px solid #777;margin:0 0 1.2em}"
                    + "h2{font-size:1em;margin:.6em 0 .2em}dl{display:grid;margin:0;"
                    + "grid-template-columns:12em 1fr}dt{color:#444}dd{margin:0;"
                    + "overflow-wrap:anywhere;white-space:pre-wrap}";

    private final Export export;
    private final Words words;

    Timeline(Export export, Words words) {
        this.export = export;
        this.words = words;
    }

    void write(Writer out) {
        String title = escaped(words.say("pack.timeline"));
        Pack.line(out, "<!DOCTYPE html>");
        Pack.line(
                out,
                "<html lang=\""
                        + words.language().tag()
                        + "\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\""
                        + " content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>"
                        + title
                        + "</title><style>"
                        + STYLE
                        + "</style></head><body><h1>"
                        + title
                        + "</h1>");
        export.each(entry -> entry(out, entry));
        Pack.line(out, "</body></html>");
    }

    private void entry(Writer out, Entry entry) {
        Told told = Told.of(entry, words, export.cover().zone());
        Pack.line(out, "<section><h2>" + escaped(told.heading()) + "</h2><dl>");
        told.lines().forEach(line -> field(out, line.name(), line.text()));
        Pack.line(out, "</dl></section>");
    }

    private static void field(Writer out, String name, String text) {
        Pack.line(out, "<dt>" + escaped(name) + "</dt><dd>" + escaped(text) + "</dd>");
    }

    private static String escaped(String text) {
        StringBuilder to = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '"' -> to.append("&quot;");
                case '\'' -> to.append("&#39;");
                default -> to.append(c);
            }
        }
        return to.toString();
    }
}
