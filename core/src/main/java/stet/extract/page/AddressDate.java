package stet.extract.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day written in the path of an address: {@code /2015/11/19/}, {@code 20151119}. */
public final class AddressDate {
  /** The day and the characters that name it. */
  public record Found(LocalDate day, String printed) {}

  private static final Pattern SITE = Pattern.compile("^https?://(?:.*https?://)?[^/]*");
  private static final Pattern DATE =
      Pattern.compile(
          "(?<![0-9])((?:19|20)\\d\\d)(?:([/_-])(0?[1-9]|1[0-2])\\2(0?[1-9]|[12]\\d|3[01])"
              + "|(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\\d|3[01]))(?![0-9])");

  private AddressDate() {}

  public static Optional<Found> of(String address) {
    // An archive's copy holds the original address at its end.
    Matcher date = DATE.matcher(SITE.matcher(address).replaceFirst(""));
    if (!date.find()) {
      return Optional.empty();
    }
    boolean parted = date.group(2) != null;
    int month = Integer.parseInt(parted ? date.group(3) : date.group(5));
    int day = Integer.parseInt(parted ? date.group(4) : date.group(6));
    try {
      LocalDate found = LocalDate.of(Integer.parseInt(date.group(1)), month, day);
      return Optional.of(new Found(found, date.group()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
