package org.quietbell.app;

import org.quietbell.store.StoreException;
import org.quietbell.vault.VaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns what went wrong into one line and an exit code.
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    /// Says it, and gives the exit code.
    static int say(Throwable fault, Terminal terminal, Options options) {
        if (options.verbose()) {
            LOG.warn("in full, as --verbose asks", fault);
        }
        Refusal refusal =
                switch (fault) {
                    case Refusal known -> known;
                    case StoreException e -> Refusals.of(e);
                    case VaultException e -> Refusals.of(e);
                    case CommandLine.ExecutionException e when e.getCause() != null ->
                            unwrapped(e.getCause());
                    default -> unexpected(fault);
                };
        terminal.say("quietbell: " + refusal.getMessage());
        return refusal.exit();
    }

    private static Refusal unwrapped(Throwable cause) {
        return switch (cause) {
            case Refusal known -> known;
            case StoreException e -> Refusals.of(e);
            case VaultException e -> Refusals.of(e);
            default -> unexpected(cause);
        };
    }

    /// A fault of ours: its message may hold what was found, so only its kind is said.
    private static Refusal unexpected(Throwable fault) {
        return new Refusal(
                Exit.FAILED,
                "quietbell failed: "
                        + fault.getClass().getSimpleName()
                        + ": try again with --verbose and report what the log says",
                fault);
    }

    /// Wrong usage, without repeating what was typed.
    static String usage(ParameterException fault) {
        String name = fault.getCommandLine().getCommandSpec().qualifiedName();
        String why =
                switch (fault) {
                    case MissingParameterException _ -> "an option or a parameter is missing";
                    case UnmatchedArgumentException _ ->
                            "there is an argument too many, or an option that is not known";
                    case MutuallyExclusiveArgsException _ ->
                            "two of the options cannot stand together";
                    default -> "an option has a value it cannot have";
                };
        return name + ": " + why + ": see `" + name + " --help`";
    }
}
