package stet.notify.channel;

import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import stet.text.OneLine;
import stet.text.SafeText;
import stet.text.Truncation;

/** Why no mail server spoke with us, with the key that decides and what to do. */
final class MailTrouble {
  private static final int LONGEST = 200;

  private MailTrouble() {}

  /**
   * One line that begins with the name of a key.
   *
   * @param server its host and port as messages name them
   */
  static String of(MessagingException failure, ChannelSettings settings, String server) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      String said = at.getMessage() == null ? "" : at.getMessage();
      if (at instanceof UnknownHostException) {
        return "host: there is no host '" + settings.text("host") + "'; see whether it is right";
      } else if (at instanceof ConnectException) {
        return "host, port: nobody listens at "
            + server
            + "; see whether both are right and whether the server runs";
      } else if (at instanceof SocketTimeoutException) {
        return "timeout: "
            + server
            + " did not answer within "
            + settings.text("timeout")
            + " s"
            + tls(settings);
      } else if (at instanceof SSLException) {
        return "security: " + server + tlsFailed(said);
      } else if (said.startsWith("STARTTLS is required")) {
        return "security: "
            + server
            + " offers no STARTTLS; set \"tls\" or \"none\", or another 'port'";
      }
    }
    String said = failure.getMessage() == null ? "" : failure.getMessage();
    return said.contains("Could not connect") || said.contains("greeting")
        ? "port: " + server + " does not answer as a mail server" + tls(settings)
        : "host: " + server + ": the connection ended";
  }

  private static String tls(ChannelSettings settings) {
    return settings.text("security").equals("tls")
        ? ""
        : "; if it begins with TLS, as port 465 does, set security = \"tls\"";
  }

  private static String tlsFailed(String said) {
    if (said.contains("plaintext") || said.contains("unrecognized SSL message")) {
      return " does not begin with TLS; set security = \"starttls\", or another 'port'";
    }
    return ": TLS failed: "
        + Truncation.shortened(SafeText.escaped(OneLine.of(said)), LONGEST)
        + "; a certificate of an own authority goes into 'ca-file'";
  }
}
