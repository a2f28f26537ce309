/// Text as paper: a tagged PDF with the fonts it needs, in any script. It knows nothing of what the
/// text is about, and puts nothing into a document that runs, is fetched or can be clicked.
@NullMarked
package org.quietbell.paper;

import org.jspecify.annotations.NullMarked;
