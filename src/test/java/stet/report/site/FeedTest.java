package stet.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nu.validator.vendor.thaiopensource.util.PropertyMapBuilder;
import nu.validator.vendor.thaiopensource.validate.ValidateProperty;
import nu.validator.vendor.thaiopensource.validate.ValidationDriver;
import nu.validator.vendor.thaiopensource.validate.rng.CompactSchemaReader;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;
import stet.diff.Label;
import stet.report.ReportOptions;
import stet.report.Stories;
import stet.report.Story;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Feeds against the grammar of Atom (RFC 4287) and the rules of JSON Feed 1.1. */
class FeedTest {
  @TempDir Path dir;

  @BeforeEach
  void write() throws IOException {
    List<stet.timeline.Timeline> timelines = new ArrayList<>(Stories.all());
    timelines.add(
        new Story("odd-8c", "odd & <b>.example")
            .headline("Odd ]]> \u0000 \uD800 <script>x</script> & more")
            .text("One \u0001 paragraph.")
            .seen("2026-01-01T00:00:00Z")
            .text("Another \u202E paragraph.")
            .seen("2026-01-02T00:00:00Z", Label.Kind.SILENT)
            .timeline());
    new Site(Story.DIFFER, Stories.OPTIONS).write(timelines.iterator(), dir);
  }

  private List<Path> feeds(String suffix) throws IOException {
    try (Stream<Path> all = Files.walk(dir)) {
      return all.filter(
              p ->
                  p.endsWith("feed" + suffix)
                      || p.getParent().endsWith("o") && p.toString().endsWith(suffix))
          .sorted()
          .toList();
    }
  }

  @Test
  void everyAtomFeedFollowsTheGrammar() throws Exception {
    List<String> problems = new ArrayList<>();
    PropertyMapBuilder properties = new PropertyMapBuilder();
    ValidateProperty.ERROR_HANDLER.put(properties, new Collecting(problems));
    ValidationDriver driver =
        new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    String grammar =
        new String(
            FeedTest.class.getResourceAsStream("/stet/report/atom.rnc").readAllBytes(),
            java.nio.charset.StandardCharsets.UTF_8);
    boolean read = driver.loadSchema(new InputSource(new StringReader(grammar)));
    assertThat(read).as("grammar: " + problems).isTrue();

    List<Path> feeds = feeds(".xml");
    for (Path feed : feeds) {
      driver.validate(new InputSource(feed.toUri().toString()));
    }

    assertThat(feeds).hasSizeGreaterThan(10);
    assertThat(problems).isEmpty();
  }

  @Test
  void everyJsonFeedFollowsTheRules() throws Exception {
    for (Path feed : feeds(".json")) {
      if (feed.toString().endsWith("figures.json")) {
        continue; // Figures about the outlet, no feed.
      }
      JsonNode root = JsonMapper.shared().readTree(Files.readString(feed));
      assertThat(root.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
      assertThat(root.path("title").asString()).isNotBlank();
      Set<String> ids = new HashSet<>();
      for (JsonNode item : root.path("items")) {
        assertThat(ids.add(item.path("id").asString())).as("each id once").isTrue();
        assertThat(item.path("content_html").asString()).isNotBlank();
        Instant.parse(item.path("date_published").asString());
        assertThat(feed.resolveSibling(item.path("url").asString()).normalize()).exists();
        assertThat(Jsoup.parse(item.path("content_html").asString()).select("script, style, img"))
            .isEmpty();
      }
    }
  }

  @Test
  void theDiffItselfIsInside() throws Exception {
    String feed = Files.readString(dir.resolve("a/harbour-bridge-1f/feed.json"));

    JsonNode newest = JsonMapper.shared().readTree(feed).path("items").get(0);
    assertThat(newest.path("content_html").asString())
        .contains("<del>40,000</del>", "<ins>46,000</ins>");
    assertThat(newest.path("url").asString()).isEqualTo("../../a/harbour-bridge-1f/r4.html");
  }

  @Test
  void aVersionFoundLateLeavesTheIdsOfLaterOnesAlone() throws Exception {
    List<String> before = ids(story(false));
    List<String> after = ids(story(true));

    assertThat(before).hasSize(2).doesNotHaveDuplicates();
    assertThat(after).hasSize(3).doesNotHaveDuplicates().containsAll(before);
  }

  private static stet.timeline.Timeline story(boolean late) {
    Story story = new Story("late-1", "late.example").text("One.").seen("2026-01-01T00:00:00Z");
    if (late) {
      story.text("Two.").seen("2026-01-02T00:00:00Z", Label.Kind.SILENT);
    }
    return story
        .text("Three.")
        .seen("2026-01-03T00:00:00Z", Label.Kind.SILENT)
        .text("Four.")
        .seen("2026-01-03T00:00:00Z", Label.Kind.SILENT)
        .timeline();
  }

  private List<String> ids(stet.timeline.Timeline story) throws IOException {
    new Site(Story.DIFFER, Stories.OPTIONS).write(List.of(story).iterator(), dir);
    List<String> ids = new ArrayList<>();
    JsonMapper.shared()
        .readTree(Files.readString(dir.resolve("feed.json")))
        .path("items")
        .forEach(i -> ids.add(i.path("id").asString()));
    return ids;
  }

  @Test
  void aPublishedSiteHasWholeAddresses(@TempDir Path published) throws Exception {
    ReportOptions options =
        new ReportOptions("Port Alder", ZoneId.of("UTC"), "stet", "https://edits.example/x", false);
    new Site(Story.DIFFER, options).write(Stories.all().iterator(), published);

    for (String name : List.of("feed.json", "a/harbour-bridge-1f/feed.json")) {
      JsonNode feed = JsonMapper.shared().readTree(Files.readString(published.resolve(name)));
      assertThat(feed.path("feed_url").asString()).isEqualTo("https://edits.example/x/" + name);
      for (JsonNode item : feed.path("items")) {
        String url = item.path("url").asString();
        assertThat(url).startsWith("https://edits.example/x/a/");
        assertThat(published.resolve(url.substring("https://edits.example/x/".length()))).exists();
      }
    }
    assertThat(Files.readString(published.resolve("feed.xml")))
        .contains(
            "rel=\"self\" type=\"application/atom+xml\" href=\"https://edits.example/x/feed.xml\"")
        .doesNotContain("href=\"../")
        .doesNotContain("href=\"index.html\"");
    assertThat(Files.readString(published.resolve("a/harbour-bridge-1f/r3.html")))
        .contains("content=\"https://edits.example/x/a/harbour-bridge-1f/r3.html\"");
  }

  private record Collecting(List<String> problems) implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      problems.add(e.toString());
    }

    @Override
    public void error(SAXParseException e) {
      problems.add(e.toString());
    }

    @Override
    public void fatalError(SAXParseException e) {
      problems.add(e.toString());
    }
  }
}
