/// The one door to the network: address guard, limits, manners per host, redaction, proxy.
@NullMarked
package org.quietbell.http;

import org.jspecify.annotations.NullMarked;
