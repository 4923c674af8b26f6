package stet.extract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stet.capture.Digest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * A user's own rules for single sites, as data: CSS selectors by host. Reading a page needs none;
 * they are for the page that the general rules get wrong. The file is TOML, a table a host:
 *
 * <pre>
 * ["news.example"]
 * headline = "h1.story-title"
 * body = "div.story"
 * remove = ["div.promo", ".newsletter"]
 * published = "time.first"
 * updated = "time.last"
 * </pre>
 */
public final class SiteRules {
  /** More hosts or longer selectors are no file written by a person. */
  private static final int MOST_HOSTS = 10_000;

  private static final int LONGEST_SELECTOR = 500;
  private static final Set<String> KEYS =
      Set.of("headline", "body", "remove", "published", "updated");
  private static final SiteRules NONE = new SiteRules(Map.of(), "");

  private final Map<String, SiteRule> byHost;
  private final String digest;

  private SiteRules(Map<String, SiteRule> byHost, String digest) {
    this.byHost = byHost;
    this.digest = digest;
  }

  /** No rules at all. */
  public static SiteRules none() {
    return NONE;
  }

  /**
   * Reads a file of rules.
   *
   * @throws IllegalArgumentException with one line that says which host and key is wrong and why
   */
  public static SiteRules parse(String toml) {
    Map<String, SiteRule> byHost = new TreeMap<>();
    for (Map.Entry<String, JsonNode> table : table(toml).properties()) {
      String host = table.getKey().toLowerCase(Locale.ROOT);
      if (!table.getValue().isObject()) {
        throw new IllegalArgumentException(
            "'" + host + "' is no table; write [\"" + host + "\"] above the rules of that host");
      }
      byHost.put(host, rule(host, table.getValue()));
    }
    if (byHost.size() > MOST_HOSTS) {
      throw new IllegalArgumentException("rules for more than " + MOST_HOSTS + " hosts");
    }
    return byHost.isEmpty() ? NONE : new SiteRules(Map.copyOf(byHost), digest(byHost));
  }

  private static JsonNode table(String toml) {
    try {
      return new TomlMapper().readTree(toml);
    } catch (JacksonException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new IllegalArgumentException("the rules are no TOML: " + why, e);
    }
  }

  private static SiteRule rule(String host, JsonNode table) {
    Map<String, List<SiteRule.Selector>> selectors = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : table.properties()) {
      String key = entry.getKey();
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException(
            "'" + host + "': no rule '" + key + "'; there are " + String.join(", ", sorted()));
      }
      List<SiteRule.Selector> read = new ArrayList<>();
      for (String text : texts(host, key, entry.getValue())) {
        read.add(selector(host, key, text));
      }
      selectors.put(key, read);
    }
    return new SiteRule(host, selectors);
  }

  private static List<String> sorted() {
    return KEYS.stream().sorted().toList();
  }

  private static List<String> texts(String host, String key, JsonNode value) {
    List<String> texts = new ArrayList<>();
    (value.isArray() ? value : List.of(value)).forEach(one -> texts.add(one.asString("")));
    if (texts.isEmpty() || texts.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "'" + host + "': " + key + " must be a selector or a list of selectors");
    }
    return texts;
  }

  private static SiteRule.Selector selector(String host, String key, String text) {
    // Regular expressions could be made to run for ever by the page that they are matched against.
    boolean expression = text.contains(":matches") || text.contains("~=");
    if (expression || text.length() > LONGEST_SELECTOR) {
      String why = expression ? "regular expressions are not taken" : "it is too long";
      throw new IllegalArgumentException("'" + host + "': " + key + " '" + text + "': " + why);
    }
    try {
      return SiteRule.Selector.of(text);
    } catch (RuntimeException e) {
      // jsoup throws several kinds for what it cannot read.
      throw new IllegalArgumentException(
          "'" + host + "': " + key + " '" + text + "' is no CSS selector", e);
    }
  }

  private static String digest(Map<String, SiteRule> rules) {
    MessageDigest sha = Digest.algorithm();
    rules.values().forEach(r -> sha.update((r + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(sha.digest()).substring(0, 12);
  }

  /** What tells these rules from others, as part of the extractor's version; empty for none. */
  public String digest() {
    return digest;
  }

  /** The rules of the host or of the nearest domain above it, null where there are none. */
  public @Nullable SiteRule of(String host) {
    for (String domain = host; !domain.isEmpty() && !byHost.isEmpty(); ) {
      SiteRule rule = byHost.get(domain);
      if (rule != null) {
        return rule;
      }
      int dot = domain.indexOf('.');
      domain = dot < 0 ? "" : domain.substring(dot + 1);
    }
    return null;
  }
}
