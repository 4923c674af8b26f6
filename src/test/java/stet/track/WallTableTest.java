package stet.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.capture.Capture;
import stet.diff.Label;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/** Walls in many languages are no edits, and an editor's shortenings are no walls. */
class WallTableTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-02T09:00:00Z"), ZoneOffset.UTC);

  private static final String FILLER =
      "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt.";

  @TempDir Path home;

  private record Story(String headline, List<String> paragraphs) {}

  private static String resource(String name) throws IOException {
    try (InputStream in = WallTableTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Map<String, Story> stories() throws IOException {
    Map<String, Story> stories = new HashMap<>();
    for (String one : resource("wall-stories.txt").split("\n== ")) {
      if (!one.startsWith("#")) {
        List<String> lines = one.lines().toList();
        stories.put(
            lines.get(0).substring(0, 2),
            new Story(lines.get(0).substring(3), lines.subList(1, lines.size())));
      }
    }
    return stories;
  }

  private static List<String[]> rows(String name) throws IOException {
    return resource(name)
        .lines()
        .filter(l -> !l.isBlank() && !l.startsWith("#"))
        .map(l -> l.split("\t", -1))
        .toList();
  }

  private static String head(String kind) {
    String article = "\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",";
    String data =
        switch (kind) {
          case "free" -> article + "\"headline\":\"A\",\"isAccessibleForFree\":\"False\"";
          case "parts" ->
              article
                  + "\"headline\":\"A\",\"hasPart\":{\"@type\":\"WebPageElement\","
                  + "\"isAccessibleForFree\":false,\"cssSelector\":\".story\"}";
          case "withheld" ->
              article
                  + "\"headline\":\"A\",\"hasPart\":{\"@type\":\"WebPageElement\","
                  + "\"isAccessibleForFree\":false,\"cssSelector\":\".paid\"}";
          case "words" -> article + "\"headline\":\"A\",\"wordCount\":141";
          default -> "";
        };
    String tier = kind.equals("tier") ? "<meta property=article:content_tier content=locked>" : "";
    return data.isEmpty() ? tier : "<script type=application/ld+json>{" + data + "}</script>";
  }

  private static String page(
      String lang, Story story, List<String> paragraphs, String head, String after) {
    StringBuilder html = new StringBuilder("<!doctype html><html lang=" + lang + "><head>");
    html.append("<meta charset=utf-8><title>").append(story.headline).append(" | Ledger</title>");
    html.append(head).append("</head><body><header><a href=/>Ledger</a></header><main><article>");
    html.append("<h1>").append(story.headline).append("</h1><div class=story>");
    paragraphs.forEach(p -> html.append("<p>").append(p).append("</p>"));
    return html.append(after)
        .append("</div></article></main><footer>© Ledger</footer></body></html>")
        .toString();
  }

  private static String walled(String lang, Story story, String[] row) {
    List<String> all = story.paragraphs;
    String second = all.get(1);
    List<String> kept = new ArrayList<>(all.subList(0, 1));
    int half = second.length() / 2;
    switch (row[1]) {
      case "s" -> kept.add(second.substring(0, half) + "…");
      case "w" -> kept.add(second.substring(0, second.indexOf(' ', half) - 1));
      case "h" -> kept.add(second.substring(0, second.indexOf(' ', half)));
      case "f" -> kept.addAll(List.of(FILLER, FILLER, FILLER));
      case "b" ->
          all.subList(1, 4)
              .forEach(
                  p -> kept.add("<span class=blurred>" + p.replaceAll("\\p{L}", "q") + "</span>"));
      case "x" -> kept.add(second);
      case "r" -> all.subList(1, 4).forEach(p -> kept.add(turned(p)));
      case "p" ->
          kept.addAll(
              List.of(
                  "This is placeholder text that stands where a paragraph was.",
                  "More placeholder text stands here for another one."));
      case "g" -> all.subList(1, 4).forEach(p -> kept.add(p.replaceAll("\\p{L}", "█")));
      case "e" -> {
        String html = page(lang, story, all, "", "");
        return html.substring(0, html.indexOf(all.get(2)) - 3);
      }
      default -> {
        kept.clear();
        kept.addAll(all.subList(0, Integer.parseInt(row[1])));
      }
    }
    return page(lang, story, kept, head(row[2]), row[3]);
  }

  private static String turned(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      boolean latin = c >= 'a' && c <= 'z';
      out.append(latin ? (char) ('a' + (c - 'a' + 13) % 26) : c);
    }
    return out.toString();
  }

  private static List<String> shortened(Story story, String how) {
    List<String> all = story.paragraphs;
    int n = all.size();
    List<String> out = new ArrayList<>(all);
    switch (how.charAt(0)) {
      case 'L' -> out = all.subList(0, n - (how.charAt(1) - '0'));
      case 'M' -> {
        out.remove(2);
        out.remove(2);
      }
      case 'F' -> out.remove(0);
      case 'S' -> out.replaceAll(p -> p.substring(p.indexOf(' ') + 1));
      case 'E' -> out.set(n - 1, ended(all.get(n - 1)));
      case 'H' -> out.replaceAll(WallTableTest::ended);
      default -> out = List.of(ended(all.get(2)), all.get(4), all.get(0));
    }
    return out;
  }

  /** The first half of a paragraph, brought to an end as an editor would. */
  private static String ended(String text) {
    int half = text.length() / 2;
    int at = text.indexOf(' ', half);
    String mark = text.substring(text.length() - 1);
    return text.substring(0, at < 0 ? half : at).replaceAll("[,、،]$", "") + mark;
  }

  private Map<String, Timeline> timelines(List<Capture> captures) throws IOException {
    new CollectionFolder(home).make();
    try (CollectionWriter writer = CollectionWriter.open(home, CLOCK, Duration.ZERO)) {
      writer.tracker().accept(captures);
    }
    Map<String, Timeline> timelines = new HashMap<>();
    try (Collection collection = Collection.open(home)) {
      collection.timelines().all().forEachRemaining(t -> timelines.put(t.article().uri(), t));
    }
    return timelines;
  }

  private static String said(Timeline timeline) {
    StringBuilder said = new StringBuilder();
    for (Entry entry : timeline.entries()) {
      if (entry instanceof Entry.NotAnArticle gone) {
        said.append(gone.reason()).append(' ');
      } else if (entry instanceof Entry.Revised revised) {
        said.append(revised.labels().get(0).kind().id()).append(' ');
      } else {
        said.append(entry.getClass().getSimpleName()).append(' ');
      }
    }
    return said.toString().trim();
  }

  @Test
  void noWallIsAnEdit() throws IOException {
    Map<String, Story> stories = stories();
    List<Capture> captures = new ArrayList<>();
    List<String[]> rows = rows("walls.tsv");
    for (int i = 0; i < rows.size(); i++) {
      String[] row = rows.get(i);
      Story story = stories.get(row[0]);
      String whole = page(row[0], story, story.paragraphs, "", "");
      String walled = walled(row[0], story, row);
      String uri = "https://ledger.example/" + row[0] + "/between-" + i;
      captures.add(Pages.page(uri, 0, whole));
      captures.add(Pages.page(uri, 60, walled));
      captures.add(Pages.page(uri, 120, whole));
    }
    Map<String, Timeline> timelines = timelines(captures);
    assertThat(rows.size()).isGreaterThanOrEqualTo(40);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String uri = "https://ledger.example/" + rows.get(i)[0] + "/between-" + i;
      String said = said(timelines.get(uri));
      if (!said.equals("FirstSeen cut-off Returned")) {
        wrong.add(String.join(" | ", rows.get(i)) + " -> " + said);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aStoryFirstSeenBehindAWallBeginsWithTheWholePage() throws IOException {
    Map<String, Story> stories = stories();
    List<Capture> captures = new ArrayList<>();
    List<String[]> rows = rows("walls.tsv");
    for (int i = 0; i < rows.size(); i++) {
      String[] row = rows.get(i);
      Story story = stories.get(row[0]);
      String uri = "https://ledger.example/" + row[0] + "/before-" + i;
      captures.add(Pages.page(uri, 0, walled(row[0], story, row)));
      captures.add(Pages.page(uri, 60, page(row[0], story, story.paragraphs, "", "")));
    }
    List<String> wrong = new ArrayList<>();
    timelines(captures)
        .forEach(
            (uri, timeline) -> {
              String said = said(timeline);
              String row =
                  String.join(" | ", rows.get(Integer.parseInt(uri.replaceAll(".*-", ""))));
              // "Not free" that ends when the story has grown may be a story that was set free.
              boolean told =
                  said.equals("cut-off FirstSeen")
                      || said.equals("FirstSeen perhaps-cut")
                          && row.matches(
                              ".*(free|parts|tier|Read more|Log in|Continue"
                                  + " reading<.button|JavaScript|Loading).*");
              if (!told) {
                wrong.add(row + " -> " + said);
              }
            });
    assertThat(wrong).isEmpty();
  }

  @Test
  void noShorteningIsAWall() throws IOException {
    Map<String, Story> stories = stories();
    List<Capture> captures = new ArrayList<>();
    List<String[]> rows = rows("shortenings.tsv");
    for (int i = 0; i < rows.size(); i++) {
      String[] row = rows.get(i);
      Story story = stories.get(row[0]);
      String head = head(row[2]);
      String uri = "https://ledger.example/" + row[0] + "/shorter-" + i;
      captures.add(Pages.page(uri, 0, page(row[0], story, story.paragraphs, head, row[3])));
      captures.add(
          Pages.page(uri, 60, page(row[0], story, shortened(story, row[1]), head, row[3])));
    }
    Map<String, Timeline> timelines = timelines(captures);
    assertThat(rows.size()).isGreaterThanOrEqualTo(40);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String uri = "https://ledger.example/" + rows.get(i)[0] + "/shorter-" + i;
      Timeline timeline = timelines.get(uri);
      boolean edit =
          timeline.revisions().size() == 1
              && timeline.revisions().get(0).labels().get(0).kind() != Label.Kind.PERHAPS_CUT
              && timeline.revisions().get(0).revision().counts().deleted() > 0;
      if (!edit) {
        wrong.add(String.join(" | ", rows.get(i)) + " -> " + said(timeline));
      }
    }
    assertThat(wrong).isEmpty();
  }
}
