package stet.app.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.HandClock;
import stet.app.CollectionHome;
import stet.app.WatchSession;
import stet.archive.ArchiveVerifier;
import stet.archive.ArchiveVerifier.Level;
import stet.archive.RecordScan;
import stet.archive.StoredRecord;
import stet.archive.StoredRecord.StoredCapture;
import stet.archive.WarcArchive;
import stet.capture.CaptureSource.Live;
import stet.capture.CaptureSource.Role;
import stet.capture.Payload;
import stet.diff.Label;
import stet.fetch.FetchOutcome;
import stet.fetch.FetchRequest;
import stet.fetch.Fetcher;
import stet.fetch.Newsroom;
import stet.render.PageFiles;
import stet.render.RenderOptions;
import stet.render.TestBrowser;
import stet.story.Engine;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.track.Collection;
import stet.track.CollectionFolder;
import stet.track.CollectionWriter;
import stet.watch.FetchLine;
import stet.watch.WatchLog;
import stet.watch.store.BrowserTable.Learnt;
import stet.watch.store.BrowserTable.Verdict;
import stet.watch.store.CheckOutcome;
import stet.watch.store.WatchStore;

/** Pages of a fictional newsroom that scripts build, as a watch sees them. */
class ShownPagesTest {
  private static final String ONE =
      "Twelve boats were lost in the harbour of Port Ellery on Tuesday night, when the storm wall"
          + " gave way in two places.";
  private static final String TWO =
      "The harbour master, Ines Faro, said that nobody was on board, and that the pilots had been"
          + " warned at noon.";
  private static final String THREE =
      "The council meets on Friday to decide whether the wall is built anew or moved inland, which"
          + " would cost twice as much.";
  private static final String SHELL =
      "<!DOCTYPE html><html lang=en><head><title>Boats lost</title><script src=/app.js defer>"
          + "</script></head><body><div id=root></div></body></html>";
  private static final String APP =
      "fetch('/story.json').then((r) => r.json()).then((data) => {"
          + " document.getElementById('root').innerHTML = '<article><h1>Boats lost in the"
          + " harbour</h1>' + data.map((p) => '<p>' + p + '</p>').join('') + '</article>'; });";

  @TempDir Path dir;
  private final HandClock clock = new HandClock(Instant.parse("2026-04-02T09:00:00Z"));
  private final List<String> log = new ArrayList<>();
  private final List<FetchLine> lines = new ArrayList<>();
  private Newsroom newsroom;

  @BeforeEach
  void make() throws IOException {
    TestBrowser.find();
    newsroom = new Newsroom();
    new CollectionHome(dir).make();
    set("auto");
  }

  @AfterEach
  void stop() throws IOException {
    newsroom.close();
  }

  private void set(String browser) throws IOException {
    set(browser, "none");
  }

  private void set(String browser, String pictures) throws IOException {
    Files.writeString(
        dir.resolve("stet.toml"),
        "[fetch]\nprivate-hosts = \""
            + newsroom.authority()
            + "\"\nmin-delay = 0\nbrowser = \""
            + browser
            + "\"\npictures = \""
            + pictures
            + "\"\n");
  }

  private void story(String... paragraphs) {
    newsroom.page(
        "/story.json",
        "Content-Type: application/json\r\n",
        ("[\"" + String.join("\",\"", paragraphs) + "\"]").getBytes(UTF_8));
  }

  private void scripted(String... paragraphs) {
    newsroom.page("/boats", "Content-Type: text/html\r\nETag: \"1\"\r\n", SHELL.getBytes(UTF_8));
    newsroom.page("/app.js", "Content-Type: text/javascript\r\n", APP.getBytes(UTF_8));
    story(paragraphs);
  }

  private static String plain(String... paragraphs) {
    return "<!DOCTYPE html><html lang=en><head><title>Boats lost</title><script>var n = 1;</script>"
        + "</head><body><article><h1>Boats lost in the harbour</h1><p>"
        + String.join("</p><p>", paragraphs)
        + "</p></article></body></html>";
  }

  private void check() throws Exception {
    clock.pass(Duration.ofHours(6));
    CollectionHome home = new CollectionHome(dir);
    try (WatchStore store = home.watched()) {
      store.track(List.of(newsroom.url("/boats")), clock.instant());
      store.hurry(newsroom.url("/boats"), clock.instant());
    }
    WatchLog told =
        new WatchLog() {
          @Override
          public void fetched(FetchLine line) {
            lines.add(line);
          }

          @Override
          public void note(String line) {
            log.add(line);
          }
        };
    try (WatchSession session = WatchSession.open(home, clock, told, true)) {
      session.watcher().runOnce();
    }
  }

  private Timeline timeline() throws IOException {
    try (Collection collection = new CollectionHome(dir).open()) {
      return collection
          .timelines()
          .find(newsroom.url("/boats"))
          .map(found -> collection.timelines().of(found.id()))
          .orElseThrow();
    }
  }

  private static List<String> text(Timeline timeline, int version) {
    return timeline.versions().get(version - 1).state().body().stream().map(b -> b.text()).toList();
  }

  private static Set<Label.Kind> labels(Entry.Revised revised) {
    return revised.labels().stream().map(Label::kind).collect(Collectors.toSet());
  }

  private Learnt learnt() {
    try (WatchStore store = new CollectionHome(dir).watchedForReading()) {
      return store.browsers().all().get(0);
    }
  }

  private List<StoredCapture> archived() throws IOException {
    List<StoredCapture> all = new ArrayList<>();
    WarcArchive archive = new WarcArchive(new CollectionFolder(dir).snapshots());
    for (String file : archive.files()) {
      try (RecordScan scan = archive.scan(file, 0)) {
        for (StoredRecord r = scan.next(); r != null; r = scan.next()) {
          if (r instanceof StoredCapture capture) {
            all.add(capture);
          }
        }
      }
    }
    return all;
  }

  private static Role role(StoredCapture stored) {
    return ((Live) stored.capture().source()).role();
  }

  @Test
  void aPageWithoutTextIsShownWithoutBeingAskedFor() throws Exception {
    scripted(ONE, TWO, THREE);
    check();
    assertThat(text(timeline(), 1)).containsExactly(ONE, TWO, THREE);
    assertThat(learnt().verdict()).isEqualTo(Verdict.NEEDED);
    assertThat(lines).extracting(FetchLine::outcome).containsExactly(CheckOutcome.FIRST);
    assertThat(archived())
        .extracting(ShownPagesTest::role)
        .containsExactly(Role.SENT, Role.PART, Role.PART, Role.SHOWN);
    List<StoredCapture> all = archived();
    WarcArchive archive = new WarcArchive(new CollectionFolder(dir).snapshots());
    assertThat(archive.parts(all.get(3).location()))
        .extracting(p -> p.capture().uri())
        .containsExactly(newsroom.url("/app.js"), newsroom.url("/story.json"));
  }

  @Test
  void whatScriptsBringIsComparedThoughWhatIsSentStaysTheSame() throws Exception {
    scripted(ONE, TWO, THREE);
    check();
    check();
    int sameTwice = archived().size();
    story(ONE.replace("Twelve", "Thirteen"), TWO, THREE);
    check();
    Timeline timeline = timeline();
    assertThat(timeline.captures()).isEqualTo(3);
    assertThat(timeline.versions()).hasSize(2);
    assertThat(labels(timeline.revisions().get(0)))
        .contains(Label.Kind.NO_UPDATE_TIME, Label.Kind.NUMBER);
    // Nothing is archived beside a page that shows what it showed before.
    assertThat(sameTwice).isEqualTo(6);
    assertThat(archived()).hasSize(10);
    assertThat(lines)
        .extracting(FetchLine::outcome)
        .containsExactly(CheckOutcome.FIRST, CheckOutcome.UNCHANGED, CheckOutcome.CHANGED);
    assertThat(lines).allSatisfy(line -> assertThat(line.detail()).isEmpty());
  }

  @Test
  void aPageThatIsWholeAsItIsSentIsTestedOnce() throws Exception {
    newsroom.page("/boats", plain(ONE, TWO, THREE));
    check();
    assertThat(learnt().verdict()).isEqualTo(Verdict.PLAIN);
    newsroom.page("/boats", plain(ONE, TWO.replace("nobody", "no one"), THREE));
    check();
    assertThat(learnt().cost().shown()).isEqualTo(1);
    assertThat(archived()).extracting(ShownPagesTest::role).containsOnly(Role.PAGE);
    assertThat(timeline().revisions()).hasSize(1);
    assertThat(labels(timeline().revisions().get(0))).doesNotContain(Label.Kind.READ_OTHERWISE);
  }

  @Test
  void whatAnotherWayOfReadingBringsIsNoEdit() throws Exception {
    set("never");
    String script = "<script>document.querySelector('p').textContent += ' " + THREE + "'</script>";
    newsroom.page("/boats", plain(ONE, TWO) + script);
    check();
    set("always");
    check();
    set("never");
    check();
    Timeline timeline = timeline();
    assertThat(timeline.versions()).hasSize(3);
    assertThat(timeline.revisions())
        .allSatisfy(r -> assertThat(labels(r)).containsExactly(Label.Kind.READ_OTHERWISE));
  }

  @Test
  void eachVersionHasItsPicture() throws Exception {
    set("auto", "desktop");
    newsroom.page("/boats", plain(ONE, TWO, THREE));
    check();
    check();
    newsroom.page("/boats", plain(ONE, TWO.replace("nobody", "no one"), THREE));
    check();
    assertThat(archived())
        .extracting(ShownPagesTest::role)
        .containsExactly(Role.PART, Role.PAGE, Role.PAGE, Role.PART, Role.PAGE);
    assertThat(timeline().versions()).hasSize(2);
    try (Collection collection = new CollectionHome(dir).open()) {
      for (SeenVersion version : timeline().versions()) {
        Payload picture =
            collection
                .captures()
                .pictures()
                .of(timeline().article(), version.first())
                .orElseThrow();
        try (InputStream in = picture.open()) {
          assertThat(new String(in.readNBytes(12), ISO_8859_1)).matches("RIFF....WEBP");
        }
      }
    }
    Path snapshots = new CollectionFolder(dir).snapshots();
    assertThat(ArchiveVerifier.verify(snapshots, Level.DIGESTS, Map.of()).sound()).isTrue();
  }

  @Test
  void aPageThatCannotBeShownIsNoEdit() throws Exception {
    scripted(ONE, TWO, THREE);
    check();
    clock.pass(Duration.ofHours(6));
    newsroom.page(
        "/boats", plain("Another text, which scripts would take away before it is read."));
    Browsers none = new Browsers(Optional.empty(), true, 1);
    BrowserMemory memory = new BrowserMemory(WatchStore.open(dir.resolve(WatchStore.FILE)));
    Engine engine = Engine.standard();
    try (ShownPages pages =
            new ShownPages(
                BrowserRule.of("auto"),
                engine.extractor(),
                memory,
                none,
                clock,
                RenderOptions.TEXT,
                digest -> false);
        Fetcher fetcher = new Fetcher(new CollectionHome(dir).settings().fetching(), clock);
        CollectionWriter writer = CollectionWriter.open(dir, engine, clock, Duration.ZERO)) {
      assertThat(pages.expects(newsroom.url("/boats"))).isTrue();
      FetchOutcome fetched = fetcher.fetch(FetchRequest.of(newsroom.url("/boats")));
      FetchOutcome shown = pages.showing(fetched, page -> PageFiles.NONE).orElseThrow().show();
      writer.tracker().accept(shown.captures());
    }
    assertThat(timeline().versions()).hasSize(1);
    assertThat(timeline().entries())
        .last()
        .isInstanceOfSatisfying(
            Entry.NotAnArticle.class, e -> assertThat(e.reason()).isEqualTo("not-shown"));
    assertThat(learnt().cost().failure()).contains("no Chromium");
  }
}
