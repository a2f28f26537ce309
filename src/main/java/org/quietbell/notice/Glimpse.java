package org.quietbell.notice;

import java.util.Optional;
import org.quietbell.hit.PlaceKind;

/// As much of a hit as a notice may say. Opened only for the levels that say it.
///
/// @param place what kind of place it stands in
/// @param title as text; empty if it has none or was erased
/// @param address defanged: not to be clicked; empty if it has none or was erased
public record Glimpse(PlaceKind place, Optional<String> title, Optional<String> address) {}
