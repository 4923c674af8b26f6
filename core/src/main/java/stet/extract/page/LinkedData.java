package stet.extract.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import stet.extract.words.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema.org nodes of a page's JSON-LD blocks, flattened out of arrays, {@code @graph}, lists
 * and {@code mainEntity}. Updates of a live blog are left where they are: their dates are not the
 * article's.
 */
public final class LinkedData {
  /** A node and how article-like its type is: 3 for an article, 2 for its kin, 1 for a page. */
  public record Node(JsonNode json, int rank) {
    /** The first text under one of the keys; empty when there is none. */
    public String text(String... keys) {
      for (String key : keys) {
        String text = asText(json.get(key));
        if (!text.isEmpty()) {
          return text;
        }
      }
      return "";
    }
  }

  private static final Set<String> ARTICLES =
      Set.of(
          "article",
          "newsarticle",
          "blogposting",
          "reportagenewsarticle",
          "analysisnewsarticle",
          "opinionnewsarticle",
          "backgroundnewsarticle",
          "reviewnewsarticle",
          "asknewsarticle",
          "satiricalarticle",
          "liveblogposting",
          "scholarlyarticle",
          "medicalscholarlyarticle",
          "techarticle",
          "advertisercontentarticle",
          "report",
          "socialmediaposting",
          "discussionforumposting");
  private static final Set<String> KIN =
      Set.of("creativework", "recipe", "review", "videoobject", "podcastepisode", "webcontent");
  private static final Set<String> PAGES =
      Set.of("webpage", "itempage", "aboutpage", "faqpage", "medicalwebpage", "collectionpage");
  private static final int MAX_DEPTH = 8;
  private static final int MAX_NODES = 500;
  private static final int MAX_BLOCK = 4_000_000;
  private static final Pattern FIELD =
      Pattern.compile(
          "\"(@type|headline|name|datePublished|dateModified|dateCreated|articleSection|description)\""
              + "\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){1,600})\"");

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(200).build())
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .build();

  private final List<Node> nodes = new ArrayList<>();

  /** Nodes of any type that bear a name, by their {@code @id}. */
  private final Map<String, JsonNode> named = new HashMap<>();

  private LinkedData() {}

  static LinkedData of(List<Element> scripts) {
    LinkedData data = new LinkedData();
    for (Element script : scripts) {
      if (script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
        data.read(script.data());
      }
    }
    return data;
  }

  /** What a reference by {@code @id} alone refers to; the value itself where it is none. */
  public JsonNode told(JsonNode value) {
    boolean reference = value.isObject() && value.has("@id") && !value.has("name");
    return reference ? named.getOrDefault(value.get("@id").asString(""), value) : value;
  }

  /** All typed nodes, in page order. */
  public List<Node> nodes() {
    return nodes;
  }

  private void read(String raw) {
    String block = raw.strip();
    if (block.isEmpty() || block.length() > MAX_BLOCK) {
      return;
    }
    JsonNode json = parse(block);
    if (json != null) {
      flatten(json, 0);
    } else {
      rescue(block);
    }
  }

  private static @Nullable JsonNode parse(String block) {
    JsonNode json = tryParse(block);
    if (json == null && block.contains("<!")) {
      json = tryParse(block.replaceAll("<!\\[CDATA\\[|\\]\\]>|<!--|-->|//\\s*$", ""));
    }
    if (json == null && block.contains("&quot;")) {
      json = tryParse(Parser.unescapeEntities(block, false));
    }
    if (json == null && block.endsWith(";")) {
      json = tryParse(block.substring(0, block.length() - 1));
    }
    return json;
  }

  private static @Nullable JsonNode tryParse(String block) {
    try {
      return MAPPER.readTree(block);
    } catch (JacksonException e) {
      return null;
    }
  }

  /** Takes the plain fields out of a block that is no JSON, as far as the first node goes. */
  private void rescue(String block) {
    ObjectNode node = MAPPER.createObjectNode();
    Matcher field = FIELD.matcher(block);
    while (field.find()) {
      if (!node.has(field.group(1))) {
        node.put(field.group(1), field.group(2).replaceAll("\\\\(.)", "$1"));
      }
    }
    if (!node.isEmpty()) {
      flatten(node, 0);
    }
  }

  private void flatten(JsonNode json, int depth) {
    if (depth > MAX_DEPTH || nodes.size() >= MAX_NODES) {
      return;
    }
    if (json.isArray()) {
      json.forEach(item -> flatten(item, depth + 1));
      return;
    }
    if (!json.isObject()) {
      return;
    }
    if (json.has("@id") && json.has("name") && named.size() < MAX_NODES) {
      named.putIfAbsent(json.get("@id").asString(""), json);
    }
    int rank = rank(json.get("@type"));
    if (rank > 0) {
      nodes.add(new Node(json, rank));
    }
    for (String key : List.of("@graph", "mainEntity", "mainEntityOfPage", "subjectOf", "hasPart")) {
      descend(json.get(key), depth);
    }
    if (rank != 3) {
      descend(json.get("itemListElement"), depth);
      descend(json.get("item"), depth);
    }
  }

  private void descend(@Nullable JsonNode child, int depth) {
    if (child != null && child.isContainer()) {
      flatten(child, depth + 1);
    }
  }

  private static int rank(@Nullable JsonNode type) {
    if (type == null) {
      return 0;
    }
    if (type.isArray()) {
      int best = 0;
      for (JsonNode one : type) {
        best = Math.max(best, rank(one));
      }
      return best;
    }
    String name = Texts.lastPart(asText(type)).toLowerCase(Locale.ROOT);
    return ARTICLES.contains(name) ? 3 : KIN.contains(name) ? 2 : PAGES.contains(name) ? 1 : 0;
  }

  /** A value's text: itself, the first of an array, or the name or value of an object. */
  public static String asText(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return "";
    }
    if (value.isArray()) {
      return value.isEmpty() ? "" : asText(value.get(0));
    }
    if (value.isObject()) {
      for (String key : List.of("@value", "name", "url", "@id")) {
        if (value.has(key)) {
          return asText(value.get(key));
        }
      }
      return "";
    }
    String text = value.asString("");
    return text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text;
  }
}
