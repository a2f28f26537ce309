/// The settings file as typed sections with positions; every problem is reported at once. Imports
/// no other package but `json`.
@NullMarked
package org.quietbell.config;

import org.jspecify.annotations.NullMarked;
