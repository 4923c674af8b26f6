package stet.notify.channel;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import stet.notify.Message;
import stet.notify.render.MailHtml;
import stet.notify.render.PlainText;

/**
 * A message as a mail: HTML with plain text beside it (RFC 2046 section 5.1.4), and the fields by
 * which programs know a list (RFC 2369, RFC 2919) and what answers itself (RFC 3834).
 */
final class MailMessage extends MimeMessage {
  private final String id;

  private MailMessage(Session session, String id) {
    super(session);
    this.id = id;
  }

  static MimeMessage of(
      Session session, Message message, ChannelSettings settings, MailThread place)
      throws MessagingException {
    MailMessage mail = new MailMessage(session, place.id());
    mail.setFrom(from(settings.text("from"), message.site()));
    for (String to : settings.list("to")) {
      mail.addRecipient(RecipientType.TO, new InternetAddress(to));
    }
    if (settings.has("reply-to")) {
      mail.setReplyTo(new InternetAddress[] {new InternetAddress(settings.text("reply-to"))});
    }
    mail.setSubject(PlainText.subject(message), StandardCharsets.UTF_8.name());
    mail.setSentDate(Date.from(message.at()));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("List-Id", listId(settings));
    if (settings.has("unsubscribe")) {
      mail.setHeader("List-Unsubscribe", "<" + settings.text("unsubscribe") + ">");
    }
    if (!place.before().isEmpty()) {
      mail.setHeader("In-Reply-To", place.before());
      mail.setHeader("References", place.references());
    }
    MimeMultipart both = new MimeMultipart("alternative");
    both.addBodyPart(part(PlainText.of(message), "plain"));
    both.addBodyPart(part(MailHtml.of(message), "html"));
    mail.setContent(both);
    mail.saveChanges();
    return mail;
  }

  private static InternetAddress from(String address, String name) throws MessagingException {
    try {
      return new InternetAddress(address, name, StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is stated, else a name made of the channel's and the sender's. */
  private static String listId(ChannelSettings settings) {
    String stated = settings.text("list-id");
    String from = settings.text("from");
    return "<"
        + (stated.isEmpty()
            ? settings.name().toLowerCase(Locale.ROOT)
                + ".stet."
                + from.substring(from.indexOf('@') + 1)
            : stated)
        + ">";
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, StandardCharsets.UTF_8.name(), subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }
}
