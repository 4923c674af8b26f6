package stet.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.json.StetSchema;
import stet.notify.Delivery;
import stet.notify.Delivery.Later;
import stet.notify.Delivery.Refused;
import stet.notify.Delivery.Sent;
import stet.notify.Message;
import stet.notify.Messages;

/** What a program is given, and what its end means. */
class CommandChannelTest {
  @TempDir Path home;

  private Desk desk(String script) {
    return new Desk(home, "command")
        .set("command", "/bin/sh", "-c", script, "name", "$(touch evil)", "; touch evil")
        .variable("PATH", "/usr/bin:/bin")
        .variable("AWS_SECRET", "hidden");
  }

  private Delivery run(String script) throws Exception {
    return desk(script).channel().deliver(Messages.silent(), "");
  }

  @Test
  void itReadsJsonAndALittleEnvironment() throws Exception {
    assertThat(run("cat > body; env > variables; printf '%s|' \"$@\" > arguments"))
        .isEqualTo(new Sent(""));
    assertThat(StetSchema.problems("alert", Files.readString(home.resolve("body")))).isEmpty();
    assertThat(Files.readString(home.resolve("arguments")))
        .isEqualTo("$(touch evil)|; touch evil|");
    assertThat(home.resolve("evil")).doesNotExist();
    List<String> variables = Files.readAllLines(home.resolve("variables"));
    assertThat(variables)
        .contains(
            "PATH=/usr/bin:/bin",
            "STET_ALERT_ID=" + Messages.ID,
            "STET_ALERT_KIND=alert",
            "STET_ALERT_OUTLET=paper.example",
            "STET_ALERT_HEADLINE=Bridge to reopen in May")
        .noneMatch(v -> v.startsWith("AWS") || v.startsWith("JAVA"));
  }

  @Test
  void nothingOfAPageBreaksOut() throws Exception {
    for (String text :
        List.of(
            "a\0b\nLD_PRELOAD=x", "$(touch evil) `touch evil`; touch evil", "ä".repeat(200_000))) {
      Message message = Messages.saying(text);
      assertThat(desk("env > variables").channel().deliver(message, "")).isEqualTo(new Sent(""));
      List<String> variables = Files.readAllLines(home.resolve("variables"));
      assertThat(variables).allMatch(v -> v.length() < 1_050).noneMatch(v -> v.startsWith("LD_"));
      assertThat(home.resolve("evil")).doesNotExist();
    }
  }

  @Test
  void itsEndIsTheOutcome() throws Exception {
    assertThat(run("echo busy; exit 75"))
        .isEqualTo(new Later(null, "channel.desk.command: it ended with exit code 75: busy"));
    assertThat(run("echo no >&2; exit 3"))
        .isEqualTo(new Refused("channel.desk.command: it ended with exit code 3: no", false));
    assertThat(
            new Desk(home, "command")
                .set("command", "/no/such")
                .channel()
                .deliver(Messages.silent(), ""))
        .isEqualTo(
            new Refused(
                "channel.desk.command: there is no program '/no/such'; name it with its path",
                true));
  }

  @Test
  void muchOutputIsReadAndLittleOfItKept() throws Exception {
    Delivery delivery = run("head -c 3000000 /dev/zero | tr '\\0' 'x'; exit 1");
    assertThat(delivery)
        .asInstanceOf(type(Refused.class))
        .extracting(Refused::why)
        .asString()
        .hasSize("channel.desk.command: it ended with exit code 1: ".length() + 1_024);
    assertThat(run("printf 'a\\033[31m\\nb'; exit 1").toString()).doesNotContain("\u001b", "\n");
  }

  @Test
  void whatTakesTooLongIsEndedWithItsChildren() throws Exception {
    Delivery delivery =
        desk("sleep 300 & echo $! > child; wait")
            .set("timeout", "1")
            .channel()
            .deliver(Messages.silent(), "");
    assertThat(delivery)
        .isEqualTo(new Later(null, "channel.desk.timeout: the command was ended after 1 second"));
    long child = Long.parseLong(Files.readString(home.resolve("child")).strip());
    ProcessHandle.of(child)
        .ifPresent(p -> p.onExit().orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join());
    assertThat(ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }

  @Test
  void aProgramThatReadsNothingIsNotWaitedFor() throws Exception {
    Message large = Messages.saying("x".repeat(300_000));
    assertThat(desk("exit 0").channel().deliver(large, "")).isEqualTo(new Sent(""));
  }
}
