package org.quietbell.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.quietbell.channel.PauseLink;
import org.quietbell.channel.PrivateFeeds;

/// Every route, with who may come to it.
final class Routes {
    /// How the address of each step of an item ends.
    static final List<String> STEPS = List.of("", "/site", "/text", "/address");

    private final Door door;
    private final Rooms rooms;
    private final Links links;
    private final Desk desk;
    private final byte[] style;
    private final ReentrantReadWriteLock serving;

    /// @param serving held for reading while a handler runs
    Routes(
            Door door,
            Rooms rooms,
            Links links,
            Desk desk,
            byte[] style,
            ReentrantReadWriteLock serving) {
        this.door = door;
        this.rooms = rooms;
        this.links = links;
        this.desk = desk;
        this.style = style.clone();
        this.serving = serving;
    }

    /// One route.
    private record Route(HandlerType method, String path, Rule rule, Handler handler) {}

    void addTo(RoutesConfig config) {
        for (Route route : all()) {
            config.addHttpHandler(
                    route.method(), route.path(), held(route.handler()), route.rule());
        }
    }

    private Handler held(Handler handler) {
        return context -> {
            serving.readLock().lock();
            try {
                handler.handle(context);
            } finally {
                serving.readLock().unlock();
            }
        };
    }

    private List<Route> all() {
        List<Route> routes = new ArrayList<>();
        routes.add(new Route(HandlerType.GET, "/healthz", Rule.OPEN, this::health));
        routes.add(new Route(HandlerType.GET, "/style.css", Rule.OPEN, this::style));
        routes.add(new Route(HandlerType.GET, "/favicon.ico", Rule.OPEN, c -> c.status(204)));
        routes.add(new Route(HandlerType.GET, "/enter", Rule.OPEN, door::show));
        routes.add(new Route(HandlerType.POST, "/enter", Rule.OPEN, door::enter));
        routes.add(new Route(HandlerType.GET, "/leave", Rule.OPEN, door::leave));
        routes.add(new Route(HandlerType.GET, PauseLink.PATH + "{link}", Rule.LINK, links::show));
        routes.add(new Route(HandlerType.HEAD, PauseLink.PATH + "{link}", Rule.LINK, links::show));
        routes.add(new Route(HandlerType.POST, PauseLink.PATH + "{link}", Rule.LINK, links::use));
        routes.add(
                new Route(HandlerType.GET, PrivateFeeds.PATH + "{feed}", Rule.LINK, links::feed));
        routes.add(
                new Route(HandlerType.HEAD, PrivateFeeds.PATH + "{feed}", Rule.LINK, links::feed));
        routes.add(new Route(HandlerType.GET, "/", Rule.INSIDE, rooms::listing));
        routes.add(new Route(HandlerType.GET, "/waiting", Rule.INSIDE, rooms::waiting));
        routes.add(new Route(HandlerType.POST, "/pause", Rule.INSIDE, rooms::pause));
        routes.add(new Route(HandlerType.POST, "/resume", Rule.INSIDE, rooms::resume));
        for (int i = 0; i < STEPS.size(); i++) {
            int step = i + 1;
            routes.add(
                    new Route(
                            HandlerType.GET,
                            "/n/{id}" + STEPS.get(i),
                            Rule.INSIDE,
                            context -> rooms.item(context, step)));
        }
        return routes;
    }

    private void health(Context context) {
        boolean well = desk.isWell();
        context.status(well ? 200 : 503).contentType("text/plain").result(well ? "ok" : "");
    }

    private void style(Context context) {
        context.contentType("text/css; charset=utf-8").result(style);
    }
}
