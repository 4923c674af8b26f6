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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.OwnProcess;
import stet.cli.console.ExitCode;

/** A watch in a process of its own that is told to end while a server keeps it waiting. */
class WatchStopTest {
  private static final Duration PROMISED = Duration.ofSeconds(5);

  @TempDir Path dir;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch stalling = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService handlers = Executors.newCachedThreadPool();
  private Path home;
  private HttpServer server;
  private String site;

  @BeforeEach
  void start() throws IOException {
    home = dir.resolve("home");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(handlers);
    server.createContext("/", this::answer);
    server.start();
    site = "http://127.0.0.1:" + server.getAddress().getPort();
    stet("init");
    Files.writeString(
        home.resolve("stet.toml"),
        "[fetch]\nprivate-hosts = \"" + site.substring(7) + "\"\nmin-delay = 0\n");
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    handlers.shutdownNow();
  }

  /**
   * The first page is answered, the second one as soon as the first is kept, so that all code has
   * run once; the third one stops in the middle and never goes on.
   */
  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/robots.txt")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] page = LiveCommandsTest.story("This is the page at " + path + ".").getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, page.length);
      asked.add(site + path);
      if (asked.size() == 2) {
        awaitLine();
      }
      if (asked.size() < 3) {
        exchange.getResponseBody().write(page);
        return;
      }
      exchange.getResponseBody().write(page, 0, page.length / 2);
      exchange.getResponseBody().flush();
      stalling.countDown();
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitLine() throws IOException, InterruptedException {
    while (!Files.readString(dir.resolve("out")).endsWith("\n") && over.getCount() > 0) {
      Thread.sleep(10);
    }
  }

  private Cli.Result stet(String... args) {
    return Cli.in(home, Clock.systemUTC(), args);
  }

  private Process watch() throws IOException {
    return OwnProcess.stet("watch", "--home", home.toString())
        .redirectOutput(dir.resolve("out").toFile())
        .redirectError(dir.resolve("err").toFile())
        .start();
  }

  @Test
  void endsInTimeAndKeepsWhatHadJustBeenFetched() throws Exception {
    stet("track", site + "/news/one", site + "/news/two", site + "/news/three");
    long started = System.nanoTime();
    Process watch = watch();
    try {
      assertThat(stalling.await(3, TimeUnit.MINUTES)).isTrue();
      // A host is asked again only when its last answer has been read to its end, so that the
      // second page has been fetched, and there was no time yet to keep it.
      long stopped = System.nanoTime();
      watch.destroy();
      assertThat(watch.waitFor(3, TimeUnit.MINUTES)).isTrue();
      Duration took = Duration.ofNanos(System.nanoTime() - stopped);
      // On a machine that is busy all takes longer, so that the time from the start of the process
      // to its first answers is allowed for on top: it measures how much longer here and now.
      Duration busy = Duration.ofNanos(stopped - started);
      assertThat(took).isLessThan(PROMISED.plus(busy));
    } finally {
      watch.destroyForcibly();
    }
    assertThat(watch.exitValue()).isEqualTo(128 + 15);
    assertThat(Files.readString(dir.resolve("err"))).contains("stopped after 2 checks");
    assertThat(Files.readString(dir.resolve("out")).lines())
        .hasSize(2)
        .allMatch(line -> line.contains("outcome=first status=200"))
        .anyMatch(line -> line.endsWith("uri=" + asked.get(1)));
    assertThat(stet("log", asked.get(1)).out()).contains("1 version seen in 1 check");
    assertThat(stet("log", asked.get(2)).code()).isEqualTo(ExitCode.FAILED);
    // Nothing is said of the page that was on its way: it is due as it was.
    assertThat(stet("fetch", "--dry-run").out()).contains(asked.get(2));
    assertThat(stet("verify", "--rebuild").code()).isZero();
  }
}
