package stet.notify.render;

import java.util.List;
import stet.notify.Change.Mark;
import stet.notify.Message;
import stet.text.EastAsianWidth;

/** Messages as plain text, in lines of at most 72 columns; addresses stay in one piece. */
public final class PlainText {
  private static final int COLUMNS = 72;

  private PlainText() {}

  /** All of it. */
  public static String of(Message message) {
    Outline outline = Outline.of(message);
    StringBuilder out = new StringBuilder();
    wrap(out, "", outline.heading());
    wrap(out, "", outline.opening());
    for (Item item : outline.items()) {
      out.append('\n');
      item(out, item);
    }
    if (!outline.omitted().isEmpty()) {
      out.append('\n');
      wrap(out, "", outline.omitted());
    }
    out.append('\n');
    wrap(out, "", outline.reason().isEmpty() ? "" : "Why you get this: " + outline.reason());
    wrap(out, "", outline.foot());
    return out.toString();
  }

  /** The heading of a message, in one line. */
  public static String heading(Message message) {
    return Outline.heading(message);
  }

  /** The same where a place makes nothing of plain text, such as a subject. */
  public static String subject(Message message) {
    return heading(message).replace("\u2060", "");
  }

  private static void item(StringBuilder out, Item item) {
    wrap(out, "", item.lead());
    wrap(out, "  ", item.sentence());
    wrap(out, "  ", item.standing());
    if (!item.excerpt().isEmpty()) {
      wrap(out, "  ", item.where().isEmpty() ? "" : "Where: " + item.where());
      wrapped(out, "    ", marked(item.excerpt()));
    }
    wrap(out, "  ", item.amount());
    wrap(out, "  ", item.when().isEmpty() ? "" : "When: " + item.when() + ".");
    for (Item.Tagged label : item.labels()) {
      wrap(out, "  ", label.name() + (label.meaning().isEmpty() ? "" : ": " + label.meaning()));
    }
    wrap(
        out,
        "  ",
        item.leftOut().isEmpty() ? "" : "Not counted as an edit of the story: " + item.leftOut());
    wrap(out, "  ", item.words().isEmpty() ? "" : "Words asked for: " + item.words());
    for (Item.Also also : item.alike()) {
      wrap(out, "  ", "The same edit: " + also.lead() + (" " + also.uri()).stripTrailing());
    }
    wrap(out, "  ", item.uri().isEmpty() ? "" : "At the publisher: " + item.uri());
    wrap(out, "  ", item.link().isEmpty() ? "" : "All of the change: " + item.link());
  }

  /** The excerpt with {@code [-old-]{+new+}}; what looks like such a mark on a page is parted. */
  static String marked(List<Mark> excerpt) {
    StringBuilder out = new StringBuilder();
    for (Mark mark : excerpt) {
      String text = parted(mark.text());
      Excerpts.Parted piece = Excerpts.Parted.of(text);
      out.append(piece.before());
      if (!piece.inner().isEmpty()) {
        out.append(
            switch (mark.kind()) {
              case KEPT -> piece.inner();
              case REMOVED -> "[-" + piece.inner() + "-]";
              case ADDED -> "{+" + piece.inner() + "+}";
            });
      }
      out.append(piece.after());
    }
    return Inert.spaced(out.toString());
  }

  private static String parted(String text) {
    return text.replace("[-", "[\u2060-")
        .replace("-]", "-\u2060]")
        .replace("{+", "{\u2060+")
        .replace("+}", "+\u2060}");
  }

  private static void wrap(StringBuilder out, String indent, String text) {
    if (!text.isEmpty()) {
      wrapped(out, indent, parted(text));
    }
  }

  private static void wrapped(StringBuilder out, String indent, String text) {
    StringBuilder line = new StringBuilder(indent);
    int used = indent.length();
    boolean empty = true;
    for (String word : text.split(" ")) {
      int width = word.codePoints().map(c -> EastAsianWidth.isWide(c) ? 2 : 1).sum();
      if (!empty && used + 1 + width > COLUMNS) {
        out.append(line).append('\n');
        line = new StringBuilder(indent);
        used = indent.length();
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      used += width + (empty ? 0 : 1);
      empty = false;
    }
    out.append(line).append('\n');
  }
}
