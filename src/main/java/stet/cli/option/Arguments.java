package stet.cli.option;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.app.Tracking;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.ingest.ImportOptions;

/** Values of options, read strictly. */
public final class Arguments {
  private Arguments() {}

  public static Instant instant(String option, String value) {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw new Failure(
          ExitCode.USAGE,
          option + " '" + value + "' is not a time with its offset, such as 2015-11-19T17:30:00Z");
    }
  }

  private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5})([smhd])");

  public static Duration duration(String option, String value) {
    Matcher m = DURATION.matcher(value);
    if (!m.matches()) {
      throw new Failure(
          ExitCode.USAGE,
          option + " '" + value + "' is not a length of time such as 90s, 30m, 12h or 2d");
    }
    long n = Long.parseLong(m.group(1));
    return switch (m.group(2)) {
      case "s" -> Duration.ofSeconds(n);
      case "m" -> Duration.ofMinutes(n);
      case "h" -> Duration.ofHours(n);
      default -> Duration.ofDays(n);
    };
  }

  public static String url(String option, String value) {
    if (ImportOptions.isWebAddress(value)) {
      return value;
    }
    throw new Failure(ExitCode.USAGE, option + " '" + value + "' is not an http or https address");
  }

  /** An address that stet may ask; in one line why where it may not. */
  public static String asked(String option, String value) {
    url(option, value);
    Tracking.unaskable(value)
        .ifPresent(
            why -> {
              String shown = Tracking.shown(value);
              throw new Failure(
                  ExitCode.USAGE, option + " '" + shown + "' cannot be asked: " + why);
            });
    return value;
  }
}
