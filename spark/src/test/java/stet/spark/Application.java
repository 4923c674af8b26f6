package stet.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The application as it is packed, which the job is held against. */
final class Application {
  private static final Path JAR = Path.of("target/stet.jar").toAbsolutePath();

  private Application() {}

  /**
   * Runs a command.
   *
   * @return what it printed, problems apart
   */
  static String run(String... args) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-jar"));
    command.add(JAR.toString());
    command.addAll(Arrays.asList(args));
    Path out = Files.createTempFile("stet", ".out");
    Path problems = Files.createTempFile("stet", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(problems.toFile())
              .start();
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
      // 4: done, and something was refused.
      assertThat(process.exitValue()).as(Files.readString(problems)).isIn(0, 4);
      return Files.readString(out);
    } finally {
      Files.delete(out);
      Files.delete(problems);
    }
  }
}
