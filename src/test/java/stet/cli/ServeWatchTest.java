package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.OwnProcess;
import stet.app.CollectionHome;
import stet.app.WatchSession;
import stet.cli.console.ExitCode;
import stet.fetch.Newsroom;
import stet.watch.FetchLine;
import stet.watch.WatchLog;

/** A server in a process of its own, with a watch beside it or a browser before it. */
class ServeWatchTest {
  @TempDir Path dir;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> lines = new ArrayList<>();
  private Newsroom newsroom;
  private Path home;
  private Process process;
  private BufferedReader out;
  private URI at;

  @BeforeEach
  void make() throws IOException {
    home = dir.resolve("home");
    newsroom = new Newsroom();
    new CollectionHome(home).make();
    Files.writeString(
        home.resolve("stet.toml"),
        "[fetch]\nprivate-hosts = \"" + newsroom.authority() + "\"\nmin-delay = 0\n");
  }

  @AfterEach
  void stop() throws IOException {
    newsroom.close();
    if (process != null) {
      process.destroyForcibly();
    }
  }

  private void serve(String path, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("serve", "--home", home.toString(), "--port", "0"));
    command.addAll(List.of(options));
    ProcessBuilder builder =
        OwnProcess.stet(command.toArray(String[]::new)).redirectError(dir.resolve("err").toFile());
    builder.environment().put("PATH", path);
    process = builder.start();
    out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    at = URI.create(out.readLine().strip());
  }

  private String get(String path) throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(at.resolve(path)).build(), BodyHandlers.ofString())
        .body();
  }

  private String send(String path, String json) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(at.resolve("api/v1/" + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build(),
            BodyHandlers.ofString())
        .body();
  }

  private String err() throws IOException {
    return Files.readString(dir.resolve("err"));
  }

  private String line() throws IOException {
    lines.add(out.readLine());
    return lines.get(lines.size() - 1);
  }

  @Test
  void aPageThatChangesIsSeenWhilePagesAreServed() throws Exception {
    String url = newsroom.url("/bridge");
    newsroom.page("/bridge", LiveCommandsTest.story("The bridge is shut until Monday."));
    Cli.in(home, Clock.systemUTC(), "track", url);
    serve(System.getenv("PATH"), "--watch");
    assertThat(line()).contains("outcome=first").endsWith("uri=" + url);
    newsroom.page("/bridge", LiveCommandsTest.story("The bridge is shut until Friday."));
    String asked = "{\"urls\":[\"" + url + "\"]}";
    assertThat(send("check", asked)).contains("\"handed-over\"");
    assertThat(line()).contains("outcome=changed").endsWith("uri=" + url);
    assertThat(get("edits.json")).contains("Friday");

    Cli.Result second = Cli.in(home, Clock.systemUTC(), "watch", "--for", "5s");
    assertThat(second.code()).isEqualTo(ExitCode.LOCKED);
    assertThat(second.err().lines()).hasSize(1).first().asString().contains("one is enough");

    process.destroy();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(128 + 15);
    assertThat(err()).contains("stopped after 2 checks, 1 with another text");
    assertThat(Cli.in(home, Clock.systemUTC(), "verify", "--rebuild").code()).isZero();
  }

  @Test
  void whereAnotherWatchesItIsSaidAndServedOn() throws Exception {
    WatchLog nobody =
        new WatchLog() {
          @Override
          public void fetched(FetchLine line) {}

          @Override
          public void note(String line) {}
        };
    try (WatchSession other =
        WatchSession.open(new CollectionHome(home), Clock.systemUTC(), nobody, false)) {
      assertThat(other).isNotNull();
      serve(System.getenv("PATH"), "--watch", "--for", "4s");
      assertThat(get("methods.html")).contains("<h1>");
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(process.exitValue()).isEqualTo(ExitCode.PARTLY);
    assertThat(err().lines())
        .containsExactly(
            "stet: nothing is watched: another 'stet fetch' or 'stet watch' works on this"
                + " collection; one is enough");
  }

  @Test
  void itEndsByItselfWithItsWatch() throws Exception {
    serve(System.getenv("PATH"), "--watch", "--for", "1s");
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(err()).contains("stopped after 0 checks");
    assertThat(Cli.in(home, Clock.systemUTC(), "watch", "--for", "1s").code()).isZero();
  }

  @Test
  void theBrowserIsGivenTheAddressAndNothingElse() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    Path tools = Files.createDirectory(dir.resolve("tools"));
    Path seen = dir.resolve("seen");
    Path tool = tools.resolve("xdg-open");
    Files.writeString(
        tool,
        "#!/bin/sh\necho noise\necho \"$# $1\" > '"
            + seen
            + ".new'\nmv '"
            + seen
            + ".new' '"
            + seen
            + "'\n");
    assertThat(tool.toFile().setExecutable(true)).isTrue();
    serve(tools + ":" + System.getenv("PATH"), "--open", "--listen", "localhost");
    while (!Files.exists(seen) && process.isAlive()) {
      Thread.sleep(20);
    }
    assertThat(Files.readString(seen).strip()).isEqualTo("1 " + at);
    process.toHandle().destroy();
    assertThat(out.readLine()).isNull();
    assertThat(err()).isEmpty();
  }

  @Test
  void withoutABrowserItIsServedAllTheSame() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    serve(dir.toString(), "--open", "--for", "3s");
    assertThat(get("methods.html")).contains("<h1>");
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(err().lines())
        .containsExactly("stet: no browser was opened: 'xdg-open' cannot be started");
  }
}
