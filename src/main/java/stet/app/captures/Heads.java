package stet.app.captures;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.capture.HeaderFields;
import stet.capture.HttpHead;
import stet.json.CaptureFacts;

/** Heads of messages as they were archived, for people and programs. */
final class Heads {
  /** What these hold may still let somebody in. */
  private static final Set<String> SECRET =
      Set.of(
          "cookie", "cookie2", "set-cookie", "set-cookie2", "authorization", "proxy-authorization");

  private Heads() {}

  /**
   * @param secrets whether all values are told
   * @return null where it was not recorded
   */
  static CaptureFacts.@Nullable Head of(HttpHead head, boolean secrets) {
    if (head.firstLine().isEmpty()) {
      return null;
    }
    String text = new String(head.bytes(), StandardCharsets.ISO_8859_1);
    List<CaptureFacts.Field> fields = new ArrayList<>();
    for (String line : unfolded(text)) {
      int colon = line.indexOf(':');
      String name = colon < 0 ? "" : line.substring(0, colon).strip();
      String value = line.substring(colon + 1).strip();
      boolean kept = !secrets && SECRET.contains(name.toLowerCase(Locale.ROOT));
      fields.add(new CaptureFacts.Field(name, kept ? null : value));
    }
    return new CaptureFacts.Head(head.firstLine(), fields);
  }

  /** The lines after the first, each with those that go on with it. */
  private static List<String> unfolded(String text) {
    List<StringBuilder> lines = new ArrayList<>();
    String[] all = text.split("\r?\n");
    for (int i = 1; i < all.length; i++) {
      if (HeaderFields.isFolded(all[i]) && !lines.isEmpty()) {
        lines.get(lines.size() - 1).append(' ').append(all[i].strip());
      } else if (!all[i].isBlank()) {
        lines.add(new StringBuilder(all[i]));
      }
    }
    return lines.stream().map(StringBuilder::toString).toList();
  }
}
