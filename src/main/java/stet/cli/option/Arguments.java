package stet.cli.option;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import stet.app.Tracking;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.ingest.ImportOptions;
import stet.text.time.TimeUnits;

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

  public static Duration duration(String option, String value) {
    return TimeUnits.parse(value)
        .orElseThrow(
            () ->
                new Failure(
                    ExitCode.USAGE,
                    option
                        + " '"
                        + value
                        + "' is not a length of time such as 90s, 30m, 12h or 2d"));
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
