package stet.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.diff.Delta;
import stet.diff.FieldChange;
import stet.diff.Hunk;
import stet.diff.Label;
import stet.report.page.Run;
import stet.report.page.Shown;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/** Picks the most telling edit and cuts its words out with a little context. */
final class Tellings {
  private static final int CONTEXT = 70;
  private static final int WORDS = 220;

  private Tellings() {}

  /** The article's most telling edit; null where there is no revision. */
  static @Nullable TellingEdit of(Timeline timeline, Times times) {
    TellingEdit best = null;
    for (Entry.Revised revised : timeline.revisions()) {
      TellingEdit edit = of(revised, timeline.versions(), times);
      if (edit != null && (best == null || edit.score() >= best.score())) {
        best = edit;
      }
    }
    return best;
  }

  private static @Nullable TellingEdit of(
      Entry.Revised revised, List<SeenVersion> versions, Times times) {
    ArticleVersion after = versions.get(revised.version() - 1).state();
    int base = disclosed(revised);
    String where = "";
    List<Delta> words = List.of();
    int best = -1;
    for (FieldChange change : revised.revision().fields()) {
      int score = score(change);
      if (score > best) {
        best = score;
        words = change.deltas();
        where = Passages.name(change.field());
      }
    }
    for (Hunk hunk : revised.revision().hunks()) {
      int score = score(hunk);
      if (score > best) {
        best = score;
        words = hunk.deltas();
        where = place(hunk);
      }
    }
    if (best < 0) {
      return null;
    }
    List<Run> runs = excerpt(words);
    String text = String.join("", runs.stream().map(Run::text).toList());
    return new TellingEdit(
        base + best,
        revised.version(),
        where,
        runs,
        Phrases.language(after.language()),
        Phrases.direction(text),
        Chips.of(revised.labels()),
        times.window(revised.window()));
  }

  private static int disclosed(Entry.Revised revised) {
    int score = 0;
    for (Label label : revised.labels()) {
      score +=
          switch (label.kind()) {
            case SILENT -> 60;
            case NOTICED -> 30;
            case STAMPED -> 20;
            default -> 0;
          };
    }
    return score;
  }

  private static int score(FieldChange change) {
    return switch (change.field()) {
      case HEADLINE -> 40;
      case NOTICE -> 38;
      case DEK -> 30;
      case PUBLISHED -> 20;
      case BYLINE -> 15;
      default -> 5;
    };
  }

  private static int score(Hunk hunk) {
    if (!hunk.isChange() || hunk.deltas().isEmpty()) {
      return -1;
    }
    boolean replaced = false;
    boolean number = false;
    for (Delta delta : hunk.deltas()) {
      replaced |= delta.kind() == Delta.Kind.DELETED;
      number |= delta.isChange() && delta.before().chars().anyMatch(Character::isDigit);
    }
    int block = hunk.after().isEmpty() ? hunk.before().get(0) : hunk.after().get(0);
    return 10 + (replaced ? 10 : 0) + (number ? 20 : 0) + Math.max(0, 8 - block);
  }

  private static String place(Hunk hunk) {
    return hunk.after().isEmpty()
        ? "What was paragraph " + (hunk.before().get(0) + 1)
        : "Paragraph " + (hunk.after().get(0) + 1);
  }

  /** The first change with what stands around it, and as much of what follows as there is room. */
  static List<Run> excerpt(List<Delta> deltas) {
    List<Run> runs = new ArrayList<>();
    int room = WORDS;
    boolean begun = false;
    for (Delta delta : deltas) {
      String text = delta.after().isEmpty() ? delta.before() : delta.after();
      if (!delta.isChange()) {
        if (!begun) {
          runs.clear();
          runs.add(Run.plain(tail(text)));
        } else {
          runs.add(Run.plain(Shown.cut(text, CONTEXT)));
          room -= Math.min(CONTEXT, text.length());
        }
      } else {
        begun = true;
        runs.add(Run.of(kind(delta), Shown.cut(text, Math.max(20, room)).replace('\n', ' ')));
        room -= text.length();
      }
      if (room <= 0) {
        break;
      }
    }
    return runs;
  }

  private static Run.Kind kind(Delta delta) {
    return delta.after().isEmpty() ? Run.Kind.DELETED : Run.Kind.INSERTED;
  }

  private static String tail(String text) {
    if (text.length() <= CONTEXT) {
      return text;
    }
    int from = text.length() - CONTEXT;
    int space = text.indexOf(' ', from);
    if (space >= 0 && space < text.length() - 20) {
      return "…" + text.substring(space);
    }
    return "…" + text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
  }
}
