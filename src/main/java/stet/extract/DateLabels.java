package stet.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import stet.article.StatedDate.Role;

/** Words before a visible date that say what happened then, from {@code date-labels.tsv}. */
final class DateLabels {
  private record Label(Role role, String words) {}

  private static final List<Label> LABELS = new ArrayList<>();

  static {
    for (String[] row : Tables.rows("date-labels.tsv")) {
      Role role = Role.valueOf(row[0].toUpperCase(Locale.ROOT));
      for (String words : row[1].split("\\|")) {
        LABELS.add(new Label(role, words));
      }
    }
    LABELS.sort(Comparator.comparing((Label label) -> -label.words.length()));
  }

  private DateLabels() {}

  /** A label and where it stands. */
  record Found(Role role, int start, int end) {}

  /** The role that the last label in the text gives, null where there is none. */
  static @Nullable Role last(String text) {
    Found found = find(text);
    return found == null ? null : found.role;
  }

  /** The last label in the text, null where there is none. */
  static @Nullable Found find(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Found found = null;
    for (Label label : LABELS) {
      int at = lower.lastIndexOf(label.words);
      int end = at + label.words.length();
      boolean later = at >= 0 && (found == null || end > found.end);
      if (later && wordBounds(lower, at, end)) {
        found = new Found(label.role, at, Math.min(end, text.length()));
      }
    }
    return found;
  }

  private static boolean wordBounds(String text, int start, int end) {
    boolean spaced = text.codePointAt(start) < 0x2e80;
    boolean open = start == 0 || !Character.isLetter(text.charAt(start - 1));
    boolean closed = end == text.length() || !Character.isLetter(text.charAt(end));
    return !spaced || open && closed;
  }
}
