package stet.diff;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Stated dates, kept as ISO 8601, as a reader reads them: {@code 6 May 2024, 09:00 UTC}. */
public final class PlainDate {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.US);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.US);

  private static final int YEAR_LENGTH = 4;
  private static final int MONTH_LENGTH = 7;
  private static final int DAY_LENGTH = 10;

  private PlainDate() {}

  /** A date of {@link stet.article.StatedDate#iso()} in words. */
  public static String of(String iso) {
    int slash = iso.indexOf('/');
    if (slash > 0) {
      return stretch(iso.substring(0, slash), iso.substring(slash + 1));
    }
    return switch (iso.length()) {
      case YEAR_LENGTH -> Year.parse(iso).toString();
      case MONTH_LENGTH -> MONTH.format(YearMonth.parse(iso));
      case DAY_LENGTH -> DAY.format(LocalDate.parse(iso));
      default -> DAY.format(local(iso)) + ", " + CLOCK.format(local(iso)) + zone(iso);
    };
  }

  /** {@code 5 May 2024, 07:10–08:40 UTC}. */
  private static String stretch(String start, String end) {
    String last = of(end);
    String day = DAY.format(local(start));
    String same = day + ", ";
    return last.startsWith(same)
        ? same + CLOCK.format(local(start)) + '–' + last.substring(same.length())
        : of(start) + " – " + last;
  }

  /** From one to another; what both share is said once. */
  public static String way(String from, String to) {
    boolean stretch = from.indexOf('/') > 0 || to.indexOf('/') > 0;
    boolean clocks = !stretch && from.length() > DAY_LENGTH && to.length() > DAY_LENGTH;
    if (!clocks || !zone(from).equals(zone(to))) {
      return "from " + of(from) + " to " + of(to);
    }
    LocalDateTime was = local(from);
    LocalDateTime is = local(to);
    String start = CLOCK.format(was);
    String end = CLOCK.format(is);
    if (was.toLocalDate().equals(is.toLocalDate()) && !start.equals(end)) {
      return "from " + start + " to " + end + zone(to) + " on " + DAY.format(is);
    }
    return "from " + DAY.format(was) + ", " + start + " to " + of(to);
  }

  private static LocalDateTime local(String iso) {
    return hasOffset(iso) ? OffsetDateTime.parse(iso).toLocalDateTime() : LocalDateTime.parse(iso);
  }

  private static String zone(String iso) {
    if (!hasOffset(iso)) {
      return "";
    }
    ZoneOffset offset = OffsetDateTime.parse(iso).getOffset();
    return offset.equals(ZoneOffset.UTC) ? " UTC" : " UTC" + offset;
  }

  private static boolean hasOffset(String iso) {
    String clock = iso.substring(DAY_LENGTH);
    return clock.endsWith("Z") || clock.indexOf('+') > 0 || clock.indexOf('-') > 0;
  }
}
