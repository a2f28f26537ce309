package org.quietbell.channel;

/// Ways to write one character so that it stands for itself: no markup, no mention, no link comes
/// of text that somebody else wrote. What needs no such care stays as it is, byte for byte.
enum Inert {
    /// For services that show text as it is and call nobody.
    AS_IT_IS {
        @Override
        String write(int c, int next, boolean startsLine) {
            return Character.toString(c);
        }
    },

    /// For services that show text as it is, but make a link of a name: an `@` is kept from the
    /// name behind it.
    NAMELESS {
        @Override
        String write(int c, int next, boolean startsLine) {
            return c == '@' ? "@" + GAP : Character.toString(c);
        }
    },

    /// For Slack: three characters, as its manual "Formatting text" asks.
    SLACK {
        @Override
        String write(int c, int next, boolean startsLine) {
            return switch (c) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                default -> Character.toString(c);
            };
        }
    },

    /// For Markdown of Discord and Mattermost: a backslash before whatever could begin markup
    /// (CommonMark section 2.4). Mattermost makes a call of `<!channel>` and `@all` before it reads
    /// Markdown, so those are torn as well.
    MARKDOWN {
        @Override
        String write(int c, int next, boolean startsLine) {
            return switch (c) {
                case '\\', '*', '_', '~', '`', '|', '[', ']', '$' -> "\\" + (char) c;
                case '<' -> "\\<" + GAP;
                case '@' -> "@" + GAP;
                case '#', '>', '-', '+', '=' -> startsLine ? "\\" + (char) c : "" + (char) c;
                // what could become a web address, a picture by its name, or a character by its
                case ':', '&' ->
                        next == '/' || next == '#' || Character.isLetter(next)
                                ? "\\" + (char) c
                                : "" + (char) c;
                default -> Character.toString(c);
            };
        }
    };

    /// Takes no room.
    static final char GAP = '\u200b';

    private static final String ELLIPSIS = "\u2026";

    /// @param next the character behind it, 0 at the end
    /// @param startsLine whether nothing but blanks stands before it on its line
    abstract String write(int c, int next, boolean startsLine);

    /// The longest beginning of a text that fits, written in this way, with an ellipsis where
    /// something was cut; never half a character.
    ///
    /// @param most UTF-16 units of what is written, 1 or more; services that count characters count
    ///   no more than these
    String fitted(String text, int most) {
        StringBuilder written = new StringBuilder();
        int safe = 0;
        boolean startsLine = true;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            written.append(write(c, i < text.length() ? text.codePointAt(i) : 0, startsLine));
            if (written.length() > most) {
                return written.substring(0, safe) + ELLIPSIS;
            }
            if (written.length() <= most - ELLIPSIS.length()) {
                safe = written.length();
            }
            startsLine = c == '\n' || (startsLine && c == ' ');
        }
        return written.toString();
    }
}
