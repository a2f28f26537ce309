package org.quietbell.notice;

/// Stable name of one notice: a repeat of the same notice carries it again.
///
/// @param value 26 characters from `a-z 2-7`, random: it tells nothing
public record NoticeId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
