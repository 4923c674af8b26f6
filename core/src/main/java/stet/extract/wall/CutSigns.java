package stet.extract.wall;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import stet.article.Cut;
import stet.article.Cut.Sign;
import stet.extract.body.Furniture;
import stet.extract.page.HtmlPage;
import stet.extract.page.LinkedData;
import stet.extract.page.Passage;
import stet.extract.words.Texts;
import stet.text.CleanText;
import stet.text.FoldedText;
import tools.jackson.databind.JsonNode;

/** Gathers the signs that a page may not be the whole story, see {@link Cut}. */
public final class CutSigns {
  /** So many stretches of text after the story are looked at for what a wall says. */
  private static final int AFTER = 12;

  private static final int LONGEST_WALL_LINE = 160;
  private static final int LONGEST_SAID = 100;

  /** A longer sentence behind a wall that speaks of no wall is the story's. */
  private static final int LONGEST_UNSAID = 80;

  private static final int MOST_AFTER_A_WALL = 400;
  private static final int MOST_BUTTONS = 60;
  private static final int SHORTER_BY = 40;

  private final HtmlPage page;
  private final Walls walls;
  private final Map<Sign, String> seen = new EnumMap<>(Sign.class);

  private CutSigns(HtmlPage page, Walls walls) {
    this.page = page;
    this.walls = walls;
  }

  /**
   * The story without filler and without what a wall at its end says: a line of it, and nothing but
   * some more lines after it.
   */
  public static List<Passage> story(List<Passage> found, Walls walls) {
    List<Passage> kept = new ArrayList<>(found);
    if (!begins(found)) {
      kept.removeIf(p -> Walls.filler(p.text()));
    }
    int end = kept.size();
    int weight = 0;
    for (int i = kept.size() - 1; i >= 0 && weight <= MOST_AFTER_A_WALL; i--) {
      Passage line = kept.get(i);
      Optional<Sign> said = walls.line(line.folded());
      boolean tells = said.isEmpty() && line.prose() && line.weight() > LONGEST_UNSAID;
      if (line.weight() > LONGEST_WALL_LINE || tells) {
        // The story goes on behind an offer that was set into it.
        break;
      }
      weight += line.weight();
      end = said.filter(s -> s.compareTo(Sign.PAYWALL) <= 0).isPresent() ? i : end;
    }
    return List.copyOf(kept.subList(0, end));
  }

  /** Whether filler is the page's own text, as on a designer's page: nothing else comes before. */
  private static boolean begins(List<Passage> found) {
    return found.stream()
        .filter(Passage::prose)
        .findFirst()
        .filter(p -> Walls.filler(p.text()))
        .isPresent();
  }

  /**
   * The signs on a page; null where there are none.
   *
   * @param found the story as found, filler and offers included
   * @param story what of it is the story
   * @param open whether the page's source ends before its closing tags
   */
  public static @Nullable Cut of(
      HtmlPage page,
      List<LinkedData.Node> articles,
      List<Passage> found,
      List<Passage> story,
      boolean open,
      Walls walls) {
    CutSigns signs = new CutSigns(page, walls);
    if (open) {
      signs.see(Sign.HALF_LOADED, "the page ends without its closing tags");
    }
    signs.lines(story);
    signs.buttons(story);
    signs.markup();
    signs.filler(found, story);
    signs.free(articles);
    signs.ending(story);
    int stated = signs.stated(articles);
    signs.length(stated, story);
    return signs.cut(stated);
  }

  private @Nullable Cut cut(int stated) {
    if (seen.isEmpty()) {
      return null;
    }
    String said = seen.values().stream().filter(w -> !w.isEmpty()).findFirst().orElse("");
    return new Cut(List.copyOf(seen.keySet()), Texts.head(said, LONGEST_SAID), stated);
  }

  private void see(Sign sign, String words) {
    seen.putIfAbsent(sign, words);
  }

  private void lines(List<Passage> story) {
    Set<Passage> own = new HashSet<>(story);
    int end = story.isEmpty() ? 0 : story.get(story.size() - 1).order();
    int first = story.isEmpty() ? 0 : Math.max(story.get(0).order(), end - AFTER);
    int last = story.isEmpty() ? 3 * AFTER : story.get(story.size() - 1).order() + AFTER;
    for (int i = first; i <= last && i < page.passages().size(); i++) {
      Passage passage = page.passages().get(i);
      if (!own.contains(passage) && !hidden(passage.element())) {
        walls.line(passage.folded()).ifPresent(sign -> see(sign, passage.text()));
      }
    }
    // An offer without markup of its own looks like the story's last line.
    for (Passage line : story.subList(Math.max(0, story.size() - 2), story.size())) {
      walls.line(line.folded()).filter(Sign.OFFER::equals).ifPresent(s -> see(s, line.text()));
    }
  }

  private static boolean hidden(Element element) {
    for (Element up = element; up != null; up = up.parent()) {
      if (Furniture.hidden(up)) {
        return true;
      }
    }
    return false;
  }

  /** Buttons are no text, and stand nearer to the story than a link to another one does. */
  private void buttons(List<Passage> story) {
    if (story.isEmpty()) {
      return;
    }
    Element near = story.get(story.size() - 1).element();
    for (int up = 0; up < 3 && near.parent() != null && near != page.body(); up++) {
      near = near.parent();
    }
    List<Element> buttons = near.getElementsByTag("button");
    for (Element button : buttons.subList(0, Math.min(MOST_BUTTONS, buttons.size()))) {
      String text = CleanText.of(button.text());
      if (!text.isEmpty() && !hidden(button)) {
        walls.line(FoldedText.of(text)).ifPresent(sign -> see(sign, text));
      }
    }
  }

  private void markup() {
    for (Element box : page.elements().boxes()) {
      boolean wall = walls.named(box);
      boolean veiled = !wall && walls.veiled(box);
      if ((wall || veiled) && !hidden(box)) {
        String name = (box.className() + ' ' + box.id()).strip();
        if (wall) {
          see(Sign.MARKUP, "an element named '" + name + "'");
        } else if (!box.hasText()) {
          see(Sign.HALF_LOADED, "an empty element named '" + name + "'");
        }
      }
    }
  }

  private void filler(List<Passage> found, List<Passage> story) {
    Set<Passage> own = new HashSet<>(story);
    Set<Element> looked = new HashSet<>();
    for (Passage passage : found) {
      if (Walls.standsIn(passage.folded())) {
        see(Sign.FILLER, Texts.head(passage.text(), LONGEST_SAID));
      }
      if (!own.contains(passage) && Walls.filler(passage.text())) {
        see(Sign.FILLER, Texts.head(passage.text(), LONGEST_SAID));
      }
      // Each element once: thousands of passages may stand in hundreds of the same ones.
      Element up = passage.element();
      while (up != null && up != page.body() && looked.add(up)) {
        if (walls.veiled(up)) {
          see(Sign.FILLER, "text that is blurred or veiled");
        }
        up = up.parent();
      }
    }
  }

  private void free(List<LinkedData.Node> articles) {
    articles.stream().filter(n -> n.rank() >= 2).forEach(n -> withheld(n.json()));
    boolean stated = articles.stream().filter(n -> n.rank() >= 2).anyMatch(n -> paid(n.json()));
    String tier = page.head().meta("article:content_tier").toLowerCase(Locale.ROOT);
    String meta = page.head().meta("isAccessibleForFree");
    if (stated || no(meta)) {
      see(Sign.NOT_FREE, "isAccessibleForFree: false");
    } else if (tier.equals("locked") || tier.equals("metered")) {
      see(Sign.NOT_FREE, "content tier: " + tier);
    }
  }

  private void withheld(JsonNode node) {
    JsonNode parts = node.get("hasPart");
    if (parts == null || !parts.isContainer()) {
      return;
    }
    int looked = 0;
    for (JsonNode part : parts.isArray() ? parts : List.of(parts)) {
      String selector = part.isObject() ? LinkedData.asText(part.get("cssSelector")) : "";
      // A plain name is enough, and costs one walk over the page.
      if (selector.matches("[.#][\\w-]{1,60}")
          && no(LinkedData.asText(part.get("isAccessibleForFree")))
          && looked++ < 3
          && page.body().select(selector).stream().noneMatch(Element::hasText)) {
        see(Sign.WITHHELD, "the part '" + selector + "' is not on the page");
      }
    }
  }

  private static boolean paid(JsonNode node) {
    JsonNode parts = node.get("hasPart");
    if (no(LinkedData.asText(node.get("isAccessibleForFree")))) {
      return true;
    }
    if (parts == null || !parts.isContainer()) {
      return false;
    }
    for (JsonNode part : parts.isArray() ? parts : List.of(parts)) {
      if (part.isObject() && no(LinkedData.asText(part.get("isAccessibleForFree")))) {
        return true;
      }
    }
    return false;
  }

  private static boolean no(String value) {
    String plain = Texts.lastPart(value).toLowerCase(Locale.ROOT);
    return plain.equals("false") || plain.equals("no") || plain.equals("0");
  }

  private void ending(List<Passage> story) {
    if (story.isEmpty()) {
      return;
    }
    Passage last = story.get(story.size() - 1);
    if (elliptic(last.text())) {
      see(Sign.ELLIPSIS, "the text ends with an ellipsis");
    } else if (last.kind() != Passage.Kind.HEADING && Endings.open(last.text())) {
      see(Sign.UNFINISHED, "the text ends in mid sentence");
    }
  }

  /** Whether a text ends with three dots, within brackets or quotation marks or not. */
  private static boolean elliptic(String text) {
    int end = text.length();
    while (end > 0 && " \"'”’»])".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    String bare = text.substring(0, end);
    return bare.endsWith("…") || bare.endsWith("...") || bare.endsWith("⋯");
  }

  private int stated(List<LinkedData.Node> articles) {
    Optional<String> stated =
        articles.stream()
            .filter(n -> n.rank() >= 2)
            .map(n -> n.text("wordCount"))
            .filter(w -> w.matches("[0-9]{1,6}"))
            .findFirst();
    String meta = page.head().meta("wordCount");
    String words = stated.orElse(meta.matches("[0-9]{1,6}") ? meta : "0");
    return Integer.parseInt(words);
  }

  private void length(int stated, List<Passage> story) {
    int read = 0;
    int signs = 0;
    for (Passage passage : story) {
      read++;
      for (int at = passage.text().indexOf(' ');
          at >= 0;
          at = passage.text().indexOf(' ', at + 1)) {
        read++;
      }
      signs += passage.text().length();
    }
    // Where words aren't parted by spaces, what is counted are characters.
    boolean spaced = signs < read * 16;
    int own = spaced ? read : signs;
    if (stated > own + SHORTER_BY && stated > own * 1.5) {
      see(Sign.LENGTH, "the page says that it has " + stated + " words");
    }
  }
}
