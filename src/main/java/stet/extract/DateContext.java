package stet.extract;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * What else is known when a date is read.
 *
 * @param language the page's language, two letters or empty
 * @param country the site's country in lower case, empty when its address does not tell
 * @param offsets offsets that the page writes elsewhere
 * @param dayFirst whether {@code 3/4/2020} is the third of April here
 * @param latest stated dates after this are not plausible
 */
record DateContext(
    String language, String country, Set<ZoneOffset> offsets, boolean dayFirst, Instant latest) {

  // Month-first order is printed in these countries; elsewhere the day comes first.
  private static final Set<String> MONTH_FIRST = Set.of("us", "ph", "pr", "bz");
  // Sites under the generic endings that write English are most often American.
  private static final Set<String> MONTH_FIRST_LANGUAGES = Set.of("en", "");

  static DateContext of(String language, String country, Set<ZoneOffset> offsets, Instant latest) {
    boolean monthFirst =
        country.isEmpty()
            ? MONTH_FIRST_LANGUAGES.contains(language)
            : MONTH_FIRST.contains(country);
    return new DateContext(language, country, Set.copyOf(offsets), !monthFirst, latest);
  }
}
