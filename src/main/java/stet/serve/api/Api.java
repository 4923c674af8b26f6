package stet.serve.api;

import java.util.List;
import stet.serve.http.Role;
import stet.serve.http.Route;
import stet.serve.page.ArticlePage;
import stet.serve.page.Site;

/** All addresses for programs; {@code docs/openapi.json} tells those of the API. */
public final class Api {
  /** Under which the API lies. */
  public static final String ROOT = "api/v1/";

  private Api() {}

  /** The API. */
  public static List<Route> routes(Site site) {
    Lists lists = new Lists(site);
    ArticleData article = new ArticleData(site);
    TrackActions track = new TrackActions(site);
    ImportAction take = new ImportAction(site);
    ForeignDiff foreign = new ForeignDiff(site);
    AnnotationActions annotations = new AnnotationActions(site);
    String annotation = ROOT + "annotations/{id}";
    String one = ROOT + "articles/{key}";
    return List.of(
        Route.get(ROOT + "edits", Role.VIEWER, a -> lists.answer(a, new EditList(site, a))),
        Route.get(ROOT + "articles", Role.VIEWER, a -> lists.answer(a, new ArticleList(a))),
        Route.get(one, Role.VIEWER, article::timeline),
        Route.get(one + "/versions/{number}", Role.VIEWER, article::version),
        Route.get(one + "/diff/{versions}", Role.VIEWER, article::diff),
        Route.post(one + "/diff", foreign::answer),
        Route.get(one + "/blame/{number}", Role.VIEWER, article::blame),
        Route.get(one + "/captures/{capture}", Role.VIEWER, new CaptureData(site)::answer),
        Route.get(one + "/captures", Role.VIEWER, a -> lists.answer(a, new CaptureList(a))),
        Route.get(ROOT + "search", Role.VIEWER, new SearchData(site)::answer),
        Route.get(ROOT + "outlets", Role.VIEWER, new OutletData(site)::answer),
        Route.get(ROOT + "figures", Role.VIEWER, site.figures()::data),
        Route.get(ROOT + "status", Role.READER, new StatusData(site)::answer),
        Route.get(ROOT + "find", Role.VIEWER, new FindData(site)::answer),
        Route.get(ROOT + "tracked", Role.READER, a -> lists.answer(a, new TrackedList(site))),
        Route.post(ROOT + "track", track::track),
        Route.post(ROOT + "check", track::check),
        Route.post(ROOT + "untrack", track::untrack),
        Route.post(ROOT + "import", take::answer),
        Route.get(
            ROOT + "annotations", Role.READER, a -> lists.answer(a, new AnnotationList(site, a))),
        Route.post(ROOT + "annotations", annotations::add),
        Route.get(annotation, Role.READER, annotations::one),
        Route.write("PUT", annotation, annotations::change),
        Route.write("DELETE", annotation, annotations::remove),
        Route.get(ROOT + OpenApi.FILE, Role.NOBODY, a -> OpenApi.answer(OpenApi.FILE)),
        Route.get(ROOT + OpenApi.SCHEMA, Role.NOBODY, a -> OpenApi.answer(OpenApi.SCHEMA)));
  }

  /**
   * The same beside the pages: each page has its data at its own address, with {@code .json} behind
   * it.
   *
   * @param pages answers where a file of an article's folder is a page
   */
  public static List<Route> twins(Site site, ArticlePage pages) {
    Lists lists = new Lists(site);
    ArticleData article = new ArticleData(site);
    return List.of(
        Route.get("edits.json", Role.VIEWER, a -> lists.answer(a, new EditList(site, a))),
        Route.get("review.json", Role.READER, a -> lists.answer(a, new ReviewList(site, a))),
        Route.get("search.json", Role.VIEWER, new SearchData(site)::answer),
        Route.get("outlets.json", Role.VIEWER, new OutletData(site)::answer),
        Route.get("figures.json", Role.VIEWER, site.figures()::data),
        Route.get("watch.json", Role.READER, new StatusData(site)::answer),
        Route.get("tracked.json", Role.READER, a -> lists.answer(a, new TrackedList(site))),
        Route.get(
            "a/{key}/{file}",
            Role.VIEWER,
            a -> article.has(a.path().get(2)) ? article.twin(a) : pages.file(a)));
  }
}
