package stet.diff.tell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import stet.diff.Edit;
import stet.diff.Edit.Place;
import stet.diff.FieldChange;
import stet.diff.Label;
import stet.diff.Label.Kind;
import stet.diff.judge.EditJudge;
import stet.diff.judge.Facts;
import stet.diff.judge.Judged;
import stet.diff.tell.Telling.Excerpt;
import stet.diff.tell.Telling.Term;

/** The weights behind {@link Telling}, as tables. */
final class TellingScorer {
  private static final Map<Place, Integer> PLACES = new EnumMap<>(Place.class);
  private static final Map<Kind, Integer> KINDS = new EnumMap<>(Kind.class);
  private static final Map<Kind, Integer> REVISION = new EnumMap<>(Kind.class);

  static {
    PLACES.put(Place.HEADLINE, 30);
    PLACES.put(Place.DEK, 14);
    PLACES.put(Place.LEDE, 14);
    PLACES.put(Place.BODY, 4);
    PLACES.put(Place.CAPTION, 4);
    PLACES.put(Place.BYLINE, 3);
    PLACES.put(Place.DATELINE, 2);

    KINDS.put(Kind.NUMBER, 22);
    KINDS.put(Kind.NEGATION, 22);
    KINDS.put(Kind.DEATH_OR_GUILT, 22);
    KINDS.put(Kind.QUOTATION, 20);
    KINDS.put(Kind.NAME, 18);
    KINDS.put(Kind.HEDGE, 16);
    KINDS.put(Kind.ATTRIBUTION, 14);
    KINDS.put(Kind.DATE_TIME, 8);
    KINDS.put(Kind.WORDING, 4);
    KINDS.put(Kind.LINK, 2);

    REVISION.put(Kind.BACKDATED, 30);
    REVISION.put(Kind.UN_NOTICED, 25);
    REVISION.put(Kind.CORRECTION, 15);
    REVISION.put(Kind.SILENT, 12);
    REVISION.put(Kind.PUBLISHED_MOVED, 12);
    REVISION.put(Kind.NO_UPDATE_TIME, 6);
    REVISION.put(Kind.CANNOT_TELL, 4);
    REVISION.put(Kind.POSTDATED, 8);
    REVISION.put(Kind.RESTAMPED, 8);
    REVISION.put(Kind.REVERT, 6);
    REVISION.put(Kind.NOTICED, 5);
    REVISION.put(Kind.PARAGRAPH_REMOVED, 5);
    REVISION.put(Kind.PARAGRAPH_ADDED, 3);
    REVISION.put(Kind.PARAGRAPH_MOVED, 2);
    REVISION.put(Kind.PICTURE, 2);
  }

  /** A live blog is meant to get new headlines and new posts; edits of what it said still count. */
  private static final Map<Place, Integer> LIVE_PLACES = new EnumMap<>(PLACES);

  static {
    LIVE_PLACES.put(Place.HEADLINE, 8);
    LIVE_PLACES.put(Place.DEK, 4);
  }

  /** What other edits add, of their own points and at most. */
  private static final int OTHERS_SHARE = 4;

  private static final int OTHERS_MOST = 20;

  /** A clock that went on, or words in another order, make no headline another one. */
  private static final int LITTLE_SHARE = 3;

  private static final int WHOLE_MOST = 12;

  /** With so many words more, kinds beside the first count half, a third, and so on. */
  private static final int BESIDE_WORDS = 10;

  /** Both headlines together; longer ones are cut like any text. */
  private static final int HEADLINES_LENGTH = 560;

  /** An edit of which nothing is said, whatever could have been. */
  private static final Set<Kind> UNSAID =
      EnumSet.of(Kind.SILENT, Kind.NO_UPDATE_TIME, Kind.CANNOT_TELL, Kind.PUBLISHED_MOVED);

  private TellingScorer() {}

  static Telling score(Facts facts, List<Label> labels) {
    List<Term> terms = new ArrayList<>();
    Judged best = null;
    int top = 0;
    int all = 0;
    for (Judged judged : facts.edits) {
      int points = points(judged, facts);
      all += points;
      if (points > top) {
        top = points;
        best = judged;
      }
    }
    if (best != null) {
      terms.addAll(terms(best, facts));
      int others = Math.min(OTHERS_MOST, (all - top) / OTHERS_SHARE);
      add(terms, "others", "other changes came with it", others, false);
    }
    for (Label label : labels) {
      add(
          terms,
          label.kind().id(),
          label.kind().sentence(),
          ofRevision(label.kind(), facts),
          false);
    }
    terms.sort(Comparator.comparingInt((Term t) -> -t.points()));
    Excerpt excerpt = best == null ? new Excerpt("", -1, List.of()) : excerpt(best.edit(), facts);
    return new Telling(sum(terms), terms, excerpt);
  }

  static Optional<Excerpt> excerpt(Facts facts, Set<Kind> kinds, Predicate<String> words) {
    return facts.edits.stream()
        .filter(j -> kinds.isEmpty() || !Collections.disjoint(kinds, j.kinds()))
        .filter(j -> words.test(j.edit().before() + "\n" + j.edit().after()))
        .max(Comparator.comparingInt(j -> points(j, facts)))
        .map(j -> excerpt(j.edit(), facts));
  }

  private static int ofRevision(Kind kind, Facts facts) {
    boolean course = facts.isLive() && facts.posts.edited().isEmpty() && UNSAID.contains(kind);
    return course ? 0 : REVISION.getOrDefault(kind, 0);
  }

  private static void add(List<Term> terms, String id, String reason, int points, boolean own) {
    if (points > 0) {
      terms.add(new Term(id, reason, points, own));
    }
  }

  private static int sum(List<Term> terms) {
    return terms.stream().mapToInt(Term::points).sum();
  }

  /** What one edit is worth by itself. */
  static int points(Judged judged, Facts facts) {
    return sum(terms(judged, facts));
  }

  private static List<Term> terms(Judged judged, Facts facts) {
    List<Term> terms = new ArrayList<>();
    if (!judged.isSubstantive()) {
      return terms;
    }
    Edit edit = judged.edit();
    int words = EditJudge.words(edit.before() + " " + edit.after()).size();
    if (words == 0 || facts.posts.brought(edit, facts.revision)) {
      return terms;
    }
    int place = (facts.isLive() ? LIVE_PLACES : PLACES).getOrDefault(edit.place(), 0);
    boolean little = judged.moved() || judged.isTimeOnly();
    add(
        terms,
        "place",
        "it stands in " + edit.place().words(),
        little ? place / LITTLE_SHARE : place,
        true);
    what(judged, words, terms);
    return terms;
  }

  private static void what(Judged judged, int words, List<Term> terms) {
    Edit edit = judged.edit();
    if (judged.moved()) {
      add(terms, "moved", "words changed their place", 1, true);
    } else if (edit.whole()) {
      boolean gone = edit.after().isEmpty();
      int points = Math.min(WHOLE_MOST, (gone ? 4 : 1) + words / (gone ? 8 : 16));
      add(
          terms,
          gone ? "removed" : "added",
          "whole sentences " + (gone ? "went" : "came"),
          points,
          true);
    } else if (isSpelling(edit)) {
      add(terms, "spelling", "only letters of a word changed", 1, true);
    } else if (isRepetition(edit)) {
      add(terms, "repetition", "the same words stand beside it", 1, true);
    } else {
      kinds(judged, words, terms);
    }
  }

  /**
   * The weightiest kind in full and the others by how short the edit is: among many words there is
   * always a name, a number and a "not". A word of doubt often says who says it, too ("is said to
   * have"); it counts once.
   */
  private static void kinds(Judged judged, int words, List<Term> terms) {
    boolean hedged = judged.kinds().contains(Kind.HEDGE);
    int share = 1;
    for (Kind kind :
        judged.kinds().stream().sorted(Comparator.comparing((Kind k) -> -points(k))).toList()) {
      if (!(hedged && kind == Kind.ATTRIBUTION)) {
        add(terms, kind.id(), kind.sentence(), points(kind) / share, true);
        share = 1 + words / BESIDE_WORDS;
      }
    }
  }

  private static int points(Kind kind) {
    return KINDS.getOrDefault(kind, 0);
  }

  /** Words written twice by mistake, of which one went; or that came to stand twice. */
  private static boolean isRepetition(Edit edit) {
    if (!edit.before().isBlank() && !edit.after().isBlank()) {
      return false;
    }
    List<String> words = EditJudge.words(edit.before() + edit.after());
    List<String> left = EditJudge.words(edit.left());
    List<String> right = EditJudge.words(edit.right());
    int n = words.size();
    return (left.size() >= n && left.subList(left.size() - n, left.size()).equals(words))
        || (right.size() >= n && right.subList(0, n).equals(words));
  }

  /** One word for one word that differs in a letter or two: most likely a slip put right. */
  private static boolean isSpelling(Edit edit) {
    List<String> was = EditJudge.words(edit.before());
    List<String> is = EditJudge.words(edit.after());
    return was.size() == 1
        && is.size() == 1
        && was.get(0).length() >= 4
        && was.get(0).chars().allMatch(Character::isLetter)
        && Math.abs(was.get(0).length() - is.get(0).length()) <= 1
        && letters(was.get(0), is.get(0)) <= 2;
  }

  /** Letters that stand at one end in neither word. */
  private static int letters(String a, String b) {
    int head = 0;
    while (head < Math.min(a.length(), b.length()) && a.charAt(head) == b.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(a.length(), b.length()) - head
        && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
      tail++;
    }
    return Math.max(a.length(), b.length()) - head - tail;
  }

  private static Excerpt excerpt(Edit edit, Facts facts) {
    if (edit.place() == Place.HEADLINE) {
      // A headline is short and is read whole: half of its edit can tell the opposite story.
      for (FieldChange change : facts.revision.fields()) {
        if (change.field() == FieldChange.Field.HEADLINE
            && change.before().length() + change.after().length() <= HEADLINES_LENGTH) {
          return new Excerpt(edit.place().words(), -1, change.deltas());
        }
      }
    }
    String where = edit.hunk() < 0 ? edit.place().words() : "paragraph " + edit.paragraph();
    return new Excerpt(where, edit.hunk(), Excerpts.of(edit.stretch()));
  }
}
