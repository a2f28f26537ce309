/// Composes the stages into Collect and Tell, and runs them on a schedule.
@NullMarked
package org.quietbell.pipeline;

import org.jspecify.annotations.NullMarked;
