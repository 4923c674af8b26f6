package stet.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import stet.article.Caption;
import stet.article.Image;

/** The story's pictures and the words under them. */
final class Pictures {
  private static final String CAPTIONS =
      "figcaption,[itemprop=caption],.wp-caption-text,.caption,.image-caption,.photo-caption,"
          + ".media-caption,.img-caption,.article-caption,.figcaption,.imagecaption,.foto-caption";
  private static final String CREDITS =
      "[class*=credit],[class*=copyright],[class*=source],[itemprop=copyrightHolder]";
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
  private static final Pattern SPACER =
      Pattern.compile(
          "(?:spacer|pixel|blank|1x1|transparent|placeholder|tracking|avatar|gravatar|logo|icon|sprite)",
          Pattern.CASE_INSENSITIVE);
  private static final int MAX_CAPTION = 1200;

  private Pictures() {}

  /** Captions in the story's place, each once, in page order. */
  static List<Caption> captions(Element root, BodyFinder finder) {
    Map<String, Caption> found = new LinkedHashMap<>();
    for (Element element : root.select(CAPTIONS)) {
      Element holder = holder(element);
      if (finder.furnished(holder.parent() == null ? holder : holder.parent(), root)) {
        continue;
      }
      String text = Texts.clean(element.text());
      if (text.isEmpty() || text.length() > MAX_CAPTION) {
        continue;
      }
      Caption caption = credited(element, text);
      found.putIfAbsent(Texts.letters(caption.text() + caption.credit()), caption);
    }
    found.remove("");
    return new ArrayList<>(found.values());
  }

  /** The letters of every alternative text and caption within the element, for telling repeats. */
  static Set<String> words(Element root) {
    Set<String> words = new HashSet<>();
    for (Element image : root.select("img[alt]")) {
      words.add(Texts.letters(image.attr("alt")));
    }
    for (Element caption : root.select(CAPTIONS)) {
      String text = Texts.clean(caption.text());
      if (text.length() <= MAX_CAPTION) {
        words.add(Texts.letters(text));
        words.add(Texts.letters(Credits.part(text).text()));
      }
    }
    return words;
  }

  private static Element holder(Element caption) {
    Element figure = caption.closest("figure");
    return figure == null ? caption : figure;
  }

  private static Caption credited(Element element, String text) {
    Element credit = element.selectFirst(CREDITS);
    if (credit != null && credit != element) {
      String name = Texts.clean(credit.text());
      if (!name.isEmpty() && text.endsWith(name) && text.length() > name.length()) {
        String words = text.substring(0, text.length() - name.length()).strip();
        Caption inner = Credits.part("x (" + name.replaceAll("^[(\\[]|[)\\]]$", "") + ")");
        return new Caption(words, inner.credit().isEmpty() ? name : inner.credit());
      }
    }
    return Credits.part(text);
  }

  /** Pictures in the story's place, each once, in page order; the page's lead picture first. */
  static List<Image> images(HtmlPage page, Element root, BodyFinder finder) {
    Map<String, Image> found = new LinkedHashMap<>();
    for (Element image : root.select("img")) {
      String url = address(image);
      boolean small = number(image.attr("width")) < 60 || number(image.attr("height")) < 60;
      Element figure = image.closest("figure");
      Element holder = figure == null ? image : figure;
      boolean furniture =
          finder.furnished(holder.parent() == null ? holder : holder.parent(), root);
      if (!url.isEmpty() && !small && !furniture && !SPACER.matcher(url).find()) {
        found.putIfAbsent(url, new Image(url, Texts.clean(image.attr("alt"))));
      }
    }
    return new ArrayList<>(found.values());
  }

  private static int number(String attribute) {
    return attribute.matches("\\d{1,5}") ? Integer.parseInt(attribute) : Integer.MAX_VALUE;
  }

  private static String address(Element image) {
    for (String attribute : List.of("data-src", "data-original", "data-lazy-src", "src")) {
      String url = image.hasAttr(attribute) ? image.absUrl(attribute) : "";
      url = url.isEmpty() ? image.attr(attribute) : url;
      if (!url.isBlank() && !url.startsWith("data:") && !url.startsWith("javascript:")) {
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
      String name = parameter.replaceFirst("=.*$", "").toLowerCase(java.util.Locale.ROOT);
      if (!SIZING.contains(name) && !name.startsWith("utm_") && !parameter.isEmpty()) {
        kept.add(parameter);
      }
    }
    return url.substring(0, query) + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
  }
}
