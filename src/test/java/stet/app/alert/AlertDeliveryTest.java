package stet.app.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.app.alert.Receivers.Answer;
import stet.watch.store.AlertMessage;
import stet.watch.store.AlertMessage.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of messages where receivers fail, and of findings that do not stand. */
class AlertDeliveryTest {
  private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
  private static final String UPDATED = "2026-11-02T08:00:00Z";
  private static final String URI = "https://paper.example/ferry";

  private static final String SETTINGS =
      """
      [channel.hook]
      type = "webhook"
      url-file = "hook"
      timeout = 1

      [channel.other]
      type = "webhook"
      url-file = "other"

      [[alert]]
      name = "silent"
      label = "silent"
      to = "hook"

      [[alert]]
      name = "all"
      to = "other"
      """;

  @TempDir Path home;
  private Receivers receivers;
  private Newsroom newsroom;
  private final List<String> log = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    receivers = new Receivers();
    Newsroom.secret(home, "hook", receivers.address("/hook"));
    Newsroom.secret(home, "other", receivers.address("/other"));
    newsroom = new Newsroom(home, START, SETTINGS, log);
    newsroom.see(URI, page(URI, "12"));
    newsroom.tell();
  }

  @AfterEach
  void close() throws IOException {
    newsroom.close();
    receivers.close();
  }

  private static String page(String uri, String hurt) {
    return Newsroom.story(
        "Ferry runs aground, " + uri.substring(uri.lastIndexOf('/') + 1),
        UPDATED,
        "A ferry ran aground off the fictional island of Sarn, and " + hurt + " people were hurt.",
        "The ship had left port an hour before, according to the company that runs it.",
        "An inquiry will question the crew of " + uri.hashCode() + " this week, the port said.");
  }

  private void edit(String hurt) throws IOException {
    newsroom.clock.pass(Duration.ofMinutes(1));
    newsroom.see(URI, page(URI, hurt));
  }

  /** Minute by minute, as long as that takes. */
  private void pass(Duration time) throws Exception {
    for (long minute = 0; minute < time.toMinutes(); minute++) {
      newsroom.clock.pass(Duration.ofMinutes(1));
      newsroom.tell();
    }
  }

  private List<String> sentences(String path) {
    List<String> sentences = new ArrayList<>();
    for (Receivers.Got got : receivers.got(path)) {
      for (JsonNode finding : JsonMapper.shared().readTree(got.body()).get("findings")) {
        sentences.add(finding.get("sentence").asString());
      }
    }
    return sentences;
  }

  private AlertMessage last(String rule) {
    return newsroom.store().alerts().messages().newest(rule, false, 1).get(0);
  }

  @Test
  void whatAReceiverMissedInADayItGetsOnceAndInOrder() throws Exception {
    receivers.answers("/hook", Answer.of(503));
    edit("13");
    newsroom.tell();
    edit("14");
    newsroom.tell();
    pass(Duration.ofHours(24));
    int tries = receivers.got("/hook").size();
    // Half a minute, a minute, … an hour: not more often than that.
    assertThat(tries).isBetween(24, 40);
    assertThat(sentences("/other")).hasSize(2);
    receivers.answers("/hook", Answer.TAKEN);
    pass(Duration.ofMinutes(61));
    List<String> told = sentences("/hook").subList(tries, receivers.got("/hook").size());
    assertThat(told).hasSize(2);
    assertThat(told.get(0)).contains("‘12 people’ became ‘13 people’");
    assertThat(told.get(1)).contains("‘13 people’ became ‘14 people’");
    assertThat(last("silent").delivery().state()).isEqualTo(State.SENT);
    // Each try of one message has one name.
    assertThat(
            receivers.got("/hook").stream().map(g -> g.fields().get("Idempotency-Key")).distinct())
        .hasSize(2);
  }

  @Test
  void whatCouldNotBeSentForThreeDaysIsGivenUpAndCanBeSentAgain() throws Exception {
    receivers.answers("/hook", Answer.of(500));
    edit("13");
    newsroom.tell();
    pass(Duration.ofHours(75));
    assertThat(last("silent").delivery().state()).isEqualTo(State.DEAD);
    assertThat(newsroom.store().alerts().messages().newest("", true, 9)).hasSize(1);
    assertThat(log).anyMatch(line -> line.contains("given up after 3 days"));
    receivers.answers("/hook", Answer.TAKEN);
    newsroom.store().alerts().messages().revive(newsroom.clock.instant());
    pass(Duration.ofMinutes(61));
    assertThat(last("silent").delivery().state()).isEqualTo(State.SENT);
  }

  @Test
  void whoAsksToBeLeftAloneIsLeftAloneForSoLong() throws Exception {
    receivers.answers("/hook", new Answer(429, Map.of("Retry-After", "7200"), 0));
    edit("13");
    newsroom.tell();
    receivers.answers("/hook", Answer.TAKEN);
    pass(Duration.ofMinutes(119));
    assertThat(receivers.got("/hook")).hasSize(1);
    pass(Duration.ofMinutes(2));
    assertThat(receivers.got("/hook")).hasSize(2);
  }

  @Test
  void whoIsGoneIsAskedAgainWhenItsSettingsChange() throws Exception {
    receivers.answers("/hook", Answer.of(410));
    edit("13");
    newsroom.tell();
    edit("14");
    newsroom.tell();
    pass(Duration.ofHours(3));
    assertThat(receivers.got("/hook")).hasSize(1);
    assertThat(sentences("/other")).hasSize(2);
    Newsroom.secret(home, "hook", receivers.address("/moved"));
    newsroom.restart();
    pass(Duration.ofMinutes(1));
    assertThat(sentences("/moved")).hasSize(2);
  }

  @Test
  void aRedirectIsNotFollowedAndTheNextMessageIsTried() throws Exception {
    receivers.answers(
        "/hook", new Answer(302, Map.of("Location", receivers.address("/elsewhere")), 0));
    edit("13");
    newsroom.tell();
    assertThat(receivers.got("/elsewhere")).isEmpty();
    assertThat(last("silent").delivery().state()).isEqualTo(State.DEAD);
    receivers.answers("/hook", Answer.TAKEN);
    edit("14");
    newsroom.tell();
    assertThat(last("silent").delivery().state()).isEqualTo(State.SENT);
  }

  @Test
  void whoHangsKeepsNobodyElseWaiting() throws Exception {
    receivers.answers("/hook", new Answer(200, Map.of(), 1_500));
    edit("13");
    newsroom.tell();
    assertThat(sentences("/other")).hasSize(1);
    assertThat(last("silent").delivery().state()).isEqualTo(State.WAITING);
    assertThat(last("silent").delivery().detail()).isNotEmpty();
    receivers.answers("/hook", Answer.TAKEN);
    pass(Duration.ofMinutes(1));
    assertThat(last("silent").delivery().state()).isEqualTo(State.SENT);
  }

  @Test
  void whatLateCapturesTakeBackIsCorrectedWhereItWasTold() throws Exception {
    Instant before = newsroom.clock.instant();
    newsroom.clock.pass(Duration.ofHours(2));
    newsroom.see(URI, page(URI, "13"));
    newsroom.tell();
    assertThat(sentences("/hook")).hasSize(1);
    // Another archive saw a text in between: there was no such edit from 12 to 13.
    newsroom.see(URI, page(URI, "17"), before.plusSeconds(3600));
    newsroom.clock.pass(Duration.ofMinutes(1));
    newsroom.tell();
    List<JsonNode> messages =
        receivers.got("/hook").stream().map(g -> JsonMapper.shared().readTree(g.body())).toList();
    List<JsonNode> corrections =
        messages.stream().filter(m -> m.get("kind").asString().equals("correction")).toList();
    assertThat(corrections).hasSize(1);
    JsonNode finding = corrections.get(0).get("findings").get(0);
    assertThat(finding.get("standing").asString()).isEqualTo("withdrawn");
    assertThat(finding.get("sentence").asString()).contains("‘12 people’ became ‘13 people’");
    assertThat(sentences("/hook")).anyMatch(s -> s.contains("‘12 people’ became ‘17 people’"));
    assertThat(sentences("/hook")).anyMatch(s -> s.contains("‘17 people’ became ‘13 people’"));
    pass(Duration.ofMinutes(10));
    assertThat(receivers.got("/hook")).hasSize(messages.size());
  }

  /** As runs of a crontab, one after the other. */
  @Test
  void aWrongSecretIsTriedOnceUntilItsFileChanges() throws Exception {
    receivers.answers("/hook", Answer.of(401));
    edit("13");
    newsroom.tell();
    for (int run = 0; run < 5; run++) {
      newsroom.restart();
      newsroom.clock.pass(Duration.ofMinutes(10));
      newsroom.tell();
    }
    assertThat(receivers.got("/hook")).hasSize(1);
    assertThat(last("silent").delivery().detail()).startsWith("channel.hook.url-file: ");
    Newsroom.secret(home, "hook", receivers.address("/hook-of-another-name"));
    newsroom.restart();
    newsroom.tell();
    assertThat(receivers.got("/hook-of-another-name")).hasSize(1);
  }

  @Test
  void whatIsHeldAsANewTemplateIsCorrectedAndNotToldAsSilent() throws Exception {
    edit("13");
    newsroom.tell();
    assertThat(sentences("/hook")).hasSize(1);
    String revision = newsroom.key(URI) + " " + newsroom.clock.instant();
    newsroom.hold(revision);
    pass(Duration.ofMinutes(6));
    JsonNode correction = JsonMapper.shared().readTree(receivers.got("/hook").get(1).body());
    assertThat(correction.get("kind").asString()).isEqualTo("correction");
    assertThat(correction.get("findings").get(0).get("standing").asString())
        .isEqualTo("judged-otherwise");
    assertThat(correction.get("findings").get(0).get("note").asString())
        .contains("held as template");
    assertThat(receivers.got("/hook")).hasSize(2);
  }

  @Test
  void aRuleThatAsksForSomethingElseTakesNothingBack() throws Exception {
    edit("13");
    newsroom.tell();
    Path settings = home.resolve("stet.toml");
    Files.writeString(
        settings, Files.readString(settings).replace("label = \"silent\"", "label = \"noticed\""));
    newsroom.restart();
    pass(Duration.ofMinutes(10));
    assertThat(receivers.got("/hook")).hasSize(1);
  }

  @Test
  void theSameEditOnFortyPagesIsOneMessage() throws Exception {
    for (int i = 0; i < 40; i++) {
      String uri = URI + "-" + i;
      newsroom.see(uri, page(uri, "50"));
    }
    newsroom.tell();
    newsroom.clock.pass(Duration.ofMinutes(1));
    for (int i = 0; i < 40; i++) {
      String uri = URI + "-" + i;
      newsroom.see(uri, page(uri, "51"));
    }
    newsroom.tell();
    assertThat(receivers.got("/hook")).hasSize(1);
    JsonNode finding =
        JsonMapper.shared().readTree(receivers.got("/hook").get(0).body()).get("findings").get(0);
    assertThat(finding.get("alike")).hasSize(39);
    // What is found alike later is told together, within the hour.
    newsroom.clock.pass(Duration.ofMinutes(5));
    newsroom.see(URI + "-x", page(URI + "-x", "50"));
    newsroom.clock.pass(Duration.ofMinutes(5));
    newsroom.see(URI + "-x", page(URI + "-x", "51"));
    newsroom.tell();
    assertThat(receivers.got("/hook")).hasSize(1);
    pass(Duration.ofMinutes(60));
    assertThat(receivers.got("/hook")).hasSize(2);
  }

  @Test
  void whatWasSeenBeforeARuleWasThereIsNoNews() throws Exception {
    edit("13");
    Path settings = home.resolve("stet.toml");
    newsroom.tell();
    newsroom.clock.pass(Duration.ofMinutes(1));
    Files.writeString(
        settings, Files.readString(settings) + "\n[[alert]]\nname = \"later\"\nto = \"other\"\n");
    Files.setLastModifiedTime(settings, FileTime.from(newsroom.clock.instant()));
    newsroom.restart();
    newsroom.tell();
    assertThat(newsroom.store().alerts().messages().newest("later", false, 9)).isEmpty();
    edit("14");
    newsroom.tell();
    assertThat(newsroom.store().alerts().messages().newest("later", false, 9)).hasSize(1);
  }
}
