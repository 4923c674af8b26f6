package stet.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.capture.Capture;
import stet.diff.Label;
import stet.diff.Label.Kind;
import stet.store.EditFilter;
import stet.store.EditTable.Place;
import stet.timeline.Entry;
import stet.timeline.Timeline;
import stet.track.list.Listed;

/** A list of edits is what a walk through all timelines would give, whatever the filter. */
class EditsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-02T09:00:00Z"), ZoneOffset.UTC);
  private static final String[] HOSTS = {"portaldercourier.example", "quaypost.example"};
  private static final String FURNITURE = "Port Alder, harbour wall, by the old lamp: we write.";

  /** Changes of the last paragraph: a number, a word, a negation, upper case, much, little. */
  private static final String[] LAST = {
    "It cost 4 million, the fictional port of Alder said on Monday.",
    "It cost 5 million, the fictional port of Alder said on Monday.",
    "It cost 5 million, the fictional port of Alder claimed on Monday.",
    "It never cost 5 million, the fictional port of Alder claimed on Monday.",
    "It never cost 5 million. STRAßE was a typing error, Zoë Ünal and the mayor of the port said.",
    "Nothing is known."
  };

  @TempDir Path home;

  private record Edit(long article, String outlet, Timeline timeline, Entry.Revised revised) {
    Place place() {
      return new Place(revised.at(), article, revised.version());
    }

    boolean has(Kind kind) {
      return revised.labels().stream().map(Label::kind).anyMatch(kind::equals);
    }

    String text(int version) {
      return timeline.versions().get(version - 1).state().body().toString();
    }
  }

  private static Capture page(String host, int story, int minutes, String... paragraphs) {
    String lang = story % 2 == 0 ? "en" : "en-GB";
    StringBuilder html = new StringBuilder("<!doctype html><html lang=\"" + lang + "\"><head>");
    html.append("<title>Pier ").append(story).append(" is shut</title></head><body><article><h1>");
    html.append("Pier ").append(story).append(" is shut</h1><p>Pier ").append(story);
    html.append(" was shut on Saturday because of a crack, the port said.</p><p>Ferry ");
    html.append(story).append(" will run every twenty minutes until the works are over.</p>");
    for (String paragraph : paragraphs) {
      html.append("<p>").append(paragraph).append("</p>");
    }
    String end = html.append("</article></body></html>").toString();
    return Pages.page("https://" + host + "/pier-" + story, minutes, end);
  }

  @BeforeEach
  void collect() throws IOException {
    List<Capture> captures = new ArrayList<>();
    for (String host : HOSTS) {
      for (int story = 0; story < 4; story++) {
        for (int i = 0; i < LAST.length; i++) {
          // Stories share moments, so that the order must not hang on time alone.
          captures.add(page(host, story, 10 * i + story / 2, LAST[i]));
        }
        captures.add(page(host, story, 90, LAST[LAST.length - 1], FURNITURE));
      }
    }
    new CollectionFolder(home).make();
    try (CollectionWriter writer = CollectionWriter.open(home, CLOCK, Duration.ZERO)) {
      writer.tracker().accept(captures);
    }
  }

  private static List<Edit> all(Collection collection) {
    List<Edit> edits = new ArrayList<>();
    collection
        .timelines()
        .all()
        .forEachRemaining(
            timeline -> {
              String key = timeline.article().key();
              long id = collection.timelines().find(key).orElseThrow().id();
              String outlet = timeline.article().outlet();
              timeline.revisions().forEach(r -> edits.add(new Edit(id, outlet, timeline, r)));
            });
    Comparator<Edit> order = Comparator.comparing(e -> e.place().at());
    order = order.thenComparing(Edit::article).thenComparing(e -> e.place().number());
    edits.sort(order.reversed());
    return edits;
  }

  private static EditFilter filter(
      Set<String> outlets, Set<Kind> labels, Set<Kind> kinds, String words, int atLeast) {
    return new EditFilter(outlets, labels, kinds, "", null, null, words, atLeast, false);
  }

  private static Map<EditFilter, Predicate<Edit>> filters() {
    Instant noon = Pages.DAWN.plusSeconds(30 * 60);
    return Map.ofEntries(
        Map.entry(EditFilter.ALL, e -> true),
        Map.entry(
            filter(Set.of(HOSTS[1]), Set.of(), Set.of(), "", 0), e -> e.outlet().equals(HOSTS[1])),
        Map.entry(
            filter(Set.of(), Set.of(Kind.COSMETIC), Set.of(), "", 0), e -> e.has(Kind.COSMETIC)),
        Map.entry(
            filter(Set.of(), Set.of(Kind.NO_UPDATE_TIME), Set.of(), "", 0),
            e -> e.has(Kind.NO_UPDATE_TIME)),
        Map.entry(
            filter(Set.of(), Set.of(), Set.of(Kind.NUMBER, Kind.NEGATION), "", 0),
            e -> e.has(Kind.NUMBER) || e.has(Kind.NEGATION)),
        Map.entry(
            filter(Set.of(), Set.of(), Set.of(), "NEVER", 0),
            e ->
                e.text(e.revised().version()).contains("never")
                    != e.text(e.revised().version() - 1).contains("never")),
        Map.entry(
            filter(Set.of(), Set.of(), Set.of(), "zoë ünal", 0),
            e ->
                e.text(e.revised().version()).contains("Zoë")
                    != e.text(e.revised().version() - 1).contains("Zoë")),
        Map.entry(filter(Set.of(), Set.of(), Set.of(), "ferry", 0), e -> false),
        Map.entry(filter(Set.of(), Set.of(), Set.of(), "%", 0), e -> false),
        Map.entry(
            filter(Set.of(), Set.of(), Set.of(), "", 6),
            e -> e.revised().revision().counts().changed() >= 6),
        Map.entry(
            new EditFilter(Set.of(), Set.of(), Set.of(), "en", null, null, "", 0, true),
            e -> !e.has(Kind.COSMETIC)),
        Map.entry(
            new EditFilter(Set.of(), Set.of(), Set.of(), "de", null, null, "", 0, false),
            e -> false),
        Map.entry(
            new EditFilter(Set.of(), Set.of(), Set.of(), "", noon, null, "", 0, false),
            e -> !e.place().at().isBefore(noon)),
        Map.entry(
            new EditFilter(Set.of(), Set.of(), Set.of(), "", null, noon, "", 0, false),
            e -> e.place().at().isBefore(noon)));
  }

  @Test
  void everyFilterGivesWhatAWalkThroughAllTimelinesGives() {
    try (Collection collection = Collection.open(home)) {
      List<Edit> all = all(collection);
      assertThat(all).hasSize(2 * 4 * LAST.length).anyMatch(e -> e.has(Kind.COSMETIC));
      for (Map.Entry<EditFilter, Predicate<Edit>> filter : filters().entrySet()) {
        List<Place> should = all.stream().filter(filter.getValue()).map(Edit::place).toList();
        for (int most : new int[] {1, 5, 1_000}) {
          assertThat(walk(collection, filter.getKey(), most))
              .as("%s by %d", filter.getKey(), most)
              .isEqualTo(should);
        }
      }
    }
  }

  @Test
  void whatWasToldOnceIsToldAgainOfWhatChangedAlone() throws IOException {
    Edits.Told<Place> told = new Edits.Told<>();
    List<Place> read = new ArrayList<>();
    try (Collection collection = Collection.open(home)) {
      List<Edit> all = all(collection);
      for (Map.Entry<EditFilter, Predicate<Edit>> filter : filters().entrySet()) {
        assertThat(told(collection, filter.getKey(), told, read))
            .isEqualTo(all.stream().filter(filter.getValue()).map(Edit::place).toList());
      }
      read.clear();
      told(collection, EditFilter.ALL, told, read);
      // Other stories may teach that a paragraph is furniture, and no other edit's labels hang on
      // them.
      assertThat(read).hasSize(2 * 4).allMatch(place -> place.number() == LAST.length + 1);
    }
    try (CollectionWriter writer = CollectionWriter.open(home, CLOCK, Duration.ZERO)) {
      writer.tracker().accept(List.of(page(HOSTS[0], 1, 5, "It cost nothing, they said.")));
    }
    read.clear();
    try (Collection collection = Collection.open(home)) {
      long changed =
          collection.timelines().find("https://" + HOSTS[0] + "/pier-1").orElseThrow().id();
      assertThat(told(collection, EditFilter.ALL, told, read))
          .isEqualTo(all(collection).stream().map(Edit::place).toList());
      assertThat(read.stream().filter(p -> p.article() == changed)).hasSize(LAST.length + 1);
      assertThat(read.stream().filter(p -> p.article() != changed)).hasSize(2 * 4 - 1);
    }
  }

  private static List<Place> told(
      Collection collection, EditFilter filter, Edits.Told<Place> told, List<Place> read) {
    Edits.Page<Place> part =
        collection
            .timelines()
            .edits()
            .newest(
                filter,
                null,
                1_000,
                told,
                edit -> {
                  read.add(edit.place());
                  return edit.place();
                });
    assertThat(part.next()).isNull();
    return part.edits();
  }

  @Test
  void articlesWithSuchEditsAreListedWithWhatTheirTimelinesSay() {
    try (Collection collection = Collection.open(home)) {
      List<Edit> all = all(collection);
      for (Map.Entry<EditFilter, Predicate<Edit>> filter : filters().entrySet()) {
        List<Listed> listed = new ArrayList<>();
        collection.timelines().listed().each(filter.getKey(), 99, listed::add);
        assertThat(listed.stream().map(l -> l.article().uri()))
            .as("%s", filter.getKey())
            .isEqualTo(
                all.stream()
                    .filter(filter.getValue())
                    .map(e -> e.timeline().article().uri())
                    .distinct()
                    .sorted()
                    .toList());
        for (Listed one : listed) {
          Timeline timeline =
              all.stream()
                  .filter(e -> e.timeline().article().equals(one.article()))
                  .findFirst()
                  .orElseThrow()
                  .timeline();
          assertThat(one).isEqualTo(line(timeline));
        }
      }
    }
  }

  private static Listed line(Timeline timeline) {
    List<Entry.Revised> revisions = timeline.revisions();
    int last = timeline.versions().size() - 1;
    return new Listed(
        timeline.article(),
        timeline.versions().get(last).state().headline(),
        timeline.versions().size(),
        timeline.captures(),
        (int) revisions.stream().filter(r -> r.labels().get(0).kind() == Kind.SILENT).count(),
        timeline.versions().get(0).first().at(),
        revisions.get(revisions.size() - 1).at(),
        revisions.get(revisions.size() - 1).labels());
  }

  @Test
  void aListEndsWhenNoMoreIsWanted() {
    try (Collection collection = Collection.open(home)) {
      List<Listed> listed = new ArrayList<>();
      collection
          .timelines()
          .listed()
          .each(EditFilter.ALL, 99, one -> listed.add(one) && listed.size() < 3);
      assertThat(listed).hasSize(3);
      listed.clear();
      collection.timelines().listed().each(EditFilter.ALL, 2, listed::add);
      assertThat(listed).hasSize(2);
      List<Listed> part = collection.timelines().listed().part("pier-2", "", 99);
      assertThat(part).hasSize(2);
      assertThat(collection.timelines().listed().part("", part.get(0).article().uri(), 1))
          .extracting(l -> l.article().uri())
          .containsExactly("https://" + HOSTS[0] + "/pier-3");
    }
  }

  private static List<Place> walk(Collection collection, EditFilter filter, int most) {
    List<Place> places = new ArrayList<>();
    @Nullable Place next = null;
    do {
      Edits.Page<Edits.Edit> page = collection.timelines().edits().newest(filter, next, most);
      assertThat(page.edits()).hasSizeLessThanOrEqualTo(most);
      page.edits().forEach(e -> places.add(e.place()));
      next = page.next();
    } while (next != null);
    return places;
  }
}
