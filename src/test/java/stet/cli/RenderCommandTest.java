package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.cli.console.ExitCode;
import stet.fetch.Newsroom;
import stet.render.TestBrowser;

/** One page in a browser, from the command line. */
class RenderCommandTest {
  private static final String STORY =
      "<html lang=en><head><title>The quay</title><meta"
          + " name=viewport content='width=device-width'></head><body><article><h1>The quay</h1><p>The"
          + " council of the fictional Port Ellery voted on Tuesday to build the quay anew, at"
          + " twice the price that was named in spring.</p></article><script>const p ="
          + " document.createElement('p'); p.textContent = 'Nobody spoke against it, although the"
          + " pilots had asked for another place at the last meeting of the year.';"
          + " document.querySelector('article').append(p);</script></body></html>";

  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource({
    "'page.html', 2, name --output for a picture",
    "'page.html --output page.jpg', 2, ends in .png or .webp",
    "'--text out.html', 2, missing required parameter",
    "'http://127.0.0.1:8/a --text out.html', 2, is not asked: loopback",
    "'http:// --text out.html', 2, is not asked: its host is not a name",
    "'nowhere.html --text out.html', 10, no collection in",
  })
  void whatCannotBeDoneIsSaidInOneLine(String words, int code, String line) {
    Cli.Result result = Cli.run(("render --home " + dir + "/none " + words).split(" "));
    assertThat(result.code()).isEqualTo(code);
    assertThat(result.err().lines()).singleElement().asString().contains(line);
  }

  @Test
  void aSavedPageAndItsVersionInTheArchiveAreShownAlike() throws IOException {
    TestBrowser.find();
    Path page = Files.writeString(dir.resolve("001__2026-03-14T06-00-00Z.html"), STORY);
    Path picture = dir.resolve("page.png");
    Path text = dir.resolve("page.txt.html");
    Cli.Result saved = Cli.run("render", page, "--output", picture, "--text", text, "--phone");
    assertThat(saved.code()).as(saved.err()).isEqualTo(ExitCode.DONE);
    assertThat(saved.out()).startsWith("390 x ").contains("0 files beside the page");
    assertThat(Files.readAllBytes(picture)).startsWith(0x89, 'P', 'N', 'G');
    String seen = Files.readString(text);
    assertThat(seen).contains("Nobody spoke against it").doesNotContain("<script>const");
    Path home = dir.resolve("home");
    assertThat(Cli.run("import", "--home", home, page).code()).isZero();
    Path again = dir.resolve("again.html");
    Cli.Result archived = Cli.run("render", "--home", home, "quay@1", "--text", again);
    assertThat(archived.code()).as(archived.err()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(again)).isEqualTo(seen);
  }

  @Test
  void anAddressIsFetchedWithWhatBelongsToIt() throws Exception {
    TestBrowser.find();
    Path home = dir.resolve("home");
    try (Newsroom newsroom = new Newsroom()) {
      assertThat(Cli.run("init", "--home", home).code()).isZero();
      String host = newsroom.url("/").replaceAll("^http://|/$", "");
      assertThat(Cli.run("config", "--home", home, "fetch.private-hosts", host).code()).isZero();
      newsroom.page("/app", STORY.replace("<script>", "<script src=/more.js></script><script>"));
      newsroom.page("/more.js", "document.title = 'more'");
      Path text = dir.resolve("live.html");
      Cli.Result live = Cli.run("render", "--home", home, newsroom.url("/app"), "--text", text);
      assertThat(live.code()).as(live.err()).isEqualTo(ExitCode.DONE);
      assertThat(live.out()).contains("1 file beside the page");
      assertThat(Files.readString(text)).contains("Nobody spoke against it", "<title>");
      Cli.Result gone = Cli.run("render", "--home", home, newsroom.url("/gone"), "--text", text);
      assertThat(gone.code()).isNotZero();
      assertThat(gone.err().lines()).singleElement().asString().contains("status 404");
    }
  }
}
