package stet.notify.rule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stet.notify.Finding.Event;
import stet.notify.rule.Timing.Pace;

/** When a rule is told, as the settings state it. */
final class TimingReader {
  private static final Pattern PACE =
      Pattern.compile("(at-once|hourly)|daily (\\S+)|weekly (\\S+) (\\S+)");
  private static final Pattern QUIET = Pattern.compile("(\\S+)\\s*-\\s*(\\S+)");
  private static final int MOST_PER_HOUR = 1_000;

  private TimingReader() {}

  static Timing read(Fields fields, ZoneId standard, Event event) {
    ZoneId zone = zone(fields, standard);
    String how = fields.one("how", event == Event.UPKEEP ? "weekly monday 09:00" : "at-once");
    Matcher m = PACE.matcher(how.strip().toLowerCase(Locale.ROOT));
    if (!m.matches()) {
      throw fields.wrong(
          "how", how, "must be at-once, hourly, 'daily 08:30' or 'weekly monday 08:30'");
    }
    Pace pace =
        m.group(2) != null
            ? Pace.DAILY
            : m.group(3) != null
                ? Pace.WEEKLY
                : m.group(1).equals("hourly") ? Pace.HOURLY : Pace.AT_ONCE;
    String time = pace == Pace.DAILY ? m.group(2) : pace == Pace.WEEKLY ? m.group(4) : "00:00";
    if (event == Event.UPKEEP && pace != Pace.WEEKLY) {
      throw fields.wrong("how", how, "must be weekly for when = \"upkeep\"");
    }
    return new Timing(
        pace,
        time(fields, "how", how, time),
        pace == Pace.WEEKLY ? day(fields, how, m.group(3)) : DayOfWeek.MONDAY,
        zone,
        quiet(fields),
        fields.number("most-per-hour", 0, MOST_PER_HOUR));
  }

  private static ZoneId zone(Fields fields, ZoneId standard) {
    String zone = fields.one("zone", "");
    try {
      return zone.isEmpty() ? standard : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw fields.wrong("zone", zone, "is not a time zone such as 'Asia/Kolkata'");
    }
  }

  private static @Nullable Quiet quiet(Fields fields) {
    String hours = fields.one("quiet", "");
    if (hours.isEmpty()) {
      return null;
    }
    Matcher m = QUIET.matcher(hours.strip());
    if (!m.matches()) {
      throw fields.wrong("quiet", hours, "must be hours such as '22:00-07:00'");
    }
    LocalTime from = time(fields, "quiet", hours, m.group(1));
    LocalTime to = time(fields, "quiet", hours, m.group(2));
    if (from.equals(to)) {
      throw fields.wrong("quiet", hours, "must end at another time than it begins");
    }
    return new Quiet(from, to);
  }

  private static DayOfWeek day(Fields fields, String how, String day) {
    for (DayOfWeek one : DayOfWeek.values()) {
      if (one.name().equals(day.toUpperCase(Locale.ROOT))) {
        return one;
      }
    }
    throw fields.wrong("how", how, "names no day of the week such as monday");
  }

  private static LocalTime time(Fields fields, String key, String value, String time) {
    try {
      return LocalTime.parse(time.length() == 4 ? "0" + time : time);
    } catch (DateTimeException e) {
      throw fields.wrong(key, value, "must have times such as 08:30");
    }
  }
}
