package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is written wrongly, and the one line that comes of it: all of wrong-alert-settings.txt. A
 * row there is a heading, a command, the settings, and what is said of them after {@code >}.
 */
class WrongAlertSettingsTest {
  private static final String SECRET = "zq7SECRETwalrus42";

  @TempDir static Path dir;

  private record Row(String name, List<String> command, String settings, List<String> said) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void collect() throws IOException {
    assertThat(Cli.run("init", "--home", dir).code()).isZero();
    Files.createDirectories(dir.resolve("secrets/adir"));
    secret("pw", SECRET, "rw-------");
    secret("open", "https://hook.example/" + SECRET, "rw-r--r--");
    secret("hook", "https://hook.example/" + SECRET, "rw-------");
    secret("login", "https://u:" + SECRET + "@hook.example/", "rw-------");
    secret("plainhook", "http://hook.example/" + SECRET, "rw-------");
    secret("ftphook", "ftp://hook.example/" + SECRET, "rw-------");
    secret("badhook", "not an address " + SECRET, "rw-------");
    secret("badtopic", "my topic/with slash " + SECRET, "rw-------");
    secret("empty", "", "rw-------");
    secret("blankhook", "   ", "rw-------");
    secret("two", SECRET + "\nsecond line", "rw-------");
    secret("bin", "\u0000\u0001" + SECRET, "rw-------");
    secret("latin", "", "rw-------");
    Files.write(dir.resolve("secrets/latin"), "\u00e9".getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void secret(String name, String value, String rights) throws IOException {
    Path file = dir.resolve("secrets").resolve(name);
    Files.writeString(file, value + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }

  static List<Row> rows() throws IOException {
    String all = Files.readString(Path.of("src/test/resources/wrong-alert-settings.txt"));
    List<Row> rows = new ArrayList<>();
    for (String part : all.split("(?m)^## ")) {
      List<String> lines = part.lines().toList();
      if (part.isBlank() || part.startsWith("#")) {
        continue;
      }
      rows.add(
          new Row(
              lines.get(0),
              Arrays.asList(lines.get(1).substring(2).split(" ")),
              lines.stream()
                  .skip(2)
                  .filter(l -> !l.startsWith("> "))
                  .collect(Collectors.joining("\n", "", "\n")),
              lines.stream().filter(l -> l.startsWith("> ")).map(l -> l.substring(2)).toList()));
    }
    return rows;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void oneLineNamesKeyValueAndRemedy(Row row) throws IOException {
    assertThat(said(row)).isEqualTo(row.said());
  }

  private static List<String> said(Row row) throws IOException {
    Files.writeString(dir.resolve("stet.toml"), row.settings());
    List<Object> words = new ArrayList<>(row.command());
    words.addAll(List.of("--home", dir));
    Cli.Result came = Cli.run(words.toArray());
    assertThat(came.out() + came.err()).doesNotContain(SECRET);
    String told = row.command().contains("test") ? came.out() + came.err() : came.err();
    return told.lines()
        .filter(line -> !line.startsWith("stet: no rule yet"))
        .map(
            line -> line.replace(dir.toString(), ".").replaceFirst("^stet: ('./stet.toml': )?", ""))
        .toList();
  }

  /** A wrong setting that nothing is said of is no row. */
  @ParameterizedTest
  @MethodSource("rows")
  void somethingIsSaidOfEach(Row row) {
    assertThat(row.said()).isNotEmpty();
  }
}
