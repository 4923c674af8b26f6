package stet.report.view;

/** Outlines of marks, so that labels differ by shape and not by colour alone. */
final class Shapes {
  private Shapes() {}

  /**
   * SVG path data of the label's shape.
   *
   * @param id of a label of family disclosure
   * @param x its centre
   * @param base its lowest point
   * @param r half its width
   */
  static String path(String id, int x, int base, int r) {
    int top = base - 2 * r;
    int mid = base - r;
    return switch (id) {
      case "silent", "no-update-time" ->
          "M" + (x - r) + " " + top + "h" + 2 * r + "v" + 2 * r + "h-" + 2 * r + "z";
      case "stamped" -> "M" + x + " " + top + "l" + r + " " + 2 * r + "h-" + 2 * r + "z";
      case "cannot-tell", "published-moved" ->
          "M" + (x - r) + " " + top + "h" + 2 * r + "l-" + r + " " + 2 * r + "z";
      case "perhaps-cut" -> "M" + (x - r) + " " + mid + "l" + 2 * r + " -" + r + "v" + 2 * r + "z";
      case "template-drift", "withheld", "read-otherwise" ->
          "M" + (x - r) + " " + top + "l" + 2 * r + " " + 2 * r + "m-" + 2 * r + " 0l" + 2 * r
              + " -" + 2 * r;
      case "restamped", "posted" ->
          "M" + x + " " + top + "l" + r + " " + r + "l-" + r + " " + r + "l-" + r + " -" + r + "z";
      case "cosmetic" ->
          "M" + (x - r) + " " + mid + "h" + 2 * r + "M" + x + " " + top + "v" + 2 * r;
      default ->
          "M"
              + (x - r)
              + " "
              + mid
              + "a"
              + r
              + " "
              + r
              + " 0 1 1 "
              + 2 * r
              + " 0a"
              + r
              + " "
              + r
              + " 0 1 1 -"
              + 2 * r
              + " 0z";
    };
  }

  /** Half the width of a mark: the area grows with the words changed, within bounds. */
  static int radius(int words, int least, int most) {
    double share = Math.sqrt(Math.min(words, 120) / 120.0);
    return (int) Math.round(least + (most - least) * share);
  }
}
