package stet.fetch.discovery;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import stet.article.StatedDate;
import stet.article.StatedDate.Precision;
import stet.article.StatedDate.Role;
import stet.text.time.IsoTime;
import stet.text.time.MailTime;
import stet.text.time.WrittenTime;

/**
 * The two forms in which lists state dates: that of ISO 8601, which Atom, sitemaps and JSON Feed
 * use, and that of mail, which RSS uses. Anything else is left unread rather than guessed.
 */
final class DiscoveryDates {
  private static final int LONGEST = 80;

  private DiscoveryDates() {}

  /**
   * Reads a stated date.
   *
   * @param evidence where it was found
   */
  static Optional<StatedDate> read(Role role, String printed, String evidence) {
    String text = printed.strip();
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    return IsoTime.parse(text)
        .or(() -> MailTime.parse(text))
        .map(t -> date(role, text, evidence, t));
  }

  private static StatedDate date(Role role, String printed, String evidence, WrittenTime time) {
    return new StatedDate(
        role,
        printed,
        time.local().truncatedTo(ChronoUnit.SECONDS),
        time.offset(),
        precision(time.unit()),
        evidence,
        time.offset() == null ? "" : "written");
  }

  private static Precision precision(ChronoUnit unit) {
    return switch (unit) {
      case YEARS -> Precision.YEAR;
      case MONTHS -> Precision.MONTH;
      case DAYS -> Precision.DAY;
      case MINUTES -> Precision.MINUTE;
      default -> Precision.SECOND;
    };
  }
}
