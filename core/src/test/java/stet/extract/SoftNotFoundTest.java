package stet.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.extract.read.Extractors;

/** Pages that say with status 200 that the story is not there. Headlines that only sound so are. */
class SoftNotFoundTest {
  private static Extraction read(String title, String text) {
    String html =
        "<!doctype html><html><head><title>%s</title></head><body><h1>%s</h1>%s</body></html>"
            .formatted(title, title, text);
    return Extractors.standard()
        .extract(
            new Page(
                "https://ledger.example/a",
                "text/html",
                Instant.parse("2026-03-14T12:00:00Z"),
                "",
                html.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This page isn't available right now",
        "This page isn’t available",
        "Sorry, this content isn't available at the moment",
        "This article is no longer available",
        "The page you requested cannot be displayed",
        "This story is currently unavailable",
        "Diese Seite ist zurzeit nicht verfügbar",
        "Dieser Artikel ist leider nicht mehr verfügbar",
        "Cette page n'est pas disponible pour le moment",
        "Ce contenu n’existe plus",
        "Esta página no está disponible en este momento",
        "Questa pagina non è al momento disponibile",
        "Esta página não está disponível no momento",
        "Deze pagina is op dit moment niet beschikbaar",
        "Sidan är inte tillgänglig just nu",
        "Denne siden er ikke tilgjengelig akkurat nå",
        "Ta strona jest obecnie niedostępna",
        "Эта страница сейчас недоступна",
        "Ця сторінка зараз недоступна",
        "Bu sayfa şu anda kullanılamıyor",
        "このページは現在ご利用いただけません",
        "此页面目前无法显示",
        "이 페이지는 현재 사용할 수 없습니다",
        "هذه الصفحة غير متاحة الآن",
        "Trang này hiện không khả dụng",
        "Halaman ini sedang tidak tersedia",
        "Η σελίδα αυτή δεν είναι διαθέσιμη"
      })
  void saysThatItIsNotThere(String title) {
    assertThat(read(title, "<p>Try again later, or go to the front page.</p>"))
        .isInstanceOf(Extraction.NotAnArticle.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The ferry isn't available right now, and islanders are cut off",
        "The drug is no longer available in three counties, doctors say",
        "This bridge could not be opened for the first time in a century",
        "Die Seite der Stadt war nach einem Angriff nicht erreichbar",
        "El puente no está disponible para camiones desde el martes",
        "Cette rivière n’existe plus : ce que disent les cartes"
      })
  void aHeadlineThatSoundsLikeItIsAStory(String title) {
    String story =
        "<p>The harbour board of Port Ellery voted on Tuesday to close the swing bridge to"
            + " lorries for eighteen months while its bearings are replaced, it said.</p>"
                .repeat(2);
    assertThat(read(title, "<article>" + story + "</article>"))
        .isInstanceOf(Extraction.Article.class);
  }
}
