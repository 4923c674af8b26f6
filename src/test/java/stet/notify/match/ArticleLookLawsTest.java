package stet.notify.match;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import stet.capture.Capture;
import stet.capture.CaptureSource.SavedFile;
import stet.capture.CaptureSource.TimeBasis;
import stet.capture.Payload;
import stet.diff.word.SearchWords;
import stet.notify.Change;
import stet.notify.Finding;
import stet.notify.Finding.Event;
import stet.notify.match.ArticleLook.Hit;
import stet.notify.rule.AlertRule;
import stet.notify.rule.RuleReader;
import stet.store.FilteredEdit;
import stet.story.Engine;
import stet.timeline.Entry;
import stet.timeline.Timeline;
import stet.track.Collection;
import stet.track.CollectionFolder;
import stet.track.CollectionWriter;
import stet.track.Timelines;

/**
 * What many rules have in common is found once; what is told by it is what each rule by itself
 * would find, whatever comes late and takes edits back.
 */
class ArticleLookLawsTest {
  private static final String URI = "https://courier.example/ferry";
  private static final Instant DAWN = Instant.parse("2026-11-02T05:00:00Z");
  private static final int MINUTES = 30;

  private static final List<List<String>> PARAGRAPHS =
      List.of(
          List.of("Ten people were hurt.", "Twelve people were hurt.", "Nobody was hurt, it said."),
          List.of("The port is shut.", "The port is open again.", "\u201cThe port is shut.\u201d"),
          List.of("An inquiry will question the crew.", "No inquiry is planned.", ""));

  private static final List<AlertRule> RULES =
      RuleReader.read(
          List.of(
              rule("all"),
              rule("number", "kind", "number"),
              rule("quotation", "kind", "quotation"),
              rule("paragraph", "kind", "paragraph-removed"),
              rule("silent", "label", "silent"),
              rule("cosmetic", "label", "cosmetic"),
              rule("long", "words", "4"),
              rule("word", "match", "port"),
              rule("word again", "match", "PORT"),
              rule("words", "match", "people nobody"),
              rule("quoted", "match", "port", "kind", "quotation"),
              rule("other language", "language", "fr"),
              rule("outlet", "outlet", "courier.example"),
              rule("other outlet", "outlet", "paper.example"),
              rule("article", "article", URI),
              rule("same article", "article", URI + "?utm_source=mail"),
              rule("other article", "article", "https://courier.example/bridge"),
              rule("came back", "when", "came-back"),
              rule("notice", "when", "notice"),
              rule("passage", "when", "passage", "passage", "the port is shut"),
              rule("parts", "when", "passage", "passage", "people ... inquiry"),
              rule("gone", "when", "gone"),
              rule("held", "when", "held")),
          ZoneId.of("UTC"),
          List.of("desk"));

  private static Map<String, List<String>> rule(String name, String... more) {
    Map<String, List<String>> rule = new LinkedHashMap<>();
    rule.put("name", List.of(name));
    rule.put("to", List.of("desk"));
    for (int i = 0; i < more.length; i += 2) {
      rule.put(more[i], List.of(more[i + 1]));
    }
    return rule;
  }

  /** What a moment's page says depends on the moment alone, so that none says two things. */
  private static Capture capture(long seed, int minute) {
    Random random = new Random(31 * seed + minute);
    StringBuilder html =
        new StringBuilder("<!doctype html><html lang=\"en\"><head><title>Ferry</title></head>")
            .append("<body><article><h1>Ferry runs aground</h1><p>By Ada Quill</p>")
            .append("<p>A ferry ran aground off the fictional island of Sarn on Monday.</p>");
    for (List<String> variants : PARAGRAPHS) {
      html.append("<p>").append(variants.get(random.nextInt(3))).append("</p>");
    }
    html.append("<p>The ship had left port an hour before, according to its owners.</p>");
    return new Capture(
        URI,
        DAWN.plusSeconds(60L * minute),
        0,
        "text/html",
        Payload.of(html.append("</article></body></html>").toString().getBytes(UTF_8)),
        new SavedFile("p.html", TimeBasis.NAME, ""));
  }

  @Property(tries = 5)
  void whatIsSharedChangesNothingThatIsTold(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<Integer> minutes = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      minutes.add(random.nextInt(MINUTES));
    }
    Path home = Files.createTempDirectory("looks");
    ArticleLooks.Asked asked = new ArticleLooks.Asked();
    Set<String> told = new LinkedHashSet<>();
    Clock clock = Clock.fixed(DAWN.plus(Duration.ofDays(1)), ZoneOffset.UTC);
    new CollectionFolder(home).make();
    try (CollectionWriter writer =
        CollectionWriter.open(home, Engine.standard(), clock, Duration.ZERO)) {
      for (int minute : minutes) {
        writer.tracker().accept(List.of(capture(seed, minute)));
        Instant from = DAWN.plusSeconds(60L * random.nextInt(MINUTES));
        requireSame(writer.collection(), asked, told, from);
      }
    } finally {
      remove(home);
    }
  }

  private static void requireSame(
      Collection collection, ArticleLooks.Asked asked, Set<String> told, Instant from) {
    Timelines timelines = collection.timelines();
    Timelines.Found article = timelines.find(URI).orElseThrow();
    Timeline timeline = timelines.of(article.id());
    Links links = new Links("");
    ArticleLook shared =
        new ArticleLooks(timelines, links, asked).of(article.article().key()).orElseThrow();
    for (AlertRule rule : RULES) {
      ArticleLook alone =
          new ArticleLooks(timelines, links, new ArticleLooks.Asked())
              .of(article.article().key())
              .orElseThrow();
      List<Finding> findings = findings(alone.hits(rule));
      assertThat(findings(shared.hits(rule))).as(rule.name()).isEqualTo(findings);
      assertThat(shared.hits(rule, from))
          .as(rule.name())
          .extracting(Hit::id)
          .isEqualTo(
              alone.hits(rule).stream().filter(h -> !h.at().isBefore(from)).map(Hit::id).toList());
      assertThat(findings.stream().map(Finding::change).map(Change::version))
          .as(rule.name())
          .isEqualTo(reckoned(rule, timeline));
      findings.forEach(f -> told.add(f.id()));
      for (String id : told) {
        boolean found = findings.stream().anyMatch(f -> f.id().equals(id));
        assertThat(shared.stand(rule, id).standing().holds()).as(id).isEqualTo(found);
      }
    }
  }

  private static List<Finding> findings(List<Hit> hits) {
    return hits.stream().map(hit -> hit.finding().get()).toList();
  }

  /** The versions of which a rule tells, reckoned for it alone and from the texts. */
  private static List<Integer> reckoned(AlertRule rule, Timeline timeline) {
    return timeline.revisions().stream()
        .filter(revised -> fires(rule, timeline, revised))
        .map(Entry.Revised::version)
        .toList();
  }

  private static boolean fires(AlertRule rule, Timeline timeline, Entry.Revised revised) {
    return switch (rule.name()) {
      case "article", "same article" -> isNoted(revised);
      case "passage", "parts" -> differs(rule, timeline, revised.version());
      case "gone", "held", "other article" -> false;
      default ->
          rule.ask().event() != Event.PASSAGE
              && new FilteredEdit(timeline, revised).fits(rule.ask().filter());
    };
  }

  private static boolean isNoted(Entry.Revised revised) {
    return revised.labels().stream().noneMatch(l -> l.kind().id().equals("cosmetic"));
  }

  private static boolean differs(AlertRule rule, Timeline timeline, int version) {
    return stands(rule, timeline, version - 1) != stands(rule, timeline, version);
  }

  private static boolean stands(AlertRule rule, Timeline timeline, int version) {
    List<String> texts =
        timeline.versions().get(version - 1).state().body().stream()
            .map(block -> " " + String.join(" ", SearchWords.of(block.text()).words()) + " ")
            .toList();
    return Stream.of(rule.ask().passage().split("\\.\\.\\."))
        .allMatch(part -> texts.stream().anyMatch(t -> t.contains(" " + part.strip() + " ")));
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Collections.reverseOrder()).forEach(p -> p.toFile().delete());
    }
  }
}
