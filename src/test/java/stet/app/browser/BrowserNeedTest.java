package stet.app.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import stet.extract.Extraction;
import stet.extract.Page;
import stet.extract.read.Extractors;

/** Which differences between a page as sent and as shown are worth a browser. All fictional. */
class BrowserNeedTest {
  private static final String ONE =
      "Twelve boats were lost in the harbour of Port Ellery on Tuesday night, when the storm wall"
          + " gave way in two places.";
  private static final String TWO =
      "The harbour master, Ines Faro, said that nobody was on board, and that the pilots had been"
          + " warned at noon.";
  private static final String STORY = page("Boats lost", ONE, TWO);

  private static String page(String headline, String... paragraphs) {
    return "<html lang=en><title>"
        + headline
        + "</title><body><article><h1>"
        + headline
        + "</h1><p>"
        + String.join("</p><p>", paragraphs)
        + "</p></article></body></html>";
  }

  private static boolean needed(String sent, String shown) {
    return BrowserNeed.of(read(sent), read(shown));
  }

  private static Extraction read(String html) {
    return Extractors.standard()
        .extract(
            new Page(
                "https://courier.example/boats",
                "text/html",
                Instant.parse("2026-04-02T09:00:00Z"),
                "",
                html.getBytes(UTF_8)));
  }

  @Test
  void whatIsMissingIsNeeded() {
    assertThat(needed("<html><body><div id=root></div></body></html>", STORY)).isTrue();
    assertThat(needed(page("Boats lost", ONE), STORY)).isTrue();
    assertThat(needed(page("Boats lost", ONE.replace("Twelve", "Ten"), TWO), STORY)).isTrue();
    assertThat(needed(page("Loading", ONE, TWO), STORY)).isTrue();
  }

  @Test
  void whatIsThereIsNot() {
    assertThat(needed(STORY, STORY)).isFalse();
    assertThat(needed(STORY, STORY.replace("Twelve boats", "<b>Twelve</b>  boats"))).isFalse();
    assertThat(needed(STORY, page("Boats lost", ONE, TWO, "Read by 312 people"))).isFalse();
    assertThat(needed(STORY, page("Boats lost", ONE))).isFalse();
    assertThat(needed(STORY, "<html><body>Sorry.</body></html>")).isFalse();
  }

  @Test
  void scriptsAreSeenHoweverTheyAreWritten() {
    assertThat(BrowserNeed.hasScripts("<p>a<SCRIPT\nsrc=x>".getBytes(UTF_8))).isTrue();
    assertThat(BrowserNeed.hasScripts("<p>a<scripture>".getBytes(UTF_8))).isFalse();
  }
}
