package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.cli.console.ExitCode;

/** The commands that the README shows work as it shows them. */
class ReadmeTest {
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\./stet ([^#\\n]+)");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");

  @TempDir Path home;

  @Test
  void itsCommandsRunInTheirOrder() throws IOException {
    Matcher m = COMMAND.matcher(Files.readString(Path.of("README.md")));
    int commands = 0;
    while (m.find()) {
      List<Object> words = new ArrayList<>(List.of((Object[]) m.group(1).trim().split("\\s+")));
      words.add("--home");
      words.add(words.get(0).equals("demo") ? home.resolve("demo") : home);
      if (words.get(0).equals("serve")) {
        // It would serve until somebody ends it.
        words.addAll(List.of("--for", "1s", "--port", "0"));
      }
      Cli.Result result = Cli.run(words.toArray());
      int expected = words.get(0).equals("diff") ? ExitCode.FINDINGS : ExitCode.DONE;
      assertThat(result.code()).as(m.group() + "\n" + result.err()).isEqualTo(expected);
      assertThat(result.out()).as(m.group()).isNotBlank();
      commands++;
    }
    assertThat(commands).isGreaterThan(5);
  }

  @Test
  void itsLinksLeadSomewhere() throws IOException {
    Matcher m = LINK.matcher(Files.readString(Path.of("README.md")));
    while (m.find()) {
      assertThat(Path.of(m.group(1))).exists();
    }
  }
}
