package stet.extract.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.article.StatedDate.Role;
import stet.extract.page.DateContext;

/** Lines that state a time without its day, read at 14:00 UTC on Tuesday, 5 March 2024. */
class DateLinesTest {
  private static final Instant VISIT = Instant.parse("2024-03-05T14:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // a time of day
        "en; gb; Updated 12:02; updated clock 2024-03-05T12:02Z",
        "en; gb; Updated: 12.02pm; updated clock 2024-03-05T12:02Z",
        "en; gb; Updated at 12:02 GMT; updated clock 2024-03-05T12:02Z",
        "en; gb; Last updated: 23:15; updated clock 2024-03-04T23:15Z",
        "en; ''; Updated 12:02; updated clock 2024-03-05T12:02",
        "en; gb; By Ann Lee | Updated 12:02; updated clock 2024-03-05T12:02Z",
        "sv; se; Uppdaterad 14.14 | Publicerad 13.10; updated clock 2024-03-05T14:14+01:00,"
            + " published clock 2024-03-05T13:10+01:00",
        "sv; se; Uppdaterad kl. 14.14; updated clock 2024-03-05T14:14+01:00",
        "de; de; Aktualisiert um 14:14 Uhr; updated clock 2024-03-05T14:14+01:00",
        "fr; fr; Mis à jour à 14h14; updated clock 2024-03-05T14:14+01:00",
        "fi; fi; Päivitetty klo 14.14; updated clock 2024-03-05T14:14+02:00",
        "ja; jp; 更新 12:02; updated clock 2024-03-05T12:02+09:00",
        "sv; ''; Uppdaterad 15.02; updated clock 2024-03-05T15:02",
        "sv; ''; Uppdaterad 23.15; updated clock 2024-03-04T23:15",
        // with the word for the day
        "en; gb; 'Updated: today, 12:02'; updated today 2024-03-05T12:02Z",
        "en; gb; Updated yesterday at 12:02; updated today 2024-03-04T12:02Z",
        "en; gb; Updated at 12:02 today; updated today 2024-03-05T12:02Z",
        "de; de; 'Aktualisiert: heute, 12:02 Uhr'; updated today 2024-03-05T12:02+01:00",
        "de; de; 'Zuletzt aktualisiert: gestern, 22:15'; updated today 2024-03-04T22:15+01:00",
        "fr; fr; Mis à jour hier à 22h15; updated today 2024-03-04T22:15+01:00",
        "es; es; 'Actualizado hoy, 12:02'; updated today 2024-03-05T12:02",
        "it; it; 'Aggiornato oggi alle 12:02'; updated today 2024-03-05T12:02+01:00",
        "pl; pl; 'Aktualizacja: dzisiaj, 12:02'; updated today 2024-03-05T12:02+01:00",
        "sv; se; 'Uppdaterad i dag 12.02'; updated today 2024-03-05T12:02+01:00",
        "tr; tr; 'Güncelleme: bugün 12:02'; updated today 2024-03-05T12:02+03:00",
        // told from the visit
        "en; gb; Updated 2 hours ago; updated ago 2024-03-05T11:00Z/2024-03-05T12:31Z",
        "en; gb; Updated 5 minutes ago; updated ago 2024-03-05T13:50Z/2024-03-05T13:56Z",
        "en; gb; Updated 5m ago; updated ago 2024-03-05T13:50Z/2024-03-05T13:56Z",
        "en; gb; Last updated about an hour ago; updated ago 2024-03-05T12:00Z/2024-03-05T13:31Z",
        "en; gb; Updated just now; updated ago 2024-03-05T13:55Z/2024-03-05T14:01Z",
        "en; gb; Updated yesterday; updated ago 2024-03-03T14:00Z/2024-03-05T02:01Z",
        "de; de; Aktualisiert vor 2 Stunden; updated ago 2024-03-05T11:00Z/2024-03-05T12:31Z",
        "de; de; Aktualisiert vor 2 Std.; updated ago 2024-03-05T11:00Z/2024-03-05T12:31Z",
        "de; de; Vor 2 Stunden aktualisiert; updated ago 2024-03-05T11:00Z/2024-03-05T12:31Z",
        "fr; fr; Mis à jour il y a 2 heures; updated ago 2024-03-05T11:00Z/2024-03-05T12:31Z",
        "es; es; Actualizado hace 2 horas; updated ago 2024-03-05T11:00Z/2024-03-05T12:31Z",
        "pt; br; Atualizado há 2 horas; updated ago 2024-03-05T11:00Z/2024-03-05T12:31Z",
        "it; it; Aggiornato 2 ore fa; updated ago 2024-03-05T11:00Z/2024-03-05T12:31Z",
        "nl; nl; Bijgewerkt 2 uur geleden; updated ago 2024-03-05T11:00Z/2024-03-05T12:31Z",
        "sv; se; Uppdaterad för 2 timmar sedan; updated ago 2024-03-05T11:00Z/2024-03-05T12:31Z",
        "ru; ru; Обновлено 2 часа назад; updated ago 2024-03-05T11:00Z/2024-03-05T12:31Z",
        "ar; eg; آخر تحديث منذ ساعتين; updated ago 2024-03-05T11:00Z/2024-03-05T12:31Z",
        "ja; jp; 2時間前に更新; none",
        "ja; jp; 更新 2時間前; updated ago 2024-03-05T11:00Z/2024-03-05T12:31Z",
        "ko; kr; 업데이트 2시간 전; updated ago 2024-03-05T11:00Z/2024-03-05T12:31Z",
        // no label, no statement of a role; words that only look so
        "en; gb; 12:02; null clock 2024-03-05T12:02Z",
        "en; gb; Updated prices from 12.50 euros; none",
        "en; gb; The ministry updated 12:02 records; none",
        "en; gb; 'Updated 5 March 2024, 12:02'; none",
      })
  void areReadByTheCapture(String language, String country, String line, String expected) {
    DateContext context = DateContext.of(language, country, Set.of(), VISIT.plusSeconds(26 * 3600));
    String read =
        DateLines.find(line, context, VISIT).stream()
            .map(
                t ->
                    (t.role() + " ").toLowerCase(Locale.ROOT)
                        + t.key()
                        + " "
                        + t.moment().stated(Role.UPDATED, t.printed(), "test").iso())
            .collect(Collectors.joining(", "));
    assertThat(read.isEmpty() ? "none" : read).isEqualTo(expected);
  }
}
