package stet.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.capture.Capture;
import stet.capture.CaptureSource.SavedFile;
import stet.capture.CaptureSource.TimeBasis;
import stet.capture.Payload;
import stet.notes.Annotations;
import stet.report.ReportOptions;
import stet.report.site.Ledger;
import stet.report.site.PageFiles;
import stet.track.Collection;
import stet.track.CollectionFolder;
import stet.track.CollectionWriter;

/**
 * A report that is brought up to date looks at no more articles than may have changed, also where
 * some learn from others what is furniture, and comes to what a report made anew is. The stories
 * are made up.
 */
class LearnedReportTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-02T09:00:00Z"), ZoneOffset.UTC);
  private static final Instant DAWN = Instant.parse("2026-03-14T06:00:00Z");
  private static final String HOST = "https://portaldercourier.example/";
  private static final String LINE = "Port Alder, harbour wall, by the old lamp: where we write.";
  private static final String NEWS = "The port said on Sunday that the crack had grown overnight.";

  @TempDir Path home;
  @TempDir Path anew;
  private int looked;

  private static Capture page(String name, String subject, int minutes, String... more) {
    StringBuilder html = new StringBuilder("<!doctype html><html lang=\"en\"><head><title>");
    html.append(subject).append(" is in the news</title>");
    html.append("</head><body><article><h1>").append(subject).append(" is in the news</h1>");
    for (String what : List.of("was shut on Saturday", "will open in May", "cost four millions")) {
      html.append("<p>").append(subject).append(' ').append(what);
      html.append(", the port authority of the fictional Port Alder said on Saturday.</p>");
    }
    for (String paragraph : more) {
      html.append("<p>").append(paragraph).append("</p>");
    }
    return capture(name, minutes, html.append("</article></body></html>").toString());
  }

  private static Capture capture(String name, int minutes, String html) {
    return new Capture(
        HOST + name,
        DAWN.plus(Duration.ofMinutes(minutes)),
        0,
        "text/html",
        Payload.of(html.getBytes(StandardCharsets.UTF_8)),
        new SavedFile("page-" + minutes + ".html", TimeBasis.NAME, ""));
  }

  private void accept(Capture... captures) throws IOException {
    new CollectionFolder(home).make();
    try (CollectionWriter writer = CollectionWriter.open(home, CLOCK, Duration.ZERO)) {
      writer.tracker().accept(List.of(captures));
    }
  }

  private void report(Path site, boolean all) throws IOException {
    looked = 0;
    try (Collection collection = Collection.open(home)) {
      ReportOptions options = new ReportOptions("Port Alder", ZoneId.of("UTC"), "stet test");
      ReportRun.write(
          collection, options, Annotations.NONE, site, all, count -> looked += (int) count);
    }
  }

  private void assertUpdatedIsWhole(int looking) throws IOException {
    Path updated = home.resolve("reports");
    report(updated, false);
    assertThat(looked).isEqualTo(looking);
    report(anew, true);
    assertThat(files(updated)).isEqualTo(files(anew));
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.readString(file, ISO_8859_1));
      }
    }
    files.remove(Ledger.FILE);
    files.remove(PageFiles.LIST);
    return files;
  }

  /** The line comes to the bridge, then news, and then the line goes. */
  private void begin() throws IOException {
    accept(
        page("bridge", "The bridge", 10),
        page("bridge", "The bridge", 20, LINE),
        page("bridge", "The bridge", 30, LINE, NEWS),
        page("bridge", "The bridge", 40, NEWS),
        page("pier-1", "Pier number 1", 1, LINE),
        page("pier-2", "Pier number 2", 2, LINE),
        page("mole", "The old mole", 3));
    assertUpdatedIsWhole(4);
  }

  @Test
  void anArticleThatTeachesNothingHasNoOtherLookedAt() throws IOException {
    begin();
    accept(page("mole", "The old mole", 50, "A wave took the lamp of the mole."));
    assertUpdatedIsWhole(1);
  }

  @Test
  void whoMayLearnIsLookedAtAndLearns() throws IOException {
    begin();
    String page = bridge();
    accept(page("pier-3", "Pier number 3", 50, LINE));
    assertUpdatedIsWhole(2);
    assertThat(bridge()).isNotEqualTo(page);
  }

  /** The line shows on a page that was known before; the bridge has news of its own meanwhile. */
  @Test
  void whatWasLearnedStaysKnownAndMayBeLearnedLater() throws IOException {
    begin();
    accept(page("bridge", "The bridge", 60, NEWS, "It will be painted red."));
    assertUpdatedIsWhole(1);
    accept(page("mole", "The old mole", 70, LINE));
    assertUpdatedIsWhole(2);
  }

  /** A pier turns out to be another's address: its captures teach from there. */
  @Test
  void anArticleThatIsTakenIntoAnotherIsFollowed() throws IOException {
    begin();
    accept(page("pier-3", "Pier number 3", 50, LINE));
    assertUpdatedIsWhole(2);
    String moved = "<link rel=\"canonical\" href=\"" + HOST + "pier-2\">";
    Capture capture = page("pier-3", "Pier number 3", 60, LINE);
    String html = new String(capture.payload().open().readAllBytes(), StandardCharsets.UTF_8);
    accept(capture("pier-3", 60, html.replace("<head>", "<head>" + moved)));
    Path updated = home.resolve("reports");
    report(updated, false);
    report(anew, true);
    assertThat(files(updated)).isEqualTo(files(anew));
  }

  private String bridge() throws IOException {
    return files(home.resolve("reports")).entrySet().stream()
        .filter(e -> e.getKey().matches("a/[^/]+/index\\.html"))
        .map(Map.Entry::getValue)
        .filter(page -> page.contains("<title>The bridge is in the news"))
        .findFirst()
        .orElseThrow();
  }
}
