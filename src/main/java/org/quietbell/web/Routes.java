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
    private final PushRoom push;
    private final Desk desk;
    private final byte[] style;
    private final byte[] script;
    private final FeedRoom feeds;
    private final FirstVisit first;
    private final WhomRoom whom;
    private final PaceRoom pace;
    private final WaysRoom ways;
    private final PlacesRoom places;
    private final TurnRoom turn;
    private final RecordRoom record;
    private final RecordForms forms;
    private final HandOnRoom handOn;
    private final AskedRoom asked;
    private final AskedForms askedForms;
    private final AskingRoom asking;
    private final EntryRoom entry;
    private final CodeDoor code;
    private final OtherPlaceRoom otherPlaces;
    private final HelperRoom helper;
    private final LookingRoom looking;
    private final ReentrantReadWriteLock serving;

    /// @param serving held for reading while a handler runs
    Routes(
            Door door,
            Rooms rooms,
            Links links,
            PushRoom push,
            Desk desk,
            byte[] style,
            byte[] script,
            ReentrantReadWriteLock serving) {
        this.door = door;
        this.rooms = rooms;
        this.links = links;
        this.push = push;
        this.desk = desk;
        this.style = style.clone();
        this.script = script.clone();
        this.feeds = new FeedRoom(desk, rooms);
        this.first = new FirstVisit(desk, rooms, feeds);
        this.whom = new WhomRoom(desk, rooms, first);
        this.pace = new PaceRoom(desk, rooms);
        this.ways = new WaysRoom(desk, rooms);
        this.places = new PlacesRoom(desk, rooms, feeds);
        this.turn = new TurnRoom(desk, rooms);
        this.record = new RecordRoom(desk, rooms, door);
        this.forms = new RecordForms(desk, rooms, record);
        this.handOn = new HandOnRoom(desk, rooms);
        this.asked = new AskedRoom(desk, rooms);
        this.askedForms = new AskedForms(desk, rooms, asked);
        this.asking = new AskingRoom(desk, rooms);
        this.entry = new EntryRoom(desk, rooms, door);
        this.otherPlaces = new OtherPlaceRoom(desk, rooms);
        this.helper = new HelperRoom(desk, rooms);
        this.looking = new LookingRoom(desk, rooms, door);
        this.code = new CodeDoor(desk, new Screens(), door);
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
        open(routes);
        inside(routes);
        record(routes);
        routes.add(new Route(HandlerType.GET, PushRoom.PATH, Rule.INSIDE, push::show));
        routes.add(new Route(HandlerType.POST, PushRoom.PATH, Rule.INSIDE, push::subscribe));
        routes.add(new Route(HandlerType.GET, PushRoom.WORKER, Rule.INSIDE, PushRoom::worker));
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

    private static Route get(String path, Rule rule, Handler handler) {
        return new Route(HandlerType.GET, path, rule, handler);
    }

    private static Route post(String path, Rule rule, Handler handler) {
        return new Route(HandlerType.POST, path, rule, handler);
    }

    /// For whoever reaches the port, or has an address that cannot be guessed.
    private void open(List<Route> routes) {
        routes.add(get("/healthz", Rule.OPEN, this::health));
        routes.add(get("/style.css", Rule.OPEN, this::style));
        routes.add(get("/page.js", Rule.OPEN, this::script));
        routes.add(get("/favicon.ico", Rule.OPEN, c -> c.status(204)));
        routes.add(get("/enter", Rule.OPEN, door::show));
        routes.add(post("/enter", Rule.OPEN, door::enter));
        routes.add(get(CodeDoor.PATH, Rule.OPEN, code::show));
        routes.add(post(CodeDoor.PATH, Rule.OPEN, code::enter));
        routes.add(get("/begin", Rule.OPEN, door::showBegin));
        routes.add(post("/begin", Rule.OPEN, door::begin));
        routes.add(get("/leave", Rule.OPEN, door::leave));
        routes.add(get(PauseLink.PATH + "{link}", Rule.LINK, links::show));
        routes.add(new Route(HandlerType.HEAD, PauseLink.PATH + "{link}", Rule.LINK, links::show));
        routes.add(post(PauseLink.PATH + "{link}", Rule.LINK, links::use));
        routes.add(get(PrivateFeeds.PATH + "{feed}", Rule.LINK, links::feed));
        routes.add(
                new Route(HandlerType.HEAD, PrivateFeeds.PATH + "{feed}", Rule.LINK, links::feed));
    }

    private void inside(List<Route> routes) {
        routes.add(get("/", Rule.INSIDE, rooms::today));
        routes.add(get("/here", Rule.INSIDE, context -> context.status(204)));
        routes.add(get("/list", Rule.INSIDE, rooms::listing));
        routes.add(get("/waiting", Rule.INSIDE, rooms::waiting));
        routes.add(post("/pause", Rule.INSIDE, rooms::pause));
        routes.add(post("/resume", Rule.INSIDE, rooms::resume));
        routes.add(post("/n/{id}/label", Rule.INSIDE, rooms::label));
        routes.add(get("/n/{id}/other", Rule.INSIDE, rooms::askOther));
        routes.add(post("/n/{id}/other", Rule.INSIDE, rooms::other));
        routes.add(get(FirstSteps.HEAR, Rule.INSIDE, first::hear));
        routes.add(post(FirstSteps.HEAR, Rule.INSIDE, first::keepHear));
        routes.add(get(FirstSteps.NAME, Rule.INSIDE, whom::name));
        routes.add(post(FirstSteps.NAME, Rule.INSIDE, whom::keepName));
        routes.add(get(FirstSteps.CHECK, Rule.INSIDE, whom::check));
        routes.add(post(FirstSteps.CHECK, Rule.INSIDE, whom::keepCheck));
        routes.add(get(FirstSteps.PLACES, Rule.INSIDE, first::places));
        routes.add(post(FirstSteps.PLACES, Rule.INSIDE, first::keepPlaces));
        routes.add(get(TurnRoom.PATH, Rule.INSIDE, turn::ask));
        routes.add(post(TurnRoom.PATH, Rule.INSIDE, turn::answer));
        routes.add(get(LookingRoom.PATH, Rule.INSIDE, looking::show));
        routes.add(post(LookingRoom.PATH, Rule.INSIDE, looking::keep));
        routes.add(get(LookingRoom.WORDS, Rule.INSIDE, looking::showWords));
        routes.add(post(LookingRoom.WORDS, Rule.INSIDE, looking::keepWords));
        routes.add(post(LookingRoom.ENOUGH, Rule.INSIDE, looking::goOn));
        routes.add(get("/pace", Rule.INSIDE, pace::show));
        routes.add(post("/pace", Rule.INSIDE, pace::keep));
        routes.add(get(HelperRoom.PATH, Rule.INSIDE, helper::show));
        routes.add(post(HelperRoom.PATH, Rule.INSIDE, helper::name));
        routes.add(post("/pace/helper/away", Rule.INSIDE, helper::end));
        routes.add(get("/places", Rule.INSIDE, places::show));
        routes.add(post(FeedRoom.PATH, Rule.INSIDE, feeds::go));
        routes.add(post("/places/add", Rule.INSIDE, places::add));
        routes.add(post(OtherPlaceRoom.PATH, Rule.INSIDE, otherPlaces::go));
        routes.add(post("/places/away", Rule.INSIDE, places::away));
        routes.add(post("/speak", Rule.INSIDE, places::speak));
        routes.add(get(EntryRoom.PATH, Rule.INSIDE, entry::show));
        routes.add(post("/entry/passphrase", Rule.INSIDE, entry::change));
        routes.add(post("/entry/step", Rule.INSIDE, entry::begin));
        routes.add(post("/entry/step/right", Rule.INSIDE, entry::confirm));
        routes.add(post("/entry/step/spare", Rule.INSIDE, entry::renew));
        routes.add(post("/entry/step/away", Rule.INSIDE, entry::end));
        routes.add(get("/ways", Rule.INSIDE, ways::show));
        routes.add(post("/ways/type", Rule.INSIDE, ways::choose));
        routes.add(post("/ways/open", Rule.INSIDE, ways::open));
        routes.add(get("/ways/new/{type}", Rule.INSIDE, ways::ask));
        routes.add(post("/ways/new/{type}", Rule.INSIDE, ways::add));
        routes.add(get("/ways/one/{id}", Rule.INSIDE, ways::one));
        routes.add(post("/ways/one/{id}/try", Rule.INSIDE, ways::pretend));
        routes.add(post("/ways/one/{id}/right", Rule.INSIDE, ways::right));
        routes.add(post("/ways/one/{id}/away", Rule.INSIDE, ways::away));
    }

    /// The record and the requests. What has a name of its own comes before ids.
    private void record(List<Route> routes) {
        routes.add(get("/n/{id}/record", Rule.INSIDE, forms::askPut));
        routes.add(post("/n/{id}/record", Rule.INSIDE, forms::put));
        routes.add(get(RecordRoom.PATH, Rule.INSIDE, record::list));
        routes.add(get("/record/new", Rule.INSIDE, forms::askByHand));
        routes.add(post("/record/new", Rule.INSIDE, forms::byHand));
        routes.add(get("/record/note", Rule.INSIDE, forms::askNoteOfAll));
        routes.add(post("/record/note", Rule.INSIDE, forms::noteOfAll));
        routes.add(get(HandOnRoom.PATH, Rule.INSIDE, handOn::ask));
        routes.add(post(HandOnRoom.PATH, Rule.INSIDE, handOn::give));
        routes.add(get("/record/{id}", Rule.INSIDE, record::one));
        routes.add(get("/record/{id}/words", Rule.INSIDE, record::words));
        routes.add(get("/record/{id}/note", Rule.INSIDE, forms::askNote));
        routes.add(post("/record/{id}/note", Rule.INSIDE, forms::note));
        routes.add(get(AskedRoom.PATH, Rule.INSIDE, asked::list));
        routes.add(post(AskingRoom.OPEN, Rule.INSIDE, asking::open));
        routes.add(post("/asked/add", Rule.INSIDE, asking::add));
        routes.add(get("/asked/{id}", Rule.INSIDE, asked::one));
        routes.add(get("/asked/{id}/text", Rule.INSIDE, asked::text));
        for (AskedForms.Step step : AskedForms.Step.values()) {
            String path = "/asked/{id}/" + step.word();
            routes.add(get(path, Rule.INSIDE, context -> askedForms.ask(context, step)));
            routes.add(post(path, Rule.INSIDE, context -> askedForms.keep(context, step)));
        }
    }

    private void health(Context context) {
        boolean well = desk.isWell();
        context.status(well ? 200 : 503).contentType("text/plain").result(well ? "ok" : "");
    }

    private void script(Context context) {
        context.contentType("text/javascript; charset=utf-8").result(script);
    }

    private void style(Context context) {
        context.contentType("text/css; charset=utf-8").result(style);
    }
}
