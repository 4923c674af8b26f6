package stet.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import stet.HostilePage;
import stet.HostilePages;
import stet.cli.Cli;

/** Hostile pages through the whole flow: from files on disk to the report in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFlowBrowserTest {
  /** No page may hold up an import for longer than this. */
  private static final long SECONDS_A_PAGE = 60;

  private final List<String> answers = new ArrayList<>();
  private Path home;

  /**
   * Of the pages that hold one payload everywhere every twentieth, since HostilePagesBrowserTest
   * opens all payloads; of the large pages those that are one word or refused, since the rest only
   * takes long to check.
   */
  private static List<HostilePage> pages(List<HostilePage> all) {
    return all.stream()
        .filter(
            p -> !p.name().matches("payload-\\d+.*") || p.name().matches("payload-\\d[02468]0.*"))
        .filter(p -> !p.large() || p.name().contains("word") || p.name().contains("50mb"))
        .toList();
  }

  private static Cli.Result stet(Object... args) {
    return Cli.run(Clock.systemUTC(), args);
  }

  @BeforeAll
  void importAndReport(@TempDir Path dir) throws Exception {
    home = dir.resolve("home");
    stet("init", "--home", home);
    int number = 0;
    for (HostilePage hostile : pages(HostilePages.all())) {
      String name = String.format(Locale.ROOT, "%03d-20260301100000", number++);
      Path file = dir.resolve("in").resolve(name + hostile.extension());
      Files.createDirectories(file.getParent());
      Files.write(file, hostile.bytes());
      long start = System.nanoTime();
      Cli.Result result = stet("import", "--home", home, file);
      long seconds = (System.nanoTime() - start) / 1_000_000_000;
      Files.delete(file);
      assertThat(seconds).as(hostile.name()).isLessThan(SECONDS_A_PAGE);
      assertThat(result.err().lines().count()).as(result.err()).isLessThanOrEqualTo(1);
      assertThat(result.code()).as(hostile + ": " + result.err()).isIn(0, 3);
      answers.add(hostile.name() + ": " + (result.err() + result.out()).trim());
    }
    Cli.Result report = stet("report", "--home", home);
    assertThat(report.code()).as(report.err()).isZero();
  }

  @Test
  void theCollectionIsSound() {
    Cli.Result verify = stet("verify", "--rebuild", "--home", home);
    assertThat(verify.code()).as(verify.out()).isZero();
  }

  @Test
  void whatCommandsPrintCannotDriveATerminal() {
    for (String line : answers) {
      assertThat(line.chars().noneMatch(c -> c < ' ' && c != '\n')).as(line).isTrue();
    }
    assertThat(stet("log", "--home", home).out().chars().noneMatch(c -> c < ' ' && c != '\n'))
        .isTrue();
  }

  @Test
  void theReportExecutesNothingAsksForNothingAndIsAccessible() throws Exception {
    List<String> problems = new ArrayList<>();
    try (Browsers browsers = Browsers.open();
        BrowserContext context =
            browsers
                .browser()
                .newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))) {
      Page page = PagesBrowserTest.watched(context, problems);
      String axe = browsers.axe();
      List<Path> tested =
          everyThird(written().stream().filter(f -> f.endsWith("v1.html")).toList());
      for (Path html : written()) {
        page.navigate(html.toUri().toString());
        Object mark = page.evaluate("() => window." + HostilePages.MARK);
        if (mark != null) {
          problems.add(html + " executed a payload");
        }
        if (tested.contains(html)) {
          page.evaluate(axe);
          ((List<?>) page.evaluate(PagesBrowserTest.AXE_RUN))
              .forEach(violation -> problems.add(html + ": " + violation));
        }
      }
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void theReportIsValidHtml() throws Exception {
    List<String> problems = new ArrayList<>();
    for (Path html : everyThird(written())) {
      // Warnings are about the attackers' spelling (not in NFC), which is shown as it came.
      problems.addAll(MarkupTest.problems(html, false));
    }
    assertThat(problems).isEmpty();
  }

  /** Pages of one kind differ in little; these two checks take longer than all the others. */
  private static List<Path> everyThird(List<Path> pages) {
    return IntStream.range(0, pages.size()).filter(i -> i % 3 == 0).mapToObj(pages::get).toList();
  }

  private List<Path> written() throws Exception {
    try (Stream<Path> all = Files.walk(home.resolve("reports"))) {
      return all.filter(p -> p.toString().endsWith(".html")).sorted().toList();
    }
  }
}
