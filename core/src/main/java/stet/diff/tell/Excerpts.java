package stet.diff.tell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.diff.Delta;
import stet.diff.Edit;
import stet.diff.judge.Phrases;
import stet.text.Truncation;

/**
 * Cuts an edit out of its field or paragraph with a little of what stands around it. Another change
 * that stands nearby is shown as one: its new words beside old ones would be a sentence that nobody
 * ever printed. It is shown whole or not at all: half of it would be another change.
 */
final class Excerpts {
  /** Most characters on either side, which is a line or so. */
  private static final int AROUND = 90;

  /** Too little room for a word. */
  private static final int LITTLE = 12;

  /** More marks than that do not stand at the end of a sentence. */
  private static final int MARKS = 16;

  /** Longest text of the edit itself, on each side. */
  private static final int LENGTH = 280;

  /**
   * The end of a sentence as far as signs tell. A full stop after a short word with a capital may
   * be that of "Mr", and after one or two digits that of a German day.
   */
  private static final Pattern END =
      Pattern.compile(
          "(?:(?<!(?:^|[\\s.(])(?:\\p{Lu}\\p{L}{0,3}|\\p{L}{1,2}|\\p{Nd}{1,2}))\\.|[!?\\u2026\\u06d4\\u0964])"
              + "[\"'\\u201d\\u2019\\u00bb)\\]]*(?=\\s+[^\\s\\p{Ll}]|\\s*$)"
              + "|[\\u3002\\uff01\\uff1f][\\u300d\\u300f\\u201d)]*");

  private Excerpts() {}

  static List<Delta> of(Edit.Stretch edit) {
    List<Delta> all = edit.deltas();
    List<Delta> out = new ArrayList<>(left(all, edit.from()));
    for (Delta delta : all.subList(edit.from(), edit.to())) {
      out.add(cut(delta, Phrases.shorten(text(delta), LENGTH)));
    }
    out.addAll(right(all, edit.to()));
    return List.copyOf(out);
  }

  private static Deque<Delta> left(List<Delta> all, int from) {
    Deque<Delta> out = new ArrayDeque<>();
    int room = AROUND;
    for (int k = from - 1; k >= 0; k--) {
      String text = shown(all.get(k));
      int start = Math.max(text.lastIndexOf('\n') + 1, lastEnd(text, room));
      String rest = text.substring(start);
      if (rest.length() > room) {
        while (all.get(k).isChange() && !out.isEmpty() && out.getFirst().isChange()) {
          out.removeFirst();
        }
        out.addFirst(
            Delta.kept(Truncation.ELLIPSIS + (all.get(k).isChange() ? "" : tail(rest, room))));
        return out;
      }
      addFirst(out, all.get(k), start > 0 ? rest.stripLeading() : rest);
      if (start > 0) {
        return out;
      }
      room -= rest.length();
    }
    return out;
  }

  private static void addFirst(Deque<Delta> out, Delta delta, String text) {
    if (!text.isEmpty()) {
      out.addFirst(cut(delta, text));
    }
  }

  private static List<Delta> right(List<Delta> all, int to) {
    List<Delta> out = new ArrayList<>();
    int room = AROUND;
    for (int k = to; k < all.size(); k++) {
      String text = shown(all.get(k));
      int feed = text.indexOf('\n');
      int end = firstEnd(text);
      int stop = feed < 0 ? end : end < 0 ? feed : Math.min(feed, end);
      String rest = stop < 0 ? text : text.substring(0, stop);
      if (rest.length() > room) {
        while (all.get(k).isChange() && !out.isEmpty() && out.get(out.size() - 1).isChange()) {
          out.remove(out.size() - 1);
        }
        out.add(Delta.kept((all.get(k).isChange() ? "" : head(rest, room)) + Truncation.ELLIPSIS));
        return out;
      }
      if (!rest.isEmpty()) {
        out.add(cut(all.get(k), rest));
      }
      if (stop >= 0) {
        return out;
      }
      room -= rest.length();
    }
    return out;
  }

  /** What a reader meets; words that went elsewhere are met there. */
  private static String shown(Delta delta) {
    return delta.kind() == Delta.Kind.MOVED_FROM ? "" : text(delta);
  }

  private static String text(Delta delta) {
    return delta.after().isEmpty() ? delta.before() : delta.after();
  }

  private static Delta cut(Delta delta, String text) {
    return switch (delta.kind()) {
      case DELETED -> Delta.deleted(text);
      case INSERTED -> Delta.inserted(text);
      default -> Delta.kept(text);
    };
  }

  /**
   * Where the last sentence begins, 0 where none ends before it. Of no interest where it is longer
   * than there is room, so no other end is looked for: of a long paragraph each would be.
   */
  private static int lastEnd(String text, int room) {
    Matcher end = END.matcher(text).useAnchoringBounds(false).useTransparentBounds(true);
    end.region(Math.max(0, text.length() - room - MARKS), text.length());
    int last = 0;
    while (end.find()) {
      last = end.end();
    }
    return last;
  }

  private static int firstEnd(String text) {
    Matcher end = END.matcher(text);
    return end.find() ? end.end() : -1;
  }

  private static String tail(String text, int most) {
    if (most < LITTLE) {
      return "";
    }
    int from = text.length() - most;
    int space = text.indexOf(' ', from);
    int cut = space < 0 || space > text.length() - most / 2 ? from : space + 1;
    return text.substring(Truncation.after(text, cut));
  }

  private static String head(String text, int most) {
    if (most < LITTLE) {
      return "";
    }
    int space = text.lastIndexOf(' ', most);
    int cut = space < most / 2 ? most : space;
    return text.substring(0, Truncation.before(text, cut));
  }
}
