package stet.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.notify.Channel;
import stet.notify.Delivery.Later;
import stet.notify.Delivery.Refused;
import stet.notify.Delivery.Sent;
import stet.notify.Message;
import stet.notify.Messages;

/** Mail that GreenMail and a scripted server receive. */
class MailChannelTest {
  private static final String ID = "<" + Messages.ID + ".stet@paper.example>";

  @TempDir Path home;

  private Desk desk(int port) {
    return new Desk(home, "mail")
        .set("host", "localhost")
        .set("port", Integer.toString(port))
        .set("security", "none")
        .set("from", "stet@paper.example")
        .set("to", "desk@paper.example", "night@paper.example");
  }

  private static GreenMail server(String protocol) {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
    server.start();
    return server;
  }

  @Test
  void aMailHasAllThatProgramsAndPeopleNeed() throws Exception {
    GreenMail server = server("smtp");
    try {
      Channel channel =
          desk(server.getSmtp().getPort())
              .set("unsubscribe", "mailto:desk@paper.example?subject=stop")
              .set("reply-to", "editor@paper.example")
              .channel();
      assertThat(channel.deliver(Messages.silent(), "")).isEqualTo(new Sent(ID + " " + ID));
      assertThat(server.getReceivedMessages()).hasSize(2);
      MimeMessage mail = server.getReceivedMessages()[0];
      assertThat(mail.getMessageID()).isEqualTo(ID);
      assertThat(mail.getSubject()).contains("Silent edit");
      assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
      assertThat(header(mail, "List-Id")).isEqualTo("<desk.stet.paper.example>");
      assertThat(header(mail, "List-Unsubscribe"))
          .isEqualTo("<mailto:desk@paper.example?subject=stop>");
      assertThat(header(mail, "Reply-To")).isEqualTo("editor@paper.example");
      assertThat(header(mail, "From")).isEqualTo("Paper watch <stet@paper.example>");
      assertThat(mail.getSentDate()).isEqualTo(java.util.Date.from(Messages.AT));
      assertThat(mail.getHeader("In-Reply-To")).isNull();
      MimeMultipart both = (MimeMultipart) mail.getContent();
      assertThat(both.getContentType()).startsWith("multipart/alternative");
      assertThat(both.getBodyPart(0).getContentType()).startsWith("text/plain");
      assertThat((String) both.getBodyPart(0).getContent()).contains("[-April-]{+May+}");
      assertThat(both.getBodyPart(1).getContentType()).startsWith("text/html");
      assertThat((String) both.getBodyPart(1).getContent()).contains(">May</ins>");
    } finally {
      server.stop();
    }
  }

  private static String header(MimeMessage mail, String name) throws Exception {
    return String.join("|", mail.getHeader(name));
  }

  @Test
  void anArticleIsOneThread() throws Exception {
    GreenMail server = server("smtp");
    try {
      Channel channel = desk(server.getSmtp().getPort()).set("to", "desk@paper.example").channel();
      String first = "<first.stet@paper.example>";
      String latest = "<latest.stet@paper.example>";
      assertThat(channel.deliver(Messages.silent(), first + " " + latest))
          .isEqualTo(new Sent(first + " " + ID));
      MimeMessage mail = server.getReceivedMessages()[0];
      assertThat(header(mail, "In-Reply-To")).isEqualTo(latest);
      assertThat(header(mail, "References").split("\\s+")).containsExactly(first, latest);
    } finally {
      server.stop();
    }
  }

  @Test
  void theFirstByteIsEncryptedWhereTlsIsAskedFor() throws Exception {
    OwnCertificate.make(home, "localhost");
    System.setProperty("greenmail.tls.keystore.file", home.resolve("store.p12").toString());
    System.setProperty("greenmail.tls.keystore.password", OwnCertificate.PASSWORD);
    GreenMail server = server("smtps");
    server.setUser("desk@paper.example", "stet", "hunter-2");
    try {
      Desk desk =
          desk(server.getSmtps().getPort())
              .set("security", "tls")
              .set("user", "stet")
              .secret("password", "hunter-2");
      assertThat(desk.set("ca-file", "cert.pem").channel().deliver(Messages.silent(), ""))
          .isInstanceOf(Sent.class);
      assertThat(desk.secret("password", "wrong").channel().deliver(Messages.silent(), ""))
          .isEqualTo(
              new Refused(
                  "channel.desk.user, password-file: 'localhost' port "
                      + server.getSmtps().getPort()
                      + " does not take this login; set the right ones",
                  true));
    } finally {
      server.stop();
      System.clearProperty("greenmail.tls.keystore.file");
      System.clearProperty("greenmail.tls.keystore.password");
    }
  }

  @Test
  void nothingIsSaidInPlainWhereStarttlsIsAskedFor() throws Exception {
    OwnCertificate.make(home, "localhost");
    try (ScriptedMailServer server =
        new ScriptedMailServer(OwnCertificate.context(home), Map.of())) {
      Channel channel =
          desk(server.port())
              .set("security", "starttls")
              .set("ca-file", "cert.pem")
              .set("user", "stet")
              .secret("password", "hunter-2")
              .channel();
      assertThat(channel.deliver(Messages.silent(), "")).isInstanceOf(Sent.class);
      assertThat(server.mails()).hasSize(1);
      assertThat(server.lines().stream().filter(l -> !l.startsWith("+")))
          .containsExactly("EHLO localhost", "STARTTLS");
      assertThat(server.lines()).anyMatch(l -> l.startsWith("+AUTH PLAIN"));
    }
    try (ScriptedMailServer server = new ScriptedMailServer(null, Map.of())) {
      Channel channel = desk(server.port()).set("security", "starttls").channel();
      assertThat(channel.deliver(Messages.silent(), ""))
          .isEqualTo(
              new Later(
                  null,
                  "channel.desk.security: 'localhost' port "
                      + server.port()
                      + " offers no STARTTLS; set \"tls\" or \"none\", or another 'port'"));
      assertThat(server.mails()).isEmpty();
      assertThat(server.lines()).noneMatch(l -> l.startsWith("MAIL"));
    }
  }

  @Test
  void aCertificateThatNobodyKnowsOrOfAnotherHostIsNotTaken() throws Exception {
    for (String host : List.of("localhost", "mail.other.example")) {
      Files.deleteIfExists(home.resolve("store.p12"));
      OwnCertificate.make(home, host);
      try (ScriptedMailServer server =
          new ScriptedMailServer(OwnCertificate.context(home), Map.of())) {
        Desk desk = desk(server.port()).set("security", "starttls");
        Channel channel =
            host.equals("localhost") ? desk.channel() : desk.set("ca-file", "cert.pem").channel();
        assertThat(channel.deliver(Messages.silent(), ""))
            .asInstanceOf(type(Later.class))
            .extracting(Later::why)
            .asString()
            .startsWith("channel.desk.security: 'localhost' port " + server.port())
            .contains(": TLS failed: ");
        assertThat(server.mails()).isEmpty();
      }
    }
  }

  @Test
  void fourMeansLaterAndFiveMeansNever() throws Exception {
    for (String place : List.of("MAIL", "RCPT", "DATA", ".")) {
      try (ScriptedMailServer server =
          new ScriptedMailServer(null, Map.of(place, "451 4.3.0 busy\u0007 now"))) {
        assertThat(desk(server.port()).channel().deliver(Messages.silent(), ""))
            .as(place)
            .asInstanceOf(type(Later.class))
            .extracting(Later::why)
            .asString()
            .contains("451")
            .doesNotContain("\u0007");
      }
      try (ScriptedMailServer server =
          new ScriptedMailServer(null, Map.of(place, "550 5.7.1 no"))) {
        assertThat(desk(server.port()).channel().deliver(Messages.silent(), ""))
            .as(place)
            .asInstanceOf(type(Refused.class))
            .extracting(Refused::why)
            .asString()
            .contains("550");
      }
    }
  }

  @Test
  void whoHasItIsNotSentToAgain() throws Exception {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("RCPT TO:<night@", "450 4.2.1 mailbox busy");
    try (ScriptedMailServer server = new ScriptedMailServer(null, answers)) {
      Channel channel = desk(server.port()).channel();
      assertThat(channel.deliver(Messages.silent(), ""))
          .asInstanceOf(type(Later.class))
          .extracting(Later::why)
          .isEqualTo("receiver 'night@paper.example': 450 4.2.1 mailbox busy; 1 of 2 have it");
      answers.clear();
      server.lines().clear();
      assertThat(channel.deliver(Messages.silent(), "")).isInstanceOf(Sent.class);
      assertThat(server.lines().stream().filter(l -> l.startsWith("RCPT")))
          .containsExactly("RCPT TO:<night@paper.example>");
    }
  }

  @Test
  void oneBadReceiverDoesNotKeepItFromTheOthers() throws Exception {
    try (ScriptedMailServer server =
        new ScriptedMailServer(null, Map.of("RCPT TO:<night@", "550 5.1.1 no such user"))) {
      assertThat(desk(server.port()).channel().deliver(Messages.silent(), ""))
          .isEqualTo(
              new Refused(
                  "receiver 'night@paper.example': 550 5.1.1 no such user; 1 of 2 have it", false));
      assertThat(server.mails()).hasSize(1);
    }
  }

  @Test
  void aServerThatSaysNothingOrIsNotThereIsAskedLater() throws Exception {
    int port;
    try (ScriptedMailServer server = new ScriptedMailServer(null, Map.of("DATA", "hang"))) {
      port = server.port();
      assertThat(desk(port).channel().deliver(Messages.silent(), "")).isInstanceOf(Later.class);
    }
    // Another process may have taken the port meanwhile.
    assertThat(desk(port).channel().deliver(Messages.silent(), "")).isInstanceOf(Later.class);
    assertThat(
            desk(25).set("host", "no-such-host.invalid").channel().deliver(Messages.silent(), ""))
        .isEqualTo(
            new Later(
                null,
                "channel.desk.host: there is no host 'no-such-host.invalid'; see whether it is"
                    + " right"));
  }

  @Test
  void withoutALoginNothingIsSentWhereOneIsMeant() throws Exception {
    try (ScriptedMailServer server =
        new ScriptedMailServer(null, Map.of("EHLO", "250 mail.paper.example"))) {
      Desk desk =
          desk(server.port()).set("security", "none").set("user", "stet").secret("password", "x");
      assertThat(desk.channel().deliver(Messages.silent(), ""))
          .isEqualTo(
              new Refused(
                  "channel.desk.user, password-file: 'localhost' port "
                      + server.port()
                      + " offers no login; take both out, or set the 'port' and 'security' with"
                      + " which it does",
                  true));
      assertThat(server.mails()).isEmpty();
    }
  }

  @Test
  void tlsAndPlainAreToldApart() throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer(null, Map.of())) {
      Channel channel = desk(server.port()).set("security", "tls").channel();
      assertThat(channel.deliver(Messages.silent(), "").toString())
          .contains(
              "channel.desk.security: 'localhost' port "
                  + server.port()
                  + " does not begin with TLS; set security = \"starttls\", or another 'port'");
    }
  }

  @Test
  void noHeaderComesFromAPage() throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer(null, Map.of())) {
      Message hostile =
          Messages.saying(
              "Bridge\r\nBcc: all@paper.example\r\n\r\n<b>x</b>\r\n.\r\nMAIL FROM:<x@y.example>");
      assertThat(desk(server.port()).channel().deliver(hostile, "\r\nX-Evil: 1"))
          .isInstanceOf(Sent.class);
      String head = server.mails().get(0).split("\n\n", 2)[0];
      assertThat(
              head.lines()
                  .filter(l -> !l.startsWith(" ") && !l.startsWith("\t"))
                  .map(l -> l.split(":")[0]))
          .containsOnlyOnce("Subject", "To", "From")
          .doesNotContain("Bcc", "X-Evil");
      assertThat(server.mails()).hasSize(1);
      assertThat(server.lines().stream().filter(l -> l.startsWith("MAIL"))).hasSize(1);
    }
  }
}
