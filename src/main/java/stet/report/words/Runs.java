package stet.report.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import stet.diff.Delta;
import stet.report.page.Run;
import stet.text.Truncation;

/** Deltas as runs of marked text, for one column or for either of two. */
public final class Runs {
  /** Which of the two texts a column shows. */
  public enum Side {
    BOTH,
    BEFORE,
    AFTER
  }

  /** A block boundary within a hunk, shown as the sign that editors use. */
  private static final String PARAGRAPH = "¶\n";

  private final Side side;
  private final Limits limits;
  private final String anchor;
  private final Set<String> ids = new HashSet<>();
  private boolean cut;
  private boolean shortened;

  /**
   * @param anchor what the ids of moved runs begin with
   */
  public Runs(Side side, Limits limits, String anchor) {
    this.side = side;
    this.limits = limits;
    this.anchor = anchor;
  }

  /** Whether text was left out for its size. */
  public boolean wasCut() {
    return cut;
  }

  /** Whether unchanged text was left out. */
  public boolean wasShortened() {
    return shortened;
  }

  public List<Run> of(List<Delta> deltas) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < deltas.size(); i++) {
      add(runs, deltas.get(i), i == 0, i == deltas.size() - 1);
    }
    return runs;
  }

  private void add(List<Run> runs, Delta delta, boolean first, boolean last) {
    switch (delta.kind()) {
      case KEPT -> addKept(runs, delta.after(), first, last);
      case RESPELLED -> addRespelled(runs, delta);
      case DELETED -> addMarked(runs, Run.Kind.DELETED, delta.before());
      case INSERTED -> addMarked(runs, Run.Kind.INSERTED, delta.after());
      case MOVED_FROM -> addMoved(runs, Run.Kind.MOVED_FROM, delta.before(), delta.move());
      case MOVED_TO -> addMoved(runs, Run.Kind.MOVED_TO, delta.after(), delta.move());
    }
  }

  private void addRespelled(List<Run> runs, Delta delta) {
    boolean joined = delta.before().indexOf('\n') >= 0;
    boolean split = delta.after().indexOf('\n') >= 0;
    if (joined == split) {
      runs.add(Run.plain(side == Side.BEFORE ? delta.before() : delta.after()));
      return;
    }
    if (joined) {
      addMarked(runs, Run.Kind.DELETED, delta.before());
      runs.add(Run.plain(delta.after()));
    } else {
      addMarked(runs, Run.Kind.INSERTED, delta.after());
    }
  }

  private void addKept(List<Run> runs, String text, boolean first, boolean last) {
    int room = limits.context();
    if (text.length() <= 2 * room + 200) {
      runs.add(Run.plain(text));
      return;
    }
    String head = first ? "" : text.substring(0, wordEnd(text, room));
    String tail = last ? "" : text.substring(wordStart(text, text.length() - room));
    if (first && last) {
      head = text.substring(0, wordEnd(text, room));
    }
    int left = text.length() - head.length() - tail.length();
    shortened = true;
    runs.add(Run.plain(head));
    runs.add(Run.of(Run.Kind.NOTE, " " + Numbers.grouped(left) + " unchanged characters "));
    runs.add(Run.plain(tail));
  }

  private void addMarked(List<Run> runs, Run.Kind kind, String text) {
    if (isShown(kind)) {
      runs.add(Run.of(kind, limited(text).replace("\n", PARAGRAPH)));
      noteCut(runs, text);
    }
  }

  private void addMoved(List<Run> runs, Run.Kind kind, String text, int move) {
    if (!isShown(kind)) {
      return;
    }
    boolean from = kind == Run.Kind.MOVED_FROM;
    String here = anchor + "-w" + move + (from ? "-from" : "");
    String there = "#" + anchor + "-w" + move + (from ? "" : "-from");
    String id = ids.add(here) ? here : here + "-" + ids.size();
    ids.add(id);
    runs.add(new Run(kind, limited(text).replace("\n", PARAGRAPH), id, there));
    noteCut(runs, text);
  }

  private boolean isShown(Run.Kind kind) {
    boolean old = kind == Run.Kind.DELETED || kind == Run.Kind.MOVED_FROM;
    return side == Side.BOTH || (side == Side.BEFORE) == old;
  }

  private String limited(String text) {
    return Truncation.shortened(text, limits.run());
  }

  private void noteCut(List<Run> runs, String text) {
    int left = text.length() - Truncation.before(text, limits.run());
    if (left > 0) {
      cut = true;
      runs.add(Run.of(Run.Kind.NOTE, " " + Numbers.grouped(left) + " more characters "));
    }
  }

  private static int wordEnd(String text, int from) {
    int end = Math.min(text.length(), from);
    for (int i = end; i > Math.max(0, end - 40); i--) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    return Truncation.before(text, end);
  }

  private static int wordStart(String text, int from) {
    for (int i = from; i < Math.min(text.length(), from + 40); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return Truncation.before(text, from);
  }
}
