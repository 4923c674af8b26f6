package stet.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes single lines of {@code stet.toml} and leaves a person's comments and order alone. */
public final class SettingsFile {
  private static final Pattern TABLE = Pattern.compile("\\s*\\[\\s*([^\\]]*?)\\s*\\].*");

  private static final Pattern HEADER = Pattern.compile("\\[+([^\\]]*)\\]*.*");
  private static final int LONGEST_KEY = 60;

  private SettingsFile() {}

  /**
   * Sets a value, or removes it where {@code value} is empty.
   *
   * @param home the collection's folder
   * @throws IOException when the file cannot be read or replaced; it is then as it was
   */
  public static void write(Path home, SettingKey key, String value) throws IOException {
    Path file = home.resolve(Settings.FILE);
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    List<String> changed = without(lines, key);
    if (!value.isEmpty()) {
      insert(changed, key, key.isNumber() ? value : quoted(value));
    }
    replace(home, changed);
  }

  /**
   * Puts other lines in place of all that are there.
   *
   * @param home the collection's folder
   * @throws IOException when the file cannot be replaced; it is then as it was
   */
  public static void replace(Path home, List<String> lines) throws IOException {
    Path draft = home.resolve(Settings.FILE + ".new");
    Files.write(draft, lines);
    Files.move(
        draft,
        home.resolve(Settings.FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Puts the line into the setting's table where the file has one, else at the top with a dotted
   * name: TOML allows either way, but not both for one table.
   */
  private static void insert(List<String> lines, SettingKey key, String value) {
    int dot = key.id().indexOf('.');
    for (int i = 0; i < lines.size(); i++) {
      Matcher header = TABLE.matcher(lines.get(i));
      if (header.matches() && header.group(1).equals(key.id().substring(0, dot))) {
        lines.add(i + 1, key.id().substring(dot + 1) + " = " + value);
        return;
      }
    }
    lines.add(0, key.id() + " = " + value);
  }

  private static List<String> without(List<String> lines, SettingKey key) {
    List<String> kept = new ArrayList<>();
    String table = "";
    for (String line : lines) {
      Matcher header = TABLE.matcher(line);
      if (header.matches()) {
        table = header.group(1) + ".";
      }
      if (!(table + name(line)).equals(key.id())) {
        kept.add(line);
      }
    }
    return kept;
  }

  private static String name(String line) {
    int equals = line.indexOf('=');
    return equals < 0 ? "" : line.substring(0, equals).replaceAll("[\\s\"']", "");
  }

  /** A text as TOML has it, on one line. */
  public static String quoted(String value) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      if (c == '\\' || c == '"') {
        out.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  /**
   * What is wrong with a file that is no TOML, in one line. Values are not shown: a secret may
   * stand where none should.
   *
   * @param line where the reader stopped, from 1
   * @param column where in it, from 1: at its beginning, what is wrong is the line before
   * @param said what the reader says of it
   */
  static String fault(Path file, String text, int line, int column, String said) {
    List<String> lines = text.lines().toList();
    String stopped = line <= lines.size() ? lines.get(line - 1).strip() : "";
    int wrong = column == 1 && line > 1 && !stopped.startsWith("=") ? line - 1 : line;
    while (wrong > 1 && (wrong > lines.size() || lines.get(wrong - 1).matches("\\s*(#.*)?"))) {
      wrong--;
    }
    String at = wrong >= 1 && wrong <= lines.size() ? lines.get(wrong - 1).strip() : "";
    String where = "'" + file + "' line " + wrong + ": ";
    Matcher header = HEADER.matcher(at);
    if (header.matches()) {
      return where + tableFault(header.group(1).strip(), said);
    }
    String key = at.contains("=") ? at.substring(0, at.indexOf('=')).strip() : "";
    if (key.isEmpty() || key.length() > LONGEST_KEY || key.contains("\"")) {
      return where + "this is no TOML; a line is a key, '=' and a value, and texts stand in quotes";
    }
    return where
        + (said.startsWith("Duplicate key")
            ? "the key '" + key + "' is there twice; keep one of them"
            : "the value of '" + key + "' is no TOML; " + valueHint(said));
  }

  private static String tableFault(String table, String said) {
    if (said.startsWith("Table redefined")) {
      return "the table '" + table + "' is there twice; keep one of them, or name them apart";
    } else if (said.startsWith("Path into existing")) {
      return "'" + table + "' is a value above and a table here; name them apart";
    }
    return "the table '"
        + table
        + "' cannot be read; it stands in [ ] or [[ ]], its name has letters, digits, '-', '_' and"
        + " dots";
  }

  private static String valueHint(String said) {
    return said.startsWith("Zero-prefixed")
        ? "a number begins with no 0"
        : said.startsWith("Unknown escape")
            ? "a \\ in a text is written \\\\, or the text stands in single quotes"
            : "texts stand in quotes, such as \"this\", lists in [ ] with commas between";
  }
}
