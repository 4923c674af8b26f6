package stet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.HandClock;
import stet.cli.console.ExitCode;
import stet.fetch.Newsroom;
import stet.json.StetSchema;
import stet.watch.store.WatchStore;

/** Checks that somebody asks for on the command line. */
class CheckTest {
  @TempDir Path home;
  private final HandClock clock = new HandClock(Instant.parse("2026-04-02T09:00:00Z"));
  private Newsroom newsroom;
  private String url;

  @BeforeEach
  void make() throws IOException {
    newsroom = new Newsroom();
    url = newsroom.url("/bridge");
    newsroom.page("/bridge", LiveCommandsTest.story("It was the first time in forty years."));
    settings(0);
    assertThat(run("init").code()).isZero();
  }

  @AfterEach
  void stop() throws IOException {
    newsroom.close();
  }

  private void settings(int delay) throws IOException {
    Files.writeString(
        home.resolve("stet.toml"),
        "[fetch]\nprivate-hosts = \"" + newsroom.authority() + "\"\nmin-delay = " + delay + "\n");
  }

  private Cli.Result run(String... args) {
    return Cli.in(home, clock, args);
  }

  private void later(Duration time) {
    clock.pass(time);
  }

  private long asked(String path) {
    return newsroom.asked().stream().filter(l -> l.contains(path)).count();
  }

  @Test
  void whatIsTrackedIsCheckedAndItsChangeShown() {
    run("track", url);
    Cli.Result first = run("check", url);
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out())
        .startsWith(url + ": an article was found there, for the first time; next check 2026-04-");
    later(Duration.ofMinutes(1));
    Cli.Result same = run("check", "bridge");
    assertThat(same.code()).isZero();
    assertThat(same.out()).startsWith(url + ": nothing changed");
    newsroom.page("/bridge", LiveCommandsTest.story("It was the first time in fifty years."));
    later(Duration.ofMinutes(1));
    Cli.Result changed = run("check", url);
    assertThat(changed.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(changed.out())
        .startsWith(url + ": the text changed; next check ")
        .contains("version 1 (last seen 2026-04-02 09:01:00) → version 2")
        .contains("[-forty-]{+fifty+}");
  }

  @Test
  void whatIsNotTrackedIsLookedAtOnceAndKept() {
    Cli.Result once = run("check", url);
    assertThat(once.code()).as(once.err()).isZero();
    assertThat(once.out())
        .isEqualTo(
            url
                + ": an article was found there, for the first time; it is not tracked, '--track'"
                + " would\n");
    assertThat(run("log").out()).contains("1 version", url);
    assertThat(run("status").out()).contains("0 articles tracked");
    later(Duration.ofMinutes(1));
    assertThat(run("check", "--track", url).out()).contains("nothing changed").contains("next");
    assertThat(run("status").out()).contains("1 article tracked, 0 due");
  }

  @Test
  void theSameForPrograms() {
    run("check", url);
    later(Duration.ofMinutes(1));
    newsroom.page("/bridge", LiveCommandsTest.story("It was the first time in fifty years."));
    Cli.Result json = run("check", url, "--json");
    assertThat(json.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(json.out().lines()).hasSize(2);
    String[] lines = json.out().split("\n");
    assertThat(StetSchema.problems("checked", lines[0])).isEmpty();
    assertThat(lines[0]).contains("\"outcome\":\"kept\",\"check\":\"changed\"");
    assertThat(StetSchema.problems("comparison", lines[1])).isEmpty();
  }

  @Test
  void delaysHoldAndItSaysSo() throws IOException {
    settings(3600);
    run("check", url);
    later(Duration.ofMinutes(1));
    Cli.Result waiting = run("check", url);
    assertThat(waiting.code()).isEqualTo(ExitCode.PARTLY);
    assertThat(waiting.out())
        .contains(": not checked: its host must not be asked before 2026-04-02T10:");
    assertThat(asked("/bridge")).isEqualTo(1);
  }

  @Test
  void robotsHold() {
    newsroom.page("/robots.txt", "", "User-agent: *\nDisallow: /bridge".getBytes(UTF_8));
    Cli.Result disallowed = run("check", url);
    assertThat(disallowed.code()).isEqualTo(ExitCode.PARTLY);
    assertThat(disallowed.out()).contains("robots.txt asks not to fetch it");
    assertThat(asked("/bridge")).isZero();
  }

  @Test
  void aRefusalNamesTheSettingThatWouldAllowIt() throws IOException {
    Files.writeString(home.resolve("stet.toml"), "");
    Cli.Result refused = run("check", url);
    assertThat(refused.code()).isEqualTo(ExitCode.PARTLY);
    assertThat(refused.out())
        .contains("no answer came", "loopback", "'fetch.private-hosts' in stet.toml can allow it");
    assertThat(newsroom.connections()).isZero();
  }

  /** What failed is mended: nobody waits for hours because of it, but the host's own wish holds. */
  @Test
  void failuresAreForgivenAndWishesAreNot() {
    newsroom.on("/bridge", Newsroom.answer("503 Service Unavailable", "", new byte[0]));
    run("track", url);
    for (int i = 0; i < 3; i++) {
      assertThat(run("check", url).out()).contains("the server failed");
      later(Duration.ofSeconds(1));
    }
    assertThat(asked("/bridge")).isEqualTo(3);
    newsroom.on(
        "/bridge",
        Newsroom.answer("503 Service Unavailable", "Retry-After: 7200\r\n", new byte[0]));
    run("check", url);
    newsroom.page("/bridge", LiveCommandsTest.story("It was the first time in forty years."));
    later(Duration.ofMinutes(60));
    Cli.Result wished = run("check", url);
    assertThat(wished.code()).isEqualTo(ExitCode.PARTLY);
    assertThat(wished.out()).contains("its host must not be asked before 2026-04-02T11:00:0");
    later(Duration.ofMinutes(61));
    assertThat(run("check", url).out()).contains("an article was found there");
  }

  @Test
  void aListThatWasMendedIsReadAtOnce() {
    String feed = newsroom.url("/rss.xml");
    newsroom.on("/rss.xml", Newsroom.answer("500 Broken", "", new byte[0]));
    run("feed", "add", feed);
    assertThat(run("fetch").out()).contains("outcome=server-error");
    assertThat(run("fetch").out()).isEmpty();
    newsroom.page(
        "/rss.xml",
        "Content-Type: application/rss+xml\r\n",
        ("<rss version=\"2.0\"><channel><title>x</title><item><link>"
                + url
                + "</link></item>"
                + "</channel></rss>")
            .getBytes(UTF_8));
    later(Duration.ofSeconds(2));
    Cli.Result read = run("check", feed);
    assertThat(read.code()).as(read.out()).isZero();
    assertThat(read.out()).startsWith(feed + ": the list was read, 1 article; next check ");
    assertThat(run("status").out()).contains("1 article tracked");
  }

  /** The one that runs does it, and the command waits for what comes of it. */
  @Test
  void aWatchThatRunsDoesIt() throws Exception {
    run("track", url);
    CompletableFuture<Cli.Result> check;
    try (FileChannel lock =
        FileChannel.open(
            home.resolve("watch.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(lock.tryLock()).isNotNull();
      Cli.Result late = run("check", url, "--wait", "1s");
      assertThat(late.code()).isEqualTo(ExitCode.PARTLY);
      assertThat(late.err()).contains("a watch runs, which checks it; waiting for that for up to");
      assertThat(late.out()).contains("not checked yet: it is due at once", "'stet status'");
      assertThat(newsroom.connections()).isZero();
      check = CompletableFuture.supplyAsync(() -> run("check", url, "--wait", "60s"));
      // It has the time to find the watch at work.
      Thread.sleep(1_500);
      assertThat(check).isNotDone();
    }
    assertThat(run("fetch").code()).isZero();
    assertThat(check.get().out()).startsWith(url + ": an article was found there");
    assertThat(check.get().code()).isZero();
    assertThat(asked("/bridge")).isEqualTo(1);
  }

  @Test
  void aWatchForgivesWhatACheckSays() {
    newsroom.on("/bridge", Newsroom.answer("503 Service Unavailable", "", new byte[0]));
    run("track", url);
    run("fetch");
    try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      store.hosts().forgive(newsroom.authority());
      store.hosts().forgive("courier.example");
      assertThat(store.hosts().forgiven()).containsExactly(newsroom.authority());
      assertThat(store.hosts().forgiven()).isEmpty();
      store.hosts().forgive(newsroom.authority());
      store.hurry(url, clock.instant());
    }
    newsroom.page("/bridge", LiveCommandsTest.story("It was the first time in forty years."));
    later(Duration.ofSeconds(2));
    assertThat(run("fetch").out()).contains("outcome=first");
  }

  @Test
  void whatIsTrackedAlreadySaysWhereItStands() {
    run("track", url);
    assertThat(run("track", url).out())
        .contains(url + ": not checked yet; next check 2026-04-02T09:00:00Z, or now with 'stet");
    run("fetch");
    assertThat(run("track", url).out())
        .contains("0 articles tracked, 1 tracked already")
        .contains(url + ": last checked 2026-04-02T09:00:00Z, an article was found there")
        .contains("or now with 'stet check " + url + "'");
  }

  @Test
  void whatIsWrongIsSaidInOneLine() {
    assertThat(run("check", "http://[::1").code()).isEqualTo(ExitCode.USAGE);
    assertThat(run("check", "nothing").err())
        .isEqualTo("stet: no article matches 'nothing'; 'stet log' lists them\n");
    assertThat(run("check", url, "--wait", "soon").err()).contains("--wait 'soon' is not a length");
    assertThat(run("check").code()).isEqualTo(ExitCode.USAGE);
    assertThat(newsroom.connections()).isZero();
  }
}
