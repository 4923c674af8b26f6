package stet.notify.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import stet.notify.Change.Mark;
import stet.notify.Message;
import stet.text.Truncation;

/**
 * A message as a post of few characters, as users see characters. What happened comes before what
 * it reads like: the sentence, then what became of it, the article, the words, the window. The link
 * is there in any case.
 *
 * @param text all of it
 * @param links those in it
 */
public record ShortPost(String text, List<Link> links) {
  private static final int LONGEST_SHOWN_LINK = 40;

  public ShortPost {
    links = List.copyOf(links);
  }

  /**
   * A link in a post.
   *
   * @param start where it begins in the text's UTF-8, in bytes
   * @param end where it ends
   */
  public record Link(int start, int end, String uri) {}

  /**
   * For a service that finds addresses by itself and counts each as so many characters.
   *
   * @param most characters of the post
   */
  public static ShortPost withAddress(Message message, int most, int address) {
    Outline outline = Outline.of(message);
    String link = link(outline);
    return of(outline, most, link, link, address);
  }

  /** For a service that is told of links and counts what is shown of them. */
  public static ShortPost withFacets(Message message, int most) {
    Outline outline = Outline.of(message);
    String link = link(outline);
    String shown = link.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    String cut = Truncation.shortened(shown, LONGEST_SHOWN_LINK);
    return of(outline, most, link, cut, Graphemes.count(cut));
  }

  /** The one address that a message leads to; empty where it has none. */
  public static String link(Message message) {
    return link(Outline.of(message));
  }

  private static String link(Outline outline) {
    for (Item item : outline.items()) {
      if (!item.link().isEmpty() || !item.uri().isEmpty()) {
        return item.link().isEmpty() ? item.uri() : item.link();
      }
    }
    return "";
  }

  private static ShortPost of(Outline outline, int most, String link, String shown, int cost) {
    int room = link.isEmpty() ? most : most - cost - 1;
    List<String> lines =
        outline.items().size() == 1 && outline.omitted().isEmpty()
            ? one(outline, outline.items().get(0), room)
            : many(outline, room);
    String text = String.join("\n", lines);
    if (link.isEmpty()) {
      return new ShortPost(text, List.of());
    }
    int start = text.getBytes(StandardCharsets.UTF_8).length + 1;
    int end = start + shown.getBytes(StandardCharsets.UTF_8).length;
    return new ShortPost(text + "\n" + shown, List.of(new Link(start, end, link)));
  }

  private static List<String> one(Outline outline, Item item, int all) {
    Room room = new Room(all);
    String opening = outline.heading().startsWith("Correction") ? "Correction. " : "";
    if (outline.heading().startsWith("Test")) {
      opening = "This is a test. ";
    }
    String told = room.take(opening + item.sentence(), all * 6 / 10);
    String standing = room.take(item.standing(), all);
    String lead = room.take(item.lead(), Math.max(20, all / 4));
    String when = room.whole(item.when().isEmpty() ? "" : item.when() + ".");
    String words = words(item.excerpt(), room);
    List<String> lines = new ArrayList<>(List.of(lead, told, standing, words, when));
    lines.removeIf(String::isEmpty);
    return lines;
  }

  /**
   * The changed words as far as they fit with their marks; none of them where that is too little.
   */
  private static String words(List<Mark> excerpt, Room room) {
    for (int most = room.left(); most >= 16; most = most * 3 / 4) {
      String marked = PlainText.marked(Excerpts.fit(excerpt, most));
      if (Graphemes.count(marked) < room.left()) {
        return room.whole(marked);
      }
    }
    return "";
  }

  private static List<String> many(Outline outline, int all) {
    Room room = new Room(all);
    List<String> lines = new ArrayList<>();
    lines.add(room.take(outline.heading(), all / 2));
    int told = 0;
    for (Item item : outline.items()) {
      String label = item.labels().isEmpty() ? "" : " (" + item.labels().get(0).name() + ")";
      String line =
          room.whole("• " + (item.lead().isEmpty() ? item.sentence() : item.lead()) + label, 24);
      if (line.isEmpty()) {
        break;
      }
      lines.add(line);
      told++;
    }
    if (told < outline.items().size() || !outline.omitted().isEmpty()) {
      lines.add("… and more");
    }
    return lines;
  }

  /** How many characters are left; each text takes one more, for the line break before it. */
  private static final class Room {
    private int left;

    Room(int all) {
      left = all + 1;
    }

    int left() {
      return left;
    }

    String take(String text, int most) {
      String cut = text.isEmpty() ? "" : Graphemes.shortened(text, Math.min(most, left - 1));
      left -= cut.isEmpty() ? 0 : Graphemes.count(cut) + 1;
      return cut;
    }

    String whole(String text) {
      return whole(text, 0);
    }

    /** All of a text or nothing of it. */
    String whole(String text, int kept) {
      int cost = Graphemes.count(text) + 1;
      if (text.isEmpty() || cost + kept > left) {
        return "";
      }
      left -= cost;
      return text;
    }
  }
}
