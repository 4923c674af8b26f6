package stet.fetch.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.article.StatedDate;
import stet.article.StatedDate.Role;
import stet.fetch.discovery.Discovery.Candidate;
import stet.fetch.discovery.Discovery.Kind;
import stet.fetch.discovery.Discovery.Reach;

class DiscoveryRulesTest {
  private static Candidate candidate(String uri, String language, String updated) {
    List<StatedDate> dates = DiscoveryDates.read(Role.UPDATED, updated, "test").stream().toList();
    return new Candidate(uri, "", language, dates);
  }

  private static final Discovery FOUND =
      new Discovery(
          Kind.RSS,
          Reach.READ,
          "",
          "",
          List.of(
              candidate("https://paper.example/politics/a", "en-GB", "2026-03-01"),
              candidate("https://paper.example/sport/b", "en", "2026-03-03"),
              candidate("https://paper.example/politics/c-live-d", "", "2026-03-02"),
              candidate("https://paper.example/politique/e", "fr", "")),
          List.of());

  private static List<String> chosen(DiscoveryRules rules) {
    return rules.choose(FOUND).stream().map(c -> c.uri().substring(21)).toList();
  }

  @Test
  void newestComeFirstAndTheUndatedLast() {
    assertThat(chosen(DiscoveryRules.ALL))
        .containsExactly("/sport/b", "/politics/c-live-d", "/politics/a", "/politique/e");
  }

  @Test
  void patternsLanguagesAndBoundsNarrowTheChoice() {
    List<String> none = List.of();
    assertThat(chosen(new DiscoveryRules(List.of("/politi"), List.of("*-live-*"), none, 9)))
        .containsExactly("/politics/a", "/politique/e");
    assertThat(chosen(new DiscoveryRules(List.of("https://paper.example/*/c"), none, none, 9)))
        .containsExactly("/politics/c-live-d");
    assertThat(chosen(new DiscoveryRules(List.of("http://paper.example/"), none, none, 9)))
        .isEmpty();
    assertThat(chosen(new DiscoveryRules(none, none, List.of("fr"), 9)))
        .containsExactly("/politics/c-live-d", "/politique/e");
    assertThat(chosen(new DiscoveryRules(none, none, none, 1))).containsExactly("/sport/b");
  }

  @Test
  void saysWhichPatternCannotBe() {
    List<String> none = List.of();
    assertThatThrownBy(() -> new DiscoveryRules(List.of(" "), none, none, 9))
        .hasMessageContaining("' '");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tue, 03 Mar 2026 07:05:00 GMT|2026-03-03T07:05:00Z",
        "3 Mar 26 07:05 +0530|2026-03-03T01:35:00Z",
        "Tue, 3 March 2026 7:05:09 PDT|2026-03-03T14:05:09Z",
        "2026-03-03T07:05:00.123+01:00|2026-03-03T06:05:00Z",
        "2026-03-03 07:05:00Z|2026-03-03T07:05:00Z",
        "20260303T070500Z|2026-03-03T07:05:00Z",
        "2026-03-03T24:00:00Z|2026-03-04T00:00:00Z"
      })
  void readsTheFormsOfDatesThatListsUse(String printed, String instant) {
    StatedDate date = DiscoveryDates.read(Role.PUBLISHED, printed, "test").orElseThrow();
    assertThat(date.earliest()).isEqualTo(Instant.parse(instant));
    assertThat(date.printed()).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({
    "yesterday",
    "31 Feb 2026 00:00:00 GMT",
    "2026-13-01",
    "12/03/2026",
    "Foo 1 Bar 2026"
  })
  void guessesNoDate(String printed) {
    assertThat(DiscoveryDates.read(Role.PUBLISHED, printed, "test")).isEmpty();
  }
}
