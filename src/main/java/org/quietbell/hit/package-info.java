/// What was found and kept once: canonical address, states, baseline, provenance. Pure but for the
/// interfaces it declares.
@NullMarked
package org.quietbell.hit;

import org.jspecify.annotations.NullMarked;
