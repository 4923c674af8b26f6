package stet.notify.channel;

import java.util.Collection;

/** The name that somebody meant who wrote another one. */
final class NearestName {
  private NearestName() {}

  /** {@code ; did you mean 'url-file'?}, or the text given where nothing is near. */
  static String hint(String written, Collection<String> names, String otherwise) {
    String best = "";
    int least = 1 + Math.max(2, written.length() / 3);
    for (String name : names) {
      int distance = name.startsWith(written + "-") ? 1 : distance(written, name);
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    return best.isEmpty() ? otherwise : "; did you mean '" + best + "'?";
  }

  /** How many letters have to be put in, taken out or changed. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= Math.min(a.length(), 100); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
