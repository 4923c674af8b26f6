package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import stet.sqlite.OfTables;
import stet.story.AddressPair;
import stet.timeline.Sighting;

@OfTables("address_hint")
class HintTableContractTest extends StoreContract {
  private static final String A = "https://courier.example/a";
  private static final String B = "https://courier.example/b";
  private static final AddressPair PAIR = new AddressPair(A, B);

  private long capture(int second) {
    return other(
        article("a"),
        capture(A, DAWN.plusSeconds(second), "x" + second),
        "redirected-elsewhere",
        "led to " + B);
  }

  @Test
  void whatIsWrittenIsRead() {
    long state = state("Bridge");
    tables.hints().add(capture(1), PAIR, "2026-1", null);
    tables.hints().add(capture(2), PAIR, "2026-2", state);
    tables.hints().add(capture(3), new AddressPair(B, A), "2026-3", state);
    assertThat(tables.hints().with(A)).containsExactly(PAIR, new AddressPair(B, A));
    assertThat(tables.hints().with(B)).containsExactly(PAIR, new AddressPair(B, A));
    assertThat(tables.hints().statedAt(PAIR)).isEqualTo("2026-2");
    assertThat(tables.hints().landed(PAIR)).containsExactly(state);
  }

  @Test
  void whatIsAbsentIsEmpty() {
    assertThat(tables.hints().with(A)).isEmpty();
    assertThat(tables.hints().statedAt(PAIR)).isEmpty();
    assertThat(tables.hints().landed(PAIR)).isEmpty();
    assertThat(tables.hints().confirm(PAIR)).isEmpty();
  }

  @Test
  void aCaptureSaysOneThingAndRefersToRowsThatAreThere() {
    long capture = capture(1);
    refused(() -> tables.hints().add(99, PAIR, "2026", null));
    refused(() -> tables.hints().add(capture, PAIR, "2026", 99L));
    tables.hints().add(capture, PAIR, "2026", null);
    refused(() -> tables.hints().add(capture, PAIR, "2026", null));
  }

  @Test
  void aPairThatIsConfirmedCountsAsWhatItIs() {
    long article = article("a");
    long state = state("Bridge");
    tables.hints().add(capture(1), PAIR, "2026-1", null);
    tables.hints().add(capture(2), PAIR, "2026-2", state);
    assertThat(tables.hints().confirm(PAIR)).containsExactly(article);
    assertThat(tables.captures().sightings(article))
        .extracting(Sighting::reason)
        .containsExactly("redirect", "");
    assertThat(tables.captures().statesAt(A)).containsExactly(state);
  }

  @Test
  void hostileTextSurvives() {
    for (int i = 0; i < HOSTILE.size(); i++) {
      String text = HOSTILE.get(i);
      AddressPair pair = new AddressPair(text, text + "2");
      tables.hints().add(capture(i), pair, text, null);
      assertThat(tables.hints().with(text))
          .containsExactly(new AddressPair(stored(text), stored(text + "2")));
      assertThat(tables.hints().statedAt(pair)).isEqualTo(stored(text));
    }
  }
}
