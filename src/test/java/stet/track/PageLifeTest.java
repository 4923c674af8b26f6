package stet.track;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.capture.Capture;
import stet.capture.CaptureSource.Live;
import stet.capture.Exchange;
import stet.capture.Exchange.Failure;
import stet.capture.HttpHead;
import stet.capture.Payload;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/** What checks over HTTP show of a page's life, and which addresses are one story's. */
class PageLifeTest {
  private static final String STORY = "https://portaldercourier.example/bridge-shut-after-crack";
  private static final String MOVED =
      "https://portaldercourier.example/local/bridge-shut-after-crack-found";

  @TempDir Path home;

  private static Capture answer(String asked, String uri, int minute, String head, String body) {
    return Pages.answer(uri, minute, head, body, new Live(asked));
  }

  private static Capture ok(String asked, String uri, int minute, String paragraph) {
    return answer(asked, uri, minute, "200 OK", Pages.bridge(paragraph, uri));
  }

  private static Capture failed(int minute, Failure failure) {
    return new Capture(
        STORY,
        Pages.DAWN.plusSeconds(60L * minute),
        0,
        "",
        Payload.of(new byte[0]),
        new Live(STORY),
        new Exchange.Failed(failure, "no answer"));
  }

  private CollectionWriter open(Path folder) throws IOException {
    new CollectionFolder(folder).make();
    return CollectionWriter.open(folder, Clock.fixed(Pages.DAWN, ZoneOffset.UTC), Duration.ZERO);
  }

  private List<String> life(Capture... captures) throws IOException {
    try (CollectionWriter writer = open(home)) {
      writer.tracker().accept(List.of(captures));
      return told(writer.collection().timelines().all().next());
    }
  }

  private static List<String> told(Timeline timeline) {
    return timeline.entries().stream().map(PageLifeTest::told).toList();
  }

  private static String told(Entry entry) {
    if (entry instanceof Entry.NotAnArticle not) {
      return not.reason() + " " + not.checks();
    } else if (entry instanceof Entry.Unchanged same) {
      return "unchanged " + same.checks();
    } else if (entry instanceof Entry.Oscillated back) {
      return "oscillated " + back.switches();
    } else if (entry instanceof Entry.Moved moved) {
      return "moved " + moved.to();
    }
    return entry.getClass().getSimpleName();
  }

  @Test
  void everyAnswerHasItsPlaceInTheLifeOfThePage() throws IOException {
    assertThat(
            life(
                ok(STORY, STORY, 0, "It was the first time in forty years."),
                answer(STORY, STORY, 1, "500 Oops", "out of order"),
                answer(STORY, STORY, 2, "503 Busy", "come back"),
                failed(3, Failure.TIMEOUT),
                failed(4, Failure.ROBOTS_DISALLOWED),
                answer(STORY, STORY, 5, "403 Forbidden", "<h1>No</h1>"),
                answer(
                    STORY, STORY, 6, "404 Not Found", Pages.bridge("A page all the same.", STORY)),
                answer(STORY, STORY, 7, "410 Gone", ""),
                answer(STORY, STORY, 8, "451 Withheld", ""),
                ok(STORY, STORY, 9, "It was the first time in forty years."),
                ok(STORY, STORY, 10, "It was the first time in fifty years.")))
        .containsExactly(
            "FirstSeen",
            "server-error 2",
            "timeout 1",
            "robots-disallowed 1",
            "blocked 1",
            "not-found 1",
            "gone 1",
            "legal-reasons 1",
            "Returned",
            "Revised");
  }

  @Test
  void aRedirectNamesItsTargetAsItIsFetched() throws IOException {
    // As it crosses the wire: bytes above 127 raw, upper case in the host, a dot segment.
    String raw =
        new String(
            "lokal-ü/bridge-shut-after-crack-found".getBytes(StandardCharsets.UTF_8), ISO_8859_1);
    String fetched = "https://portaldercourier.example/lokal-%C3%BC/bridge-shut-after-crack-found";
    assertThat(
            life(
                ok(STORY, STORY, 0, "It was the first time in forty years."),
                answer(
                    STORY,
                    STORY,
                    1,
                    "301 Moved\r\nLocation: //PortAlderCourier.example/a/../" + raw,
                    ""),
                ok(STORY, fetched, 2, "It was the first time in forty years.")))
        .containsExactly("FirstSeen", "moved " + fetched, "unchanged 1");
    try (CollectionWriter writer = open(home)) {
      assertThat(writer.collection().timelines().count()).isEqualTo(1);
    }
  }

  @Test
  void aStorySentToTheFrontPageIsNoVersionAndNoOtherArticle() throws IOException {
    String front = "https://portaldercourier.example/";
    assertThat(
            life(
                ok(STORY, STORY, 0, "It was the first time in forty years."),
                answer(STORY, STORY, 1, "301 Moved\r\nLocation: /", ""),
                ok(STORY, front, 2, "Today in the fictional Port Alder: all the news.")))
        .containsExactly("FirstSeen", "redirected-home 1");
    try (CollectionWriter writer = open(home)) {
      assertThat(writer.collection().timelines().count()).isEqualTo(1);
    }
  }

  @Test
  void aStoryThatMovedIsOneArticleUnderBothAddresses() throws IOException {
    assertThat(
            life(
                ok(STORY, STORY, 0, "It was the first time in forty years."),
                answer(STORY, STORY, 1, "301 Moved\r\nLocation: " + MOVED, ""),
                ok(STORY, MOVED, 2, "It was the first time in forty years."),
                answer(STORY, STORY, 3, "301 Moved\r\nLocation: " + MOVED, ""),
                ok(STORY, MOVED, 4, "It was the first time in fifty years.")))
        .containsExactly("FirstSeen", "moved " + MOVED, "unchanged 1", "Revised");
    try (CollectionWriter writer = open(home)) {
      assertThat(writer.collection().timelines().count()).isEqualTo(1);
      assertThat(writer.collection().timelines().find(STORY).orElseThrow().article().uri())
          .isEqualTo(MOVED);
      assertThat(writer.collection().timelines().find(MOVED)).isPresent();
    }
  }

  @Test
  void aTextThatFlickersIsToldOnce() throws IOException {
    List<Capture> captures = new ArrayList<>();
    for (int minute = 0; minute < 40; minute++) {
      captures.add(
          ok(STORY, STORY, minute, "One in " + (minute / 2 % 2 == 0 ? "forty." : "fifty.")));
    }
    captures.add(ok(STORY, STORY, 60 * 24 * 5, "One in forty."));
    assertThat(life(captures.toArray(Capture[]::new)))
        .containsExactly(
            "FirstSeen",
            "unchanged 1",
            "Revised",
            "unchanged 1",
            "Revised",
            "unchanged 1",
            "oscillated 17",
            "unchanged 1",
            "Revised");
  }

  @Test
  void codedBodiesAreReadAlsoWhenOnlyConfirmed() throws IOException {
    byte[] coded = gzip(Pages.bridge("It was the first time in forty years.", STORY));
    Capture first = ok(STORY, STORY, 0, "");
    first = coded(first, coded, "200 OK\r\nContent-Encoding: gzip\r\nETag: \"1\"");
    Capture second = coded(ok(STORY, STORY, 1, ""), coded, "304 Not Modified\r\nETag: \"1\"");
    Capture torn =
        coded(
            ok(STORY, STORY, 2, ""),
            Arrays.copyOf(coded, coded.length - 40),
            "200 OK\r\nContent-Encoding: gzip");
    assertThat(life(first, second, torn))
        .containsExactly("FirstSeen", "unchanged 1", "broken-off 1");
  }

  private static byte[] gzip(String text) throws IOException {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    try (java.util.zip.GZIPOutputStream gzip = new java.util.zip.GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static Capture coded(Capture like, byte[] body, String head) {
    HttpHead response =
        HttpHead.of(("HTTP/1.1 " + head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    Payload payload = Payload.of(body);
    Payload sent = head.startsWith("304") ? Payload.of(new byte[0]) : payload;
    return new Capture(
        like.uri(),
        like.at(),
        0,
        "text/html",
        payload,
        like.source(),
        new Exchange.Http(HttpHead.NONE, response, sent, ""));
  }

  /** Captures that join and part three addresses, in any order: always the same articles. */
  @Test
  void theOrderOfArrivalDoesNotMatter() throws IOException {
    String amp = STORY + "?amp=1";
    String other = "https://portaldercourier.example/mayor-cleared-of-all-charges";
    List<Capture> captures =
        new ArrayList<>(
            List.of(
                answer(amp, amp, 0, "200 OK", Pages.bridge("One in forty.", STORY)),
                ok(STORY, STORY, 1, "One in forty."),
                answer(STORY, STORY, 2, "301 Moved\r\nLocation: " + MOVED, ""),
                ok(STORY, MOVED, 3, "One in fifty."),
                ok(MOVED, MOVED, 4, "One in sixty."),
                answer(
                    other,
                    other,
                    5,
                    "200 OK",
                    Pages.bridge("The mayor.", "https://portaldercourier.example/")),
                answer(other, other, 6, "301 Moved\r\nLocation: " + STORY, ""),
                ok(other, STORY, 7, "One in forty."),
                answer(MOVED, MOVED, 8, "200 OK", Pages.bridge("One in sixty.", STORY))));
    String expected = null;
    for (int seed = 0; seed < 24; seed++) {
      Collections.shuffle(captures, new Random(seed));
      Path folder = home.resolve("c" + seed);
      try (CollectionWriter writer = open(folder)) {
        for (Capture capture : captures) {
          writer.tracker().accept(List.of(capture));
        }
        List<String> all = new ArrayList<>();
        writer
            .collection()
            .timelines()
            .all()
            .forEachRemaining(t -> all.add(t.article().uri() + told(t)));
        String found = all.stream().collect(Collectors.joining("\n"));
        expected = expected == null ? found : expected;
        assertThat(found).as("shuffle %d", seed).isEqualTo(expected);
        assertThat(all).hasSize(2);
      }
      try (Collection collection = Collection.open(folder)) {
        assertThat(collection.verify(Audit.Level.REBUILD, Progress.NONE).findings()).isEmpty();
      }
    }
  }
}
