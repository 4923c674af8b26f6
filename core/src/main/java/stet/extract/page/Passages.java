package stet.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import stet.text.CleanText;

/** Flattens a page into its passages, in document order. Two line breaks end a passage. */
public final class Passages {
  private static final Hints CAPTION_HINTS =
      new Hints("caption", "bild", "legend", "photo", "image", "img", "picture", "foto");
  private static final Set<String> CAPTION_NAMES =
      Set.of(
          "caption",
          "captions",
          "figcaption",
          "imagecaption",
          "photocaption",
          "bildunterschrift",
          "bildtext",
          "legend",
          "legende",
          "legenda",
          "photocredit",
          "imagecredit",
          "imgcaption");
  private static final Set<String> PICTURE_NAMES =
      Set.of("img", "image", "photo", "picture", "bild", "foto");
  private static final Set<String> DESCRIPTION_NAMES =
      Set.of("description", "desc", "beschreibung", "subtitle", "credit", "copyright");
  private static final int LONGEST_CAPTION = 900;
  private static final int MOST_NAMES = 60;

  /** Longer texts beside pictures are a picture story's own. */
  private static final int LONGEST_DESCRIPTION = 360;

  private static final Hints CLIPPED =
      new Hints("sr-only", "screen-reader", "visually-hidden", "visuallyhidden");

  private static final Pattern TOPIC = Pattern.compile("(?<=\\s|^)(?:category|tag)-\\S*");

  private static final Evaluator PICTURED =
      QueryParser.parse("img,picture,video,iframe,amp-img,svg,noscript");
  private static final Evaluator TEXTUAL = QueryParser.parse("table,blockquote,pre");

  private final List<Passage> found = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int linked;
  private int breaks;

  private Passages() {}

  static List<Passage> of(Element root) {
    Passages passages = new Passages();
    passages.walk(root, new Setting(Passage.Kind.PARAGRAPH, 0, 0, root, ""), false);
    passages.flush(new Setting(Passage.Kind.PARAGRAPH, 0, 0, root, ""));
    return passages.found;
  }

  /** What the elements above make of a passage. */
  private record Setting(Passage.Kind kind, int level, int listDepth, Element block, String lang) {
    Setting within(Element element, boolean captioned) {
      String name = element.normalName();
      String lang = element.hasAttr("lang") ? element.attr("lang") : this.lang;
      return switch (name) {
        case "h1", "h2", "h3", "h4", "h5", "h6" ->
            new Setting(Passage.Kind.HEADING, name.charAt(1) - '0', listDepth, element, lang);
        case "ul", "ol", "menu" -> new Setting(kind, level, listDepth + 1, element, lang);
        case "li" -> new Setting(item(element), Math.max(1, listDepth), listDepth, element, lang);
        case "blockquote" -> new Setting(Passage.Kind.QUOTE, 0, listDepth, element, lang);
        case "figcaption", "caption" ->
            new Setting(Passage.Kind.CAPTION, 0, listDepth, element, lang);
        case "figure" ->
            pictured(element)
                ? caption(element, lang)
                : new Setting(kind, level, listDepth, element, lang);
        case "td", "th" -> new Setting(Passage.Kind.CELL, 0, 0, element, lang);
        default ->
            captioned ? caption(element, lang) : new Setting(kind, level, listDepth, element, lang);
      };
    }

    private Setting caption(Element element, String lang) {
      return new Setting(Passage.Kind.CAPTION, 0, listDepth, element, lang);
    }

    /** Figures also hold tables and pulled quotes, which are text. */
    private static boolean pictured(Element figure) {
      return figure.selectFirst(PICTURED) != null && figure.selectFirst(TEXTUAL) == null;
    }

    private static Passage.Kind item(Element element) {
      Element list = element.parent();
      boolean numbered = list != null && list.normalName().equals("ol");
      return numbered ? Passage.Kind.NUMBERED : Passage.Kind.BULLET;
    }
  }

  private void walk(Element element, Setting setting, boolean inLink) {
    for (int i = 0; i < element.childNodeSize(); i++) {
      Node child = element.childNode(i);
      if (child instanceof TextNode words) {
        append(words.getWholeText(), inLink);
      } else if (child instanceof Element inner) {
        enter(inner, setting, inLink);
      }
    }
  }

  private void enter(Element inner, Setting setting, boolean inLink) {
    String name = inner.normalName();
    Flow flow = Flow.of(name);
    if (flow == Flow.SILENT && !heads(inner)) {
      return;
    }
    if (name.equals("br") || name.equals("hr")) {
      lineBreak(name, setting);
      return;
    }
    boolean link = inLink || name.equals("a");
    boolean captioned = captioned(inner);
    if (!captioned && flow == Flow.INLINE) {
      if (inLink && clipped(inner)) {
        return;
      }
      walk(inner, setting, link);
      return;
    }
    flush(setting);
    Setting within = setting.within(inner, captioned);
    walk(inner, within, link);
    flush(within);
  }

  /** Whether the element is shown to no eye: what it says of a link is for screen readers. */
  private static boolean clipped(Element element) {
    String style = element.attr("style");
    return !style.isEmpty() && (style.contains("clip:") || style.contains("clip-path:"))
        || CLIPPED.in(element.className());
  }

  /** Whether the element is the button that opens a section and holds its heading. */
  private static boolean heads(Element element) {
    if (!element.normalName().equals("button")) {
      return false;
    }
    Element parent = element.parent();
    Element first = element.firstElementChild();
    return parent != null && heading(parent) || first != null && heading(first);
  }

  private static boolean heading(Element element) {
    String name = element.normalName();
    return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) <= '6';
  }

  /** Whether the element's names say that it is the line under a picture. */
  private boolean captioned(Element element) {
    String joined = element.className();
    if (joined.length() < 6 || !CAPTION_HINTS.in(joined)) {
      return false;
    }
    List<String> names = names(element);
    boolean described =
        ShortText.within(element, LONGEST_DESCRIPTION - 1)
            && names.stream().anyMatch(PICTURE_NAMES::contains)
            && names.stream().anyMatch(DESCRIPTION_NAMES::contains);
    return (described || names.stream().anyMatch(CAPTION_NAMES::contains))
        && element.childrenSize() < 8
        && ShortText.within(element, LONGEST_CAPTION - 1);
  }

  private void lineBreak(String name, Setting setting) {
    breaks++;
    if (breaks > 1 || name.equals("hr")) {
      flush(setting);
      return;
    }
    text.append(' ');
  }

  private void append(String words, boolean inLink) {
    int inked = CleanText.inked(words);
    if (inked > 0) {
      breaks = 0;
    }
    text.append(words);
    if (inLink) {
      linked += inked;
    }
  }

  private void flush(Setting setting) {
    String clean = text.isEmpty() ? "" : CleanText.of(text);
    text.setLength(0);
    if (!clean.isEmpty()) {
      int inLinks = Math.min(linked, clean.length());
      found.add(
          new Passage(
              setting.kind,
              setting.block,
              clean,
              inLinks,
              setting.level,
              found.size(),
              setting.lang));
    }
    linked = 0;
    breaks = 0;
  }

  /** Whether the element is a figure that holds a table or a quotation, which are text. */
  public static boolean textual(Element element) {
    return element.normalName().equals("figure") && element.selectFirst(TEXTUAL) != null;
  }

  /** Class and id of an element as lower-case words: {@code article-bodyText} gives three. */
  public static List<String> names(Element element) {
    if (element.attributesSize() == 0) {
      return List.of();
    }
    // The id of a heading is most often made of its own words.
    boolean heading = element.normalName().length() == 2 && element.normalName().charAt(0) == 'h';
    String joined = heading ? element.className() : element.className() + ' ' + element.id();
    if (joined.length() <= 1) {
      return List.of();
    }
    if (joined.indexOf(':') >= 0) {
      // Utility classes such as "print:hidden" speak of states, not of what the element is.
      joined = withoutUtilities(joined);
    }
    if (joined.contains("category-") || joined.contains("tag-")) {
      // Blog systems name the post's topics here.
      joined = TOPIC.matcher(joined).replaceAll(" ");
    }
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < joined.length() && words.size() < MOST_NAMES; i++) {
      char c = joined.charAt(i);
      if (!letter(c)) {
        add(joined, start, i, words);
        start = i + 1;
      } else if (upper(c) && i > start && lower(joined.charAt(i - 1))) {
        add(joined, start, i, words);
        start = i;
      }
    }
    add(joined, start, joined.length(), words);
    return words;
  }

  private static String withoutUtilities(String joined) {
    StringBuilder rest = new StringBuilder(joined.length());
    for (int start = 0; start < joined.length(); ) {
      int end = start;
      boolean utility = false;
      while (end < joined.length() && !isSpace(joined.charAt(end))) {
        utility |= joined.charAt(end++) == ':';
      }
      rest.append(joined, start, utility ? start : end).append(' ');
      start = end + 1;
    }
    return rest.toString();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  private static void add(String joined, int start, int end, List<String> words) {
    if (end > start && words.size() < MOST_NAMES) {
      words.add(joined.substring(start, end).toLowerCase(Locale.ROOT));
    }
  }

  // Names are in ASCII nearly always, and Unicode's tables are dear where so many are read.

  private static boolean letter(char c) {
    return c < 0x80 ? lower(c) || upper(c) : Character.isLetter(c);
  }

  private static boolean lower(char c) {
    return c < 0x80 ? c >= 'a' && c <= 'z' : Character.isLowerCase(c);
  }

  private static boolean upper(char c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
  }
}
