package stet.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields at the head of a Markdown file: YAML or TOML between fences, or plain {@code Key:
 * value} lines. Only plain values and lists of them are read; that is all that publishing tools
 * write for the fields of an article.
 */
final class FrontMatter {
  private static final Pattern FENCED =
      Pattern.compile(
          "\\A\\s*(---|\\+\\+\\+)[ \\t]*\\R(.*?)\\R\\1[ \\t]*(?:\\R|\\z)", Pattern.DOTALL);
  private static final Pattern LINE =
      Pattern.compile("^([A-Za-z][\\w .-]{0,40}?)\\s*[:=]\\s*(.*)$");
  private static final Pattern ITEM =
      Pattern.compile("^\\s+-\\s+(?:name:\\s*)?(.+)$|^-\\s+(?:name:\\s*)?(.+)$");
  private static final int MAX_HEADER = 20_000;

  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private final String rest;

  private FrontMatter(String header, String rest) {
    this.rest = rest;
    String key = "";
    for (String line : header.lines().toList()) {
      Matcher item = ITEM.matcher(line);
      Matcher pair = LINE.matcher(line);
      if (!key.isEmpty() && item.matches()) {
        add(key, item.group(1) == null ? item.group(2) : item.group(1));
      } else if (pair.matches()) {
        key = pair.group(1).toLowerCase(Locale.ROOT);
        values(key, pair.group(2).strip());
      } else if (!line.isBlank() && Character.isWhitespace(line.charAt(0)) && !key.isEmpty()) {
        continued(key, Texts.clean(line));
      }
    }
  }

  static FrontMatter of(String text) {
    String start = Texts.head(text, MAX_HEADER);
    Matcher fenced = FENCED.matcher(start);
    if (fenced.find()) {
      return new FrontMatter(fenced.group(2), text.substring(fenced.end()));
    }
    int blank = start.indexOf("\n\n");
    String head = blank < 0 ? "" : start.substring(0, blank);
    boolean pairs =
        !head.isEmpty()
            && head.lines().count() >= 2
            && head.toLowerCase(Locale.ROOT).startsWith("title:")
            && head.lines().allMatch(line -> LINE.matcher(line).matches());
    return pairs ? new FrontMatter(head, text.substring(blank)) : new FrontMatter("", text);
  }

  private void values(String key, String value) {
    if (value.startsWith("[") && value.endsWith("]")) {
      for (String one : value.substring(1, value.length() - 1).split(",")) {
        add(key, one);
      }
    } else if (!value.isEmpty() && !value.matches("[>|][+-]?")) {
      add(key, value);
    }
  }

  private void add(String key, String value) {
    String plain = value.strip();
    boolean quoted =
        plain.length() > 1
            && (plain.startsWith("\"") && plain.endsWith("\"")
                || plain.startsWith("'") && plain.endsWith("'"));
    plain =
        quoted
            ? plain.substring(1, plain.length() - 1).replace("\\\"", "\"").replace("''", "'")
            : plain;
    plain = Texts.clean(plain);
    if (!plain.isEmpty()) {
      fields.computeIfAbsent(key, k -> new ArrayList<>()).add(plain);
    }
  }

  /** A value that goes on over several lines. */
  private void continued(String key, String more) {
    List<String> values = fields.computeIfAbsent(key, k -> new ArrayList<>());
    if (values.isEmpty()) {
      values.add(more);
    } else {
      values.set(values.size() - 1, values.get(values.size() - 1) + ' ' + more);
    }
  }

  /** The first value of the first key that is there; empty when none is. */
  String get(String... keys) {
    for (String key : keys) {
      List<String> values = fields.get(key);
      if (values != null && !values.isEmpty()) {
        return values.get(0);
      }
    }
    return "";
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
