package stet.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import stet.article.Byline;
import tools.jackson.databind.JsonNode;

/** Finds the author line and the names in it. */
final class Bylines {
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:written by|reported by|posted by|story by|words by|by|von|par|por|di|door|av|af|texte?|text|"
              + "autor(?:in)?|author|автор|от|przez|yazan|oleh|بقلم|文|記者|作者)\\s*[:：]?\\s+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern SPLIT =
      Pattern.compile("\\s*(?:[,;|/&、，]|\\s(?:and|und|et|y|e|og|och|en|и|та|i)\\s)\\s*");
  private static final int MAX_LINE = 160;

  private Bylines() {}

  static Byline find(HtmlPage page, List<LinkedData.Node> articles) {
    Set<String> names = new LinkedHashSet<>();
    for (LinkedData.Node node : articles) {
      if (node.rank() >= 2) {
        authors(node.json().get("author"), names);
      }
      if (!names.isEmpty()) {
        break;
      }
    }
    String printed = printed(page);
    if (names.isEmpty()) {
      metas(page, names);
    }
    if (names.isEmpty() && !printed.isEmpty()) {
      split(printed, names);
    }
    return new Byline(printed, new ArrayList<>(names));
  }

  private static void authors(JsonNode value, Set<String> names) {
    if (value == null) {
      return;
    }
    if (value.isArray()) {
      value.forEach(one -> authors(one, names));
    } else {
      split(LinkedData.asText(value.isObject() ? value.get("name") : value), names);
    }
  }

  private static void metas(HtmlPage page, Set<String> names) {
    for (String key :
        List.of(
            "author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author")) {
      for (String value : page.head().all(key)) {
        split(value, names);
      }
      if (!names.isEmpty()) {
        return;
      }
    }
  }

  private static String printed(HtmlPage page) {
    for (Element element :
        page.body()
            .select(
                "[itemprop=author],[rel=author],.byline,.author,.article-author,.post-author")) {
      String text = Texts.clean(element.text());
      if (!text.isEmpty() && text.length() <= MAX_LINE) {
        return text;
      }
    }
    return "";
  }

  static void split(String line, Set<String> names) {
    String rest = LEAD.matcher(Texts.clean(line)).replaceFirst("");
    for (String name : SPLIT.split(rest)) {
      String clean = LEAD.matcher(name.strip()).replaceFirst("").strip();
      boolean plausible =
          clean.length() > 1
              && clean.length() < 60
              && !clean.contains("://")
              && !clean.startsWith("@");
      if (plausible) {
        names.add(clean);
      }
    }
  }
}
