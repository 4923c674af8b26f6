package stet.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    int shots;

    /** What they showed. */
    final TreeSet<Long> states = new TreeSet<>();
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

  private record Hint(Shot shot, @Nullable Long state) {}

  /** What captures say of a pair of addresses. */
  private static final class Hints {
    /** Those that the pair's being one story would change. */
    final List<Hint> open = new ArrayList<>();

    final TreeSet<Long> landed = new TreeSet<>();
    String latest = "";
  }

  private final States states;
  private final Map<String, Place> places = new HashMap<>();

  /** Who points to an address, which need not be here itself. */
  private final Map<String, Set<String>> pointing = new HashMap<>();

  private final Map<String, Long> numbers = new HashMap<>();
  private final List<TrackedArticle> articles = new ArrayList<>();

  /** How many captures each article has. */
  private final Map<Long, Integer> captures = new HashMap<>();

  private final List<Shot> shots = new ArrayList<>();
  private final Map<AddressPair, Hints> hints = new HashMap<>();
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
    place.shots++;
    if (shot.state != null) {
      place.states.add(shot.state);
    }
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
      captures.merge(place.article, -place.shots, Integer::sum);
    }
    place.article = article;
    captures.merge(article, place.shots, Integer::sum);
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
    Place place = places.get(address);
    return place == null ? List.of() : List.copyOf(place.states);
  }

  @Override
  public void hint(long capture, AddressPair pair, String statedAt, @Nullable Long state) {
    Hints known = hints.computeIfAbsent(pair, p -> new Hints());
    Shot shot = shots.get((int) capture - 1);
    if (shot.state == null) {
      known.open.add(new Hint(shot, state));
    }
    if (state != null) {
      known.landed.add(state);
    }
    known.latest = known.latest.compareTo(statedAt) < 0 ? statedAt : known.latest;
    for (String uri : List.of(pair.from(), pair.to())) {
      hintsByAddress.computeIfAbsent(uri, u -> new TreeSet<>(AddressPair.ORDER)).add(pair);
    }
  }

  @Override
  public List<AddressPair> hintsWith(String uri) {
    return List.copyOf(hintsByAddress.getOrDefault(uri, Set.of()));
  }

  @Override
  public String hintedAt(AddressPair pair) {
    Hints known = hints.get(pair);
    return known == null ? "" : known.latest;
  }

  @Override
  public List<Long> landed(AddressPair pair) {
    Hints known = hints.get(pair);
    return known == null ? List.of() : List.copyOf(known.landed);
  }

  @Override
  public List<Long> confirm(AddressPair pair) {
    Hints known = hints.get(pair);
    if (known == null) {
      return List.of();
    }
    Set<Long> articles = new LinkedHashSet<>();
    for (Hint hint : known.open) {
      if (hint.shot.place.article != null) {
        articles.add(hint.shot.place.article);
      }
      if (hint.state != null) {
        hint.shot.state = hint.state;
        hint.shot.place.states.add(hint.state);
      } else if (hint.shot.outcome.isRedirect()) {
        hint.shot.outcome = new Told.Outcome(Sighting.REDIRECT, pair.to(), null);
      }
    }
    known.open.clear();
    return List.copyOf(articles);
  }
}
