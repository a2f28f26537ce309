package org.quietbell.hit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quietbell.match.Judge;
import org.quietbell.match.Match;
import org.quietbell.match.Reason;
import org.quietbell.source.Finding;
import org.quietbell.watch.WatchId;

/// Judges as another judge does, and then by the sites that she said are about somebody else. What
/// names an account of hers, or holds an address, a number or a mail of hers, is never put out of
/// sight by that: it stays as `possible` (R6.6). Immutable and safe for many threads.
public final class SiteJudge implements Judge {
    /// Keys of reasons that no rule may outweigh.
    private static final Set<String> HERS = Set.of("handle", "handle-bare", "detail");

    private static final int MAY_BE_HERS = 40;
    private static final String REASON = "other-site";

    private final Judge judge;
    private final Map<WatchId, Set<String>> sites = new HashMap<>();

    public SiteJudge(Judge judge, Collection<OtherSite> sites) {
        this.judge = judge;
        for (OtherSite one : sites) {
            this.sites.computeIfAbsent(one.watch(), _ -> new HashSet<>()).add(one.site());
        }
    }

    @Override
    public List<Match> judge(Finding finding) {
        List<Match> judged = judge.judge(finding);
        if (judged.isEmpty() || sites.isEmpty()) {
            return judged;
        }
        String site = CanonicalRules.site(finding.address());
        List<Match> left = new ArrayList<>();
        for (Match match : judged) {
            if (!sites.getOrDefault(match.watch(), Set.of()).contains(site)) {
                left.add(match);
            } else if (match.reasons().stream().anyMatch(reason -> HERS.contains(reason.key()))) {
                left.add(lowered(match, site));
            }
        }
        return left;
    }

    private static Match lowered(Match match, String site) {
        int score = Math.min(match.score(), MAY_BE_HERS);
        List<Reason> reasons = new ArrayList<>(match.reasons());
        reasons.add(new Reason(REASON, List.of(site), score - match.score()));
        return new Match(match.watch(), score, reasons, match.terms(), match.matters());
    }
}
