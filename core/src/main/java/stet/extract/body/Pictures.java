package stet.extract.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;
import stet.article.Caption;
import stet.article.Image;
import stet.extract.page.Hints;
import stet.extract.page.HtmlPage;
import stet.extract.page.Passage;
import stet.extract.page.Passages;
import stet.text.CleanText;
import stet.text.FoldedText;

/** The story's pictures and the words under them. */
public final class Pictures {
  private static final Evaluator CAPTIONS =
      QueryParser.parse(".wp-caption-text,.caption,.image-caption,.photo-caption");
  private static final Hints CAPTION_HINT = new Hints("caption");
  private static final Evaluator FIGURE = QueryParser.parse("figure");
  private static final Evaluator IMAGES = QueryParser.parse("img");
  private static final Set<String> CREDITS =
      Set.of("credit", "credits", "copyright", "source", "photographer", "photocredit", "fotograf");
  private static final Set<String> SIZING =
      Set.of(
          "w",
          "h",
          "width",
          "height",
          "quality",
          "q",
          "fit",
          "crop",
          "resize",
          "auto",
          "format",
          "fm",
          "dpr",
          "s",
          "sig",
          "token",
          "ver",
          "v",
          "cb",
          "t",
          "ts",
          "impolicy",
          "imwidth",
          "imdensity",
          "strip",
          "ssl");
  private static final Pattern SCHEME = Pattern.compile("(?i)\\s*[a-z][a-z0-9+.-]*:");

  /** Each address that the pattern below is found in has one of these, or its 1x1. */
  private static final Hints SPACER_HINTS =
      new Hints(
          "spacer",
          "pixel",
          "blank",
          "transparent",
          "placeholder",
          "tracking",
          "avatar",
          "gravatar",
          "logo",
          "icon",
          "sprite");

  private static final Pattern SPACER =
      Pattern.compile(
          "(?:spacer|pixel|blank|1x1|transparent|placeholder|tracking|avatar|gravatar|logo|icon|sprite)",
          Pattern.CASE_INSENSITIVE);
  private static final int MAX_CAPTION = 1200;

  /** How far outside headline and story the captions of their pictures may stand, in passages. */
  private static final int ABOVE = 4;

  private static final int BELOW = 4;

  private Pictures() {}

  /** Captions from the headline to the story's end, each once, in page order. */
  public static List<Caption> captions(HtmlPage page, BodyFinder finder, int from, int to) {
    Map<Element, List<Passage>> holders = new LinkedHashMap<>();
    for (Passage passage : page.passages()) {
      boolean place = passage.order() >= from - ABOVE && passage.order() <= to + BELOW;
      if (place && passage.kind() == Passage.Kind.CAPTION) {
        holders.computeIfAbsent(holder(passage.element()), k -> new ArrayList<>()).add(passage);
      }
    }
    Map<String, Caption> found = new LinkedHashMap<>();
    for (Map.Entry<Element, List<Passage>> holder : holders.entrySet()) {
      Caption caption = caption(holder.getValue());
      boolean kept = !caption.text().isEmpty() && caption.text().length() <= MAX_CAPTION;
      if (kept && !finder.surelyFurnished(holder.getKey())) {
        found.putIfAbsent(FoldedText.letters(caption.text()), caption);
      }
    }
    return new ArrayList<>(found.values());
  }

  /** The letters of all lines that the page sets under pictures. */
  public static Set<String> lines(HtmlPage page) {
    Set<String> lines = new HashSet<>();
    for (Passage passage : page.passages()) {
      if (passage.kind() == Passage.Kind.CAPTION) {
        lines.add(passage.letters());
      }
    }
    return lines;
  }

  /** The letters of every alternative text and caption within the element, for telling repeats. */
  public static Set<String> words(Element root) {
    Set<String> words = new HashSet<>();
    words(root, words);
    return words;
  }

  // The parser bounds the depth.
  private static void words(Element at, Set<String> words) {
    if (at.normalName().equals("img") && at.hasAttr("alt")) {
      words.add(FoldedText.letters(at.attr("alt")));
    }
    if (captions(at)) {
      String text = CleanText.of(at.text());
      if (text.length() <= MAX_CAPTION) {
        words.add(FoldedText.letters(text));
        words.add(FoldedText.letters(Credits.part(text).text()));
      }
    }
    for (int i = 0; i < at.childNodeSize(); i++) {
      if (at.childNode(i) instanceof Element child) {
        words(child, words);
      }
    }
  }

  private static boolean captions(Element element) {
    return element.normalName().equals("figcaption")
        || element.attributesSize() > 0
            && (element.attr("itemprop").trim().equalsIgnoreCase("caption")
                || CAPTION_HINT.in(element.className()) && element.is(CAPTIONS));
  }

  private static Element holder(Element caption) {
    Element figure = caption.closest(FIGURE);
    Element up = figure == null ? caption.parent() : figure;
    return up == null ? caption : up;
  }

  /** One caption of the lines under one picture; a line named for its maker is the credit. */
  private static Caption caption(List<Passage> lines) {
    Set<String> words = new LinkedHashSet<>();
    String credit = "";
    for (Passage line : lines) {
      if (Lines.furniture(line) || words.contains(line.text())) {
        continue;
      }
      boolean named = Passages.names(line.element()).stream().anyMatch(CREDITS::contains);
      if (named && lines.size() > 1) {
        credit = line.text();
      } else {
        words.add(line.text());
      }
    }
    Caption parted = Credits.part(String.join(" ", words));
    String maker = credit.isEmpty() ? parted.credit() : Credits.bare(credit);
    return new Caption(parted.text(), maker);
  }

  /** Pictures from the headline to the end of the story's place, each once, in page order. */
  public static List<Image> images(HtmlPage page, BodyFinder finder, @Nullable Element headline) {
    Map<String, Image> found = new LinkedHashMap<>();
    Element root = finder.root();
    List<Element> beside = new ArrayList<>();
    if (headline != null && !BodyFinder.within(headline, root)) {
      // What stands between the headline and the story's place is the lead picture.
      between(page.body(), headline, root, beside, new boolean[2]);
    }
    for (Element element : beside) {
      note(image(element, true, root, finder), found);
    }
    for (Element element : root.select(IMAGES)) {
      note(image(element, false, root, finder), found);
    }
    return new ArrayList<>(found.values());
  }

  private static void note(@Nullable Image image, Map<String, Image> found) {
    if (image != null) {
      found.putIfAbsent(image.url(), image);
    }
  }

  /**
   * Gathers the pictures behind one element and before another.
   *
   * @param state whether the first was passed, and whether the other was reached
   */
  private static void between(
      Element at, Element from, Element to, List<Element> images, boolean[] state) {
    state[1] |= at == to;
    if (state[1]) {
      return;
    }
    state[0] |= at == from;
    if (state[0] && at.normalName().equals("img")) {
      images.add(at);
    }
    for (int i = 0; i < at.childNodeSize() && !state[1]; i++) {
      if (at.childNode(i) instanceof Element child) {
        between(child, from, to, images, state);
      }
    }
  }

  private static @Nullable Image image(
      Element element, boolean beside, Element root, BodyFinder finder) {
    if (number(element.attr("width")) < 60 || number(element.attr("height")) < 60) {
      return null;
    }
    Element figure = element.closest(FIGURE);
    Element holder = figure == null ? element : figure;
    Element above = holder.parent() == null ? holder : holder.parent();
    boolean furniture = beside ? finder.surelyFurnished(above) : finder.furnished(above, root);
    String url = furniture ? "" : address(element);
    boolean shows = !url.isEmpty() && !spacer(url);
    return shows ? new Image(url, CleanText.of(element.attr("alt"))) : null;
  }

  private static boolean spacer(String url) {
    boolean dot = url.contains("1x1") || url.contains("1X1");
    return (dot || SPACER_HINTS.in(url)) && SPACER.matcher(url).find();
  }

  private static int number(String attribute) {
    boolean digits = !attribute.isEmpty() && attribute.length() <= 5;
    for (int i = 0; i < attribute.length() && digits; i++) {
      digits = attribute.charAt(i) >= '0' && attribute.charAt(i) <= '9';
    }
    return digits ? Integer.parseInt(attribute) : Integer.MAX_VALUE;
  }

  private static String address(Element image) {
    for (String attribute : List.of("data-src", "data-original", "data-lazy-src", "src")) {
      String url = image.hasAttr(attribute) ? image.absUrl(attribute) : "";
      url = url.isEmpty() ? image.attr(attribute) : url;
      boolean scheme = SCHEME.matcher(url).lookingAt();
      if (!url.isBlank() && (!scheme || url.startsWith("http"))) {
        return plain(url);
      }
    }
    return "";
  }

  /** The address without parameters that only size or track the picture. */
  static String plain(String url) {
    int query = url.indexOf('?');
    if (query < 0) {
      return url;
    }
    List<String> kept = new ArrayList<>();
    for (String parameter : url.substring(query + 1).split("&")) {
      int value = parameter.indexOf('=');
      String name =
          (value < 0 ? parameter : parameter.substring(0, value))
              .toLowerCase(java.util.Locale.ROOT);
      if (!SIZING.contains(name) && !name.startsWith("utm_") && !parameter.isEmpty()) {
        kept.add(parameter);
      }
    }
    return url.substring(0, query) + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
  }
}
