package stet.app.alert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stet.app.AppException;
import stet.app.CollectionHome;
import stet.app.Settings;
import stet.app.SettingsFile;
import stet.notify.channel.ChannelException;
import stet.notify.rule.RuleException;

/** Adds rules to {@code stet.toml} and takes them out, and leaves all else in it as it is. */
final class AlertFile {
  private static final Pattern RULE = Pattern.compile("\\s*\\[\\[\\s*alert\\s*]].*");
  private static final Pattern TABLE = Pattern.compile("\\s*\\[.*");

  private AlertFile() {}

  /** Adds a rule behind all that is there. It must be one that can be read. */
  static void add(CollectionHome home, Map<String, List<String>> rule) throws IOException {
    List<String> lines = new ArrayList<>(lines(home));
    if (!lines.isEmpty() && !lines.get(lines.size() - 1).isBlank()) {
      lines.add("");
    }
    lines.add("[[alert]]");
    rule.forEach((key, values) -> lines.add(key + " = " + value(values)));
    SettingsFile.replace(home.folder(), lines);
  }

  private static String value(List<String> values) {
    return values.size() == 1
        ? SettingsFile.quoted(values.get(0))
        : values.stream().map(SettingsFile::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /**
   * Takes a rule out.
   *
   * @param index its place among the rules, from 0
   * @throws AppException when the file is written in a way in which it can't be told where the rule
   *     begins and ends
   */
  static void remove(CollectionHome home, int index) throws IOException {
    List<String> lines = lines(home);
    List<Map<String, List<String>>> rules = home.settings().alerts().rules();
    List<String> left = without(lines, index);
    List<Map<String, List<String>>> expected = new ArrayList<>(rules);
    expected.remove(index);
    Path file = home.folder().resolve(Settings.FILE);
    if (left == null || !expected.equals(rules(file, left))) {
      throw AppException.failed(
          "cannot tell where the rule begins and ends in '" + file + "'; remove it by hand");
    }
    SettingsFile.replace(home.folder(), left);
  }

  private static @Nullable List<Map<String, List<String>>> rules(Path file, List<String> lines) {
    try {
      return Settings.of(file, String.join("\n", lines) + "\n").alerts().rules();
    } catch (AppException | ChannelException | RuleException e) {
      return null;
    }
  }

  private static @Nullable List<String> without(List<String> lines, int index) {
    List<String> left = new ArrayList<>();
    int rule = -1;
    boolean inside = false;
    for (String line : lines) {
      if (RULE.matcher(line).matches()) {
        rule++;
        inside = rule == index;
      } else if (TABLE.matcher(line).matches()) {
        inside = false;
      }
      if (!inside) {
        left.add(line);
      }
    }
    return rule >= index ? left : null;
  }

  private static List<String> lines(CollectionHome home) throws IOException {
    Path file = home.folder().resolve(Settings.FILE);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** A rule of these keys and values, without those of no value. */
  static Map<String, List<String>> rule(Map<String, List<String>> fields) {
    Map<String, List<String>> rule = new LinkedHashMap<>();
    fields.forEach(
        (key, values) -> {
          List<String> stated = values.stream().filter(v -> !v.isBlank()).toList();
          if (!stated.isEmpty()) {
            rule.put(key, stated);
          }
        });
    return rule;
  }
}
