/// Pages for people, over the same interfaces.
@NullMarked
package org.quietbell.web;

import org.jspecify.annotations.NullMarked;
