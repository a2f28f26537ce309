/// How a person wants to hear, and what follows from it for what is owed. Decides; sends nothing.
/// Pure but for the interfaces it declares.
@NullMarked
package org.quietbell.notice;

import org.jspecify.annotations.NullMarked;
