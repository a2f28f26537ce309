/// A proof by somebody else that something was there at a time: stamps after RFC 3161.
@NullMarked
package org.quietbell.stamp;

import org.jspecify.annotations.NullMarked;
