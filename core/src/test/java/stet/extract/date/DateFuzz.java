package stet.extract.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import stet.article.StatedDate.Role;
import stet.extract.page.DateContext;
import stet.fuzz.FuzzTarget;
import stet.fuzz.Seeds;

/** Dates as machines and newspapers write them. */
public final class DateFuzz {
  private static final Instant AT = Instant.parse("2026-03-05T14:00:00Z");

  private DateFuzz() {}

  public static List<FuzzTarget> targets() {
    return List.of(
        new FuzzTarget(
            "dates",
            1_700,
            Seeds.texts(
                "Published 5 March 2026, 14:05 CET",
                "Updated: Thu, 05 Mar 2026 14:05:00 +0530",
                "2026-03-05T14:05:00.123+01:00",
                "3/4/2026 at 2.05 p.m. EST",
                "vor 3 Stunden aktualisiert",
                "2026年3月5日 午後2時05分",
                "۱۴۰۴/۱۲/۱۴ ۱۴:۰۵",
                "١٥ رمضان ١٤٤٧",
                "20260305140500 1772719500 1772719500000",
                "Ažurirano prije 2 sata · 5. ožujka 2026."),
            List.of(
                "2026",
                "31",
                "February",
                "24:00",
                "23:59:60",
                "+14:00",
                "-99:99",
                "BST",
                "Z",
                "T",
                "a.m.",
                "午前",
                "ago",
                "hours",
                "yesterday",
                "-",
                "/",
                ".",
                "\u0001",
                "\u0002",
                "999999999",
                "９",
                "٣",
                "minutes ago"),
            DateFuzz::read));
  }

  private static void read(byte[] input) {
    String text = Seeds.text(input);
    for (String country : List.of("us", "de", "")) {
      DateContext context =
          DateContext.of(country.equals("de") ? "de" : "en", country, Set.of(), AT);
      int end = 0;
      for (FoundDate found : DateReader.find(text, context)) {
        assertThat(found.start()).isGreaterThanOrEqualTo(end).isLessThan(found.end());
        end = found.end();
        check(found.moment());
      }
      assertThat(end).isLessThanOrEqualTo(text.length());
      DateReader.machine(text, context).ifPresent(DateFuzz::check);
      DateLines.find(text, context, AT).forEach(told -> check(told.moment()));
    }
  }

  private static void check(Moment moment) {
    assertThat(moment.stated(Role.UPDATED, "", "fuzz").iso()).isNotEmpty();
    assertThat(moment.latest()).isAfterOrEqualTo(moment.roughly());
  }
}
