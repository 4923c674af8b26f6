package stet.story;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stet.article.Block;
import stet.capture.Capture;
import stet.timeline.CutPages;
import stet.timeline.Entry;
import stet.timeline.Run;
import stet.timeline.Sighting;
import stet.timeline.Timeline;
import stet.timeline.TimelineBuilder;
import stet.timeline.TrackedArticle;
import stet.timeline.WithheldBetween;

/**
 * Captures in, timelines out, in memory: what a collection makes of the same captures. All captures
 * of an article have to come, and those of all addresses that lead to one of its own; their order
 * does not matter. For one thread.
 */
public final class Stories {
  private record Key(String uri, Instant at, int ordinal, String digest) {}

  private final States states;
  private final PageReading pages;
  private final MemoryIndex index;
  private final AddressBook addresses;
  private final TextEvidence evidence;
  private final Derivation derivation;
  private final Set<Key> here = new HashSet<>();

  /**
   * Begins with nothing.
   *
   * @param states keeps what pages showed, and is used by nobody else
   */
  public Stories(Engine engine, States states) {
    this.states = states;
    this.pages = new PageReading(engine.extractor(), Screening.NONE);
    this.index = new MemoryIndex(states);
    this.addresses = new AddressBook(index);
    this.evidence = new TextEvidence(index, index, addresses);
    this.derivation =
        new Derivation(engine.differ(), engine.labeller(), UnaryOperator.identity(), states::get);
  }

  /** Begins with nothing, and keeps all in memory. */
  public static Stories inMemory() {
    return new Stories(Engine.standard(), new MemoryStates());
  }

  /**
   * Reads a capture's page and adds it.
   *
   * @return false where one of the same address, time and bytes is here already
   * @throws IOException when the payload cannot be read
   */
  public boolean add(Capture capture) throws IOException {
    Reading reading = pages.of(capture, capture.contentEncoding());
    return add(Seen.of(capture, "", 0), Told.of(capture, reading));
  }

  /**
   * Adds a capture whose page was read.
   *
   * @return false where one of the same address, time and bytes is here already
   */
  public boolean add(Seen seen, Told told) {
    Key key = new Key(seen.uri(), seen.ref().at(), seen.ordinal(), seen.ref().digest());
    if (!here.add(key)) {
      return false;
    }
    Set<Long> touched = new LinkedHashSet<>();
    addresses.place(told.address(), touched);
    long number = index.add(seen, told);
    told.claim().ifPresent(c -> addresses.claim(c, told.sortKey(), touched));
    evidence.take(number, told, touched);
    return true;
  }

  /**
   * An article as its captures tell it.
   *
   * @param timeline without any marks
   * @param blocks that any capture of it showed, each once
   */
  public record Story(Timeline timeline, Set<Block> blocks) {}

  /** All articles, in the order of their addresses. */
  public void each(Consumer<Story> each) {
    index
        .readings()
        .forEach((article, read) -> each.accept(new Story(timeline(article, read), blocks(read))));
  }

  /** The timelines of all articles, in the order of their addresses, without any marks. */
  public void timelines(Consumer<Timeline> each) {
    index.readings().forEach((article, read) -> each.accept(timeline(article, read)));
  }

  private Set<Block> blocks(List<Sighting> read) {
    return read.stream()
        .flatMap(s -> Stream.ofNullable(s.shown()))
        .map(Sighting.Shown::state)
        .distinct()
        .flatMap(state -> states.get(state).body().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Timeline timeline(TrackedArticle article, List<Sighting> read) {
    Set<Long> cut = CutPages.of(read, states::get);
    List<Sighting> sightings =
        read.stream().map(s -> cut.contains(s.capture()) ? s.cutOff() : s).toList();
    List<Run> runs = Run.of(sightings);
    Derivation.Course course = derivation.over(runs, new WithheldBetween(sightings));
    List<Entry.Revised> revisions = new ArrayList<>();
    for (int number = 2; number <= runs.size(); number++) {
      revisions.add(course.revision(number));
    }
    return TimelineBuilder.build(article, sightings, revisions, states::get);
  }
}
