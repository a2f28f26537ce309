package org.quietbell.app;

import java.util.function.Function;

/// A command about reports.
abstract class ReportStep extends StoreCommand {
    private final Function<Installation, ReportDesk> desk;

    /// @param desk what it works on
    ReportStep(Context context, Function<Installation, ReportDesk> desk) {
        super(context);
        this.desk = desk;
    }

    @Override
    final int on(Installation installation) {
        return at(desk.apply(installation));
    }

    /// @return the exit code
    abstract int at(ReportDesk desk);
}
