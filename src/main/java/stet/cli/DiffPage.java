package stet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import stet.diff.Differ;
import stet.diff.Differs;
import stet.report.ComparisonPage;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/** The comparison of two versions as a page of its own. */
final class DiffPage {
  private DiffPage() {}

  /**
   * @param target a file's name, or {@code -} for standard output
   * @return the exit code: findings where the versions differ
   */
  static int write(
      Console console,
      Settings settings,
      Timeline timeline,
      SeenVersion from,
      SeenVersion to,
      String target)
      throws IOException {
    Differ differ = Differs.standard();
    byte[] page =
        new ComparisonPage(differ, ReportCommand.options(settings))
            .of(timeline, from.number(), to.number());
    if (target.equals("-")) {
      console.out().print(new String(page, StandardCharsets.UTF_8));
    } else {
      Files.write(Path.of(target), page);
    }
    boolean same = differ.diff(from.state(), to.state()).isEmpty();
    return same ? ExitCode.DONE : ExitCode.FINDINGS;
  }
}
