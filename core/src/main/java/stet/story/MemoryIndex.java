package stet.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.timeline.Sighting;
import stet.timeline.TrackedArticle;

/** An index that is kept in memory. For one thread. */
final class MemoryIndex implements AddressIndex, TextIndex {
  /** What is known of an address. A capture belongs to its address, and with it to an article. */
  private static final class Place {
    @Nullable Pointer pointer;
    @Nullable Long article;
    final List<Shot> shots = new ArrayList<>();
  }

  /** A capture with what it shows, which other captures' texts may change. */
  private static final class Shot {
    final long number;
    final Seen seen;
    final Place place;
    Told.Outcome outcome;
    @Nullable Long state;

    Shot(long number, Seen seen, Place place, Told.Outcome outcome, @Nullable Long state) {
      this.number = number;
      this.seen = seen;
      this.place = place;
      this.outcome = outcome;
      this.state = state;
    }
  }

  private record Hint(Shot shot, String statedAt, @Nullable Long state) {}

  private final States states;
  private final Map<String, Place> places = new HashMap<>();

  /** Who points to an address, which need not be here itself. */
  private final Map<String, Set<String>> pointing = new HashMap<>();

  private final Map<String, Long> numbers = new HashMap<>();
  private final List<TrackedArticle> articles = new ArrayList<>();

  /** How many captures each article has. */
  private final Map<Long, Integer> captures = new HashMap<>();

  private final List<Shot> shots = new ArrayList<>();
  private final Map<AddressPair, List<Hint>> hints = new TreeMap<>(AddressPair.ORDER);
  private final Map<String, Set<AddressPair>> hintsByAddress = new HashMap<>();

  MemoryIndex(States states) {
    this.states = states;
  }

  /** Adds a capture under an address that belongs to an article, and returns its number. */
  long add(Seen seen, Told told) {
    Place place = place(told.address());
    ArticleVersion shown = told.reading() instanceof Reading.Shown s ? s.version() : null;
    Shot shot =
        new Shot(
            shots.size() + 1L,
            seen,
            place,
            told.outcome(),
            shown == null ? null : states.idOf(shown));
    shots.add(shot);
    place.shots.add(shot);
    captures.merge(Objects.requireNonNull(place.article), 1, Integer::sum);
    return shot.number;
  }

  /** Every article, in the order of addresses, with what each of its captures showed by itself. */
  Map<TrackedArticle, List<Sighting>> readings() {
    Map<Long, List<Shot>> byArticle = new HashMap<>();
    for (Shot shot : shots) {
      long article = Objects.requireNonNull(shot.place.article);
      byArticle.computeIfAbsent(article, a -> new ArrayList<>()).add(shot);
    }
    Map<TrackedArticle, List<Sighting>> readings = new TreeMap<>(TrackedArticle.ORDER);
    byArticle.forEach((article, all) -> readings.put(article(article), sightings(all)));
    return readings;
  }

  private List<Sighting> sightings(Collection<Shot> all) {
    return all.stream()
        .sorted((one, other) -> Seen.ORDER.compare(one.seen, other.seen))
        .map(this::sighting)
        .toList();
  }

  private Sighting sighting(Shot shot) {
    Told.Outcome told = shot.outcome;
    return shot.state == null
        ? new Sighting(shot.number, shot.seen.ref(), null, told.reason(), told.detail())
        : new Sighting(
            shot.number,
            shot.seen.ref(),
            new Sighting.Shown(shot.state, states.compared(shot.state)),
            "",
            "",
            told.cut());
  }

  private Place place(String uri) {
    return Objects.requireNonNull(places.get(uri), uri);
  }

  @Override
  public void add(String uri) {
    places.computeIfAbsent(uri, u -> new Place());
  }

  @Override
  public List<String> known(List<String> uris) {
    return uris.stream().filter(places::containsKey).toList();
  }

  @Override
  public Optional<Pointer> pointer(String uri) {
    return Optional.ofNullable(places.get(uri)).map(p -> p.pointer);
  }

  @Override
  public void point(String uri, Pointer pointer) {
    Place place = place(uri);
    if (place.pointer != null) {
      pointing.getOrDefault(place.pointer.to(), Set.of()).remove(uri);
    }
    place.pointer = pointer;
    pointing.computeIfAbsent(pointer.to(), u -> new TreeSet<>()).add(uri);
  }

  @Override
  public List<String> pointingTo(String uri) {
    return List.copyOf(pointing.getOrDefault(uri, Set.of()));
  }

  @Override
  public Optional<Long> articleAt(String uri) {
    return Optional.ofNullable(places.get(uri)).map(p -> p.article);
  }

  @Override
  public void give(String uri, long article) {
    Place place = place(uri);
    if (place.article != null) {
      captures.merge(place.article, -place.shots.size(), Integer::sum);
    }
    place.article = article;
    captures.merge(article, place.shots.size(), Integer::sum);
  }

  @Override
  public long idOf(TrackedArticle article) {
    return numbers.computeIfAbsent(article.uri(), u -> number(article));
  }

  private long number(TrackedArticle article) {
    articles.add(article);
    return articles.size();
  }

  @Override
  public TrackedArticle article(long id) {
    return articles.get((int) id - 1);
  }

  /** They moved when the address was given to the article. */
  @Override
  public void move(String address, long article) {}

  @Override
  public boolean lost(long article) {
    return captures.getOrDefault(article, 0) > 0;
  }

  @Override
  public long stateOf(ArticleVersion version) {
    return states.idOf(version);
  }

  @Override
  public ArticleVersion state(long number) {
    return states.get(number);
  }

  @Override
  public List<Long> statesAt(String address) {
    return Stream.ofNullable(places.get(address))
        .flatMap(p -> p.shots.stream())
        .flatMap(s -> Stream.ofNullable(s.state))
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public void hint(long capture, AddressPair pair, String statedAt, @Nullable Long state) {
    Hint hint = new Hint(shots.get((int) capture - 1), statedAt, state);
    hints.computeIfAbsent(pair, p -> new ArrayList<>()).add(hint);
    for (String uri : List.of(pair.from(), pair.to())) {
      hintsByAddress.computeIfAbsent(uri, u -> new TreeSet<>(AddressPair.ORDER)).add(pair);
    }
  }

  @Override
  public List<AddressPair> hintsWith(String uri) {
    return List.copyOf(hintsByAddress.getOrDefault(uri, Set.of()));
  }

  private List<Hint> of(AddressPair pair) {
    return hints.getOrDefault(pair, List.of());
  }

  @Override
  public String hintedAt(AddressPair pair) {
    return of(pair).stream().map(Hint::statedAt).max(String::compareTo).orElse("");
  }

  @Override
  public List<Long> landed(AddressPair pair) {
    return of(pair).stream().flatMap(h -> Stream.ofNullable(h.state)).distinct().sorted().toList();
  }

  @Override
  public List<Long> confirm(AddressPair pair) {
    List<Hint> open = of(pair).stream().filter(h -> h.shot.state == null).toList();
    List<Long> articles =
        open.stream().flatMap(h -> Stream.ofNullable(h.shot.place.article)).distinct().toList();
    for (Hint hint : open) {
      if (hint.state != null) {
        hint.shot.state = hint.state;
      } else if (hint.shot.outcome.isRedirect()) {
        hint.shot.outcome = new Told.Outcome(Sighting.REDIRECT, pair.to(), null);
      }
    }
    return articles;
  }
}
