package org.quietbell.match;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.quietbell.watch.Handle;

/// All account names of all watches in one table, found as whole tokens of `A-Z a-z 0-9 . _ -`.
///
/// Filled by one thread, then only read, by any number.
final class HandleIndex {
    /// How an account name stands there.
    enum Standing {
        /// With its sign, or as a profile's address: needs nothing else.
        SIGNED(85, "handle"),
        /// Alone, but it could not be a word.
        BARE(80, "handle-bare"),
        /// Alone, and it could be a word; or as a mail address's or a host's first part.
        UNSURE(30, "handle-unsure");

        private final int points;
        private final String reason;

        Standing(int points, String reason) {
            this.points = points;
            this.reason = reason;
        }

        int points() {
            return points;
        }

        String reason() {
            return reason;
        }
    }

    /// One account name of one watch.
    ///
    /// @param distinctive whether it could not be a word: it holds a digit, a dot or an underscore
    /// @param ordinary whether it is an everyday word or a part of the person's name
    record Account(int watch, Handle handle, boolean distinctive, boolean ordinary) {}

    /// An account name that stands in a finding.
    record Sighting(Account account, Standing standing) {}

    private static final Account[] NONE = {};

    /// The characters of account names, in lower case; 0 for all others.
    private static final char[] LETTERS = new char[128];

    static {
        for (char c = 0; c < LETTERS.length; c++) {
            LETTERS[c] = !inName(c) ? 0 : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
    }

    private final Vocabulary names = new Vocabulary();
    private Account[][] accounts = {};
    private boolean ofSigns;
    private final Set<String> profileSites;
    private final Set<String> profileMarks;

    HandleIndex(WordLists lists) {
        this.profileSites = lists.list("profile-site");
        this.profileMarks = lists.list("profile-mark");
    }

    void add(Account account) {
        int id = names.add(account.handle.name().toLowerCase(Locale.ROOT));
        if (id >= accounts.length) {
            int before = accounts.length;
            accounts = Arrays.copyOf(accounts, Math.max(16, id * 2));
            Arrays.fill(accounts, before, accounts.length, NONE);
        }
        Account[] more = Arrays.copyOf(accounts[id], accounts[id].length + 1);
        more[more.length - 1] = account;
        accounts[id] = more;
        ofSigns |= account.handle.name().chars().noneMatch(Character::isLetterOrDigit);
    }

    boolean isEmpty() {
        return accounts.length == 0;
    }

    /// Whether an account name may stand in a text whose words are these: its first word must,
    /// where words end as account names do. Saves nearly every text from being read once more.
    boolean mayStandIn(Tokens tokens) {
        return ofSigns || !tokens.isPlain() || tokens.hasMet(WordLists.ACCOUNT);
    }

    /// Looks through a text.
    ///
    /// @param where the finding's address, for names that belong to one site
    void find(String text, Whereabouts where, List<Sighting> into) {
        int length = text.length();
        int at = 0;
        while (at < length) {
            char c = text.charAt(at);
            if (c >= 128 || LETTERS[c] == 0) {
                at++;
                continue;
            }
            int start = at;
            int end = at;
            int hash = 0;
            int endHash = 0;
            int label = 0;
            boolean labelled = false;
            do {
                char letter = LETTERS[c];
                if (letter == '.' && !labelled) {
                    labelled = true;
                    label = hash;
                }
                hash = Vocabulary.step(hash, letter);
                at++;
                if (letter != '.' && letter != '-') {
                    end = at;
                    endHash = hash;
                }
                c = at < length ? text.charAt(at) : 128;
            } while (c < 128 && LETTERS[c] != 0);
            if (names.mayHave(endHash)) {
                char[] run = run(text, start, end);
                sight(text, start, end, at, find(run, run.length, endHash), where, into);
            }
            if (labelled && end > start && names.mayHave(label)) {
                char[] run = run(text, start, end);
                firstLabel(run, run.length, into);
            }
        }
    }

    private static char[] run(String text, int start, int end) {
        char[] run = new char[end - start];
        for (int i = start; i < end; i++) {
            run[i - start] = LETTERS[text.charAt(i)];
        }
        return run;
    }

    /// Looks at the path and the host.
    void findIn(Whereabouts where, List<Sighting> into) {
        for (int i = 0; i < where.segments().size(); i++) {
            String segment = where.segments().get(i).toLowerCase(Locale.ROOT);
            boolean signed = segment.startsWith("@");
            String name = signed ? segment.substring(1) : segment;
            int fediverse = name.indexOf('@');
            String home = fediverse > 0 ? name.substring(fediverse + 1) : "";
            name = fediverse > 0 ? name.substring(0, fediverse) : name;
            Account[] found = find(name);
            if (found.length == 0) {
                continue;
            }
            boolean profile =
                    signed
                            || (i == 0 && profileSites.stream().anyMatch(where::isOn))
                            || (i > 0
                                    && profileMarks.contains(
                                            where.segments().get(i - 1).toLowerCase(Locale.ROOT)));
            for (Account account : found) {
                Optional<String> site = account.handle.site();
                if (site.isPresent()
                        ? where.isOn(site.get()) || home.equals(site.get())
                        : profile || !account.ordinary) {
                    into.add(new Sighting(account, Standing.SIGNED));
                }
            }
        }
        String host = where.host();
        int dot = host.indexOf('.');
        if (dot > 0 && names.mayHave(Vocabulary.hash(host, dot))) {
            firstLabel(host.toCharArray(), host.length(), into);
        }
    }

    private void sight(
            String text,
            int start,
            int end,
            int runEnd,
            Account[] found,
            Whereabouts where,
            List<Sighting> into) {
        if (found.length == 0 || isLetter(text, start - 1) || isLetter(text, runEnd)) {
            return;
        }
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        char after = end < text.length() ? text.charAt(end) : ' ';
        if (before == '#') {
            return;
        }
        boolean mailHost = before == '@' && start > 1 && inName(text.charAt(start - 2));
        boolean sigil = (before == '@' && !mailHost) || isReddit(text, start);
        String owner = before == '/' ? nameBefore(text, start - 1) : "";
        String home = after == '@' ? nameAfter(text, end + 1) : "";
        for (Account account : found) {
            standing(account, sigil, mailHost, !home.isEmpty(), owner, home, where, text)
                    .ifPresent(standing -> into.add(new Sighting(account, standing)));
        }
    }

    private Optional<Standing> standing(
            Account account,
            boolean sigil,
            boolean mailHost,
            boolean mailLike,
            String owner,
            String home,
            Whereabouts where,
            String text) {
        if (account.handle.site().isPresent()) {
            String site = account.handle.site().get();
            if (site.equals(home) || site.equals(owner)) {
                return Optional.of(Standing.SIGNED);
            }
            boolean beside = where.isOn(site) || names(text, site);
            if (!beside || (!sigil && account.ordinary) || mailLike) {
                return Optional.empty();
            }
            return Optional.of(
                    sigil
                            ? Standing.SIGNED
                            : account.distinctive ? Standing.BARE : Standing.UNSURE);
        }
        if (sigil || profileSites.contains(owner)) {
            return Optional.of(Standing.SIGNED);
        }
        if (mailLike) {
            return Optional.of(Standing.UNSURE);
        }
        if (mailHost) {
            return Optional.empty();
        }
        if (account.distinctive) {
            return Optional.of(Standing.BARE);
        }
        return account.ordinary ? Optional.empty() : Optional.of(Standing.UNSURE);
    }

    /// The first label of a host, if the run looks like one: `jane.example.org`.
    private void firstLabel(char[] run, int length, List<Sighting> into) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            if (run[i] == '.') {
                if (i + 2 < length && isHostTail(run, i + 1, length)) {
                    for (Account account : find(run, i, hash)) {
                        if (account.handle.site().isEmpty() && !account.ordinary) {
                            into.add(new Sighting(account, Standing.UNSURE));
                        }
                    }
                }
                return;
            }
            hash = Vocabulary.step(hash, run[i]);
        }
    }

    private static boolean isHostTail(char[] run, int from, int length) {
        int dots = 0;
        for (int i = from; i < length; i++) {
            if (run[i] == '.') {
                dots++;
            } else if (run[i] == '_') {
                return false;
            }
        }
        return dots > 0 || length - from <= 4;
    }

    /// Whether the text names the site, by its address or by its first label: `github.com`,
    /// "GitHub".
    private static boolean names(String text, String site) {
        int dot = site.indexOf('.');
        String label = site.substring(0, dot);
        String folded = Folding.fold(text);
        for (int at = folded.indexOf(label); at >= 0; at = folded.indexOf(label, at + 1)) {
            if (!isLetter(folded, at - 1) && !isLetter(folded, at + label.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isReddit(String text, int start) {
        return start >= 2
                && text.charAt(start - 1) == '/'
                && (text.charAt(start - 2) == 'u' || text.charAt(start - 2) == 'U')
                && (start == 2 || !inName(text.charAt(start - 3)));
    }

    private static String nameBefore(String text, int end) {
        int start = end;
        while (start > 0 && inName(text.charAt(start - 1))) {
            start--;
        }
        String name = text.substring(start, end).toLowerCase(Locale.ROOT);
        return name.startsWith("www.") ? name.substring(4) : name;
    }

    private static String nameAfter(String text, int start) {
        int end = start;
        while (end < text.length() && inName(text.charAt(end))) {
            end++;
        }
        while (end > start && isEdge(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private Account[] find(String name) {
        char[] letters = name.toCharArray();
        return find(letters, letters.length, Vocabulary.hash(name, name.length()));
    }

    private Account[] find(char[] letters, int length, int hash) {
        int id = names.find(letters, length, hash);
        return id == Vocabulary.NONE ? NONE : accounts[id];
    }

    private static boolean inName(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '.'
                || c == '-';
    }

    private static boolean isEdge(char c) {
        return c == '.' || c == '-';
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
}
