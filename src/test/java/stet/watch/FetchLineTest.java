package stet.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import stet.watch.store.CheckOutcome;

class FetchLineTest {
  private static final Instant AT = Instant.parse("2026-03-03T10:00:00.5Z");

  private static String line(String uri, String detail) {
    return new FetchLine(AT, false, uri, CheckOutcome.FAILED, 0, 0, 7, AT, detail).line();
  }

  @Test
  void aCheckIsPairsInAFixedOrder() {
    assertThat(line("https://paper.example/a", ""))
        .isEqualTo(
            "at=2026-03-03T10:00:00Z kind=page outcome=failed status=0 bytes=0 ms=7"
                + " next=2026-03-03T10:00:00Z uri=https://paper.example/a");
  }

  @Test
  void noWordOfAServerEndsTheLineOrItsQuotation() {
    String hostile = "a\r\n\u0085\u2028\u2029b\u001b[0m\u202ec\u200b\ufeff \"d\"";
    assertThat(line("https://paper.example/a b", hostile))
        .endsWith("uri=https://paper.example/a+b detail=\"a?????b?[0m?c?? 'd'\"");
  }
}
