/// The entry, the commands, and the wiring by hand in one straight function.
@NullMarked
package org.quietbell.app;

import org.jspecify.annotations.NullMarked;
