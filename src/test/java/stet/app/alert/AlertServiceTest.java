package stet.app.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.app.CollectionHome;
import stet.app.ServedCollection;
import stet.app.alert.Receivers.Answer;

/** What tells people beside a watch that runs for long. */
class AlertServiceTest {
  private static final String URI = "https://paper.example/ferry";
  private static final String SETTINGS =
      """
      [channel.hook]
      type = "webhook"
      url-file = "hook"

      [[alert]]
      name = "all"
      to = "hook"
      """;

  @TempDir Path home;

  @Test
  void aSecretThatIsMendedIsReadWithoutAnotherStart() throws Exception {
    List<String> log = new ArrayList<>();
    try (Receivers receivers = new Receivers()) {
      receivers.answers("/wrong", Answer.of(401));
      Newsroom.secret(home, "hook", receivers.address("/wrong"));
      // Findings of the last days are news.
      Instant start = Instant.now().minus(Duration.ofHours(1));
      try (Newsroom newsroom = new Newsroom(home, start, SETTINGS, log);
          AlertService service =
              AlertService.of(
                  ServedCollection.open(new CollectionHome(home), Clock.systemUTC()),
                  "stet test",
                  log::add)) {
        newsroom.see(URI, page("12"));
        service.start();
        newsroom.clock.pass(Duration.ofHours(1).plusMinutes(1));
        newsroom.see(URI, page("13"));
        service.wake();
        await(() -> !receivers.got("/wrong").isEmpty());
        Files.writeString(home.resolve("hook"), receivers.address("/right") + "\n");
        await(
            () -> {
              service.wake();
              return !receivers.got("/right").isEmpty();
            });
        assertThat(receivers.got("/wrong")).hasSize(1);
      }
    }
  }

  private static void await(BooleanSupplier what) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!what.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.sleep(50);
    }
  }

  private static String page(String hurt) {
    return Newsroom.story(
        "Ferry runs aground",
        "2026-11-02T08:00:00Z",
        "A ferry ran aground off the fictional island of Sarn, and " + hurt + " people were hurt.",
        "The ship had left port an hour before, according to the company that runs it.",
        "An inquiry will question the crew this week, the port said.");
  }
}
