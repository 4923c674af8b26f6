package stet.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

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
    try {
      URI uri = new URI(value);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (web && uri.getHost() != null) {
        return value;
      }
    } catch (URISyntaxException e) {
      // Falls through to the one message.
    }
    throw new Failure(ExitCode.USAGE, option + " '" + value + "' is not an http or https address");
  }
}
