package stet.app.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import stet.HandClock;
import stet.app.CollectionHome;
import stet.app.ServedCollection;
import stet.capture.Capture;
import stet.capture.CaptureSource.SavedFile;
import stet.capture.CaptureSource.TimeBasis;
import stet.capture.Payload;
import stet.story.Engine;
import stet.track.CollectionWriter;
import stet.watch.drift.DriftGuard;
import stet.watch.store.WatchStore;

/** A collection of fictional stories that a test edits, and what tells people of it. */
final class Newsroom implements AutoCloseable {
  static final String BASE = "https://stet.example/reports/";

  final Path home;
  final HandClock clock;
  private final CollectionWriter writer;
  private final ServedCollection collection;
  private final WatchStore store;
  private AlertRound round;
  private final List<String> log;

  /**
   * @param settings content of {@code stet.toml}
   * @param log gets what is said
   */
  Newsroom(Path home, Instant start, String settings, List<String> log) throws IOException {
    this.home = home;
    this.clock = new HandClock(start);
    this.log = log;
    CollectionHome there = new CollectionHome(home);
    there.make();
    Files.writeString(
        home.resolve("stet.toml"), "report.base-url = \"" + BASE + "\"\n\n" + settings);
    writer = CollectionWriter.open(home, Engine.standard(), clock, Duration.ZERO);
    collection = ServedCollection.open(there, clock);
    store = there.watchedBeforeUse();
    round = round();
  }

  private AlertRound round() {
    AlertSetup setup = AlertSetup.read(new CollectionHome(home), clock, "stet test");
    return new AlertRound(collection, store, setup, log::add, () -> {});
  }

  /** Begins anew with the settings as they are now, as a new run of the program would. */
  void restart() {
    round.close();
    round = round();
  }

  WatchStore store() {
    return store;
  }

  /** A file with a secret in the collection's folder. */
  static void secret(Path home, String name, String secret) throws IOException {
    Files.createDirectories(home);
    Files.writeString(home.resolve(name), secret + "\n");
  }

  /** Takes a page in, as seen now. */
  void see(String uri, String html) throws IOException {
    see(uri, html, clock.instant());
  }

  /** Takes a page in that was seen then. */
  void see(String uri, String html, Instant at) throws IOException {
    Payload payload = Payload.of(html.getBytes(UTF_8));
    writer
        .tracker()
        .accept(
            List.of(
                new Capture(
                    uri,
                    at,
                    0,
                    "text/html",
                    payload,
                    new SavedFile("p.html", TimeBasis.NAME, ""))));
  }

  /** Holds a revision, named by its article's key and when its new text was seen. */
  void hold(String revision) {
    Instant now = clock.instant();
    Set<String> words = Set.of("Join the thousands who read us by mail each morning of the week.");
    List<DriftGuard.Change> changes = new ArrayList<>();
    for (String name : List.of(revision, "b " + now, "c " + now, "d " + now)) {
      String article = name.substring(0, name.indexOf(' '));
      changes.add(new DriftGuard.Change(article, name, now, Set.of(), words));
    }
    store.drift().hold("paper.example", changes, (from, until) -> 4);
  }

  /** The key of the story at an address. */
  String key(String uri) throws IOException {
    return collection.ask(c -> c.timelines().find(uri).orElseThrow().article().key());
  }

  /** Lets people be told, until nothing more can be told now. */
  void tell() throws IOException, InterruptedException {
    round.make(false);
    while (round.isBusy()) {
      Thread.sleep(2);
      round.make(false);
    }
  }

  /** Story of a fictional outlet that states when it was updated. */
  static String story(String headline, String updated, String... paragraphs) {
    StringBuilder html =
        new StringBuilder("<!doctype html><html lang=\"en\"><head><title>")
            .append(headline)
            .append("</title><meta property=\"article:published_time\" content=\"")
            .append("2026-10-24T08:00:00Z\"><meta property=\"article:modified_time\" content=\"")
            .append(updated)
            .append("\"></head><body><article><h1>")
            .append(headline)
            .append("</h1><p class=\"byline\">By Ada Quill</p>");
    for (String paragraph : paragraphs) {
      html.append("<p>").append(paragraph).append("</p>");
    }
    return html.append("</article></body></html>").toString();
  }

  @Override
  public void close() throws IOException {
    round.close();
    store.close();
    collection.close();
    writer.close();
  }
}
