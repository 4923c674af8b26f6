package stet.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong settings give one line that names the key, the value and the remedy. */
class ChannelSettingsTest {
  @TempDir Path home;

  private Desk mail() throws Exception {
    return new Desk(home, "mail")
        .set("host", "mail.paper.example")
        .set("from", "stet@paper.example")
        .set("to", "desk@paper.example", "night@paper.example");
  }

  private Desk webhook() throws Exception {
    return new Desk(home, "webhook").secret("url", "https://hook.example/x");
  }

  private static void problem(Desk desk, String line) {
    assertThat(desk.problem()).containsExactly(line);
  }

  @Test
  void whatIsRightIsTaken() throws Exception {
    assertThat(mail().problem()).isEmpty();
    assertThat(webhook().problem()).isEmpty();
    assertThat(webhook().open().warnings()).isEmpty();
    assertThat(webhook().open().names()).containsExactly("desk");
    assertThat(new Desk(home, "feed").problem()).isEmpty();
    assertThat(new Desk(home, "command").set("command", "/usr/bin/logger", "-t", "stet").problem())
        .isEmpty();
  }

  @Test
  void theTypeIsNamed() {
    problem(
        new Desk(home, "mial"),
        "channel.desk.type 'mial' is no type of channel; did you mean 'mail'?");
    problem(
        new Desk(home, "pigeon-post"),
        "channel.desk.type 'pigeon-post' is no type of channel; one of mail, webhook, slack,"
            + " mattermost, discord, teams, ntfy, matrix, mastodon, bluesky, command, feed");
    problem(
        new Desk(home, "mail").set("type"),
        "channel.desk.type is missing; one of mail, webhook, slack,"
            + " mattermost, discord, teams, ntfy, matrix, mastodon, bluesky, command, feed");
  }

  @Test
  void unknownKeysAreNamedWithTheNearest() throws Exception {
    problem(
        mail().set("hots", "x"),
        "channel.desk.hots is no setting of a mail channel; did you mean 'host'?");
    problem(
        webhook().set("url-fil", "x"),
        "channel.desk.url-fil is no setting of a webhook channel; did you mean 'url-file'?");
    problem(
        webhook().set("colour", "red"),
        "channel.desk.colour is no setting of a webhook channel; it has type, url-file, url-env,"
            + " secret-file, secret-env, timeout, ca-file, allow-http");
  }

  @Test
  void missingKeysAreNamed() {
    problem(new Desk(home, "mail"), "channel.desk.host is missing; set 'host'");
    problem(new Desk(home, "slack"), "channel.desk.url is missing; set 'url-file' or 'url-env'");
  }

  @Test
  void wrongValuesAreShown() throws Exception {
    problem(
        mail().set("port", "99999"),
        "channel.desk.port '99999' must be a whole number from 1 to 65535");
    problem(
        mail().set("security", "ssl"),
        "channel.desk.security 'ssl' must be 'starttls' or 'tls' or 'none'");
    problem(
        mail().set("to", "desk"),
        "channel.desk.to 'desk' is not a mail address such as 'desk@paper.example'");
    problem(
        mail().set("from", "a@b.example\r\nBcc: c@d.example"),
        "channel.desk.from 'a@b.example Bcc: c@d.example' must be one line without control"
            + " characters");
    problem(
        mail().set("unsubscribe", "http://x.example"),
        "channel.desk.unsubscribe 'http://x.example' must begin with 'mailto:' or 'https://'");
    problem(
        mail().set("list-id", "<x>\u00e4"),
        "channel.desk.list-id '<x>\u00e4' must be letters, digits, dots and hyphens");
    problem(
        new Desk(home, "matrix").set("server", "https://m.example").set("room", "#news:m.example"),
        "channel.desk.room '#news:m.example' is not the id of a room, which begins with '!'");
    problem(mail().set("host", "a", "b"), "channel.desk.host must be one value");
    problem(mail().set("to"), "channel.desk.to must be at least one value");
    problem(
        mail().set("ca-file", "none.pem"),
        "channel.desk.ca-file: cannot read '" + home.resolve("none.pem") + "'");
  }

  @Test
  void secretsAreNeverStatedInPlain() throws Exception {
    Desk desk = new Desk(home, "slack").set("url", "https://hooks.slack.example/T0/B0/secret");
    problem(
        desk,
        "channel.desk.url is a secret: name the file that holds it with 'url-file', or a variable"
            + " of the environment with 'url-env'");
    problem(
        webhook().set("url-env", "URL"),
        "channel.desk.url-file and channel.desk.url-env are both there; keep one of them");
    problem(mail().set("user", "stet"), "channel.desk.user needs 'password-file' beside it");
    problem(
        mail().set("user", "stet").secret("password", "x").set("security", "none"),
        "channel.desk.security 'none' would send the password unencrypted; use 'starttls' or 'tls'");
  }

  @Test
  void serversAreAskedEncrypted() throws Exception {
    Desk ntfy = new Desk(home, "ntfy").set("topic", "desk").set("server", "http://ntfy.example");
    problem(
        ntfy,
        "channel.desk.server 'http://ntfy.example' is not encrypted; use https, or set 'allow-http'"
            + " to true");
    assertThat(ntfy.set("allow-http", "true").problem()).isEmpty();
    assertThat(ntfy.set("allow-http", "false").set("server", "http://localhost:8080").problem())
        .isEmpty();
  }

  @Test
  void whoElseMayReadASecretIsSaid() throws Exception {
    Desk desk = webhook();
    Path file = home.resolve("url.secret");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(desk.open().warnings())
        .containsExactly("channel.desk.url-file: others may read the file; run 'chmod 600' on it");
    Files.delete(file);
    assertThat(desk.open().warnings())
        .containsExactly(
            "channel.desk.url-file: cannot read it, there is no such file; write the secret into a"
                + " file and name that here; what is named is withheld, since it may be the secret"
                + " itself");
    assertThat(new Desk(home, "slack").set("url-env", "NO_SUCH").open().warnings())
        .containsExactly(
            "channel.desk.url-env: no variable of that name is set; set it, or name the one that"
                + " holds it; what is named is withheld, since it may be the secret itself");
  }
}
