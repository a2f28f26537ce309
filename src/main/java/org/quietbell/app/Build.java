package org.quietbell.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// Which program this is.
final class Build implements IVersionProvider {
    /// Version, e.g. `0.1.0`; `development` when run from loose classes.
    static String version() {
        return Optional.ofNullable(Build.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"quietbell " + version()};
    }
}
