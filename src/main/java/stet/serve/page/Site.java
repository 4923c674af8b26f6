package stet.serve.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import stet.app.CheckNow;
import stet.app.ServedCollection;
import stet.app.Tracking;
import stet.app.elsewhere.Elsewhere;
import stet.app.live.ServedWatch;
import stet.app.review.ServedNotes;
import stet.app.upload.Uploads;
import stet.capture.Digest;
import stet.report.ReportOptions;
import stet.report.page.Frame;
import stet.report.page.Link;
import stet.report.page.Surround;
import stet.report.view.FrameMaker;
import stet.report.words.Pages;
import stet.report.words.Times;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.http.Role;
import stet.track.Collection;
import stet.track.Timelines;
import stet.watch.CheckedAddress;

/** What all pages of a served collection share. */
public final class Site {
  private static final List<Link> MENU =
      List.of(
          new Link("index.html", "Latest edits"),
          new Link("search", "Search"),
          new Link("outlets.html", "Outlets"),
          new Link("review", "Review"),
          new Link("watch", "Watch"),
          new Link("methods.html", "Methods"));

  private static final List<Link> EDITORS_MENU =
      Stream.concat(MENU.stream(), Stream.of(new Link("add", "Add"))).toList();

  /** As the header says it, but for what only a header can say. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'";

  private static final Surround SURROUND = new Surround(MENU, POLICY, "stet.js", true, false);
  private static final Surround WRITING = new Surround(EDITORS_MENU, POLICY, "stet.js", true, true);

  private final ServedCollection collection;
  private final ServedNotes notes;
  private final ServedWatch watch;
  private final ReportOptions options;
  private final Tracking.Wish wish;
  private final KeptAnswers kept = new KeptAnswers();
  private final Ranking ranking = new Ranking();
  private final FrameMaker frames;
  private final FrameMaker editorsFrames;
  private final Times times;

  /** One at a time: the hosts of two would be asked without knowing of each other. */
  private final Semaphore checking = new Semaphore(1);

  /** For all addresses, so that what they read is read once. */
  private final FiguresPage figures;

  private final Uploads uploads;
  private final Elsewhere elsewhere;

  /**
   * @param wish on whose behalf addresses are tracked and asked
   */
  public Site(ServedCollection collection, ReportOptions options, Tracking.Wish wish) {
    this.collection = collection;
    this.notes = new ServedNotes(collection);
    this.watch = new ServedWatch(collection);
    this.options = options;
    this.wish = wish;
    this.frames = new FrameMaker(options, SURROUND);
    this.editorsFrames = new FrameMaker(options, WRITING);
    this.times = new Times(options.zone());
    this.figures = new FiguresPage(this);
    this.elsewhere = new Elsewhere(collection.home(), collection.clock(), wish);
    this.uploads = new Uploads(collection.home(), collection.clock());
  }

  /** The collection that is served. */
  public ServedCollection collection() {
    return collection;
  }

  /** Files that are sent to be taken in. */
  public Uploads uploads() {
    return uploads;
  }

  /** Captures that others keep; to be closed with the server. */
  public Elsewhere elsewhere() {
    return elsewhere;
  }

  /** How edits are ranked. */
  public Ranking ranking() {
    return ranking;
  }

  /** What reviewers said. */
  public ServedNotes notes() {
    return notes;
  }

  /** What is tracked; to be closed with the server. */
  public ServedWatch watch() {
    return watch;
  }

  /** Figures about outlets. */
  public FiguresPage figures() {
    return figures;
  }

  /** Name of the collection, and the zone in which days begin. */
  public ReportOptions options() {
    return options;
  }

  /** On whose behalf addresses are tracked and asked. */
  public Tracking.Wish wish() {
    return wish;
  }

  /**
   * Checks addresses out of turn.
   *
   * @throws HttpProblem 503 when that is being done for somebody else
   */
  public List<CheckedAddress> checkNow(List<String> uris) throws IOException {
    if (!checking.tryAcquire()) {
      throw new HttpProblem(503, "Something else is being checked just now. Try again soon.");
    }
    try {
      return new CheckNow(collection, wish).check(uris);
    } finally {
      checking.release();
    }
  }

  /** What stands around the pages of whoever asks. */
  Surround surround(Asked asked) {
    return asked.role().may(Role.EDITOR) ? WRITING : SURROUND;
  }

  Times times() {
    return times;
  }

  /** The frame of a page. */
  Frame frame(Asked asked, String title) {
    return frame(asked, title, "", "");
  }

  /**
   * The frame of a page.
   *
   * @param feed its feed, empty for none
   * @param data the same for programs, empty for none
   */
  Frame frame(Asked asked, String title, String feed, String data) {
    FrameMaker own = asked.role().may(Role.EDITOR) ? editorsFrames : frames;
    return own.frame(title, asked.root(), feed, data);
  }

  /** Makes a page from what the collection says. */
  interface Making {
    byte[] page(Collection collection) throws IOException;
  }

  /** A page, or the word that the reader's copy of it is still good. */
  Answer page(Asked asked, Making making) throws IOException {
    return answer(asked, "", c -> Answer.html(making.page(c)));
  }

  /** Makes an answer from what the collection says. */
  public interface Answering {
    /**
     * @param collection for the length of the call
     */
    Answer answer(Collection collection) throws IOException;
  }

  /**
   * An answer, or the word that the reader's copy of it is still good.
   *
   * @param form which of the forms it is that this address has for different readers
   */
  public Answer answer(Asked asked, String form, Answering answering) throws IOException {
    while (true) {
      Tagged tagged = collection.ask(c -> tagged(asked, tag(asked, form, c), c, answering));
      if (tagged.answer().isPresent()) {
        return tagged.answer().get();
      }
      kept.await(tagged.tag());
    }
  }

  /** What is answered under a tag; empty where somebody else is making it. */
  private record Tagged(String tag, Optional<Answer> answer) {}

  private Tagged tagged(Asked asked, String tag, Collection c, Answering answering)
      throws IOException {
    boolean known = asked.header("If-None-Match").filter(k -> k.contains(tag)).isPresent();
    return new Tagged(
        tag,
        known
            ? Optional.of(Answer.empty(304).with("ETag", tag))
            : kept.get(tag, () -> answering.answer(c).with("ETag", tag)));
  }

  private String tag(Asked asked, String form, Collection c) {
    // What a form sends along is another one when the server begins anew.
    String who = asked.role() + asked.formToken() + asked.here();
    String state = options + " " + collection.state(c) + " " + notes.state() + " " + who + form;
    String text = state + " " + asked.path() + " " + asked.query();
    String digest = Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    return "\"" + digest.substring(0, 32) + "\"";
  }

  /**
   * An article by its key alone: what else names an article may change its meaning.
   *
   * @throws HttpProblem 404 when there is none
   */
  public static Timelines.Found article(Collection collection, String key) {
    return collection
        .timelines()
        .find(key)
        .filter(f -> f.article().key().equals(key))
        .orElseThrow(HttpProblem::notFound);
  }

  /** A page that is made from one record. */
  static byte[] render(String template, Object view) {
    return Pages.render("live/" + template, view);
  }
}
