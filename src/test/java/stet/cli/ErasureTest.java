package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.OwnProcess;
import stet.cli.console.ExitCode;
import stet.watch.store.AlertFinding;
import stet.watch.store.AlertMessage;
import stet.watch.store.WatchStore;
import stet.withhold.WithheldFile;

/** What is erased is nowhere, and nothing else is gone. */
class ErasureTest {
  private static final int KILLS = Integer.getInteger("stet.erase.kills", 4);

  @TempDir Path dir;
  private WithheldStories stories;

  @BeforeEach
  void importStories() throws IOException {
    stories = WithheldStories.in(dir);
  }

  private void eraseAll() {
    stories.done("withhold", "--erase", "--number", "1", "--yes");
    stories.done("withhold", "--erase", "--number", "2", "--yes");
    stories.done("withhold", "--erase", "--number", "3", "--yes");
  }

  @Test
  void nothingOfItIsLeftInTheFolder() throws IOException {
    stories.done("report");
    assertThat(stories.hits(stories.home().resolve("reports"))).isNotEmpty();
    stories.withholdAll();
    tell();
    assertThat(stories.hits(stories.home().resolve("watch.db"))).isNotEmpty();
    assertThat(stories.hits(stories.home().resolve("snapshots"))).hasSizeGreaterThan(2);
    eraseAll();
    stories.done("report");
    assertThat(stories.hits(stories.home())).isEmpty();
    try (WatchStore store = WatchStore.open(stories.home().resolve(WatchStore.FILE))) {
      assertThat(store.alerts().findings().of("other")).isEmpty();
      assertThat(store.alerts().messages().find("1".repeat(32))).isEmpty();
      assertThat(store.alerts().messages().find("3".repeat(32))).isPresent();
    }
    assertThat(stories.run("notes").out()).contains("was it [withheld: court order");
    Cli.Result verified = stories.run("verify", "--rebuild");
    assertThat(verified.code()).as(verified.out()).isZero();
    assertThat(verified.err()).contains("2 captures, erased", "1 capture, erased");
    assertThat(stories.run("verify", "--digests").code()).isZero();
  }

  /** Alerts that were found, and sent, before anybody asked that they be gone. */
  private void tell() {
    String line =
        stories
            .run("log")
            .out()
            .lines()
            .filter(l -> l.contains("0 versions"))
            .findFirst()
            .orElseThrow();
    String key = line.substring(0, line.indexOf(' '));
    Instant now = WithheldStories.CLOCK.instant();
    try (WatchStore store = WatchStore.open(stories.home().resolve(WatchStore.FILE))) {
      String passage = "{\"old\":\"" + WithheldStories.PASSAGE.replace(" ", "\\u0020") + "\"}";
      String article = "{\"text\":\"" + WithheldStories.ARTICLE + "\"}";
      store.write(
          () -> {
            long found =
                store
                    .alerts()
                    .findings()
                    .add(
                        new AlertFinding(
                            0, "r", "a", "edit x", "other", "", now, "stands", "", passage))
                    .orElseThrow();
            store.alerts().messages().add(message("1", "", "{}", now), List.of(found));
            store.alerts().messages().add(message("2", key, article, now), List.of());
            store.alerts().messages().add(message("3", "kept", "{}", now), List.of());
            return true;
          });
    }
  }

  private static AlertMessage message(String id, String thread, String body, Instant now) {
    return new AlertMessage(
        id.repeat(32), "r", "desk", "now", thread, body, now, AlertMessage.Tried.not(now));
  }

  @Test
  void theOtherStoriesAreAsTheyWere() throws IOException {
    String before = stories.run("log", "story-4", "--json").out();
    String third = stories.run("show", "story-1@3").out();
    stories.withholdAll();
    assertThat(stories.run("log", "story-4", "--json").out()).isEqualTo(before);
    eraseAll();
    assertThat(stories.run("log", "story-4", "--json").out()).isEqualTo(before);
    assertThat(stories.run("show", "story-1").out())
        .isEqualTo(third.replace("version    3 of 3", "version    1 of 1"));
  }

  @Test
  void whatWasErasedDoesNotComeBack() throws IOException {
    stories.withholdAll();
    eraseAll();
    Cli.Result again =
        Cli.run(WithheldStories.CLOCK, "import", "--home", stories.home(), dir.resolve("set"));
    assertThat(again.err()).contains("was erased here (court order, since 2026-04-02)");
    // Other bytes that say the same.
    Path folder = Files.createDirectories(dir.resolve("more/courier/story-1"));
    String page =
        Files.readString(dir.resolve("set/courier/story-1/002__2026-04-01T02-00-00Z.html"));
    Files.writeString(folder.resolve("009__2026-04-01T09-00-00Z.html"), page + "<!-- 9 -->");
    assertThat(
            Cli.run(WithheldStories.CLOCK, "import", "--home", stories.home(), dir.resolve("more"))
                .err())
        .contains("was erased here");
    assertThat(stories.hits(stories.home())).isEmpty();
    stories.done("rebuild");
    assertThat(stories.hits(stories.home())).isEmpty();
    assertThat(stories.run("withhold", "--lift", "1").err()).contains("cannot be lifted");
  }

  @Test
  void theArchiveAloneKnowsWhatWasErased() throws IOException {
    stories.withholdAll();
    eraseAll();
    Files.delete(stories.home().resolve(WithheldFile.NAME));
    assertThat(stories.run("log").err()).contains("run 'stet rebuild'");
    stories.done("rebuild");
    assertThat(stories.run("log", "story-2").out()).contains("withheld: privacy, since 2026-04-02");
    assertThat(stories.run("verify", "--rebuild").code()).isZero();
  }

  @Test
  void liftedItIsAsItWas() throws IOException {
    List<String> before = new ArrayList<>();
    for (int story = 1; story <= 4; story++) {
      before.add(stories.run("log", "story-" + story, "--json").out());
    }
    stories.withholdAll();
    stories.done("rebuild");
    assertThat(stories.hits(stories.run("log", "story-1", "--json").out())).isEmpty();
    for (String number : List.of("1", "2", "3")) {
      stories.done("withhold", "--lift", number);
    }
    for (int story = 1; story <= 4; story++) {
      assertThat(stories.run("log", "story-" + story, "--json").out())
          .isEqualTo(before.get(story - 1));
    }
    assertThat(stories.run("verify", "--rebuild").code()).isZero();
  }

  @Test
  void nothingIsErasedUnasked() throws IOException {
    Cli.Result asked = stories.run("withhold", "--erase", "story-3", "--reason", "privacy");
    assertThat(asked.code()).isEqualTo(ExitCode.FAILED);
    assertThat(asked.err()).contains("type 'yes'", "nothing was erased");
    assertThat(stories.hits(stories.run("show", "story-3").out())).isNotEmpty();
    assertThat(stories.run("withhold", "story-3").err()).contains("for which reason?");
    assertThat(stories.run("withhold", "story-3", "--reason", "cort-order").err())
        .contains("no reason 'cort-order'", "court-order");
    assertThat(stories.run("withhold", "story-1", "never said", "--reason", "privacy").err())
        .contains("has these words in a row");
    assertThat(stories.run("withhold", "--lift", "7").err())
        .contains("no takedown has the number 7");
  }

  /** Killed at any moment it loses nothing else, and run again it ends as if nothing had been. */
  @Test
  void killedOnTheWayItIsGoneOnWith() throws Exception {
    String before = stories.run("log", "story-4", "--json").out();
    stories.withholdAll();
    Random random = new Random(20260402);
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = erase();
      process.waitFor(300 + random.nextInt(1500), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      // Whatever was reached: what is shown shows nothing, and the archive is whole.
      assertThat(stories.hits(stories.run("log", "story-1", "--json").out())).isEmpty();
      stories.done("rebuild");
      assertThat(stories.run("verify", "--digests").code()).isZero();
      assertThat(stories.run("log", "story-4", "--json").out()).isEqualTo(before);
    }
    Process last = erase();
    assertThat(last.waitFor(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(last.exitValue()).isZero();
    assertThat(stories.hits(stories.home()).toString()).doesNotContain(WithheldStories.PASSAGE);
    assertThat(stories.run("verify", "--rebuild").code()).isZero();
    assertThat(stories.run("verify").err()).contains("erased").doesNotContain("run 'stet withhold");
    assertThat(stories.home().resolve("snapshots").toFile().list())
        .noneMatch(name -> name.endsWith(".erasing"));
  }

  private Process erase() throws IOException {
    return OwnProcess.stet(
            "withhold", "--home", stories.home().toString(), "--erase", "--number", "1", "--yes")
        .redirectErrorStream(true)
        .redirectOutput(dir.resolve("told").toFile())
        .start();
  }
}
