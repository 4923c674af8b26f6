package stet.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.fetch.Newsroom;
import stet.render.TestBrowser;

/** What a browser was given to show a page goes with the page, and so does its picture. */
class ShownErasureTest {
  private static final String SHELL =
      "<!DOCTYPE html><html lang=en><head><title>Customs</title><link rel=stylesheet href=/s.css>"
          + "<script src=/app.js defer></script></head><body><div id=root></div></body></html>";
  private static final String APP =
      "fetch('/story.json').then((r) => r.json()).then((data) => {"
          + " document.getElementById('root').innerHTML = '<article><h1>At the customs"
          + " house</h1>' + data.map((p) => '<p>' + p + '</p>').join('') + '</article>'; });";

  @TempDir Path dir;

  @Test
  void nothingOfAShownPageIsLeft() throws IOException {
    TestBrowser.find();
    WithheldStories stories = WithheldStories.in(dir);
    try (Newsroom newsroom = new Newsroom()) {
      serve(newsroom);
      Files.writeString(
          stories.home().resolve("stet.toml"),
          "[fetch]\nprivate-hosts = \""
              + newsroom.authority()
              + "\"\nmin-delay = 0\npictures = \"desktop\"\n");
      stories.done("track", newsroom.url("/customs"));
      stories.done("fetch");
      stories.done("withhold", newsroom.url("/customs"), "--reason", "mistake");
      stories.done("report");
      assertThat(pictures(stories)).isZero();
      stories.done("withhold", "--lift", "1");
      stories.done("report");
      assertThat(pictures(stories)).isEqualTo(1);
      stories.done("withhold", newsroom.url("/customs"), "--reason", "mistake");
      stories.withholdAll();
      for (int number = 1; number <= 4; number++) {
        stories.done("withhold", "--erase", "--number", "" + number, "--yes");
      }
      stories.done("report");
    }
    assertThat(stories.hits(stories.home())).isEmpty();
    assertThat(pictures(stories)).isZero();
    // What belongs to no story alone could have stayed; here all of it was this page's.
    assertThat(archive(stories)).doesNotContain("WEBPVP8", "body { color: teal }");
    assertThat(stories.run("verify", "--rebuild").code()).isZero();
  }

  private static void serve(Newsroom newsroom) {
    newsroom.page("/customs", SHELL);
    newsroom.page("/app.js", "Content-Type: text/javascript\r\n", APP.getBytes(UTF_8));
    newsroom.page("/s.css", "Content-Type: text/css\r\n", "body { color: teal }".getBytes(UTF_8));
    String story =
        "[\""
            + WithheldStories.ARTICLE
            + ", neighbours say, and nobody has complained of it in eleven years.\",\"The customs"
            + " house was built when ships still paid by the barrel, and has stood empty since.\"]";
    newsroom.page("/story.json", "Content-Type: application/json\r\n", story.getBytes(UTF_8));
  }

  private static String archive(WithheldStories stories) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(stories.home().resolve("snapshots"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".gz")).toList()) {
        for (byte[] bytes : WithheldStories.unpacked(Files.readAllBytes(file))) {
          all.append(new String(bytes, ISO_8859_1));
        }
      }
    }
    return all.toString();
  }

  private static long pictures(WithheldStories stories) throws IOException {
    try (Stream<Path> files = Files.walk(stories.home().resolve("reports"))) {
      return files.filter(f -> f.toString().endsWith(".webp")).count();
    }
  }
}
