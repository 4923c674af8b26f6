package stet.report.view;

import java.util.ArrayList;
import java.util.List;
import stet.report.page.Passage;
import stet.report.page.Run;
import stet.report.page.Stretch;
import stet.report.page.Stretch.Item;
import stet.report.page.Stretch.Place;
import stet.report.words.Numbers;

/**
 * Folds what did not change, but for a passage on either side of each change. What is folded stays
 * on the page where it is short; where it is long a fold leads to the page that has the whole text,
 * so that a site does not hold each text twice.
 */
final class Folds {
  /** Characters that may be folded on a page which has another beside it with the whole text. */
  private static final int ROOM = 1_500;

  /** Fewer characters are shown. */
  private static final int SHORT = 300;

  /** More notices than these are folded. */
  private static final int NOTICES = 4;

  private final String wholeText;
  private final List<Stretch> stretches = new ArrayList<>();
  private final List<Item> shown = new ArrayList<>();
  private boolean whole = true;

  /**
   * @param wholeText the page with the whole text, empty where there is none
   */
  Folds(String wholeText) {
    this.wholeText = wholeText;
  }

  /** Whether all that is folded is on the page. */
  boolean isWhole() {
    return whole;
  }

  /**
   * @param items fields, notices the last of them, and then the text
   * @param fields how many of them are fields
   */
  List<Stretch> of(List<Item> items, int fields) {
    notices(items.subList(0, Math.min(fields, items.size())));
    List<Item> text = items.subList(Math.min(fields, items.size()), items.size());
    whole = wholeText.isEmpty() || folded(text) <= ROOM;
    for (int from = 0; from < text.size(); ) {
      int to = end(text, from);
      if (isSame(text.get(from))) {
        same(text.subList(from, to), from > 0, to < text.size());
      } else {
        shown.addAll(text.subList(from, to));
      }
      from = to;
    }
    flush();
    return stretches;
  }

  private void notices(List<Item> fields) {
    List<Item> notices = fields.stream().filter(Folds::isNotice).toList();
    if (notices.size() <= NOTICES + 1) {
      shown.addAll(fields);
      return;
    }
    fields.stream().filter(i -> !isNotice(i)).forEach(shown::add);
    shown.addAll(notices.subList(0, NOTICES));
    int more = notices.size() - NOTICES;
    fold(
        notices.subList(NOTICES, notices.size()),
        Numbers.words(more) + " more notices that came, went or changed");
  }

  private static boolean isNotice(Item item) {
    return item.passage().kind() == Passage.Kind.NOTICE;
  }

  private static boolean isSame(Item item) {
    return item.place() == Place.ACROSS;
  }

  /** Where a row of passages ends that all changed, or of which none did. */
  private static int end(List<Item> text, int from) {
    int to = from;
    while (to < text.size() && isSame(text.get(to)) == isSame(text.get(from))) {
      to++;
    }
    return to;
  }

  /** The part of a row of unchanged passages that is not beside a change. */
  private static List<Item> middle(List<Item> row, boolean follows, boolean leads) {
    int from = follows ? 1 : 0;
    int to = row.size() - (leads ? 1 : 0);
    List<Item> middle = from < to ? row.subList(from, to) : List.of();
    return length(middle) > SHORT ? middle : List.of();
  }

  private static int folded(List<Item> text) {
    int length = 0;
    for (int from = 0; from < text.size(); ) {
      int to = end(text, from);
      if (isSame(text.get(from))) {
        length += length(middle(text.subList(from, to), from > 0, to < text.size()));
      }
      from = to;
    }
    return length;
  }

  private static int length(List<Item> items) {
    int length = 0;
    for (Item item : items) {
      for (Run run : item.passage().runs()) {
        length += run.text().length();
      }
    }
    return length;
  }

  private void same(List<Item> row, boolean follows, boolean leads) {
    List<Item> middle = middle(row, follows, leads);
    if (middle.isEmpty()) {
      shown.addAll(row);
      return;
    }
    if (follows) {
      shown.add(row.get(0));
    }
    fold(middle, Numbers.wordsOf(middle.size(), "unchanged paragraph", "unchanged paragraphs"));
    if (leads) {
      shown.add(row.get(row.size() - 1));
    }
  }

  private void fold(List<Item> items, String name) {
    flush();
    boolean here = whole || isNotice(items.get(0));
    stretches.add(
        new Stretch(here ? items : List.of(), name, here ? "" : items.get(0).passage().href()));
  }

  private void flush() {
    if (!shown.isEmpty()) {
      stretches.add(new Stretch(shown, "", ""));
      shown.clear();
    }
  }
}
