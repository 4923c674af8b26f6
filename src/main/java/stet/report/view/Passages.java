package stet.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.diff.Delta;
import stet.diff.FieldChange;
import stet.diff.Hunk;
import stet.diff.Revision;
import stet.report.page.Passage;
import stet.report.page.Run;
import stet.report.words.Limits;
import stet.report.words.Numbers;
import stet.report.words.Phrases;
import stet.report.words.Runs;
import stet.text.Capitals;
import stet.text.LanguageTags;

/** A revision's fields and hunks as passages in one column. */
final class Passages {
  /** More notices than these are told in a line. */
  private static final int NOTICES = 4;

  private final ArticleVersion before;
  private final ArticleVersion after;
  private final Limits limits;
  private final String anchor;
  private final String laterPage;
  private final Runs runs;
  private final List<Passage> passages = new ArrayList<>();
  private int folded;
  private int foldedFirst;
  private int left;

  /**
   * @param anchor what ids begin with; the page of the revision is named alike
   * @param laterPage the page of the later version, where folds lead
   */
  Passages(
      ArticleVersion before, ArticleVersion after, Limits limits, String anchor, String laterPage) {
    this.before = before;
    this.after = after;
    this.limits = limits;
    this.anchor = anchor;
    this.laterPage = laterPage;
    this.runs = new Runs(Runs.Side.BOTH, limits, anchor);
  }

  List<Passage> of(Revision revision) {
    int notices = 0;
    for (FieldChange change : revision.fields()) {
      if (change.field() != FieldChange.Field.NOTICE || ++notices <= NOTICES) {
        add(field(change, after, runs));
      }
    }
    if (notices > NOTICES) {
      String note = Numbers.wordsOf(notices - NOTICES, "more notice", "more notices") + " changed";
      passages.add(fold(anchor + ".html", note));
    }
    revision.hunks().forEach(this::add);
    flushFold();
    return passages;
  }

  /** What to say about text that was left out; empty when nothing was. */
  String cut() {
    if (left > 0) {
      return Numbers.of(left, "more changed passage is", "more changed passages are")
          + " not shown here.";
    }
    return runs.wasCut() ? "Very long text was cut here; the capture has it in full." : "";
  }

  private void add(Hunk hunk) {
    if (limits.folded() && !hunk.isChange()) {
      if (folded == 0) {
        foldedFirst = hunk.after().isEmpty() ? 0 : hunk.after().get(0);
      }
      folded += Math.max(1, hunk.after().size());
      return;
    }
    flushFold();
    add(passage(hunk));
  }

  private void add(Passage passage) {
    if (passages.size() >= limits.passages()) {
      left++;
    } else {
      passages.add(passage);
    }
  }

  private void flushFold() {
    if (folded > 0 && left == 0) {
      String note = Numbers.wordsOf(folded, "unchanged paragraph", "unchanged paragraphs");
      passages.add(fold(laterPage + "#p" + (foldedFirst + 1), note));
    }
    folded = 0;
  }

  private static Passage fold(String href, String note) {
    return new Passage(Passage.Kind.FOLD, "", List.of(), "", "auto", "", href, note);
  }

  private Passage passage(Hunk hunk) {
    if (hunk instanceof Hunk.MovedAway away) {
      return away(away, anchor);
    }
    Block block =
        hunk.after().isEmpty()
            ? before.body().get(hunk.before().get(0))
            : after.body().get(hunk.after().get(0));
    List<Run> words = runs.of(hunk.deltas());
    ArticleVersion version = hunk.after().isEmpty() ? before : after;
    if (hunk instanceof Hunk.Moved moved) {
      return moved(moved, words, Phrases.language(version, block), anchor);
    }
    return block(version, block, words, note(hunk));
  }

  /** A block with words of its own choosing. */
  static Passage block(ArticleVersion version, Block block, List<Run> words, String note) {
    return new Passage(
        kind(block),
        "",
        words,
        Phrases.language(version, block),
        Phrases.direction(block.text()),
        "",
        "",
        note);
  }

  static Passage moved(Hunk.Moved moved, List<Run> words, String lang, String anchor) {
    boolean up = moved.afterBlock() < moved.beforeBlock();
    String note = "moved " + (up ? "up" : "down") + " from paragraph " + (moved.beforeBlock() + 1);
    String id = anchor + "-m" + moved.move();
    String dir = Phrases.direction(text(words));
    return new Passage(Passage.Kind.MOVED, "", words, lang, dir, id, "#" + id + "-from", note);
  }

  static Passage away(Hunk.MovedAway away, String anchor) {
    String id = anchor + "-m" + away.move();
    String note = "moved from here to paragraph " + (away.afterBlock() + 1);
    return new Passage(Passage.Kind.AWAY, "", List.of(), "", "auto", id + "-from", "#" + id, note);
  }

  static Passage field(FieldChange change, ArticleVersion after, Runs runs) {
    List<Delta> deltas = change.deltas();
    List<Run> words = runs.of(isPicture(change) ? fileNames(deltas) : deltas);
    Passage.Kind kind =
        change.field() == FieldChange.Field.NOTICE ? Passage.Kind.NOTICE : Passage.Kind.FIELD;
    String lang = change.field().isStatedDate() ? "" : LanguageTags.registered(after.language());
    return new Passage(
        kind, name(change.field()), words, lang, Phrases.direction(text(words)), "", "", "");
  }

  /** Whether another picture was put in place, rather than its description changed. */
  private static boolean isPicture(FieldChange change) {
    return change.field() == FieldChange.Field.IMAGE
        && (change.before() + change.after()).indexOf('/') >= 0
        && (change.before() + change.after()).chars().noneMatch(Character::isWhitespace)
        && !fileName(change.before()).equals(fileName(change.after()));
  }

  /** A picture's file tells a reader more than its whole address, which the data file has. */
  private static List<Delta> fileNames(List<Delta> deltas) {
    return deltas.stream()
        .filter(Delta::isChange)
        .map(d -> new Delta(d.kind(), fileName(d.before()), fileName(d.after()), d.move()))
        .toList();
  }

  private static String fileName(String address) {
    String path = address.replaceFirst("[?#].*", "").replaceFirst("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A field's name for a reader. */
  static String name(FieldChange.Field field) {
    return Capitals.first(field.name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  static Passage.Kind kind(Block block) {
    if (block instanceof Block.Subhead) {
      return Passage.Kind.SUBHEAD;
    }
    if (block instanceof Block.Quote) {
      return Passage.Kind.QUOTE;
    }
    if (block instanceof Block.TableRow) {
      return Passage.Kind.ROW;
    }
    return block instanceof Block.ListItem ? Passage.Kind.ITEM : Passage.Kind.PARAGRAPH;
  }

  /** What is said above a block that became several, or the other way round. */
  static String note(Hunk hunk) {
    if (hunk instanceof Hunk.Split split) {
      return "split into " + Numbers.words(split.after().size()) + " paragraphs";
    }
    if (hunk instanceof Hunk.Merged merged) {
      return Numbers.words(merged.before().size()) + " paragraphs made one";
    }
    return "";
  }

  private static String text(List<Run> runs) {
    StringBuilder text = new StringBuilder();
    for (Run run : runs) {
      if (run.kind() != Run.Kind.NOTE) {
        text.append(run.text());
      }
    }
    return text.toString();
  }
}
