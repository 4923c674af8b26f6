package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.HandClock;
import stet.fetch.Newsroom;
import stet.json.StetSchema;
import stet.postgres.PostgresAddress;
import stet.postgres.PostgresServer;
import stet.watch.queue.Worker;
import stet.watch.store.WatchStore;

/** Two workers over one queue, an indexer that follows them, and all by commands. */
class WorkersTest {
  private static final String FIRST = "It was the first time in forty years.";
  private static final String SECOND = "It was the second time in forty years.";

  @TempDir Path dir;
  private final HandClock clock = new HandClock(Instant.parse("2026-04-02T09:00:00Z"));
  private Newsroom newsroom;
  private String url;
  private String queue;
  private Path a;
  private Path b;
  private Path indexer;

  @BeforeEach
  void make() throws Exception {
    queue = PostgresServer.newDatabase();
    newsroom = new Newsroom();
    url = newsroom.url("/bridge");
    newsroom.page("/bridge", LiveCommandsTest.story(FIRST));
    a = home("a");
    b = home("b");
    indexer = home("indexer");
  }

  @AfterEach
  void stop() throws Exception {
    if (newsroom != null) {
      newsroom.close();
    }
  }

  private Path home(String name) throws Exception {
    Path home = Files.createDirectories(dir.resolve(name));
    settings(home, queue);
    assertThat(run(home, "init").code()).isZero();
    return home;
  }

  private void settings(Path home, String store) throws Exception {
    Files.writeString(
        home.resolve("stet.toml"),
        "[watch]\nstore = \""
            + store
            + "\"\n[fetch]\nprivate-hosts = \""
            + newsroom.authority()
            + "\"\nmin-delay = 0\n");
  }

  private Cli.Result run(Path home, String... args) {
    return Cli.in(home, clock, args);
  }

  private WatchStore store() {
    return WatchStore.open(
        dir.resolve("watch.db"), Optional.of(PostgresAddress.of(queue, Optional::empty)));
  }

  private String fetched(Path home) {
    try (WatchStore store = store()) {
      store.hurry(url, Instant.now().minusSeconds(60));
    }
    Cli.Result result = run(home, "fetch");
    assertThat(result.code()).as(result.err()).isZero();
    return result.out();
  }

  @Test
  void aHostThatMovesIsNeitherNewNorEdited() throws Exception {
    assertThat(run(indexer, "track", url).code()).isZero();
    assertThat(fetched(a)).contains("outcome=first");
    assertThat(fetched(b)).contains("outcome=unchanged");
    newsroom.page("/bridge", LiveCommandsTest.story(SECOND));
    assertThat(fetched(b)).contains("outcome=changed");
    assertThat(fetched(a)).as("seen by the other one already").contains("outcome=unchanged");
    newsroom.page("/bridge", LiveCommandsTest.story(FIRST));
    assertThat(fetched(a)).as("as this one had seen it before").contains("outcome=changed");
    Cli.Result follow =
        run(indexer, "import", "--follow", "--for", "1s", a.toString(), b.toString());
    assertThat(follow.code()).as(follow.err()).isZero();
    assertThat(follow.err()).contains("5 captures added");
    String log = run(indexer, "log", url, "--json").out();
    assertThat(log).contains("\"versions\" : 3").contains("\"checks\" : 5");
    assertThat(run(indexer, "import", "--follow", "--for", "1s", a.toString()).err())
        .contains("0 captures added");
    Files.delete(indexer.resolve("followed.txt"));
    assertThat(run(indexer, "import", "--follow", "--for", "1s", a.toString()).err())
        .contains("0 captures added, 3 already here");
  }

  @Test
  void commandsWorkOnTheQueueWhereverTheyAre() throws Exception {
    assertThat(run(a, "track", url).err() + run(a, "track", url).out()).contains("already");
    assertThat(run(b, "status").out()).startsWith("1 article tracked, 1 due");
    assertThat(fetched(a)).contains("outcome=first");
    Cli.Result status = run(indexer, "status", "--json");
    assertThat(StetSchema.problems("status", status.out())).isEmpty();
    assertThat(status.out()).contains("\"state\":\"ended\"").contains(":" + a.toRealPath());
    assertThat(run(indexer, "status").out()).contains("workers:").contains("ended  0 hosts");
    assertThat(run(b, "check", url).out()).contains("nothing changed");
    assertThat(run(indexer, "status").out()).doesNotContain("(a command)");
    assertThat(run(b, "untrack", url).code()).isZero();
    assertThat(run(a, "status").out()).startsWith("0 articles tracked");
    assertThat(Files.readString(a.resolve(Worker.FILE)))
        .isNotEqualTo(Files.readString(b.resolve(Worker.FILE)));
  }

  @Test
  void aQueueThatIsAwayIsToldInOneLineWithoutItsPassword() throws Exception {
    Files.writeString(a.resolve("password"), "s3cr3t-of-the-queue\n");
    settings(a, "postgresql://stet@localhost:1/news");
    Files.writeString(
        a.resolve("stet.toml"),
        Files.readString(a.resolve("stet.toml"))
            .replace("[fetch]", "store-password-file = \"password\"\n[fetch]"));
    for (String command : new String[] {"status", "fetch", "watch"}) {
      Cli.Result result = run(a, command);
      assertThat(result.code()).isNotZero();
      assertThat(result.err())
          .startsWith(
              "stet: the database cannot be used: the database 'postgresql://stet@localhost:1/news'")
          .contains("cannot be reached")
          .doesNotContain("s3cr3t")
          .hasLineCount(1);
    }
    assertThat(run(a, "config").out()).doesNotContain("s3cr3t");
    Files.delete(a.resolve("password"));
    assertThat(run(a, "status").err()).contains("watch.store-password-file").hasLineCount(1);
    Cli.Result wrong = run(b, "config", "watch.store", "postgresql://stet:s3cr3t@localhost/news");
    assertThat(wrong.code()).isNotZero();
    assertThat(wrong.err()).contains("watch.store-password-file").doesNotContain("s3cr3t");
    settings(b, "postgresql://stet:s3cr3t@localhost/news");
    assertThat(run(b, "log", url).err()).contains("must have no password").doesNotContain("s3cr3t");
  }

  @Test
  void whatFollowsNothingSaysSo() {
    assertThat(run(indexer, "import", "--for", "1s", a.toString()).err()).contains("--follow");
    assertThat(run(indexer, "import", "--follow", "--host", "x.example", a.toString()).err())
        .contains("--follow takes all there is");
    assertThat(run(indexer, "import", "--follow", indexer.toString()).err())
        .contains("is the collection's own");
  }
}
