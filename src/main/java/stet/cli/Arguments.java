package stet.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import stet.ingest.ImportOptions;

/** Values of options, read strictly. */
final class Arguments {
  private Arguments() {}

  static Instant instant(String option, String value) {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw new Failure(
          ExitCode.USAGE,
          option + " '" + value + "' is not a time with its offset, such as 2015-11-19T17:30:00Z");
    }
  }

  static String url(String option, String value) {
    if (ImportOptions.isWebAddress(value)) {
      return value;
    }
    throw new Failure(ExitCode.USAGE, option + " '" + value + "' is not an http or https address");
  }
}
