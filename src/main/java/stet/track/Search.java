package stet.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import stet.diff.NearestWording;
import stet.diff.word.SearchWords;
import stet.store.ArticleTable;
import stet.store.SearchTable;
import stet.store.SearchTable.Passage;
import stet.store.Tables;
import stet.text.Truncation;
import stet.timeline.Marks;
import stet.timeline.Run;
import stet.timeline.Stay;
import stet.timeline.TrackedArticle;

/** Which versions of which articles ever said something, and in what windows. */
public final class Search {
  private static final int CANDIDATES = 200;

  /** What is less like than this is no other wording of the same, but something else. */
  private static final double LIKE = 0.5;

  /** So much beside the words is told where an outlet's texts may only be quoted. */
  private static final int BESIDE = 100;

  private final Tables tables;
  private final Marks marks;

  Search(Tables tables, Marks marks) {
    this.tables = tables;
    this.marks = marks;
  }

  /**
   * Words in a row, as {@link SearchWords} folds them.
   *
   * @param prefix whether the last of them may be the beginning of a longer word
   */
  public record Phrase(List<String> words, boolean prefix) {}

  /**
   * An article that said it.
   *
   * @param id its number in this collection
   * @param headline of its latest version
   * @param found when, in order; never empty
   */
  public record Match(long id, TrackedArticle article, String headline, List<Found> found) {}

  /**
   * Versions in a row that say it.
   *
   * @param passage the text that has it in the first of them
   * @param start where it begins in that text, in UTF-16 units
   * @param end where it ends, exclusive
   */
  public record Found(Stay stay, Passage passage, int start, int end) {}

  /**
   * Another wording.
   *
   * @param likeness from {@value #LIKE} to 1
   * @param match the one article and passage that has it
   */
  public record Near(double likeness, Match match) {}

  /**
   * How much is looked at and told.
   *
   * @param passages how many are looked at for each phrase, the newest of them
   * @param from how many articles are passed over, in the order of their addresses
   * @param articles how many are told of after those
   */
  public record Wanted(int passages, int from, int articles) {
    /** All there is. */
    public static final Wanted ALL = new Wanted(SearchTable.ALL, 0, Integer.MAX_VALUE);
  }

  /**
   * What was found.
   *
   * @param articles how many have versions that say it
   * @param matches those that were wanted of them, in the order of their addresses
   * @param whole whether all passages were looked at that have the words; there may be more
   *     otherwise, or some where there are none
   */
  public record Matches(int articles, List<Match> matches, boolean whole) {}

  /**
   * Articles with versions that say all of these.
   *
   * @param phrases at least one
   * @param only the number of the one article to look into; 0 for all
   */
  public Matches find(List<Phrase> phrases, long only, Wanted wanted) {
    List<SearchTable.Containing> parts =
        phrases.stream()
            .map(p -> tables.search().containing(p.words(), p.prefix(), wanted.passages()))
            .toList();
    Map<Long, Map<Long, Passage>> states = shown(parts.get(0), only);
    for (SearchTable.Containing other : parts.subList(1, parts.size())) {
      Map<Long, Map<Long, Passage>> others = shown(other, only);
      states.keySet().retainAll(others.keySet());
      states.forEach(
          (article, own) ->
              own.keySet().retainAll(others.getOrDefault(article, Map.of()).keySet()));
      states.values().removeIf(Map::isEmpty);
    }
    List<Match> matches = new ArrayList<>();
    inOrder(states.keySet()).stream()
        .skip(wanted.from())
        .limit(wanted.articles())
        .forEach(
            article ->
                match(article, Objects.requireNonNull(states.get(article.id())), phrases.get(0))
                    .ifPresent(matches::add));
    boolean whole = parts.stream().allMatch(SearchTable.Containing::whole);
    return new Matches(states.size(), matches, whole);
  }

  private List<ArticleTable.Row> inOrder(Set<Long> articles) {
    return articles.stream()
        .map(id -> new ArticleTable.Row(id, tables.articles().get(id)))
        .sorted(Comparator.comparing(row -> row.article().uri()))
        .toList();
  }

  /** By article and state, the first passage that says it. */
  private Map<Long, Map<Long, Passage>> shown(SearchTable.Containing containing, long only) {
    Map<Long, Map<Long, Passage>> shown = new TreeMap<>();
    for (Passage passage : containing.passages()) {
      for (SearchTable.Shown at : tables.search().shownBy(passage)) {
        if (only == 0 || at.article() == only) {
          shown
              .computeIfAbsent(at.article(), a -> new HashMap<>())
              .merge(at.state(), passage, Search::moreProminent);
        }
      }
    }
    return shown;
  }

  private static Passage moreProminent(Passage a, Passage b) {
    return rank(b) < rank(a) ? b : a;
  }

  private static int rank(Passage passage) {
    return switch (passage.place()) {
      case HEADLINE -> 0;
      case DEK -> 1;
      case BODY -> 2;
      case NOTICE -> 3;
      case CAPTION -> 4;
    };
  }

  private Optional<Match> match(
      ArticleTable.Row article, Map<Long, Passage> passages, Phrase phrase) {
    List<Run> runs = Run.of(tables.captures().sightings(article.id()));
    List<Found> found = new ArrayList<>();
    for (Stay stay : Stay.of(runs, run -> passages.containsKey(run.state()))) {
      Passage passage = Objects.requireNonNull(passages.get(runs.get(stay.from() - 1).state()));
      SearchWords text = SearchWords.of(passage.text());
      int at = text.find(phrase.words(), phrase.prefix());
      found.add(new Found(stay, passage, text.start(at), text.end(at + phrase.words().size() - 1)));
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(match(article, runs, found));
  }

  private Match match(ArticleTable.Row article, List<Run> runs, List<Found> found) {
    String headline = tables.states().headline(runs.get(runs.size() - 1).state());
    boolean quotes = marks.quotes(article.article().outlet());
    return new Match(
        article.id(),
        article.article(),
        headline,
        quotes ? found.stream().map(Search::quoted).toList() : found);
  }

  private static Found quoted(Found found) {
    String text = found.passage().text();
    int from = Truncation.codePointBoundary(text, Math.max(0, found.start() - BESIDE));
    int to = Truncation.codePointBoundary(text, Math.min(text.length(), found.end() + BESIDE));
    String before = from == 0 ? "" : Truncation.ELLIPSIS;
    String after = to == text.length() ? "" : Truncation.ELLIPSIS;
    Passage part =
        new Passage(
            found.passage().place(),
            found.passage().id(),
            before + text.substring(from, to) + after);
    int moved = before.length() - from;
    return new Found(found.stay(), part, found.start() + moved, found.end() + moved);
  }

  /**
   * The wordings that are most like this one, the nearest first; none of those is returned that
   * have less than half of its words.
   *
   * @param only the number of the one article to look into; 0 for all
   */
  public List<Near> near(List<String> words, long only, int limit) {
    record Candidate(Passage passage, SearchWords text, NearestWording wording) {}
    List<Candidate> candidates = new ArrayList<>();
    for (Passage passage : tables.search().near(words, CANDIDATES)) {
      SearchWords text = SearchWords.of(passage.text());
      NearestWording.of(words, text.words())
          .filter(w -> w.likeness() >= LIKE)
          .ifPresent(w -> candidates.add(new Candidate(passage, text, w)));
    }
    candidates.sort(Comparator.comparingDouble(c -> -c.wording().likeness()));
    List<Near> near = new ArrayList<>();
    for (Candidate c : candidates) {
      int start = c.text().start(c.wording().from());
      int end = c.text().end(c.wording().to() - 1);
      for (Match match : of(c.passage(), start, end, only)) {
        if (near.size() < limit) {
          near.add(new Near(c.wording().likeness(), match));
        }
      }
    }
    return near;
  }

  private List<Match> of(Passage passage, int start, int end, long only) {
    Map<Long, Map<Long, Passage>> shown = new TreeMap<>();
    for (SearchTable.Shown at : tables.search().shownBy(passage)) {
      if (only == 0 || at.article() == only) {
        shown.computeIfAbsent(at.article(), a -> new HashMap<>()).put(at.state(), passage);
      }
    }
    List<Match> matches = new ArrayList<>();
    for (ArticleTable.Row article : inOrder(shown.keySet())) {
      Map<Long, Passage> states = Objects.requireNonNull(shown.get(article.id()));
      List<Run> runs = Run.of(tables.captures().sightings(article.id()));
      List<Found> found =
          Stay.of(runs, run -> states.containsKey(run.state())).stream()
              .map(stay -> new Found(stay, passage, start, end))
              .toList();
      if (!found.isEmpty()) {
        matches.add(match(article, runs, found));
      }
    }
    return matches;
  }
}
