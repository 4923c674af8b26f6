package stet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.archive.StoredRecord.StoredCapture;
import stet.archive.WarcLocation;
import stet.ingest.EarlierPayloads;
import stet.ingest.Found;
import stet.ingest.Selection;
import stet.ingest.WebArchives;
import stet.ingest.warc.Records;
import stet.report.Browsers;
import stet.track.CollectionFolder;
import stet.track.CollectionWriter;

/** An exported WACZ opens in replayweb.page and shows the article. */
class ReplayBrowserTest {
  private static final Path REPLAY =
      Path.of(System.getProperty("user.home"), ".cache/stet-archive-tools/replaywebpage");
  private static final String URI = "https://quellmund.example/crane";

  @TempDir Path dir;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    assumeTrue(Files.exists(REPLAY.resolve("sw.js")), ".ci/replay was not run");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body =
        switch (path) {
          case "/" ->
              bytes(
                  "<!doctype html><script src=\"/ui.js\"></script>"
                      + "<replay-web-page style=\"height:90vh\" replayBase=\"/replay/\""
                      + " source=\"/out.wacz\" url=\""
                      + URI
                      + "\" ts=\"20260301100000\"></replay-web-page>");
          case "/replay/" ->
              bytes(
                  "<!doctype html><script src=\"/ui.js\"></script>"
                      + "<replay-app-main></replay-app-main>");
          case "/replay/sw.js" -> bytes("importScripts('/sw.js');");
          case "/ui.js", "/sw.js" -> Files.readAllBytes(REPLAY.resolve(path.substring(1)));
          case "/out.wacz" -> Files.readAllBytes(dir.resolve("out.wacz"));
          default -> new byte[0];
        };
    String type =
        path.endsWith(".js")
            ? "text/javascript"
            : path.endsWith("/") ? "text/html" : "application/zip";
    exchange.getResponseHeaders().set("Content-Type", type);
    String range = exchange.getRequestHeaders().getFirst("Range");
    exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
    if (range != null && path.equals("/out.wacz") && body.length > 0) {
      body = range(exchange, range, body);
    } else {
      exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, head(exchange) ? -1 : body.length);
    }
    if (!head(exchange)) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static boolean head(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("HEAD");
  }

  private static byte[] range(HttpExchange exchange, String range, byte[] all) throws IOException {
    String[] part = range.replace("bytes=", "").split("-", -1);
    int from =
        part[0].isEmpty()
            ? Math.max(0, all.length - Integer.parseInt(part[1]))
            : Integer.parseInt(part[0]);
    int to = part[0].isEmpty() || part[1].isEmpty() ? all.length - 1 : Integer.parseInt(part[1]);
    to = Math.min(to, all.length - 1);
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes " + from + "-" + to + "/" + all.length);
    byte[] piece = Arrays.copyOfRange(all, from, to + 1);
    exchange.sendResponseHeaders(206, head(exchange) ? -1 : piece.length);
    return piece;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void export() throws IOException {
    Path home = dir.resolve("home");
    Path crawl =
        Files.write(
            dir.resolve("crawl.warc"),
            Records.join(
                List.of(
                    Records.page(URI, "2026-03-01T10:00:00Z", Records.story("Crane stays", "A.")),
                    Records.page(
                        URI, "2026-03-02T10:00:00Z", Records.story("Crane comes down", "B.")))));
    new CollectionFolder(home).make();
    try (CollectionWriter writer =
        CollectionWriter.open(home, Clock.systemUTC(), Duration.ofSeconds(5))) {
      WebArchives.under(List.of(crawl), Selection.ALL, 1 << 20)
          .read(
              EarlierPayloads.NONE,
              f -> writer.tracker().accept(List.of(((Found.Page) f).capture())));
      List<StoredCapture> captures = new ArrayList<>();
      long id = writer.collection().timelines().find(URI).orElseThrow().id();
      for (WarcLocation at : writer.collection().captures().of(id)) {
        captures.add(writer.collection().captures().read(at));
      }
      ExportedArticle article =
          new ExportedArticle(writer.collection().timelines().of(id), captures);
      new WaczExport("test", "stet", Clock.systemUTC())
          .write(List.of(article).iterator(), dir.resolve("out.wacz"));
    }
  }

  @Test
  void showsTheArticleAsItWasAtEachTime() throws IOException {
    export();
    try (Browsers browsers = Browsers.open();
        Page page = browsers.browser().newPage()) {
      page.navigate("http://localhost:" + server.getAddress().getPort() + "/");
      assertThat(shown(page, "Crane stays")).isTrue();
    }
  }

  /** Waits until a frame of the page shows a text; a minute is enough on any machine. */
  private static boolean shown(Page page, String text) {
    for (int i = 0; i < 120; i++) {
      for (Frame frame : page.frames()) {
        if (!frame.isDetached() && contains(frame, text)) {
          return true;
        }
      }
      page.waitForTimeout(500);
    }
    return false;
  }

  private static boolean contains(Frame frame, String text) {
    try {
      Object h1 =
          frame.evaluate(
              "() => { const h = document.querySelector('h1'); return h ? h.textContent : ''; }");
      return text.equals(h1);
    } catch (PlaywrightException e) {
      // The frame was replaced while it was asked.
      return false;
    }
  }
}
