/// Judges whether a finding is about the subject, how likely, and why. Pure: values in, values out.
@NullMarked
package org.quietbell.match;

import org.jspecify.annotations.NullMarked;
