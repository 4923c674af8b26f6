package stet.report.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.diff.Delta;
import stet.diff.FieldChange;
import stet.diff.Hunk;
import stet.diff.Revision;
import stet.report.page.Passage;
import stet.report.page.Run;
import stet.report.page.Stretch;
import stet.report.page.Stretch.Item;
import stet.report.page.Stretch.Place;
import stet.report.words.Limits;
import stet.report.words.Numbers;
import stet.report.words.Phrases;
import stet.report.words.Runs;

/**
 * The words of a page that compares two versions. Each passage stands there once; one whose words
 * changed in part has its new words once more, for two columns.
 */
final class Comparison {
  private static final String FIELD = "f";
  private static final String HUNK = "h";

  /** Characters of a text of which every passage is shown from its beginning to its end. */
  private static final int SHORT = 6_000;

  private final ArticleVersion before;
  private final ArticleVersion after;
  private final String wholeText;
  private final Limits limits;
  private final Runs both;
  private final Runs old;
  private final Runs fresh;
  private final Map<String, String> marks = new HashMap<>();
  private final List<Item> items = new ArrayList<>();
  private final List<Stretch> stretches;
  private final boolean whole;
  private int left;

  /**
   * @param wholeText the page with the whole text of the later version; empty where there is none,
   *     and then all of it is on this page
   */
  Comparison(ArticleVersion before, ArticleVersion after, Revision revision, String wholeText) {
    this.before = before;
    this.after = after;
    this.wholeText = wholeText;
    this.limits = wholeText.isEmpty() || isShort(after) ? Limits.ALONE : Limits.BESIDE_WHOLE;
    this.both = new Runs(Runs.Side.BOTH, limits, "r");
    this.old = new Runs(Runs.Side.BEFORE, limits, "s");
    this.fresh = new Runs(Runs.Side.AFTER, limits, "s");
    for (int i = 0; i < revision.fields().size(); i++) {
      add(revision.fields().get(i), FIELD + i);
    }
    int fields = items.size();
    for (int i = 0; i < revision.hunks().size(); i++) {
      add(revision.hunks().get(i), i);
    }
    Folds folds = new Folds(wholeText);
    this.stretches = folds.of(sound(items), fields);
    this.whole = folds.isWhole() && !both.wasShortened();
  }

  private static boolean isShort(ArticleVersion version) {
    return version.body().stream().mapToInt(b -> b.text().length()).sum() < SHORT;
  }

  List<Stretch> stretches() {
    return stretches;
  }

  /** Whether all unchanged text is on the page. */
  boolean isWhole() {
    return whole;
  }

  /** What to say about text that was left out for its size; empty when nothing was. */
  String cut() {
    if (left > 0) {
      return Numbers.of(left, "more passage is", "more passages are") + " not shown here.";
    }
    return both.wasCut() ? "Very long text was cut here; the capture has it in full." : "";
  }

  /** The mark of a hunk, or the first of a field's; empty where there is none on the page. */
  String mark(int hunk, FieldChange.@Nullable Field field) {
    String key = hunk >= 0 ? HUNK + hunk : field == null ? "" : FIELD + field;
    String id = marks.get(key);
    return id == null ? "" : "#" + id;
  }

  private void add(FieldChange change, String id) {
    Passage passage = Passages.field(change, after, both).as(id);
    marks.putIfAbsent(FIELD + change.field(), id);
    if (change.before().isEmpty() || change.after().isEmpty()) {
      Place place = change.before().isEmpty() ? Place.RIGHT : Place.LEFT;
      add(new Item(place, passage, null, null));
      return;
    }
    Passage was = Passages.field(change, before, old);
    Passage is = Passages.field(change, after, fresh);
    add(new Item(Place.BOTH, passage, isRespelled(change.deltas()) ? was : null, is));
  }

  private void add(Hunk hunk, int number) {
    if (hunk instanceof Hunk.MovedAway away) {
      Passage passage = Passages.away(away, "r");
      marks.put(HUNK + number, passage.id());
      add(new Item(Place.LEFT, passage, null, null));
    } else if (hunk instanceof Hunk.Moved moved) {
      String lang = Phrases.language(after, after.body().get(moved.afterBlock()));
      Passage passage = Passages.moved(moved, both.of(moved.deltas()), lang, "r");
      marks.put(HUNK + number, passage.id());
      add(new Item(Place.RIGHT, passage, null, null));
    } else if (hunk.isChange()) {
      marks.put(HUNK + number, HUNK + number);
      add(changed(hunk, HUNK + number));
    } else {
      Passage same = passage(hunk, both);
      String at = wholeText + "#p" + (hunk.after().isEmpty() ? 1 : hunk.after().get(0) + 1);
      add(
          new Item(
              Place.ACROSS, wholeText.isEmpty() ? same : same.with(same.runs(), at), null, null));
    }
  }

  private Item changed(Hunk hunk, String id) {
    Passage passage = passage(hunk, both).as(id);
    if (passage.isRow()) {
      return new Item(Place.MARKED, passage, null, null);
    }
    if (hunk.before().isEmpty() || hunk.after().isEmpty()) {
      return new Item(hunk.before().isEmpty() ? Place.RIGHT : Place.LEFT, passage, null, null);
    }
    Passage was = isRespelled(hunk.deltas()) ? passage(hunk, old) : null;
    return new Item(Place.BOTH, passage, was, passage(hunk, fresh));
  }

  /** Hidden new words leave the old ones, but for what is only spelled in another way. */
  private static boolean isRespelled(List<Delta> deltas) {
    return deltas.stream()
        .anyMatch(d -> d.kind() == Delta.Kind.RESPELLED && !d.before().equals(d.after()));
  }

  private Passage passage(Hunk hunk, Runs runs) {
    ArticleVersion version = hunk.after().isEmpty() ? before : after;
    Block block =
        version.body().get(hunk.after().isEmpty() ? hunk.before().get(0) : hunk.after().get(0));
    List<Run> words = runs.of(hunk.deltas());
    return Passages.block(version, block, words, runs == both ? Passages.note(hunk) : "");
  }

  private void add(Item item) {
    if (items.size() >= limits.passages()) {
      left++;
    } else {
      items.add(item);
    }
  }

  /** Of a column's own words only the passage that both columns share has places to lead to. */
  private static List<Item> sound(List<Item> items) {
    List<Passage> passages = MoveEnds.sound(items.stream().map(Item::passage).toList());
    List<Item> sound = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      sound.add(new Item(item.place(), passages.get(i), plain(item.before()), plain(item.after())));
    }
    return sound;
  }

  private static @Nullable Passage plain(@Nullable Passage passage) {
    return passage == null
        ? null
        : passage.with(
            passage.runs().stream().map(r -> new Run(r.kind(), r.text(), "", "")).toList(), "");
  }
}
