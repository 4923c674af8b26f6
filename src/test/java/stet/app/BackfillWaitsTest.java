package stet.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.cli.Cli;
import stet.cli.console.ExitCode;
import stet.fetch.FetchOptions;
import stet.memento.ArchiveSite;
import stet.memento.Backfill;
import stet.memento.LoopbackArchive;
import stet.memento.LoopbackArchive.Answer;
import stet.track.Accepted;
import stet.track.CollectionWriter;

/** An archive that hangs, wants to be left alone, or is slow: who waits is told what for. */
class BackfillWaitsTest {
  private static final String PAGE = "https://portaldercourier.example/crane";
  private static final String FIRST = "/raw/20260301100000id_/" + PAGE;
  private static final String SECOND = "/raw/20260302100000id_/" + PAGE;

  @TempDir Path dir;
  private Path home;
  private LoopbackArchive archive;
  private final List<String> told = new CopyOnWriteArrayList<>();

  private final BackfillListener listener =
      new BackfillListener() {
        @Override
        public void asking(String url) {
          told.add("asking");
        }

        @Override
        public void step(String url, int done, int of) {
          told.add(done + " of " + of);
        }

        @Override
        public void waiting(Duration wait, String why) {
          if (!why.isEmpty()) {
            told.add("waiting: " + why);
          }
        }

        @Override
        public void unanswered(Duration since) {
          told.add("unanswered");
        }

        @Override
        public void accepted(Accepted accepted) {}
      };

  @BeforeEach
  void fill() throws IOException {
    home = dir.resolve("home");
    assertThat(Cli.run("init", "--home", home).code()).isZero();
    archive = new LoopbackArchive();
    String first = "Sun, 01 Mar 2026 10:00:00 GMT";
    String second = "Mon, 02 Mar 2026 10:00:00 GMT";
    archive.put(
        "/map",
        Answer.text(
            200,
            "<%s>; rel=\"original\",\n<x>; rel=\"memento\"; datetime=\"%s\",\n<y>; rel=\"memento\"; datetime=\"%s\""
                .formatted(PAGE, first, second)));
    archive.put(FIRST, Answer.memento(PAGE, first, page("forty")));
    archive.put(SECOND, Answer.memento(PAGE, second, page("fifty")));
  }

  @AfterEach
  void stop() {
    archive.close();
  }

  private static byte[] page(String years) {
    String text = "<p>It was the first time in " + years + " years, the fictional port said.</p>";
    return ("<title>Crane stands still</title><article><h1>Crane stands still</h1>"
            + text.repeat(4)
            + "</article>")
        .getBytes(UTF_8);
  }

  private Backfill.Outcome run() throws IOException {
    FetchOptions.Limits limits =
        new FetchOptions.Limits(
            64 << 10,
            1 << 20,
            1 << 20,
            5,
            Duration.ofSeconds(1),
            Duration.ofMillis(400),
            Duration.ofSeconds(5),
            1,
            Duration.ofSeconds(5),
            8);
    FetchOptions.Politeness quick =
        new FetchOptions.Politeness(
            Duration.ZERO,
            Duration.ZERO,
            1_000,
            Duration.ofMillis(20),
            Duration.ofMillis(20),
            Duration.ofHours(24),
            Duration.ofSeconds(1));
    ArchiveSite site =
        ArchiveSite.of(
            "fictional",
            Map.of(
                "timemap",
                archive.base() + "/map",
                "raw",
                archive.base() + "/raw/{time}id_/{url}",
                "private",
                "yes"));
    FetchOptions options =
        FetchOptions.STANDARD
            .withLimits(limits)
            .withPoliteness(quick)
            .withAllowedPrivateHosts(Set.of());
    Clock clock = Clock.systemUTC();
    try (CollectionWriter writer = new CollectionHome(home).openForWriting(clock);
        BackfillRun run =
            new BackfillRun(writer, site, options, clock, listener, Duration.ofMillis(60))) {
      return run.page(PAGE, null, null);
    }
  }

  @Test
  void oneThatHangsIsGivenUpAndWhatIsLeftIsSaid() throws IOException {
    archive.gate(
        path -> {
          if (path.equals("/map")) {
            Thread.sleep(60_000);
          }
        });
    Backfill.Outcome outcome = run();
    assertThat(outcome.stopped()).isNotEmpty();
    assertThat(outcome.listed()).isZero();
    assertThat(told).startsWith("asking").contains("unanswered");
    assertThat(told).anyMatch(t -> t.startsWith("waiting: no answer: "));
  }

  @Test
  void aCaptureThatHangsIsAGapAndTheOthersAreTaken() throws IOException {
    archive.gate(
        path -> {
          if (path.equals(FIRST)) {
            Thread.sleep(60_000);
          }
        });
    Backfill.Outcome outcome = run();
    assertThat(outcome.stopped()).isEmpty();
    assertThat(outcome.gaps()).singleElement().asString().startsWith("2026-03-01T10:00:00Z: ");
    assertThat(outcome.fetched()).isEqualTo(1);
    assertThat(outcome.left()).isZero();
    assertThat(told).contains("0 of 2", "unanswered", "1 of 2", "2 of 2");
  }

  @Test
  void oneThatWantsToBeLeftAloneForAWhileIsWaitedFor() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Answer real = Answer.memento(PAGE, "Mon, 02 Mar 2026 10:00:00 GMT", page("fifty"));
    archive.put(SECOND, new Answer(503, Map.of("Retry-After", "1"), new byte[0]));
    archive.gate(
        path -> {
          if (path.equals(SECOND) && asked.incrementAndGet() == 2) {
            archive.put(SECOND, real);
          }
        });
    Backfill.Outcome outcome = run();
    assertThat(outcome.stopped()).isEmpty();
    assertThat(outcome.fetched()).isEqualTo(2);
    assertThat(told).contains("waiting: it answers with status 503");
  }

  @Test
  void oneThatWantsToBeLeftAloneForLongEndsTheRun() throws IOException {
    archive.put(SECOND, new Answer(503, Map.of("Retry-After", "3600"), new byte[0]));
    Backfill.Outcome outcome = run();
    assertThat(outcome.stopped())
        .startsWith("the archive asks to be left alone (it answers with status 503) until 20");
    assertThat(outcome.fetched()).isEqualTo(1);
    assertThat(outcome.left()).isEqualTo(1);
  }

  @Test
  void theCommandSaysWhatIsLeftAndHowToGoOn() throws IOException {
    Files.writeString(
        home.resolve("stet.toml"),
        "fetch.min-delay = 0\n[archive.fictional]\ntimemap = \""
            + archive.base()
            + "/map\"\nraw = \""
            + archive.base()
            + "/raw/{time}id_/{url}\"\nprivate = \"yes\"\n");
    Answer real = archive(SECOND, new Answer(503, Map.of("Retry-After", "3600"), new byte[0]));
    Cli.Result cut = command();
    assertThat(cut.code()).isEqualTo(ExitCode.PARTLY);
    assertThat(cut.out()).contains("2 captures listed, 1 fetched");
    assertThat(cut.err())
        .contains("asking fictional what it has of '" + PAGE + "'")
        .contains("stopped at '" + PAGE + "': the archive asks to be left alone")
        .contains("; 1 of 2 captures are left; the same command goes on later");
    archive.put(SECOND, real);
    Cli.Result rest = command();
    assertThat(rest.code()).isZero();
    assertThat(rest.out()).contains("1 fetched", "1 here already");
  }

  private Answer archive(String path, Answer instead) {
    archive.put(path, instead);
    return Answer.memento(PAGE, "Mon, 02 Mar 2026 10:00:00 GMT", page("fifty"));
  }

  private Cli.Result command() {
    return Cli.run(Clock.systemUTC(), "backfill", PAGE, "--from", "fictional", "--home", home);
  }

  @Test
  void oneThatIsSlowIsWaitedForAndItIsSaid() throws IOException {
    archive.gate(path -> Thread.sleep(path.startsWith("/raw") ? 250 : 0));
    Backfill.Outcome outcome = run();
    assertThat(outcome.gaps()).isEmpty();
    assertThat(outcome.stopped()).isEmpty();
    assertThat(outcome.fetched()).isEqualTo(2);
    assertThat(told).contains("unanswered", "2 of 2");
  }
}
