package stet.extract.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import stet.extract.words.Texts;
import stet.text.CleanText;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * The fields at the head of a Markdown file: YAML or TOML between fences, or plain {@code Key:
 * value} lines. Every value stays text, dates too. Heads that are no YAML, such as a title with a
 * bare colon, are read line by line.
 */
final class FrontMatter {
  private static final Pattern FENCED =
      Pattern.compile(
          "\\A\\s*(---|\\+\\+\\+)[ \\t]*\\R(.*?)\\R\\1[ \\t]*(?:\\R|\\z)", Pattern.DOTALL);
  private static final Pattern LINE =
      Pattern.compile("^([A-Za-z][\\w .-]{0,40}?)\\s*[:=]\\s*(.*)$");
  private static final Pattern ITEM = Pattern.compile("^\\s*-\\s+(?:name:\\s*)?(.+)$");
  private static final Pattern QUOTED = Pattern.compile("^([\"'])(.*)\\1$");
  private static final int MAX_HEADER = 20_000;

  private static final LoadSettings YAML =
      LoadSettings.builder()
          .setSchema(new FailsafeSchema())
          .setAllowDuplicateKeys(true)
          .setMaxAliasesForCollections(10)
          .setCodePointLimit(MAX_HEADER)
          .build();

  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private final String rest;

  private FrontMatter(String rest) {
    this.rest = rest;
  }

  static FrontMatter of(String text) {
    String start = Texts.head(text, MAX_HEADER);
    Matcher fenced = FENCED.matcher(start);
    if (fenced.find()) {
      FrontMatter front = new FrontMatter(text.substring(fenced.end()));
      front.read(fenced.group(2), fenced.group(1).equals("+++"));
      return front;
    }
    int blank = start.indexOf("\n\n");
    String head = blank < 0 ? "" : start.substring(0, blank);
    boolean pairs =
        !head.isEmpty()
            && head.lines().count() >= 2
            && head.toLowerCase(Locale.ROOT).startsWith("title:")
            && head.lines().allMatch(line -> LINE.matcher(line).matches());
    FrontMatter front = new FrontMatter(pairs ? text.substring(blank) : text);
    if (pairs) {
      front.lines(head);
    }
    return front;
  }

  private void read(String header, boolean toml) {
    try {
      Object parsed =
          toml
              ? new TomlMapper().readValue(header, Map.class)
              : new Load(YAML).loadFromString(header);
      if (parsed instanceof Map<?, ?> map) {
        map.forEach((key, value) -> values(key(String.valueOf(key)), value));
        return;
      }
    } catch (YamlEngineException | JacksonException | StackOverflowError e) {
      // Many heads in the wild are not what they claim to be; their lines still tell.
      fields.clear();
    }
    lines(header);
  }

  private static String key(String written) {
    return written.strip().toLowerCase(Locale.ROOT);
  }

  private void values(String key, @Nullable Object value) {
    if (value instanceof Collection<?> all) {
      all.forEach(one -> values(key, one instanceof Map<?, ?> m ? m.get("name") : one));
    } else if (value != null && !(value instanceof Map)) {
      String plain = CleanText.of(value.toString());
      if (!plain.isEmpty() && !plain.equals("null") && !plain.equals("~")) {
        fields.computeIfAbsent(key, k -> new ArrayList<>()).add(plain);
      }
    }
  }

  private void lines(String header) {
    String key = "";
    for (String line : header.lines().toList()) {
      Matcher item = ITEM.matcher(line);
      Matcher pair = LINE.matcher(line);
      if (!key.isEmpty() && item.matches()) {
        values(key, unquoted(item.group(1)));
      } else if (pair.matches()) {
        key = key(pair.group(1));
        values(key, list(pair.group(2).strip()));
      }
    }
  }

  private static List<String> list(String value) {
    boolean several = value.startsWith("[") && value.endsWith("]");
    return several
        ? Pattern.compile(",")
            .splitAsStream(value.substring(1, value.length() - 1))
            .map(FrontMatter::unquoted)
            .toList()
        : List.of(unquoted(value));
  }

  private static String unquoted(String value) {
    Matcher quoted = QUOTED.matcher(value.strip());
    return quoted.matches() ? quoted.group(2) : value.strip();
  }

  /** The first value of the first key that is there; empty when none is. */
  String get(String... keys) {
    List<String> all = all(keys);
    return all.isEmpty() ? "" : all.get(0);
  }

  List<String> all(String... keys) {
    for (String key : keys) {
      List<String> values = fields.get(key);
      if (values != null) {
        return values;
      }
    }
    return List.of();
  }

  boolean present() {
    return !fields.isEmpty();
  }

  /** The text after the header. */
  String rest() {
    return rest;
  }
}
