package stet.extract.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What else is known when a date is read.
 *
 * @param language the page's language, two letters or empty
 * @param country the site's country in lower case, empty when its address does not tell
 * @param offsets offsets that the page writes elsewhere
 * @param dayFirst whether {@code 3/4/2020} is the third of April here
 * @param latest stated dates after this are not plausible
 * @param day the day that the page's address names, null where it names none
 * @param hinted whether the page states no language, and its small words hint at this one
 * @param byLanguage whether the country is told from the language alone
 */
public record DateContext(
    String language,
    String country,
    Set<ZoneOffset> offsets,
    boolean dayFirst,
    Instant latest,
    @Nullable LocalDate day,
    boolean hinted,
    boolean byLanguage) {

  /** How much later than its capture a page may state a time: a clock ahead and a day of zones. */
  public static final Duration AHEAD = Duration.ofHours(26);

  // Month-first order is printed in these countries; elsewhere the day comes first.
  private static final Set<String> MONTH_FIRST = Set.of("us", "ph", "pr", "bz");
  // Sites under the generic endings that write English are most often American.
  private static final Set<String> MONTH_FIRST_LANGUAGES = Set.of("en", "");

  /**
   * Whether of two readings of a date in numbers the one with the month first is right: the address
   * may settle it, and no page states a date of the future.
   */
  public boolean monthFirst(LocalDate dayFirstReading, LocalDate monthFirstReading) {
    if (dayFirstReading.equals(day) || monthFirstReading.equals(day)) {
      return monthFirstReading.equals(day);
    }
    LocalDate last = latest.atOffset(ZoneOffset.UTC).toLocalDate();
    if (dayFirstReading.isAfter(last) != monthFirstReading.isAfter(last)) {
      return dayFirstReading.isAfter(last);
    }
    return !dayFirst;
  }

  public static DateContext of(
      String language, String country, Set<ZoneOffset> offsets, Instant latest) {
    return of(language, country, offsets, latest, null);
  }

  public static DateContext of(
      String language,
      String country,
      Set<ZoneOffset> offsets,
      Instant latest,
      @Nullable LocalDate day) {
    boolean monthFirst =
        country.isEmpty()
            ? MONTH_FIRST_LANGUAGES.contains(language)
            : MONTH_FIRST.contains(country);
    return new DateContext(
        language, country, Set.copyOf(offsets), !monthFirst, latest, day, false, false);
  }

  /** The same with how language and country are known. */
  DateContext known(boolean hinted, boolean byLanguage) {
    return new DateContext(language, country, offsets, dayFirst, latest, day, hinted, byLanguage);
  }

  /** What the language is, in a reason: stated, or only hinted at. */
  public String languageReason() {
    return (hinted ? "the language that the text seems to be in, " : "the page's language ")
        + language;
  }

  /** What the country is, in a reason: the site's, or the one whose papers write the language. */
  public String countryReason() {
    return byLanguage
        ? country + ", whose papers write " + languageReason()
        : "the site's country " + country;
  }
}
