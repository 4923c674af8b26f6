package stet.notify.channel;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import stet.notify.Channel;
import stet.notify.Delivery;
import stet.notify.Message;
import stet.notify.channel.web.Undelivered;

/**
 * Mail by SMTP (RFC 5321), with STARTTLS (RFC 3207), with TLS from the first byte (RFC 8314), or
 * without. All receivers are named in one transaction. Where a server takes some and not others,
 * those that have the message are remembered while the channel is open and not sent to again.
 */
final class MailChannel implements Channel {
  private static final int MOST_REMEMBERED = 1_000;

  private final ChannelSettings settings;
  private final @Nullable SSLContext trust;

  /** By message, who has it, where somebody has not. */
  private final Map<String, Set<String>> reached = new LinkedHashMap<>();

  MailChannel(ChannelSettings settings) {
    this.settings = settings;
    this.trust = Trust.of(settings);
  }

  @Override
  public Delivery deliver(Message message, String thread) {
    List<String> to = new ArrayList<>(settings.list("to"));
    to.removeAll(reached.getOrDefault(message.id(), Set.of()));
    MailThread place = MailThread.of(message.id(), settings, thread);
    try {
      Session session = Session.getInstance(properties());
      MimeMessage mail = MailMessage.of(session, message, settings, place);
      send(session, mail, to);
      reached.remove(message.id());
      return new Delivery.Sent(place.reference());
    } catch (Undelivered e) {
      return e.delivery();
    } catch (SendFailedException e) {
      return partly(message.id(), e);
    } catch (MessagingException e) {
      return failed(e);
    }
  }

  private void send(Session session, MimeMessage mail, List<String> to)
      throws MessagingException, Undelivered {
    List<InternetAddress> receivers = new ArrayList<>();
    for (String address : to) {
      receivers.add(new InternetAddress(address));
    }
    try (Transport transport =
        session.getTransport(settings.text("security").equals("tls") ? "smtps" : "smtp")) {
      String user = settings.text("user");
      transport.connect(
          settings.text("host"),
          port(),
          user.isEmpty() ? null : user,
          user.isEmpty() ? null : settings.secret("password").read());
      requireLogin(transport);
      transport.sendMessage(mail, receivers.toArray(new InternetAddress[0]));
    }
  }

  /** Without this, mail would go out as from nobody where a login is meant. */
  private void requireLogin(Transport transport) throws Undelivered {
    if (settings.has("user")
        && transport instanceof SMTPTransport smtp
        && !smtp.supportsExtension("AUTH")
        && !smtp.supportsExtension("AUTH=LOGIN")) {
      throw Undelivered.misset(
          settings.keys("user", "password")
              + ": "
              + server()
              + " offers no login; take both out, or set the 'port' and 'security' with which it"
              + " does");
    }
  }

  private String server() {
    return "'" + settings.text("host") + "' port " + port();
  }

  private int port() {
    int stated = settings.number("port");
    return stated > 0
        ? stated
        : switch (settings.text("security")) {
          case "tls" -> 465;
          case "starttls" -> 587;
          default -> 25;
        };
  }

  private Properties properties() {
    Properties properties = new Properties();
    String millis = Long.toString(1_000L * settings.number("timeout"));
    boolean starttls = settings.text("security").equals("starttls");
    for (String protocol : List.of("smtp", "smtps")) {
      String lead = "mail." + protocol + ".";
      properties.put(lead + "connectiontimeout", millis);
      properties.put(lead + "timeout", millis);
      properties.put(lead + "writetimeout", millis);
      properties.put(lead + "auth", Boolean.toString(settings.has("user")));
      properties.put(lead + "ssl.checkserveridentity", "true");
      properties.put(lead + "starttls.enable", Boolean.toString(starttls));
      properties.put(lead + "starttls.required", Boolean.toString(starttls));
      properties.put(lead + "sendpartial", "true");
      properties.put(lead + "from", settings.text("from"));
      if (trust != null) {
        properties.put(lead + "ssl.socketFactory", trust.getSocketFactory());
      }
    }
    // What a machine calls itself is nobody's business, and looking it up may take long.
    properties.put("mail.smtp.localhost", "localhost");
    properties.put("mail.smtps.localhost", "localhost");
    return properties;
  }

  /** Some receivers may have it, some were not taken. */
  private Delivery partly(String id, SendFailedException failure) {
    Set<String> sent = new LinkedHashSet<>(reached.getOrDefault(id, Set.of()));
    Address[] taken = failure.getValidSentAddresses();
    for (Address address : taken == null ? new Address[0] : taken) {
      sent.add(((InternetAddress) address).getAddress());
    }
    remember(id, sent);
    SmtpFault fault = SmtpFault.of(failure);
    String why =
        fault.words()
            + (sent.isEmpty()
                ? ""
                : "; " + sent.size() + " of " + settings.list("to").size() + " have it");
    return fault.isLasting() ? new Delivery.Refused(why, false) : new Delivery.Later(null, why);
  }

  private void remember(String id, Set<String> sent) {
    if (!sent.isEmpty()) {
      reached.put(id, sent);
      if (reached.size() > MOST_REMEMBERED) {
        reached.remove(reached.keySet().iterator().next());
      }
    }
  }

  private Delivery failed(MessagingException failure) {
    if (failure instanceof AuthenticationFailedException) {
      SmtpFault fault = SmtpFault.of(failure);
      String why = settings.keys("user", "password") + ": " + server();
      return fault.code() >= 400 && fault.code() < 500
          ? new Delivery.Later(null, why + " does not take this login now")
          : new Delivery.Refused(why + " does not take this login; set the right ones", true);
    }
    SmtpFault fault = SmtpFault.of(failure);
    if (fault.code() > 0) {
      return fault.isLasting()
          ? new Delivery.Refused(fault.words(), false)
          : new Delivery.Later(null, "'" + settings.text("host") + "': " + fault.words());
    }
    return new Delivery.Later(
        null, "channel." + settings.name() + "." + MailTrouble.of(failure, settings, server()));
  }
}
