package stet.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stet.capture.Exchange;
import stet.extract.Extraction;

class ReasonsTest {
  @ParameterizedTest
  @EnumSource(Extraction.Reason.class)
  void everyKindOfPageHasItsWords(Extraction.Reason reason) {
    String id = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    assertThat(Reasons.words(id)).matches("(the|what|a) .*");
  }

  @ParameterizedTest
  @EnumSource(Exchange.Failure.class)
  void everyFailureHasItsWords(Exchange.Failure failure) {
    assertThat(Reasons.words(failure.id())).matches("(the|what|no) .*");
  }

  @Test
  void aReasonThatIsNewIsShownAsItIs() {
    assertThat(Reasons.words("eaten-by-goats")).isEqualTo("eaten by goats");
  }
}
