package stet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.fetch.HostThrottle;
import stet.fetch.Newsroom;
import stet.watch.FetchLine;
import stet.watch.WatchLog;

/** What is added beside a watch of the same process keeps to what that knows of hosts. */
class AddingBesideAWatchTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-02T09:00:00Z"), ZoneOffset.UTC);
  private static final WatchLog NOBODY =
      new WatchLog() {
        @Override
        public void fetched(FetchLine line) {}

        @Override
        public void note(String line) {}
      };

  @TempDir Path dir;
  private Newsroom newsroom;

  @BeforeEach
  void make() throws IOException {
    newsroom = new Newsroom();
    new CollectionHome(dir).make();
    Files.writeString(
        dir.resolve("stet.toml"),
        "[fetch]\nprivate-hosts = \"" + newsroom.authority() + "\"\nmin-delay = 3600\n");
  }

  @AfterEach
  void stop() throws IOException {
    newsroom.close();
  }

  @Test
  void aHostThatTheWatchJustAskedIsNotAsked() throws IOException {
    CollectionHome home = new CollectionHome(dir);
    try (ServedCollection collection = ServedCollection.open(home, CLOCK);
        WatchSession session = WatchSession.open(home, CLOCK, NOBODY, false)) {
      session
          .known()
          .throttle()
          .record(newsroom.authority(), HostThrottle.Result.ANSWERED, null, CLOCK.instant());
      collection.watchedBy(session);
      Adding adding = new Adding(collection, Tracking.Wish.IN_A_BROWSER);
      AddedAddress added = adding.add(List.of(newsroom.url("/bridge"))).get(0);
      assertThat(added.outcome()).isEqualTo(AddedAddress.Outcome.TRACKED_UNSEEN);
      assertThat(added.detail()).contains("must not be asked until 2026-04-02T10:00:00Z");
      assertThat(newsroom.connections()).isZero();
      collection.watchedBy(null);
      assertThat(collection.known(home.settings().fetching()).running()).isNull();
    }
  }
}
