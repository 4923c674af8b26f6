package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.serve.http.Access;
import stet.watch.store.AlertMemoryTable.Failing;
import stet.watch.store.AlertMessage;
import stet.watch.store.AlertMessage.State;
import stet.watch.store.AlertMessage.Tried;
import stet.watch.store.WatchStore;

/** What people are told, in the browser. */
class AlertsPageTest {
  private static final Instant NOW = Instant.parse("2026-04-02T08:00:00Z");

  @TempDir Path home;

  @BeforeEach
  void fill() throws IOException {
    Served.fill(home);
    Files.writeString(
        home.resolve("stet.toml"),
        """
        [channel.hook]
        type = "webhook"
        url-file = "secret-hook"

        [[alert]]
        name = "silent numbers"
        label = "silent"
        kind = "number"
        quiet = "22:00-07:00"
        to = "hook"
        """);
    Files.writeString(home.resolve("secret-hook"), "https://hooks.example/very-secret");
    try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      Tried dead = new Tried(State.DEAD, NOW, 9, "status 500 <b>&\u202e", null, "");
      store
          .alerts()
          .messages()
          .add(
              new AlertMessage("m", "silent numbers", "hook", "alert", "", "{}", NOW, dead),
              List.of());
      store.alerts().memory().failed(new Failing("hook", 9, NOW, NOW, "status 500", ""));
    }
  }

  @Test
  void rulesMessagesAndFailuresAreShownAndNoSecret() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      String html = served.get("/alerts").body();
      Document page = Jsoup.parse(html);
      assertThat(page.text())
          .contains("silent numbers never fired", "silent edits labelled number")
          .contains("quiet 22:00 to 07:00 (UTC), to hook")
          .contains("Channels that fail", "hook status 500")
          .contains("silent numbers to hook", "alert, given up: status 500 <b>&");
      assertThat(html).doesNotContain("very-secret", "secret-hook", "\u202e");
      assertThat(Jsoup.parse(served.get("/watch").body()).select("a[href=alerts]")).hasSize(1);
      assertThat(served.faults()).isEmpty();
    }
  }

  @Test
  void wrongSettingsAreSaidInALineAndWhatWasToldIsShown() throws IOException {
    Path settings = home.resolve("stet.toml");
    Files.writeString(settings, Files.readString(settings).replace("silent\"", "silnt\""));
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      assertThat(Jsoup.parse(served.get("/alerts").body()).text())
          .contains("label 'silnt' is not known; did you mean 'silent'?", "given up");
    }
  }

  @Test
  void isForEditors() throws IOException {
    Access keys =
        Access.of(
            List.of("reader reader-token-0123456789", "editor editor-token-0123456789"), true);
    try (Served served = Served.of(home, keys)) {
      assertThat(served.get("/alerts").statusCode()).isEqualTo(403);
      assertThat(
              served.get("/alerts", "Authorization", "Bearer reader-token-0123456789").statusCode())
          .isEqualTo(403);
      assertThat(
              served.get("/alerts", "Authorization", "Bearer editor-token-0123456789").statusCode())
          .isEqualTo(200);
    }
  }
}
