package stet.notify.render;

import java.util.List;
import stet.notify.Message;

/**
 * A message in words that are fit to be shown, before any markup.
 *
 * @param heading one line
 * @param opening what has to be known first; may be empty
 * @param omitted that there was more; empty where there was not
 * @param reason why it is told
 * @param foot rule, collection and time
 */
record Outline(
    String heading, String opening, List<Item> items, String omitted, String reason, String foot) {
  private static final int TITLE = 200;
  private static final int REASON = 800;

  Outline {
    items = List.copyOf(items);
  }

  static Outline of(Message message) {
    ItemMaker maker = new ItemMaker(message.zone(), message.entries().size());
    return new Outline(
        heading(message),
        opening(message),
        message.entries().stream().map(maker::item).toList(),
        message.omitted() == 0
            ? ""
            : (message.omitted() == 1
                    ? "1 more finding is"
                    : message.omitted() + " more findings are")
                + " not listed here.",
        Inert.line(message.reason(), REASON),
        (message.isOfChannel() ? "" : "Rule “" + Inert.line(message.rule(), 100) + "” · ")
            + Inert.line(message.site(), 100)
            + " · composed "
            + maker.stamp(message.at()));
  }

  /** The title; that it is a correction or a test is seen at once. */
  static String heading(Message message) {
    String stated = Inert.line(message.title(), TITLE);
    String title = stated.isEmpty() ? "Alert" : stated;
    return switch (message.kind()) {
      case CORRECTION ->
          title.regionMatches(true, 0, "correction", 0, 10) ? title : "Correction: " + title;
      case TEST -> title.regionMatches(true, 0, "test", 0, 4) ? title : "Test: " + title;
      case ALERT, DIGEST -> title;
    };
  }

  private static String opening(Message message) {
    return switch (message.kind()) {
      case CORRECTION ->
          "You were told what follows, and it does not hold as it was told. Do not rely on the"
              + " earlier message.";
      case TEST ->
          message.isExample()
              ? "This is a test. What follows is an example and no news."
              : "This is a test.";
      case ALERT, DIGEST -> "";
    };
  }
}
