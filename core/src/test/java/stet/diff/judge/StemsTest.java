package stet.diff.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words of a notice and of a change count as one. */
class StemsTest {
  @ParameterizedTest
  @CsvSource({
    "cost, costs, true",
    "cost, coast, false",
    "correction, corrected, true",
    "Kosten, kosten, true",
    "bridge, bridges, true",
    "bridge, brigade, false",
    "the, the, false",
    "5, 5, true",
    "5, 50, false",
    "1200, '1,200', true",
    "post-2021, 2021, true",
    "gov.uk/visas, visa, true",
    "мост, моста, true",
    "費用, 費用, true",
    "費用, 費目, false"
  })
  void shareAStem(String changed, String noticed, boolean expected) {
    Stems stems = new Stems();
    List.of(changed).forEach(stems::add);
    assertEquals(expected, stems.has(noticed));
  }
}
