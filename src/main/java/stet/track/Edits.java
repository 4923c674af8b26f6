package stet.track;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import stet.diff.Label;
import stet.diff.judge.JudgedRevision;
import stet.store.CaptureTable;
import stet.store.EditFilter;
import stet.store.EditTable.Place;
import stet.store.FilteredEdit;
import stet.store.Tables;
import stet.timeline.Entry;
import stet.timeline.Marks;
import stet.timeline.Timeline;
import stet.timeline.Window;

/** The newest edits of all articles, each with all that is marked on it. */
public final class Edits {
  private static final int STEP = 60;

  /** Rows looked at for one page; where few of them pass the filter, the page is shorter. */
  private static final int LOOKED_AT = 600;

  /** Captures that came late are looked at up to so many. */
  private static final int LATE = 2_000;

  private final Tables tables;
  private final Timelines timelines;
  private final Marks marks;

  Edits(Tables tables, Timelines timelines, Marks marks) {
    this.tables = tables;
    this.timelines = timelines;
    this.marks = marks;
  }

  /** An edit with the timeline it is part of. */
  public record Edit(Place place, Timeline timeline, Entry.Revised revised) {
    /** To be judged, anew each time. */
    public JudgedRevision judged() {
      return timeline.judged(revised);
    }

    FilteredEdit filtered() {
      return new FilteredEdit(timeline, revised);
    }
  }

  /**
   * Edits, newest first, or what is told of each.
   *
   * @param next where the page after this one begins; null where there is none
   */
  public record Page<T>(List<T> edits, @Nullable Place next) {}

  /**
   * What is told of an edit, for as long as that stays so: by its place in the order of time. May
   * be used by any threads.
   *
   * @param <T> what is told
   */
  public static final class Told<T> {
    private static final int MOST = 2_000;

    private record Known<T>(String print, List<Label> labels, String language, T told) {}

    private final Map<Place, Known<T>> known =
        new LinkedHashMap<>(64, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Place, Known<T>> eldest) {
            return size() > MOST;
          }
        };

    private synchronized @Nullable Known<T> find(Place place, String print) {
      Known<T> found = known.get(place);
      return found != null && found.print.equals(print) ? found : null;
    }

    private synchronized void keep(Place place, Known<T> now) {
      known.put(place, now);
    }
  }

  /**
   * What is told of the newest edits that pass the filter. Of what was told before neither texts
   * nor changes are read again.
   *
   * @param before only those after this one in this order; null for the first
   * @param most how many; there may be fewer and yet more to come
   * @param told what was told so far, always by the same {@code telling}
   */
  public <T> Page<T> newest(
      EditFilter filter,
      @Nullable Place before,
      int most,
      Told<T> told,
      Function<Edit, T> telling) {
    String origin = timelines.changes().origin() + " ";
    return walk(
        filter, before, most, (place, read) -> told(filter, place, origin, told, telling, read));
  }

  private <T> @Nullable T told(
      EditFilter filter,
      Place place,
      String origin,
      Told<T> told,
      Function<Edit, T> telling,
      LongFunction<Timeline> read) {
    String print = origin + tables.changes().of(place.article()) + marked(place.article());
    Told.Known<T> known = filter.words().isBlank() ? told.find(place, print) : null;
    if (known != null) {
      return FilteredEdit.passes(filter, known.labels(), known.language()) ? known.told() : null;
    }
    Edit edit = edit(place, read.apply(place.article()));
    if (edit == null || !edit.filtered().passes(filter)) {
      return null;
    }
    T now = telling.apply(edit);
    if (!marks.learns(edit.revised())) {
      told.keep(
          place, new Told.Known<>(print, edit.revised().labels(), edit.filtered().language(), now));
    }
    return now;
  }

  private String marked(long article) {
    return marks.articles().isEmpty() ? "" : " " + marks.told(tables.articles().get(article).key());
  }

  /**
   * The newest edits that pass the filter.
   *
   * @param before only those after this one in this order; null for the first
   * @param most how many; there may be fewer and yet more to come
   */
  public Page<Edit> newest(EditFilter filter, @Nullable Place before, int most) {
    return newest(filter, edit -> true, before, most);
  }

  /**
   * The same of those that pass another test, too.
   *
   * @param also is asked of edits that pass the filter
   */
  public Page<Edit> newest(
      EditFilter filter, Predicate<Edit> also, @Nullable Place before, int most) {
    return walk(
        filter,
        before,
        most,
        (place, read) -> {
          Edit edit = edit(place, read.apply(place.article()));
          return edit != null && edit.filtered().passes(filter) && also.test(edit) ? edit : null;
        });
  }

  /**
   * What an article's edits since then look like without a look at its texts: another text whenever
   * one of them came, went or is labelled otherwise, or the page is not found any more.
   *
   * @param since new texts first seen then or later, UTC
   * @return empty where there is no such edit, or no such article
   */
  public String print(String articleKey, Instant since) {
    return tables
        .articles()
        .byKey(articleKey)
        .map(row -> tables.edits().print(row.id(), since))
        .filter(print -> !print.isEmpty())
        .map(print -> print + " " + marks.fingerprint(articleKey))
        .orElse("");
  }

  /** Keys of the articles with edits since then, those edited last first. */
  public List<String> articles(Instant since) {
    return tables.edits().articles(since);
  }

  private <T> Page<T> walk(EditFilter filter, @Nullable Place before, int most, Reader<T> reader) {
    List<T> found = new ArrayList<>();
    Set<String> held = marks.articles();
    Place last = before;
    for (int looked = 0; looked < LOOKED_AT; looked += STEP) {
      List<Place> places = tables.edits().newest(filter, last, held, STEP);
      // One timeline for all revisions of an article, but no longer than that: there are texts in
      // it.
      Map<Long, Timeline> read = new HashMap<>();
      for (Place place : places) {
        if (found.size() == most) {
          return new Page<>(found, last);
        }
        last = place;
        T one = reader.read(place, id -> read.computeIfAbsent(id, timelines::of));
        if (one != null) {
          found.add(one);
        }
      }
      if (places.size() < STEP) {
        return new Page<>(found, null);
      }
    }
    return new Page<>(found, last);
  }

  private interface Reader<T> {
    /**
     * @param timelines reads the timeline of an article
     * @return null for what is left out
     */
    @Nullable T read(Place place, LongFunction<Timeline> timelines);
  }

  /** How many revisions there are. */
  public long count() {
    return tables.edits().count();
  }

  /**
   * What a list of edits is made of, by which it is told later what came since.
   *
   * @param identity what the numbers hold within
   * @param change the number of the latest change
   * @param capture the number of the capture that came last
   */
  public record Standing(String identity, long change, long capture) {}

  /** What a list of edits that is made now is made of, or of more. */
  public Standing standing() {
    return new Standing(
        tables.changes().identity(), tables.changes().latest(), tables.captures().latest());
  }

  /**
   * Edits that came to be known after their time.
   *
   * @param articles how many articles got captures that had been made before
   * @param edits those which such captures brought or changed, by article; not all where there are
   *     many
   * @param whole whether all captures were looked at
   */
  public record Late(int articles, List<Edit> edits, boolean whole) {}

  /**
   * Edits which were seen before a time by captures that are here only since another: those of a
   * late import, say.
   *
   * @param then what there was, of the same identity
   * @param before the time, UTC
   * @param most so many edits at the most
   */
  public Late late(EditFilter filter, Standing then, Instant before, int most) {
    if (then.change() == tables.changes().latest()) {
      return new Late(0, List.of(), true);
    }
    List<CaptureTable.Late> came = tables.captures().late(then.capture(), before, LATE);
    Map<Long, Set<Instant>> times = new LinkedHashMap<>();
    came.forEach(c -> times.computeIfAbsent(c.article(), a -> new HashSet<>()).add(c.at()));
    EditFilter earlier = filter.between(null, before);
    List<Edit> edits = new ArrayList<>();
    for (Map.Entry<Long, Set<Instant>> article : times.entrySet()) {
      if (edits.size() >= most) {
        break;
      }
      of(article.getKey(), earlier).stream()
          .filter(e -> touches(e.revised().window(), article.getValue()))
          .forEach(edits::add);
    }
    boolean whole = came.size() < LATE && edits.size() <= most;
    return new Late(times.size(), edits.subList(0, Math.min(most, edits.size())), whole);
  }

  private static boolean touches(Window window, Set<Instant> times) {
    return times.contains(window.notBefore()) || times.contains(window.notAfter());
  }

  /** The edits of one article that pass the filter, oldest first. */
  public List<Edit> of(long article, EditFilter filter) {
    Timeline timeline = timelines.of(article);
    return timeline.revisions().stream()
        .map(r -> new Edit(new Place(r.at(), article, r.version()), timeline, r))
        .filter(e -> e.filtered().fits(filter))
        .toList();
  }

  /** The edit at a place; empty where there is none any more. */
  public Optional<Edit> find(Place place) {
    return Optional.ofNullable(edit(place, timelines.of(place.article())));
  }

  private static @Nullable Edit edit(Place place, Timeline timeline) {
    return timeline.revisions().stream()
        .filter(r -> r.version() == place.number())
        .findFirst()
        .map(r -> new Edit(place, timeline, r))
        .orElse(null);
  }
}
