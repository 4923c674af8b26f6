package stet.watch.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.capture.Payload;
import stet.fetch.Validators;

class TrustTest {
  private static final Instant T0 = Instant.parse("2026-03-01T08:00:00Z");
  private static final String A = "https://paper.example/a";

  private static Validators validators(String uri, String etag, String modified, String body) {
    return new Validators(uri, etag, modified, "text/html", Payload.of(body.getBytes(UTF_8)));
  }

  /** What differs, and whether a request with the earlier validators would have hidden it. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        // before: ETag, date; after: ETag, date, bytes; other text; a lie
        "\"1\", , \"1\", , same, false, false",
        "\"1\", , \"1\", , other, false, true",
        "\"1\", , \"1\", , other, true, true",
        "\"1\", , \"2\", , other, true, false",
        "W/\"1\", , W/\"1\", , other, false, false",
        "W/\"1\", , W/\"1\", , other, true, true",
        ", Sun, , Sun, other, false, false",
        ", Sun, , Sun, other, true, true",
        ", Sun, , Mon, other, true, false",
        "\"1\", Sun, \"2\", Sun, other, true, false",
        "\"1\", Sun, \"1\", Mon, other, true, true",
        ", , , , other, true, false",
      })
  void aLieIsAnotherTextUnderTheSameValidators(
      String etag,
      String date,
      String etagAfter,
      String dateAfter,
      String bytes,
      boolean otherText,
      boolean lie) {
    Known before = Known.of(validators(A, or(etag), or(date), "same"), Trust.NEW.full(T0, false));
    Validators now = validators(A, or(etagAfter), or(dateAfter), bytes);
    assertThat(Trust.isLie(before, now, otherText)).isEqualTo(lie);
    Validators elsewhere = validators(A + "2", or(etagAfter), or(dateAfter), bytes);
    assertThat(Trust.isLie(before, elsewhere, otherText)).isFalse();
  }

  private static String or(String value) {
    return value == null ? "" : value;
  }

  @Test
  void afterSoManyConfirmationsOrSoLongItIsAskedInFull() {
    Trust trust = Trust.NEW;
    assertThat(trust.asksInFull(T0)).isTrue();
    trust = trust.full(T0, false);
    assertThat(trust.asksInFull(T0.plus(Trust.LONGEST).minusSeconds(1))).isFalse();
    assertThat(trust.asksInFull(T0.plus(Trust.LONGEST))).isTrue();
    for (int i = 1; i < Trust.MOST_CONFIRMATIONS; i++) {
      trust = trust.confirmed();
      assertThat(trust.asksInFull(T0)).isFalse();
    }
    assertThat(trust.confirmed().asksInFull(T0)).isTrue();
    assertThat(trust.confirmed().full(T0, false).asksInFull(T0)).isFalse();
  }

  @Test
  void oneThatWasFoundOutGetsAnotherChanceAfterAWhile() {
    Trust found = Trust.NEW.full(T0, true);
    Instant later = T0.plus(Trust.MEMORY).minusSeconds(1);
    assertThat(found.full(later, false).asksInFull(later)).isTrue();
    assertThat(found.full(later, false).asksInFull(later.plusSeconds(1))).isFalse();
  }
}
