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
}
