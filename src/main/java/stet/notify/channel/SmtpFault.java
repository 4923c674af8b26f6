package stet.notify.channel;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import stet.text.OneLine;
import stet.text.SafeText;
import stet.text.Truncation;

/**
 * What a mail server said against a message (RFC 5321 section 4.2.1): 4yz may be otherwise later,
 * 5yz will not.
 *
 * @param code -1 where it said none
 * @param words one line
 */
record SmtpFault(int code, String words) {
  private static final Pattern CODE = Pattern.compile("^\\[?([245][0-9][0-9])[ -]");
  private static final int LONGEST = 200;

  /** Of many answers, one that may be otherwise later counts before one that will not. */
  static SmtpFault of(MessagingException failure) {
    List<SmtpFault> all = new ArrayList<>();
    for (Exception at = failure; at != null; at = next(at)) {
      int code = code(at);
      if (code >= 400) {
        all.add(new SmtpFault(code, words(at, code)));
      }
    }
    return all.stream()
        .filter(f -> !f.isLasting())
        .findFirst()
        .or(() -> all.stream().findFirst())
        .orElseGet(() -> new SmtpFault(-1, "the connection ended"));
  }

  private static @Nullable Exception next(Exception at) {
    if (at instanceof MessagingException m) {
      return m.getNextException();
    }
    return at.getCause() instanceof Exception cause ? cause : null;
  }

  private static int code(Exception at) {
    if (at instanceof SMTPAddressFailedException e) {
      return e.getReturnCode();
    }
    if (at instanceof SMTPSenderFailedException e) {
      return e.getReturnCode();
    }
    if (at instanceof SMTPSendFailedException e) {
      return e.getReturnCode();
    }
    Matcher m = CODE.matcher(at.getMessage() == null ? "" : at.getMessage());
    return m.find() ? Integer.parseInt(m.group(1)) : -1;
  }

  private static String words(Exception at, int code) {
    String said = SafeText.escaped(OneLine.of(at.getMessage() == null ? "" : at.getMessage()));
    String who =
        at instanceof SMTPAddressFailedException e
            ? "receiver '" + e.getAddress().getAddress() + "': "
            : "";
    String plain = Truncation.shortened(said, LONGEST);
    return who + (plain.isEmpty() ? "answered " + code : plain);
  }

  boolean isLasting() {
    return code >= 500;
  }
}
