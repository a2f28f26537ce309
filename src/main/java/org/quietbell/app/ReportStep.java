package org.quietbell.app;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quietbell.action.Reports;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitFilter;
import org.quietbell.hit.HitId;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchedCase;

/// A command about reports.
abstract class ReportStep extends StoreCommand {
    private final Function<Installation, Reports> reports;

    /// @param reports where they are kept
    ReportStep(Context context, Function<Installation, Reports> reports) {
        super(context);
        this.reports = reports;
    }

    @Override
    final int on(Installation installation) {
        return at(new ReportDesk(reports.apply(installation), new Stored(installation)));
    }

    /// @return the exit code
    abstract int at(ReportDesk desk);

    /// The store's.
    private record Stored(Installation installation) implements ReportDesk.Kept {
        @Override
        public Optional<Hit> find(HitId id) {
            return installation.store().hits().find(id);
        }

        @Override
        public List<Hit> sameText(Hit hit) {
            List<Hit> same = new ArrayList<>();
            if (installation.store().hits().groupSize(hit.group()) < 2) {
                return List.of(hit);
            }
            HitFilter ofTheWatch =
                    new HitFilter(
                            Optional.of(hit.watch()),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
            installation
                    .store()
                    .hits()
                    .each(
                            ofTheWatch,
                            each -> {
                                if (each.group().equals(hit.group())) {
                                    same.add(each);
                                }
                            });
            return same;
        }

        @Override
        public Collection<CaseId> cases() {
            return installation.store().cases().all().stream().map(WatchedCase::id).toList();
        }

        @Override
        public CaseId caseOf(String watch) {
            Register register = installation.register();
            return register.watch(register.watchId(watch)).caseId();
        }

        @Override
        public ZoneId zone(CaseId caseId) {
            return installation.pacing().zone(caseId);
        }
    }
}
