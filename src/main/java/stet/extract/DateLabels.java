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

  /** The role that the last label in the text gives, null where there is none. */
  static @Nullable Role last(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Role role = null;
    int best = -1;
    for (Label label : LABELS) {
      int at = lower.lastIndexOf(label.words);
      int end = at + label.words.length();
      if (at >= 0 && end > best && wordBounds(lower, at, end)) {
        best = end;
        role = label.role;
      }
    }
    return role;
  }

  private static boolean wordBounds(String text, int start, int end) {
    boolean spaced = text.codePointAt(start) < 0x2e80;
    boolean open = start == 0 || !Character.isLetter(text.charAt(start - 1));
    boolean closed = end == text.length() || !Character.isLetter(text.charAt(end));
    return !spaced || open && closed;
  }
}
