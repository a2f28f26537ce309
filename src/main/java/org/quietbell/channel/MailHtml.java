package org.quietbell.channel;

import java.util.List;

/// The same words as the plain text of a mail, as HTML for programs that show only that.
///
/// Nothing in it can load, link or run: no address, picture, style or script, and every character
/// that HTML reads is escaped. It is made of the plain text alone, so it cannot say more than that.
/// Lines that begin with `- ` become a list; a line set in below one belongs to it.
///
/// Source: WHATWG HTML, "Serializing HTML fragments" (which characters are escaped).
final class MailHtml {
    private static final String ITEM = "- ";
    private static final String SET_IN = "  ";

    private final StringBuilder html = new StringBuilder();
    private boolean inList;

    private MailHtml() {}

    /// A whole document; its lines end in `\n`.
    ///
    /// @param subject one line
    /// @param lines as [Plain#lines] gives them
    static String of(String subject, List<String> lines) {
        MailHtml page = new MailHtml();
        page.html
                .append("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n")
                // else some programs make links of what looks like a number or a place
                .append("<meta name=\"format-detection\" content=\"telephone=no, date=no,")
                .append(" address=no, email=no, url=no\">\n<title>")
                .append(escaped(subject))
                .append("</title>\n</head>\n<body>\n");
        lines.forEach(page::add);
        page.endList();
        return page.html.append("</body>\n</html>\n").toString();
    }

    private void add(String line) {
        if (line.startsWith(ITEM)) {
            html.append(inList ? "</li>\n" : "<ul>\n").append("<li>");
            html.append(escaped(line.substring(ITEM.length())));
            inList = true;
        } else if (inList && line.startsWith(SET_IN)) {
            html.append("<br>\n").append(escaped(line.strip()));
        } else if (!line.isBlank()) {
            endList();
            html.append("<p>").append(escaped(line)).append("</p>\n");
        }
    }

    private void endList() {
        if (inList) {
            html.append("</li>\n</ul>\n");
            inList = false;
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
