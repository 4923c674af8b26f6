package stet.diff.word;

/**
 * What two texts share at their ends, in whole lines, so that the dearer passes never see it.
 *
 * @param prefix characters in common at the start, up to and with a line feed
 * @param suffix characters in common at the end, from the start of a line on
 */
public record Trim(int prefix, int suffix) {
  public static Trim of(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int same = 0;
    while (same < shorter && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    if (same == a.length() && same == b.length()) {
      return new Trim(same, 0);
    }
    int prefix = a.lastIndexOf('\n', same - 1) + 1;
    prefix = same == 0 ? 0 : prefix;
    int room = shorter - prefix;
    int tail = 0;
    while (tail < room && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
      tail++;
    }
    // The suffix starts a line in both texts: after a line feed that both have.
    int feed = a.indexOf('\n', a.length() - tail);
    return new Trim(prefix, feed < 0 ? 0 : a.length() - feed - 1);
  }
}
