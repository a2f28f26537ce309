/// Whom somebody asked to look for, with whose consent, and the queries that follow from it.
@NullMarked
package org.quietbell.watch;

import org.jspecify.annotations.NullMarked;
