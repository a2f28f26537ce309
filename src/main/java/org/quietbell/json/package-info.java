/// JSON as plain values, and nothing of the trade. Every package may import it; it imports none.
@NullMarked
package org.quietbell.json;

import org.jspecify.annotations.NullMarked;
