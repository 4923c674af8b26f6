package stet.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import stet.app.captures.KeptCapture;
import stet.archive.WarcLocation;
import stet.capture.Capture;
import stet.capture.CaptureSource.SavedFile;
import stet.capture.CaptureSource.TimeBasis;
import stet.capture.ContentCodings;
import stet.capture.Payload;
import stet.fetch.FetchOptions;
import stet.fetch.FetchOutcome;
import stet.fetch.FetchRequest;
import stet.fetch.Fetcher;
import stet.fetch.PageVisit;
import stet.render.BrowserProgram;
import stet.render.PageFiles;
import stet.render.RenderOptions;
import stet.render.RenderRequest;
import stet.render.Rendered;
import stet.render.Renderer;
import stet.timeline.CaptureRef;
import stet.timeline.Sighting;
import stet.track.Captures;
import stet.track.Collection;
import stet.track.Timelines;

/**
 * Shows one page in a browser: a saved one, one that is fetched for it, or a version of the
 * archive. Nothing of it is kept.
 */
public final class RenderRun {
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?:.*", Pattern.DOTALL);
  private static final Pattern VERSION = Pattern.compile(".+@\\d{1,6}");
  private static final int MOST_BYTES = 64 << 20;

  private final CollectionHome home;
  private final Optional<BrowserProgram> program;
  private final boolean sandbox;
  private final Clock clock;

  /**
   * @param home whose archive and settings are used; need not be there for saved pages
   * @param program empty where there is none
   * @param sandbox whether the browser has to start its own sandbox
   */
  public RenderRun(
      CollectionHome home, Optional<BrowserProgram> program, boolean sandbox, Clock clock) {
    this.home = home;
    this.program = program;
    this.sandbox = sandbox;
    this.clock = clock;
  }

  /**
   * Renders what was typed: an address alone is fetched, a file is read, anything else is an
   * article of the collection with {@code @N} for a version, the latest without.
   *
   * @throws AppException when there is no such page, or it must not be shown
   * @throws IOException when it cannot be had, or the browser fails at it
   */
  public Rendered render(String typed, RenderOptions options) throws IOException {
    Optional<Path> file = file(typed);
    if (file.isPresent()) {
      return shown(saved(file.get()), PageFiles.NONE, options);
    } else if (ADDRESS.matcher(typed).matches() && !VERSION.matcher(typed).matches()) {
      return live(typed, options);
    }
    return archived(typed, options);
  }

  private static Optional<Path> file(String typed) {
    try {
      Path path = Path.of(typed);
      return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Capture saved(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw AppException.invalid("'" + file + "' is larger than " + MOST_BYTES + " bytes");
      }
      Path name = file.getFileName();
      Instant now = clock.instant();
      SavedFile source = new SavedFile(String.valueOf(name), TimeBasis.STATED, "");
      return new Capture("urn:stet:page", now, 0, "text/html", Payload.of(bytes), source);
    }
  }

  private Rendered live(String uri, RenderOptions options) throws IOException {
    FetchOptions fetching = home.settings().fetching();
    Optional<String> wrong =
        Tracking.unaskable(uri)
            .or(() -> fetching.allowsPrivate(uri) ? Optional.empty() : Fetcher.refused(uri));
    if (wrong.isPresent()) {
      throw AppException.invalid("'" + uri + "' is not asked: " + wrong.get());
    }
    try (Fetcher fetcher = new Fetcher(fetching, clock)) {
      FetchOutcome outcome = fetcher.fetch(FetchRequest.of(uri));
      if (!(outcome instanceof FetchOutcome.Answered answered) || answered.status() / 100 != 2) {
        throw AppException.failed("cannot read '" + uri + "': " + FeedCheck.why(outcome));
      }
      List<Capture> captures = answered.captures();
      PageVisit visit = fetcher.visit(answered.uri());
      return shown(captures.get(captures.size() - 1), visit::get, options);
    }
  }

  private Rendered archived(String typed, RenderOptions options) throws IOException {
    try (Collection collection = home.open()) {
      Timelines.Found article = ArticleReference.parse(typed).found(collection.timelines());
      CaptureRef first = ShownVersion.of(collection.timelines(), typed).version().first();
      Capture page = page(collection, article, first, typed);
      WarcLocation at = new WarcLocation(first.warcFile(), first.warcOffset(), 0);
      Map<String, Capture> parts = new HashMap<>();
      collection.captures().parts(at).forEach(part -> parts.putIfAbsent(part.uri(), part));
      PageFiles files = (uri, accept) -> Optional.ofNullable(parts.get(uri));
      return first.inBrowser()
          ? shown(sent(collection, article, first).orElse(page), files, options)
          : shown(page, files, options);
    }
  }

  /** The page as it was sent, from which a browser made what counts. */
  private static Optional<Capture> sent(
      Collection collection, Timelines.Found article, CaptureRef shown) throws IOException {
    List<Captures.Seen> seen = collection.captures().seen(article.id());
    List<WarcLocation> locations = collection.captures().of(article.id());
    Capture sent = null;
    for (int i = 0; i < seen.size(); i++) {
      CaptureRef ref = seen.get(i).sighting().ref();
      if (ref.name().equals(shown.name())) {
        return Optional.ofNullable(sent);
      }
      boolean before = seen.get(i).sighting().reason().equals(Sighting.SENT);
      sent = before ? collection.captures().read(locations.get(i)).capture() : null;
    }
    return Optional.empty();
  }

  private static Capture page(
      Collection collection, Timelines.Found article, CaptureRef first, String typed)
      throws IOException {
    Capture kept =
        KeptCapture.find(collection, article, first.name(), false)
            .map(KeptCapture::capture)
            .filter(c -> c.payload().digest().labelled().equals(first.digest()))
            .orElseThrow(() -> AppException.failed("'" + typed + "' is withheld"));
    byte[] bytes =
        ContentCodings.decode(kept.payload(), collection.captures().encoding(kept), MOST_BYTES)
            .bytes();
    return new Capture(
        kept.uri(), kept.at(), 0, kept.mediaType(), Payload.of(bytes), kept.source());
  }

  private Rendered shown(Capture page, PageFiles files, RenderOptions options) throws IOException {
    BrowserProgram browser =
        program.orElseThrow(
            () ->
                AppException.failed(
                    "no Chromium is here; STET_BROWSER names it where it is elsewhere"));
    try (Renderer renderer = new Renderer(browser, sandbox)) {
      return renderer.render(new RenderRequest(page, files, options));
    }
  }
}
