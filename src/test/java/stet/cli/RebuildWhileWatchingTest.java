package stet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.cli.console.ExitCode;
import stet.track.Collection;
import stet.track.CollectionWriter;

/** The database is replaced again and again under a watch that adds to it and a reader. */
class RebuildWhileWatchingTest {
  private static final int PAGES = 12;

  @TempDir Path dir;
  private Path home;
  private HttpServer server;
  private String site;

  @BeforeEach
  void start() throws IOException {
    home = dir.resolve("home");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", RebuildWhileWatchingTest::answer);
    server.start();
    site = "http://127.0.0.1:" + server.getAddress().getPort();
    stet("init");
    Files.writeString(
        home.resolve("stet.toml"),
        "[fetch]\nprivate-hosts = \"" + site.substring(7) + "\"\nmin-delay = 0\n");
    stet("config", "lock.wait", "1");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] page = LiveCommandsTest.story("This is the page at " + path + ".").getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(path.equals("/robots.txt") ? 404 : 200, page.length);
      exchange.getResponseBody().write(page);
    }
  }

  private Cli.Result stet(String... args) {
    return Cli.in(home, Clock.systemUTC(), args);
  }

  @Test
  void eitherWaitsOrSaysWhoAndNothingIsLost() throws InterruptedException {
    List<String> words = new ArrayList<>(List.of("track"));
    IntStream.range(0, PAGES).forEach(i -> words.add(site + "/news/" + i));
    stet(words.toArray(String[]::new));
    CompletableFuture<Cli.Result> watch =
        CompletableFuture.supplyAsync(() -> stet("watch", "--for", "5s"));
    int rebuilt = 0;
    while (!watch.isDone()) {
      // A reader that opened the old database and closes it when the new one is in use.
      try (Collection reader = Collection.open(home)) {
        assertThat(reader.timelines().listed().part("", "", 9)).isNotNull();
        Cli.Result result = stet("rebuild");
        if (result.code() == ExitCode.DONE) {
          rebuilt++;
        } else {
          assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.LOCKED);
          assertThat(result.err().lines())
              .singleElement()
              .asString()
              .contains("another stet is writing to this collection");
        }
      }
      Thread.sleep(200);
    }
    Cli.Result watched = watch.join();
    assertThat(rebuilt).isPositive();
    // On a busy machine the watch may end before it had its turn; what it fetched is then due
    // again.
    assertThat(watched.code()).as(watched.err()).isIn(ExitCode.DONE, ExitCode.PARTLY);
    assertThat(stet("fetch").code()).isZero();
    assertThat(stet("verify", "--rebuild").code()).isZero();
    for (int i = 0; i < PAGES; i++) {
      assertThat(stet("log", site + "/news/" + i).out()).contains("1 version seen in 1 check");
    }
  }

  @Test
  @SuppressWarnings("try") // it closes while a writer is there
  void aReaderThatClosesLateTakesNothingAway() throws IOException {
    stet("track", site + "/news/1");
    stet("fetch");
    try (Collection late = Collection.open(home)) {
      assertThat(late.timelines().find(site + "/news/1")).isPresent();
      assertThat(stet("rebuild").code()).isZero();
      stet("track", site + "/news/2");
      try (CollectionWriter writer =
          CollectionWriter.open(home, Clock.systemUTC(), Duration.ZERO)) {
        late.close();
        assertThat(writer.recovery().captures()).isZero();
      }
      assertThat(stet("fetch").code()).isZero();
    }
    assertThat(stet("log", site + "/news/2").out()).contains("1 version seen in 1 check");
    assertThat(stet("verify", "--rebuild").code()).isZero();
  }
}
