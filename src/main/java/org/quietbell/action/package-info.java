/// What can be done about something that was found: where to turn, and what to have ready. Sends
/// nothing and opens nothing.
@NullMarked
package org.quietbell.action;

import org.jspecify.annotations.NullMarked;
