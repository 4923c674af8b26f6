package stet.report.words;

/**
 * How much text a page shows, in characters and passages. Pages are for reading; what goes past
 * these bounds is in the capture, and the page says so.
 *
 * @param context unchanged text kept on either side of a change within a passage
 * @param run longest run of changed text
 * @param passages most passages
 * @param folded whether unchanged passages are left out
 */
public record Limits(int context, int run, int passages, boolean folded) {
  /** A revision among others on the article's page. */
  public static final Limits AMONG_OTHERS = new Limits(120, 800, 16, true);

  /** A revision on a page that is long already. */
  public static final Limits BRIEF = new Limits(60, 200, 4, true);

  /** A revision in a feed. */
  public static final Limits IN_FEED = new Limits(100, 500, 8, true);

  /** A revision on its own page. */
  public static final Limits ALONE = new Limits(20_000, 50_000, 3_000, false);

  /** The same beside a page that has the whole text. */
  public static final Limits BESIDE_WHOLE = new Limits(300, 50_000, 3_000, false);
}
