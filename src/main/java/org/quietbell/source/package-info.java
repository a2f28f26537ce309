/// The source contract, its registry, the asker around it, and each connector in one file.
@NullMarked
package org.quietbell.source;

import org.jspecify.annotations.NullMarked;
