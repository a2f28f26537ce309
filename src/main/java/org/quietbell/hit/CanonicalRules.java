package org.quietbell.hit;

import java.util.Optional;
import org.quietbell.source.Finding;
import org.quietbell.source.SourceId;

/// Tells whether two addresses are of one page, without asking anybody: redirectors are unwrapped,
/// and what only says how somebody came there, or how a page is shown, is dropped (R2.13, R6.10).
///
/// Where in doubt two addresses stay two. Whatever is no web address is its own canonical form.
/// Making a canonical address canonical changes nothing. Never throws; safe for many threads.
public final class CanonicalRules {
    /// By the rules that come with the program.
    public static final CanonicalRules STANDARD = new CanonicalRules(AddressRules.STANDARD);

    private static final int MOST_ROUNDS = 50;

    private final AddressRules rules;
    private final Hosts hosts;
    private final Unwrapping unwrapping;
    private final PageForm form;

    /// @param rules what does not distinguish pages
    public CanonicalRules(AddressRules rules) {
        this.rules = rules;
        this.hosts = new Hosts(rules);
        this.unwrapping = new Unwrapping(hosts);
        this.form = new PageForm(rules, hosts);
    }

    /// The rules that it goes by.
    public AddressRules rules() {
        return rules;
    }

    /// What tells that page from others.
    public CanonicalAddress of(String address) {
        return new CanonicalAddress(rules.version(), value(address));
    }

    /// The same for a finding: by its address, or, if it has none, by its source and own id.
    public CanonicalAddress of(SourceId source, Finding finding) {
        if (!finding.address().isBlank()) {
            return of(finding.address());
        }
        String item = finding.item().isBlank() ? finding.title() : finding.item();
        return new CanonicalAddress(rules.version(), "entry:" + source.value() + ":" + item);
    }

    /// [#of(String)] by the rules that come with the program.
    public static CanonicalAddress canonical(String address) {
        return STANDARD.of(address);
    }

    /// [#of(SourceId, Finding)] by the rules that come with the program.
    public static CanonicalAddress canonical(SourceId source, Finding finding) {
        return STANDARD.of(source, finding);
    }

    /// The address that a redirector or a cache passes on to; empty if this is neither.
    public static Optional<String> unwrap(String address) {
        return STANDARD.unwrapping.unwrap(address);
    }

    /// The host on which a page lies, without `www.`, for lists; empty if there is none.
    public static String site(String address) {
        return Address.parse(unwrap(address).orElse(address))
                .map(parsed -> STANDARD.hosts.known(parsed.host()).shown())
                .orElse("");
    }

    /// The address for showing: unwrapped, without trackers, and so written that no program makes a
    /// link of it, e.g. `hxxps://example[.]org/a?id=1` (R2.13).
    public static String defanged(String address) {
        String whole = unwrap(address).orElse(address).strip();
        Optional<Address> parsed = Address.parse(whole);
        if (parsed.isEmpty()) {
            return PercentCoding.normal(whole).replace(":", "[:]").replace(".", "[.]");
        }
        Address page = parsed.get();
        Parameters kept =
                Parameters.of(page.query())
                        .without(parameter -> STANDARD.rules.trackers.holds(parameter.name()));
        return "hxxp"
                + (page.scheme().equals("http") ? "" : "s")
                + "://"
                + (page.user().isEmpty() ? "" : PercentCoding.normal(page.user()) + "@")
                + STANDARD.hosts.known(page.host()).shown().replace(".", "[.]")
                + (page.port().isEmpty() ? "" : ":" + page.port())
                + PercentCoding.normal(page.path())
                + (kept.all().isEmpty() ? "" : "?" + kept)
                + STANDARD.form.route(page.fragment());
    }

    /// Until nothing changes any more: what was brought to one form may turn out to be a wrapper.
    private String value(String written) {
        String value = written;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Address> parsed = Address.parse(value);
            if (parsed.isEmpty()) {
                return Address.stripped(value);
            }
            Optional<String> within = unwrapping.once(value, parsed.get());
            if (within.isPresent()) {
                value = unwrapping.unwrap(within.get()).orElse(within.get());
                continue;
            }
            PageForm.Form made = form.of(parsed.get());
            if (made.isFinal()) {
                return made.value();
            }
            if (made.value().equals(value)) {
                return value;
            }
            value = made.value();
        }
        return value;
    }
}
