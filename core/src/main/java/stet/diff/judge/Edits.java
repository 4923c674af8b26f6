package stet.diff.judge;

import java.util.ArrayList;
import java.util.List;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.diff.Delta;
import stet.diff.Edit;
import stet.diff.Edit.Place;
import stet.diff.FieldChange;
import stet.diff.Hunk;
import stet.diff.Revision;

/** Cuts a revision into edits. Moved text is no edit; what was changed in it is. */
final class Edits {
  private static final int CONTEXT_WORDS = 12;

  private final List<Edit> out = new ArrayList<>();
  private final int ledeBefore;
  private final int ledeAfter;

  private Edits(ArticleVersion before, ArticleVersion after) {
    ledeBefore = lede(before);
    ledeAfter = lede(after);
  }

  /** The edits in the order in which a reader meets them: fields above the text, text, captions. */
  static List<Edit> of(ArticleVersion before, ArticleVersion after, Revision revision) {
    Edits edits = new Edits(before, after);
    edits.fields(revision, Place.HEADLINE, FieldChange.Field.HEADLINE);
    edits.fields(revision, Place.DEK, FieldChange.Field.DEK);
    edits.fields(revision, Place.BYLINE, FieldChange.Field.BYLINE);
    edits.fields(revision, Place.DATELINE, FieldChange.Field.DATELINE);
    for (int h = 0; h < revision.hunks().size(); h++) {
      edits.hunk(revision.hunks().get(h), h);
    }
    edits.fields(revision, Place.CAPTION, FieldChange.Field.CAPTION);
    return List.copyOf(edits.out);
  }

  private static int lede(ArticleVersion version) {
    for (int k = 0; k < version.body().size(); k++) {
      if (version.body().get(k) instanceof Block.Paragraph) {
        return k;
      }
    }
    return -1;
  }

  private void fields(Revision revision, Place place, FieldChange.Field field) {
    for (FieldChange change : revision.fields()) {
      if (change.field() == field) {
        walk(change.deltas(), place, -1, 0);
      }
    }
  }

  private void hunk(Hunk hunk, int index) {
    boolean fresh = !hunk.after().isEmpty();
    if (!fresh && hunk.before().isEmpty()) {
      return;
    }
    int block = fresh ? hunk.after().get(0) : hunk.before().get(0);
    boolean lede = fresh ? hunk.after().contains(ledeAfter) : hunk.before().contains(ledeBefore);
    walk(hunk.deltas(), lede ? Place.LEDE : Place.BODY, index, block + 1);
  }

  private void walk(List<Delta> deltas, Place place, int hunk, int paragraph) {
    StringBuilder left = new StringBuilder();
    Quotes quotes = new Quotes();
    for (int k = 0; k < deltas.size(); k++) {
      if (!edits(deltas.get(k))) {
        left.append(deltas.get(k).after());
        quotes.read(deltas.get(k).after());
        continue;
      }
      int end = k;
      StringBuilder before = new StringBuilder();
      StringBuilder after = new StringBuilder();
      for (; end < deltas.size() && edits(deltas.get(end)); end++) {
        before.append(deltas.get(end).before());
        after.append(deltas.get(end).after());
      }
      boolean quoted = quotes.open();
      quotes.read(after.toString());
      String right = right(deltas, end);
      add(
          place,
          hunk,
          paragraph,
          before.toString(),
          after.toString(),
          left.toString(),
          right,
          quoted,
          new Edit.Stretch(deltas, k, end));
      left.append(after);
      k = end - 1;
    }
  }

  private void add(
      Place place,
      int hunk,
      int paragraph,
      String before,
      String after,
      String left,
      String right,
      boolean quoted,
      Edit.Stretch stretch) {
    String text = before.isEmpty() ? after : before;
    boolean startsSentence = left.isBlank() || endsSentence(left);
    boolean whole =
        (before.isEmpty() || after.isEmpty())
            && startsSentence
            && (right.isBlank() || endsSentence(text));
    out.add(
        new Edit(
            place,
            hunk,
            paragraph,
            before,
            after,
            lastWords(left),
            firstWords(right),
            quoted,
            whole,
            stretch));
  }

  private static boolean edits(Delta delta) {
    return delta.kind() == Delta.Kind.DELETED || delta.kind() == Delta.Kind.INSERTED;
  }

  private static String right(List<Delta> deltas, int from) {
    StringBuilder right = new StringBuilder();
    for (int k = from; k < deltas.size() && right.length() < 400; k++) {
      right.append(deltas.get(k).after());
    }
    return right.toString();
  }

  private static boolean endsSentence(String text) {
    String t = text.stripTrailing();
    int end = t.length();
    while (end > 0 && "\"'”’»)]".indexOf(t.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && ".!?…。！？।؟:".indexOf(t.charAt(end - 1)) >= 0;
  }

  private static String lastWords(String text) {
    String line = text.substring(text.lastIndexOf('\n') + 1);
    int at = line.length();
    for (int words = 0; words <= CONTEXT_WORDS && at > 0 && line.length() - at < 200; words++) {
      at = Math.max(0, line.lastIndexOf(' ', at - 1));
    }
    return line.substring(at).stripLeading();
  }

  private static String firstWords(String text) {
    int feed = text.indexOf('\n');
    String line = feed < 0 ? text : text.substring(0, feed);
    int at = 0;
    for (int words = 0; words <= CONTEXT_WORDS && at < line.length() && at < 200; words++) {
      int space = line.indexOf(' ', at + 1);
      at = space < 0 ? line.length() : space;
    }
    return line.substring(0, at).stripTrailing();
  }

  /** Keeps track of whether a reader is inside a quotation. */
  private static final class Quotes {
    private boolean open;

    void read(String text) {
      for (int i = 0; i < text.length(); i++) {
        switch (text.charAt(i)) {
          case '\u201c', '\u201e', '\u00ab', '\u300c' -> open = true;
          case '\u201d', '\u00bb', '\u300d' -> open = false;
          case '"' -> open = !open;
          case '\n' -> open = false;
          default -> {}
        }
      }
    }

    boolean open() {
      return open;
    }
  }
}
