/// The record that can be used later: what was found, when and how, in entries that are written
/// once, each holding the digest of the one before.
///
/// Pure but for the interfaces it declares.
@NullMarked
package org.quietbell.evidence;

import org.jspecify.annotations.NullMarked;
