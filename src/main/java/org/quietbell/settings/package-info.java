/// The settings file: read, found right or told of with every problem at once, and nothing done
/// yet. The keys of sources and channels are read by those who know them.
@NullMarked
package org.quietbell.settings;

import org.jspecify.annotations.NullMarked;
