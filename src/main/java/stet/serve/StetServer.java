package stet.serve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import stet.app.ServedCollection;
import stet.app.Tracking;
import stet.app.push.PushDesk;
import stet.report.ReportOptions;
import stet.serve.api.Api;
import stet.serve.api.HubCallRoutes;
import stet.serve.api.Metrics;
import stet.serve.http.Access;
import stet.serve.http.Answer;
import stet.serve.http.EventStreams;
import stet.serve.http.HttpServer;
import stet.serve.http.Listening;
import stet.serve.http.Role;
import stet.serve.http.Route;
import stet.serve.http.Routes;
import stet.serve.http.Traffic;
import stet.serve.memento.MementoRoutes;
import stet.serve.page.AddPage;
import stet.serve.page.AlertsPage;
import stet.serve.page.ArticlePage;
import stet.serve.page.CapturePage;
import stet.serve.page.CheckDesk;
import stet.serve.page.FiguresPage;
import stet.serve.page.FindPage;
import stet.serve.page.ForeignPage;
import stet.serve.page.ImportPage;
import stet.serve.page.MethodsPage;
import stet.serve.page.NoteDesk;
import stet.serve.page.NotesPage;
import stet.serve.page.ReviewPage;
import stet.serve.page.SearchPage;
import stet.serve.page.Site;
import stet.serve.page.SiteFace;
import stet.serve.page.SourcesPage;
import stet.serve.page.Statics;
import stet.serve.page.TodayPage;
import stet.serve.page.WatchPage;

/** A collection in the browser. */
public final class StetServer implements AutoCloseable {
  private final HttpServer server;
  private final Site site;
  private final PushDesk pushes;
  private final List<Route> routes;

  /**
   * @param collection closed by the caller, after this
   * @param options name of the collection, and the zone in which times are shown
   * @param log is told of the program's own faults
   * @throws IOException when a part of the program cannot be read
   */
  public StetServer(
      ServedCollection collection,
      ReportOptions options,
      Listening listening,
      Access access,
      Consumer<Exception> log)
      throws IOException {
    // Who has no key sits at this machine.
    boolean here = access.keys().isEmpty();
    Tracking.Wish wish = here ? Tracking.Wish.IN_A_BROWSER : Tracking.Wish.FROM_AFAR;
    this.site = new Site(collection, options, wish);
    EventStreams news = new EventStreams(collection::latest);
    Traffic traffic = new Traffic();
    List<Route> all = new ArrayList<>(routes(site, collection, news));
    this.pushes = new PushDesk(collection);
    Metrics metrics = new Metrics(site, traffic, pushes);
    all.add(Route.get("metrics", Role.READER, metrics::answer));
    String callback = collection.home().settings().hubCallback();
    if (!callback.isEmpty()) {
      all.addAll(HubCallRoutes.of(pushes, callback));
    }
    this.routes = List.copyOf(all);
    this.server =
        new HttpServer(
            listening,
            new Routes(routes),
            new SiteFace(site, log),
            access,
            news,
            traffic,
            collection.home().settings().maxConnections(),
            collection.clock());
  }

  /** Every address that is answered. */
  private static List<Route> routes(Site site, ServedCollection collection, EventStreams news)
      throws IOException {
    NoteDesk desk = new NoteDesk(site, collection.home().settings().verdicts());
    CheckDesk checks = new CheckDesk(site);
    ArticlePage article = new ArticlePage(site, desk, checks);
    List<Route> routes = new ArrayList<>(pages(site, article, checks));
    routes.add(Route.get("news", Role.VIEWER, news::answer));
    routes.addAll(notes(site, desk));
    routes.addAll(Api.twins(site, article));
    routes.addAll(Api.routes(site));
    routes.addAll(MementoRoutes.of(collection));
    return routes;
  }

  private static List<Route> notes(Site site, NoteDesk desk) {
    ReviewPage review = new ReviewPage(site, desk);
    NotesPage notes = new NotesPage(site);
    return List.of(
        Route.get("review", Role.READER, review::answer),
        Route.get("review.csv", Role.READER, review::sheet),
        Route.post("review", review::judge),
        Route.get("notes", Role.READER, notes::answer),
        Route.get("notes.csv", Role.READER, notes::sheet),
        Route.get("notes.jsonld", Role.READER, notes::web),
        Route.post("notes", notes::take),
        Route.post("a/{key}/notes", desk::say),
        Route.post("a/{key}/notes/remove", desk::remove));
  }

  private static List<Route> pages(Site site, ArticlePage article, CheckDesk checks)
      throws IOException {
    Statics statics = new Statics();
    TodayPage today = new TodayPage(site);
    SourcesPage sources = new SourcesPage(site);
    FiguresPage figures = site.figures();
    WatchPage watch = new WatchPage(site, checks);
    ForeignPage foreign = new ForeignPage(site);
    ImportPage take = new ImportPage(site);
    AddPage add = new AddPage(site);
    CapturePage captures = new CapturePage(site);
    FindPage find = new FindPage(site);
    return List.of(
        Route.get("stet.css", Role.NOBODY, a -> statics.style()),
        Route.get("stet.js", Role.NOBODY, a -> statics.script()),
        Route.get("favicon.ico", Role.NOBODY, a -> Answer.empty(204)),
        Route.get("", Role.VIEWER, today::answer),
        Route.get("index.html", Role.VIEWER, today::answer),
        Route.get("feed.xml", Role.VIEWER, today::feed),
        Route.get("feed.json", Role.VIEWER, today::feed),
        Route.get("search", Role.VIEWER, new SearchPage(site)::answer),
        Route.get("outlets.html", Role.VIEWER, sources::list),
        Route.get("o/{outlet}", Role.VIEWER, sources::outlet),
        Route.get("figures.html", Role.VIEWER, figures::answer),
        Route.get("figures.csv", Role.VIEWER, figures::table),
        Route.get("watch", Role.READER, watch::answer),
        Route.post("watch/held", watch::judge),
        Route.post("watch/tracked", watch::tracked),
        Route.get("alerts", Role.EDITOR, new AlertsPage(site)::answer),
        Route.get("import", Role.EDITOR, take::answer),
        Route.post("import", take::take),
        Route.get("add", Role.EDITOR, add::answer),
        Route.post("add", add::add),
        Route.get("find", Role.NOBODY, find::fromAnywhere),
        Route.get("find/here", Role.VIEWER, find::answer),
        Route.get("methods.html", Role.VIEWER, new MethodsPage(site)::answer),
        Route.get("a/{key}", Role.VIEWER, article::find),
        Route.get("a/{key}/captures", Role.VIEWER, captures::list),
        Route.get("a/{key}/c/{capture}", Role.VIEWER, captures::one),
        Route.get("a/{key}/c/{capture}/payload", Role.VIEWER, captures::payload),
        Route.get("a/{key}/compare", Role.VIEWER, article::compare),
        Route.get("a/{key}/foreign", Role.EDITOR, foreign::answer),
        Route.post("a/{key}/foreign", foreign::file),
        Route.post("a/{key}/foreign-add", foreign::add));
  }

  /**
   * Begins to answer.
   *
   * @throws IOException when the port is taken, or the address is not of this machine
   */
  public void start() throws IOException {
    server.start();
  }

  /** Every address that is answered, but for those where one logs in and out. */
  List<Route> routes() {
    return routes;
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** Ends it; requests that are being answered are, for some seconds. */
  @Override
  public void close() {
    site.elsewhere().close();
    server.close();
    site.notes().close();
    site.watch().close();
    pushes.close();
  }
}
