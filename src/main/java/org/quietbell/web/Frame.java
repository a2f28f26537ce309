package org.quietbell.web;

import java.util.List;
import org.quietbell.words.Words;

/// What every page has around it.
///
/// @param words the sentences
/// @param isInside whether the visitor has come in: only then is there a way to leave, and to pause
/// @param token what every form carries
/// @param here the path of this page, to come back to after a change
/// @param pauses how pauses show (R1.11)
/// @param ends the pauses that can be ended
/// @param elsewhere where "Leave now" leads
public record Frame(
        Words words,
        boolean isInside,
        String token,
        String here,
        List<String> pauses,
        List<PauseEnd> ends,
        String elsewhere) {
    /// A pause that can be ended.
    ///
    /// @param watch of which watch; empty: of everything
    /// @param label what the button says
    public record PauseEnd(String watch, String label) {}

    /// The countries whose help lines are shown (R1.26); their sentences are `page.help.COUNTRY`.
    public static final List<String> HELP = List.of("au", "ca", "gb", "ie", "nz", "us");

    private static final List<String> DOORS = List.of("/", "/list", "/pace", "/places", "/ways");

    /// A page that every page leads to.
    public record Door(String address, String label, boolean isHere) {}

    /// For whoever leads to where it does for all.
    Frame(
            Words words,
            boolean isInside,
            String token,
            String here,
            List<String> pauses,
            List<PauseEnd> ends) {
        this(words, isInside, token, here, pauses, ends, org.quietbell.web.Door.ELSEWHERE);
    }

    public Frame {
        pauses = List.copyOf(pauses);
        ends = List.copyOf(ends);
    }

    /// The pages that every page leads to, but for those of the first visit.
    public List<Door> doors() {
        return here.startsWith("/first/") ? List.of() : allDoors();
    }

    private List<Door> allDoors() {
        return DOORS.stream()
                .map(address ->
                        new Door(address, say("page.door-to" + name(address)), isIn(address)))
                .toList();
    }

    private static String name(String address) {
        return address.equals("/") ? ".today" : "." + address.substring(1);
    }

    private boolean isIn(String address) {
        return here.equals(address) || (address.equals("/list") && here.startsWith("/list"));
    }

    /// The language of the page, as HTML names it.
    public String language() {
        return words.language().tag();
    }

    /// A sentence of the bundles.
    public String say(String key, Object... details) {
        return words.say(key, details);
    }
}
