package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.ingest.warc.Records.join;
import static stet.ingest.warc.Records.page;
import static stet.ingest.warc.Records.response;
import static stet.ingest.warc.Records.story;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.cli.Cli;
import stet.json.StetSchema;
import stet.serve.http.Access;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The redirects that led to a record of an imported web archive, on its capture's page. */
class ImportedRedirectTest {
  private static final String SHORT = "https://short.example/x7";
  private static final String OLD = "http://quellmund.example/news/harbour-crane-comes-down";
  private static final String NEW = "https://www.quellmund.example/news/harbour-crane-comes-down";
  private static final String STORY = story("Crane comes down", "It is old.");

  @TempDir Path home;
  @TempDir Path files;

  private static byte[] redirect(String from, String at, String to) {
    String head = "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\n\r\n";
    return response(from, "2026-03-01T10:00:" + at + "Z", head, new byte[0]);
  }

  private void take(byte[]... records) throws IOException {
    Path file = Files.write(files.resolve("crawl.warc"), join(List.of(records)));
    Cli.Result taken = Cli.run("import", "--home", home, file);
    assertThat(taken.code()).as(taken.err()).isZero();
  }

  private static JsonNode json(Served served, String path) throws IOException {
    HttpResponse<String> answer = served.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  /** The capture of that address that shows a version, with all that is told of it. */
  private static JsonNode shown(Served served, String uri) throws IOException {
    String key = json(served, "/api/v1/find?url=" + uri).at("/article/key").asString();
    for (JsonNode one : json(served, "/api/v1/articles/" + key + "/captures").path("captures")) {
      if (!one.path("version").isNull()) {
        String name =
            one.at("/capture/warc_file").asString() + "-" + one.at("/capture/warc_offset").asLong();
        String path = "/api/v1/articles/" + key + "/captures/" + name;
        assertThat(StetSchema.problems("kept_capture", served.get(path).body())).isEmpty();
        return json(served, path);
      }
    }
    throw new AssertionError("no version is shown");
  }

  private static List<String> chain(JsonNode capture) {
    return capture.path("redirects").valueStream().map(r -> r.path("uri").asString()).toList();
  }

  private static Document html(Served served, JsonNode capture) throws IOException {
    String path =
        "/a/"
            + capture.at("/article/key").asString()
            + "/c/"
            + capture.at("/capture/warc_file").asString()
            + "-"
            + capture.at("/capture/warc_offset").asLong();
    return Jsoup.parse(served.get(path).body(), served.at(path));
  }

  @Test
  void theWholeChainIsShownAndEachStepHasItsPage() throws IOException {
    take(
        redirect(SHORT, "00", OLD),
        redirect(OLD, "01", NEW),
        page(NEW, "2026-03-01T10:00:02Z", STORY));
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      JsonNode capture = shown(served, NEW);
      assertThat(chain(capture)).containsExactly(SHORT, OLD);
      // A short address is another site's, and stays an article of its own.
      assertThat(json(served, "/api/v1/find?url=" + SHORT).at("/article/key").asString())
          .isNotEqualTo(capture.at("/article/key").asString())
          .isEqualTo(capture.at("/redirects/0/article/key").asString());
      Document page = html(served, capture);
      List<Element> steps = page.select("section:has(h2:contains(Redirects)) li a");
      assertThat(steps).hasSize(2);
      for (Element step : steps) {
        String path = step.absUrl("href").substring(served.at("").length());
        assertThat(served.get(path).body()).contains("HTTP/1.1 302 Found");
      }
      assertThat(served.faults()).isEmpty();
    }
  }

  /** What is shown follows from the archive: made anew, the database has the same rows. */
  @Test
  void aRebuildGivesTheSame() throws IOException {
    take(
        redirect(SHORT, "00", OLD),
        redirect(OLD, "01", NEW),
        page(NEW, "2026-03-01T10:00:02Z", STORY));
    Cli.Result verified = Cli.run("verify", "--rebuild", "--home", home);
    assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    assertThat(Cli.run("rebuild", "--home", home).code()).isZero();
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      assertThat(chain(shown(served, NEW))).containsExactly(SHORT, OLD);
    }
  }

  /** Where addresses lead round in a circle, each is shown once. */
  @Test
  void aCircleEnds() throws IOException {
    take(
        redirect(NEW, "00", OLD),
        redirect(OLD, "01", NEW),
        redirect(NEW, "02", OLD),
        redirect(OLD, "03", NEW),
        page(NEW, "2026-03-01T10:00:04Z", STORY));
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      assertThat(chain(shown(served, NEW))).containsExactly(OLD);
    }
  }

  /** Which article a page is, and when it changed, does not depend on what led to it. */
  @Test
  void nothingElseDependsOnIt(@TempDir Path apart) throws IOException {
    byte[] last = page(NEW, "2026-03-01T10:00:02Z", STORY);
    take(redirect(SHORT, "00", OLD), redirect(OLD, "01", NEW), last);
    Path first =
        Files.write(
            files.resolve("one.warc"),
            join(List.of(redirect(SHORT, "00", OLD), redirect(OLD, "01", NEW))));
    Path second = Files.write(files.resolve("two.warc"), last);
    assertThat(Cli.run("import", "--home", apart, second).code()).isZero();
    assertThat(Cli.run("import", "--home", apart, first).code()).isZero();
    assertThat(Cli.run("log", "--json", "--home", apart).out())
        .isNotEmpty()
        .isEqualTo(Cli.run("log", "--json", "--home", home).out());
    try (Served served = Served.of(apart, Access.OWN_MACHINE)) {
      assertThat(chain(shown(served, NEW))).isEmpty();
    }
  }
}
