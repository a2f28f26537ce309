/// The database: implements the small interfaces that the stages declare; migrations.
@NullMarked
package org.quietbell.store;

import org.jspecify.annotations.NullMarked;
