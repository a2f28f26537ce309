package org.quietbell.web;

import io.javalin.security.RouteRole;

/// Who may come to a route. Each route declares one; one without is refused to everybody.
enum Rule implements RouteRole {
    /// Everybody who reaches the port.
    OPEN,
    /// Whoever has come in.
    INSIDE
}
