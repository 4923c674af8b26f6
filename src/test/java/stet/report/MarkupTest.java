package stet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.report.site.Site;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every page is valid HTML by the checker that the standard's own authors use. */
public class MarkupTest {
  // The checker reads a stream without an address, in which 'self' matches nothing. That browsers
  // load the style sheet is seen by PagesBrowserTest.
  private static final String OWN_STYLE = "external stylesheet “";

  private static final String OWN_SCRIPT = "external script “search.js”";

  // It is older than this pseudo-element; the style sheet asks browsers whether they know it.
  private static final List<String> NEWER = List.of("“::details-content”", "CSS: Parse Error");

  // Nor does it work out digests. ComparisonPageTest compares them, and browsers say so if one is
  // wrong.
  private static final String INLINE_STYLE = "Inline style violates Content Security Policy";

  @TempDir Path dir;

  @Test
  void everyPageIsValid() throws Exception {
    new Site(Story.DIFFER, Stories.OPTIONS).write(Stories.all().iterator(), dir);
    Stories.writeAlone(dir);
    List<String> problems = new ArrayList<>();
    try (Stream<Path> all = Files.walk(dir)) {
      for (Path page : all.filter(p -> p.toString().endsWith(".html")).toList()) {
        problems.addAll(problems(page));
      }
    }
    assertThat(problems).isEmpty();
  }

  private static final long STACK = 64 << 20;

  /** Made by the thread that checks: reading the schemas goes deep, too. */
  private static final class Checker {
    static final KeptValidator ONE = new KeptValidator();

    private Checker() {}
  }

  /** Errors and warnings. */
  static List<String> problems(Path page) throws Exception {
    return problems(page, true);
  }

  /** Errors, and warnings where they are asked for. */
  public static List<String> problems(Path page, boolean warnings) throws Exception {
    String report = validate(page);
    List<String> problems = new ArrayList<>();
    for (JsonNode message : JsonMapper.shared().readTree(report).path("messages")) {
      boolean error = message.path("type").asString().equals("error");
      String said = message.path("message").asString();
      if (said.contains(OWN_SCRIPT)
          || NEWER.stream().anyMatch(said::contains)
          || said.contains(OWN_STYLE)
          || said.startsWith(INLINE_STYLE)) {
        continue;
      }
      boolean warning = message.path("subType").asString().equals("warning");
      if (error || warning && warnings) {
        problems.add(
            page.getFileName()
                + ":"
                + message.path("lastLine").asInt()
                + ":"
                + message.path("lastColumn").asInt()
                + " "
                + message.path("message").asString());
      }
    }
    return problems;
  }

  /** The checker's patterns go deep, and code that is compiled quickly takes larger frames. */
  private static String validate(Path page) throws Exception {
    FutureTask<String> task = new FutureTask<>(() -> checked(page));
    new Thread(null, task, "validator", STACK).start();
    return task.get();
  }

  private static String checked(Path page) throws Exception {
    try (var in = Files.newInputStream(page)) {
      return Checker.ONE.validate(in);
    } catch (IOException e) {
      throw new IOException("cannot check '" + page + "'", e);
    }
  }
}
