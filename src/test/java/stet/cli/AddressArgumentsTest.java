package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.cli.console.ExitCode;

/** What a newcomer may type as an address; none of it is a fault of the program. */
class AddressArgumentsTest {
  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:9/x",
        "http://127.0.0.1:9/x",
        "https://user:secret@paper.example:25/x",
        "https://paper.example:99999/x",
        "http://[::1/x",
        "http://a..b/x",
        "http://0x7f.1/x",
        "http://",
        "https:///x",
        "ftp://paper.example/x",
        "paper.example/x",
        "x",
        "",
        "http://paper.example/a b",
      })
  void anAddressThatCannotBeAskedIsOneClearLine(String address) {
    Cli.run("init", "--home", home);
    for (List<String> command :
        List.of(
            List.of("track"),
            List.of("untrack"),
            List.of("backfill"),
            List.of("feed", "add"),
            List.of("feed", "remove"))) {
      Object[] words = new Object[command.size() + 3];
      command.toArray(words);
      words[command.size()] = address;
      words[command.size() + 1] = "--home";
      words[command.size() + 2] = home;
      Cli.Result result = Cli.run(words);
      assertThat(result.code()).as("%s %s", command, result.err()).isEqualTo(ExitCode.USAGE);
      assertThat(result.err().strip()).doesNotContain("\n", "should not have happened", "secret");
      assertThat(result.err()).contains("URL '", "' ");
    }
  }
}
