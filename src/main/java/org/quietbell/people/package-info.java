/// Who may come in, besides by the passphrase.
@NullMarked
package org.quietbell.people;

import org.jspecify.annotations.NullMarked;
