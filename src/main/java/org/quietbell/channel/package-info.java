/// The channel contract, its registry, and each way to deliver in one file.
@NullMarked
package org.quietbell.channel;

import org.jspecify.annotations.NullMarked;
