package stet.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.capture.Capture;
import stet.capture.CaptureSource.Live;
import stet.capture.CaptureSource.Memento;
import stet.timeline.Timeline;

/**
 * When equal text makes two addresses one story's, and when it doesn't. The outlet is fictional.
 */
class TextEvidenceTest {
  private static final Clock CLOCK = Clock.fixed(Pages.DAWN, ZoneOffset.UTC);
  private static final String SITE = "https://portaldercourier.example";
  private static final String OLD = SITE + "/crash";
  private static final String NEW = SITE + "/bridge";
  private static final String CRACK = "Inspectors found a hairline crack in the northern pylon.";
  private static final String LARGER = "Inspectors found a wide crack in the northern pylon.";
  private static final String OTHER =
      "<p>The town council voted for a new library by nine votes to four. Work on the fictional"
          + " building begins in May, and the reading room moves to the old customs house until"
          + " then, the mayor said. A second vote on its name will follow in the autumn.</p>";

  @TempDir Path home;

  private static String other(String canonical) {
    return "<!doctype html><html lang=\"en\"><head><title>Library</title><link rel=\"canonical\""
        + " href=\""
        + canonical
        + "\"></head><body><article><h1>Council votes for a library</h1>"
        + OTHER
        + "</article></body></html>";
  }

  private static Capture archived(String uri, int minute, String head, String body) {
    return Pages.answer(
        uri, minute, head, body, new Memento("archive.example", "urn:memento:" + minute));
  }

  private static Capture checked(String asked, String uri, int minute, String head, String body) {
    return Pages.answer(uri, minute, head, body, new Live(asked));
  }

  private static Capture story(String uri, int minute, String paragraph) {
    return archived(uri, minute, "200 OK", Pages.bridge(paragraph, ""));
  }

  /** The articles with the captures and entries of each, whatever the order of arrival. */
  private List<String> articles(Capture... captures) throws IOException {
    List<Capture> order = new ArrayList<>(List.of(captures));
    List<String> first = articles(home.resolve("0"), order, order.size());
    for (int seed = 1; seed <= 3; seed++) {
      Collections.shuffle(order, new Random(seed));
      assertThat(articles(home.resolve("" + seed), order, 1)).isEqualTo(first);
    }
    return first;
  }

  private static List<String> articles(Path folder, List<Capture> captures, int batch)
      throws IOException {
    new CollectionFolder(folder).make();
    try (CollectionWriter writer = CollectionWriter.open(folder, CLOCK, Duration.ZERO)) {
      for (int i = 0; i < captures.size(); i += batch) {
        writer.tracker().accept(captures.subList(i, i + batch));
      }
    }
    TreeSet<String> told = new TreeSet<>();
    try (Collection collection = Collection.open(folder)) {
      collection.timelines().all().forEachRemaining(t -> told.add(told(t)));
      if (batch == 1) {
        assertThat(collection.verify(Audit.Level.REBUILD, Progress.NONE).findings()).isEmpty();
      }
    }
    return List.copyOf(told);
  }

  private static String told(Timeline timeline) {
    return timeline.article().uri()
        + timeline.entries().stream().map(e -> " " + e.getClass().getSimpleName()).toList();
  }

  @Test
  void twinsThatShowedOneTextAreOneStory() throws IOException {
    assertThat(
            articles(
                story("http://www.portaldercourier.example/crash/", 0, CRACK),
                story(SITE + "/crash", 10, CRACK),
                story("https://www.portaldercourier.example/crash", 20, LARGER)))
        .containsExactly(OLD + "[ FirstSeen,  Unchanged,  Revised]");
  }

  @Test
  void twinsThatShowedOtherTextsAreTwo() throws IOException {
    assertThat(
            articles(
                story("http://portaldercourier.example/crash", 0, CRACK),
                archived(OLD, 10, "200 OK", other(""))))
        .hasSize(2);
  }

  @Test
  void aStoryKeepsTheNameThatItsPagesGive() throws IOException {
    String www = "https://www.portaldercourier.example/crash";
    assertThat(
            articles(
                archived(www, 0, "200 OK", Pages.bridge(CRACK, www)),
                archived(OLD, 10, "200 OK", Pages.bridge(CRACK, www)),
                story("http://portaldercourier.example/crash/", 20, CRACK)))
        .containsExactly(www + "[ FirstSeen,  Unchanged]");
  }

  @Test
  void aRedirectBetweenShortNamesIsBelievedWhereBothShowedTheText() throws IOException {
    assertThat(
            articles(
                story(OLD, 0, CRACK),
                story(NEW, 10, CRACK),
                archived(OLD, 20, "301 Moved\r\nLocation: /bridge", ""),
                story(NEW, 30, LARGER)))
        .containsExactly(NEW + "[ FirstSeen,  Unchanged,  Moved,  Revised]");
  }

  @Test
  void aRedirectToAnotherTextIsNot() throws IOException {
    assertThat(
            articles(
                story(OLD, 0, CRACK),
                archived(OLD, 20, "301 Moved\r\nLocation: /bridge", ""),
                archived(NEW, 30, "200 OK", other(""))))
        .containsExactly(NEW + "[ FirstSeen]", OLD + "[ FirstSeen,  NotAnArticle]");
  }

  @Test
  void aCheckThatEndsAtTheSameTextUnderAnotherNameShowsTheStory() throws IOException {
    assertThat(
            articles(
                checked(OLD, OLD, 0, "200 OK", Pages.bridge(CRACK, "")),
                checked(OLD, OLD, 10, "301 Moved\r\nLocation: /bridge", ""),
                checked(OLD, NEW, 11, "200 OK", Pages.bridge(LARGER, ""))))
        .containsExactly(NEW + "[ FirstSeen,  Moved,  Revised]");
  }

  @Test
  void aCheckThatEndsAtAnotherTextDoesNot() throws IOException {
    assertThat(
            articles(
                checked(OLD, OLD, 0, "200 OK", Pages.bridge(CRACK, "")),
                checked(OLD, OLD, 10, "301 Moved\r\nLocation: /library", ""),
                checked(OLD, SITE + "/library", 11, "200 OK", other(""))))
        .containsExactly(OLD + "[ FirstSeen,  NotAnArticle]");
  }

  @Test
  void aCanonicalLinkBetweenShortNamesIsBelievedWhereBothShowedTheText() throws IOException {
    assertThat(
            articles(story(NEW, 0, CRACK), archived(OLD, 10, "200 OK", Pages.bridge(CRACK, NEW))))
        .containsExactly(NEW + "[ FirstSeen,  Unchanged]");
  }

  @Test
  void swappedCanonicalLinksJoinNothing() throws IOException {
    String library = SITE + "/library";
    assertThat(
            articles(
                archived(OLD, 0, "200 OK", Pages.bridge(CRACK, library)),
                archived(library, 10, "200 OK", other(OLD))))
        .containsExactly(OLD + "[ FirstSeen]", library + "[ FirstSeen]");
  }

  @Test
  void aFrontPageAnotherSiteAndAnUnlinkedCopyStayApart() throws IOException {
    assertThat(
            articles(
                archived(OLD, 0, "200 OK", Pages.bridge(CRACK, SITE + "/")),
                story(SITE + "/", 10, CRACK),
                archived("https://other.example/crash", 20, "200 OK", Pages.bridge(CRACK, OLD)),
                story(SITE + "/bridge?id=1", 30, CRACK),
                story(SITE + "/bridge?id=2", 40, CRACK)))
        .hasSize(5);
  }
}
