package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.HandClock;
import stet.cli.console.ExitCode;
import stet.fetch.Newsroom;

/** Who runs a check that ends at once has told people what it brought when it ends. */
class ToldByRunsTest {
  @TempDir Path home;
  private final HandClock clock = new HandClock(Instant.parse("2026-04-02T09:00:00Z"));
  private Newsroom newsroom;
  private String url;

  @BeforeEach
  void track() throws IOException {
    newsroom = new Newsroom();
    url = newsroom.url("/bridge");
    newsroom.page("/bridge", LiveCommandsTest.story("It was the first time in forty years."));
    settings("cat >> told.json");
    run("init");
    run("track", url);
    assertThat(run("fetch").code()).isZero();
  }

  @AfterEach
  void stop() throws IOException {
    newsroom.close();
  }

  private void settings(String command) throws IOException {
    Files.writeString(
        home.resolve("stet.toml"),
        """
        [fetch]
        private-hosts = "%s"
        min-delay = 0

        [channel.told]
        type = "command"
        command = ["/bin/sh", "-c", "%s"]

        [[alert]]
        name = "all"
        to = "told"
        """
            .formatted(newsroom.authority(), command));
  }

  private Cli.Result run(String... args) {
    return Cli.in(home, clock, args);
  }

  private void edit(String years) {
    newsroom.page(
        "/bridge", LiveCommandsTest.story("It was the first time in " + years + " years."));
    clock.pass(Duration.ofHours(30));
  }

  private String told() throws IOException {
    Path told = home.resolve("told.json");
    return Files.exists(told) ? Files.readString(told) : "";
  }

  @Test
  void fetchTells() throws IOException {
    edit("fifty");
    Cli.Result fetch = run("fetch");
    assertThat(fetch.code()).as(fetch.err()).isZero();
    assertThat(told()).containsOnlyOnce("\"finding\":").contains("fifty");
  }

  @Test
  void checkTells() throws IOException {
    edit("fifty");
    assertThat(run("check", url).code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(told()).containsOnlyOnce("\"finding\":").contains("fifty");
  }

  @Test
  void fetchSaysThatNothingIsDueAndWhatDoesNotWait() {
    Cli.Result fetch = run("fetch");
    assertThat(fetch.code()).isZero();
    assertThat(fetch.err()).contains("nothing is due before 2026-04-", "'stet check URL'");
  }

  @Test
  void wrongSettingsOfAlertsKeepNothingFromBeingFetchedAndAreTold() throws IOException {
    Path settings = home.resolve("stet.toml");
    Files.writeString(settings, Files.readString(settings).replace("to = \"told\"", "to = \"no\""));
    edit("fifty");
    Cli.Result fetch = run("fetch");
    assertThat(fetch.code()).isEqualTo(ExitCode.PARTLY);
    assertThat(fetch.err()).containsOnlyOnce("alerts: ").contains("'no'");
    assertThat(run("log", url).out()).contains("version 2");
    assertThat(told()).isEmpty();
    settings("cat >> told.json");
    run("alert", "send");
    assertThat(told()).containsOnlyOnce("\"finding\":").contains("fifty");
  }
}
