package org.quietbell.hit;

import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;

/// Tries the canonical rules on addresses of one's own: one JSON line in, one out. Needs no store.
///
/// In: `{"id","address"}` or `{"id","a","b"}`; out: `{"id","canonical"}` or `{"id","a","b"}`. A
/// line that cannot be read gives `{"id"?,"error"}`. Safe for many threads.
public final class ExplainAddress {
    private final CanonicalRules rules;

    /// @param rules to be tried
    public ExplainAddress(CanonicalRules rules) {
        this.rules = rules;
    }

    /// The answer to one line, without a line end; never throws.
    public String line(String line) {
        Json asked;
        try {
            asked = Json.read(line);
        } catch (MalformedJsonException e) {
            return Json.object().put("error", e.getMessage()).build().line();
        }
        Json.Builder answer = Json.object();
        if (!asked.at("id").isNothing()) {
            answer.put("id", asked.at("id"));
        }
        var address = asked.at("address").text();
        var a = asked.at("a").text();
        var b = asked.at("b").text();
        if (address.isPresent()) {
            answer.put("canonical", rules.of(address.get()).value());
        } else if (a.isPresent() && b.isPresent()) {
            answer.put("a", rules.of(a.get()).value());
            answer.put("b", rules.of(b.get()).value());
        } else {
            answer.put("error", "address: is missing");
        }
        return answer.build().line();
    }
}
