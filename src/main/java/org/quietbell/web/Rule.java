package org.quietbell.web;

import io.javalin.security.RouteRole;

/// Who may come to a route. Each route declares one; one without is refused to everybody.
enum Rule implements RouteRole {
    /// Everybody who reaches the port.
    OPEN,
    /// Whoever has its address, which cannot be guessed. No stay begins, and none is asked for.
    LINK,
    /// Whoever has come in.
    INSIDE
}
