package org.quietbell.app;

import org.quietbell.store.StoreException;
import org.quietbell.vault.VaultException;

/// Faults of the store and the vault as refusals with their exit codes.
final class Refusals {
    private Refusals() {}

    static Refusal of(StoreException fault) {
        int exit =
                switch (fault.kind()) {
                    case HELD -> Exit.HELD;
                    case WRONG_KEY -> Exit.WRONG_KEY;
                    case DAMAGED -> Exit.DAMAGED;
                    case FULL, OTHER -> Exit.FAILED;
                };
        return new Refusal(exit, String.valueOf(fault.getMessage()), fault);
    }

    static Refusal of(VaultException fault) {
        int exit =
                switch (fault.kind()) {
                    case WRONG_KEY -> Exit.WRONG_KEY;
                    case DAMAGED -> Exit.DAMAGED;
                    case MISSING -> Exit.USAGE;
                };
        return new Refusal(exit, String.valueOf(fault.getMessage()), fault);
    }
}
