package stet.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeDateTimeUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Style;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.StatedDate.Role;
import stet.extract.read.Extractors;

/**
 * A date line under a headline, in each language with each of its labels: which of the two it
 * states, in what form, and that it is none of the text. The page is fictional and was captured at
 * 14:00 UTC on 5 March 2024; its address tells no country.
 */
class DateRolesTest {
  private static final Instant VISIT = Instant.parse("2024-03-05T14:00:00Z");

  private final Extractor extractor = Extractors.standard();

  static Stream<String[]> rows() throws IOException {
    return Files.readAllLines(Path.of("core/src/test/resources/cases/date-roles.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t"))
        .flatMap(
            row ->
                Stream.of(
                    new String[] {row[0], "PUBLISHED", row[1]},
                    new String[] {row[0], "UPDATED", row[2]}));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("rows")
  void saysWhatTheDateMeans(String language, Role role, String label) {
    String day =
        DateFormat.getDateInstance(calendar(language), DateFormat.LONG, at(language))
            .format(Date.from(VISIT));
    check(language, role, label + " " + day, "2024-03-05");
    check(language, role, label + " " + day + ", 12:02", "2024-03-05T12:02");
    check(language, role, label + " 2024-03-05 12:02", "2024-03-05T12:02");
    if (role == Role.UPDATED) {
      check(language, role, label + " 12:02", "2024-03-05T12:02");
      check(language, role, label + " " + ago(language, -5), "2024-03-05T08:00Z/2024-03-05T09:31Z");
      check(language, role, label + " " + ago(language, -2), "2024-03-05T11:00Z/2024-03-05T12:31Z");
    }
  }

  private static String ago(String language, int hours) {
    return RelativeDateTimeFormatter.getInstance(
            at(language), null, Style.LONG, DisplayContext.CAPITALIZATION_NONE)
        .formatNumeric(hours, RelativeDateTimeUnit.HOUR);
  }

  private static ULocale at(String language) {
    return ULocale.forLanguageTag(language + "-u-ca-gregory");
  }

  private static Calendar calendar(String language) {
    Calendar calendar = Calendar.getInstance(at(language));
    calendar.setTimeZone(TimeZone.GMT_ZONE);
    return calendar;
  }

  /** Words of the language, as many as a paragraph holds. */
  private static String prose(String language) {
    DateFormatSymbols words = DateFormatSymbols.getInstance(at(language));
    String names =
        String.join(" ", words.getMonths()) + ", " + String.join(" ", words.getWeekdays());
    return (names + ". ").repeat(4).strip();
  }

  private void check(String language, Role role, String line, String iso) {
    String page =
        "<html lang='"
            + language
            + "'><title>The bridge over the Ler</title><article><h1>The bridge over the Ler</h1><p>"
            + line
            + "</p><p>"
            + prose(language)
            + "</p><p>"
            + prose(language)
            + "</p></article></html>";
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    Extraction read = extractor.extract(new Page("urn:stet:page", "text/html", VISIT, "", bytes));
    ArticleVersion version = ((Extraction.Article) read).version();
    List<String> stated =
        version.dates().stream()
            .map(
                d -> d.role() + " " + d.iso().replaceAll("(?<=T12:02)(?:Z|[+-]\\d\\d:\\d\\d)$", ""))
            .toList();
    assertThat(stated).as(line).containsExactly(role + " " + iso);
    assertThat(version.body()).extracting(Block::text).as(line).doesNotContain(line);
  }
}
