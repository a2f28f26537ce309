/// The house key, one key for each case, sealed fields and keyed fingerprints.
@NullMarked
package org.quietbell.vault;

import org.jspecify.annotations.NullMarked;
