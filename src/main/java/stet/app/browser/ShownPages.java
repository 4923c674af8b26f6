package stet.app.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import stet.app.browser.BrowserRule.Use;
import stet.capture.Capture;
import stet.capture.CaptureSource.Live;
import stet.capture.CaptureSource.Role;
import stet.capture.ContentCodings;
import stet.capture.Digest;
import stet.capture.Exchange;
import stet.capture.WebAddress;
import stet.extract.Extraction;
import stet.extract.Extractor;
import stet.extract.Page;
import stet.fetch.FetchOutcome;
import stet.fetch.FetchOutcome.Answered;
import stet.render.BrowserProgram;
import stet.render.PageFiles;
import stet.render.RenderOptions;
import stet.render.RenderRequest;
import stet.render.Rendered;
import stet.story.ArticleIdentity;
import stet.text.OneLine;
import stet.text.Truncation;
import stet.watch.PageFetcher.Showing;
import stet.watch.store.BrowserTable.Learnt;
import stet.watch.store.BrowserTable.Verdict;
import stet.watch.store.WatchStore;

/**
 * Has pages shown in a browser where they are no pages without one, and learns of which outlets
 * that is so. For several threads.
 *
 * <p>Where the settings leave it to stet, a page of an outlet of which nothing is known is held
 * against what a browser shows of it. That is done at once where no article can be read in it as it
 * was sent, and otherwise when a browser has nothing else to do. What was found is believed for a
 * while, and then tested again.
 */
public final class ShownPages implements AutoCloseable {
  private static final Duration PLAIN_FOR = Duration.ofDays(30);
  private static final Duration NEEDED_FOR = Duration.ofDays(7);
  private static final int TESTS = 3;
  private static final int MOST_BYTES = 16 << 20;
  private static final int LONGEST_REASON = 200;

  private final BrowserRule rule;
  private final Extractor extractor;
  private final BrowserMemory memory;
  private final Browsers browsers;
  private final Clock clock;
  private final ShownCaptures captures;
  private final RenderOptions options;
  private final Predicate<Digest> archived;

  /**
   * @param memory what was learnt, closed with this
   * @param browsers closed with this
   * @param options with a picture where one of each version is kept
   * @param archived whether those bytes were captured before
   */
  public ShownPages(
      BrowserRule rule,
      Extractor extractor,
      BrowserMemory memory,
      Browsers browsers,
      Clock clock,
      RenderOptions options,
      Predicate<Digest> archived) {
    this.archived = archived;
    this.rule = rule;
    this.extractor = extractor;
    this.memory = memory;
    this.browsers = browsers;
    this.clock = clock;
    this.captures = new ShownCaptures(clock);
    this.options = options;
  }

  /**
   * With the browser of this machine, and what a collection's watch learnt before.
   *
   * @param watched the collection's watch file
   * @param count how many browsers at once
   * @param options with a picture where one of each version is kept
   * @param archived whether those bytes were captured before
   */
  public static ShownPages open(
      Path watched,
      BrowserRule rule,
      int count,
      Extractor extractor,
      RenderOptions options,
      Predicate<Digest> archived,
      Clock clock) {
    Browsers browsers = new Browsers(BrowserProgram.here(), BrowserProgram.wantsSandbox(), count);
    BrowserMemory memory = new BrowserMemory(WatchStore.open(watched));
    return new ShownPages(rule, extractor, memory, browsers, clock, options, archived);
  }

  /** A page that was sent, and what is known of its outlet. */
  private record Sent(Answered answered, Capture page, Use use, Learnt learnt) {
    boolean isSure() {
      return use == Use.ALWAYS || learnt.verdict() == Verdict.NEEDED;
    }
  }

  /**
   * Whether a page is likely to be shown, so that it is to be asked for whether it changed or not.
   */
  public boolean expects(String uri) {
    try {
      return use(uri) == Use.ALWAYS
          || use(uri) == Use.AUTO && memory.of(outlet(uri)).verdict() == Verdict.NEEDED;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Whether a page that was fetched is to be shown.
   *
   * @param visits gives what a page needs beside itself, by its address
   * @return empty where it is not, or there is no page
   */
  public Optional<Showing> showing(FetchOutcome fetched, Function<String, PageFiles> visits) {
    return sent(fetched)
        .filter(this::isWanted)
        .map(sent -> () -> show(sent, visits.apply(sent.page().uri())));
  }

  private Optional<Sent> sent(FetchOutcome fetched) {
    if (!(fetched instanceof Answered answered) || answered.status() != 200) {
      return Optional.empty();
    }
    Capture page = answered.captures().get(answered.captures().size() - 1);
    String type = page.mediaType().toLowerCase(Locale.ROOT);
    Use use = use(page.uri());
    if (use == Use.NEVER
        || page.payload().size() == 0
        || !type.isEmpty() && !type.contains("html")
        || !(page.source() instanceof Live)) {
      return Optional.empty();
    }
    return Optional.of(new Sent(answered, page, use, memory.of(outlet(page.uri()))));
  }

  private boolean isWanted(Sent sent) {
    if (sent.isSure()) {
      return true;
    }
    Learnt learnt = sent.learnt();
    Instant now = clock.instant();
    boolean known =
        learnt.verdict() == Verdict.PLAIN
            && learnt.testedAt() != null
            && learnt.testedAt().plus(PLAIN_FOR).isAfter(now);
    if (!browsers.areHere()) {
      return false;
    } else if (isPictured() && !archived.test(sent.page().payload().digest())) {
      return true;
    } else if (known) {
      return false;
    }
    byte[] bytes = bytes(sent.page());
    if (!BrowserNeed.hasScripts(bytes)) {
      return false;
    }
    boolean read = read(sent.page(), bytes) instanceof Extraction.Article;
    return !read || browsers.isIdle();
  }

  private FetchOutcome show(Sent sent, PageFiles files) throws InterruptedException {
    Learnt learnt = sent.learnt();
    Rendered shown;
    try {
      shown = browsers.render(new RenderRequest(sent.page(), files, options));
    } catch (IOException e) {
      String why = Truncation.head(OneLine.of(String.valueOf(e.getMessage())), LONGEST_REASON);
      memory.change(learnt.outlet(), l -> l.with(l.cost().failed(why, clock.instant())));
      // Where nothing is known of the outlet, the page counts as it was sent.
      return sent.isSure() ? captures.notShown(sent.answered(), why) : sent.answered();
    }
    long took = shown.took().toMillis();
    long size = shown.requests().bytes();
    memory.change(learnt.outlet(), l -> l.with(l.cost().shown(took, size, clock.instant())));
    return sent.use() == Use.ALWAYS || !isToBeTested(learnt) || test(sent, shown)
        ? captures.shown(sent.answered(), shown)
        : captures.pictured(sent.answered(), shown);
  }

  private boolean isPictured() {
    return options.picture() != RenderOptions.Picture.NONE;
  }

  private boolean isToBeTested(Learnt learnt) {
    return learnt.verdict() != Verdict.NEEDED
        || learnt.testedAt() == null
        || !learnt.testedAt().plus(NEEDED_FOR).isAfter(clock.instant());
  }

  /** Whether what was shown counts, by a test that is remembered. */
  private boolean test(Sent sent, Rendered shown) {
    Capture page = sent.page();
    boolean needed =
        BrowserNeed.of(
            read(page, bytes(page)), read(page, ShownCaptures.utf8(shown.html()), "text/html"));
    Instant now = clock.instant();
    return memory
            .change(
                sent.learnt().outlet(),
                l -> {
                  if (needed) {
                    return l.judged(Verdict.NEEDED, now, 0);
                  }
                  boolean stays = l.verdict() == Verdict.NEEDED && l.sufficed() + 1 < TESTS;
                  return l.judged(stays ? Verdict.NEEDED : Verdict.PLAIN, now, l.sufficed() + 1);
                })
            .verdict()
        == Verdict.NEEDED;
  }

  /**
   * Is told that no article was found in a page as it was sent. Its outlet is tested with the next
   * one then.
   */
  public void foundNothing(Capture page) {
    boolean html = page.mediaType().toLowerCase(Locale.ROOT).contains("html");
    boolean plain = page.source() instanceof Live live && live.role() == Role.PAGE;
    boolean answered = page.exchange() instanceof Exchange.Http http && http.status() == 200;
    if (html && plain && answered && use(page.uri()) == Use.AUTO) {
      memory.change(
          outlet(page.uri()),
          l -> l.verdict() == Verdict.PLAIN ? l.judged(Verdict.UNKNOWN, l.testedAt(), 0) : l);
    }
  }

  private Extraction read(Capture page, byte[] bytes) {
    return read(page, bytes, page.mediaType());
  }

  private Extraction read(Capture page, byte[] bytes, String type) {
    try {
      return extractor.extract(new Page(page.uri(), type, page.at(), "", bytes));
    } catch (RuntimeException | StackOverflowError e) {
      return new Extraction.NotAnArticle(Extraction.Reason.NOT_TEXT, "the extractor failed");
    }
  }

  private static byte[] bytes(Capture page) {
    try {
      return ContentCodings.decode(page.payload(), page.contentEncoding(), MOST_BYTES).bytes();
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private Use use(String uri) {
    return rule.of(outlet(uri), WebAddress.of(uri).host());
  }

  private static String outlet(String uri) {
    return ArticleIdentity.article(uri).outlet();
  }

  @Override
  public void close() {
    browsers.close();
    memory.close();
  }
}
