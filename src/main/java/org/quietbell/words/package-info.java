/// Every sentence a person reads, in message bundles, and their lint. Every package may import it.
@NullMarked
package org.quietbell.words;

import org.jspecify.annotations.NullMarked;
