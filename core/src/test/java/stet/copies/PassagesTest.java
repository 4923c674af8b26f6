package stet.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.copies.Passages.Held;
import stet.copies.Passages.Shown;
import stet.timeline.Window;

/** The story is made up. */
class PassagesTest {
  private static Instant at(int hour) {
    return Instant.parse("2030-05-01T00:00:00Z").plusSeconds(hour * 3600L);
  }

  private static Shown shown(int version, String... paragraphs) {
    return new Shown(version, at(version * 10), at(version * 10 + 5), List.of(paragraphs));
  }

  private static List<Held> held(String passage, List<Shown> versions) {
    return new Passages(versions).held(passage);
  }

  @Test
  void aPassageThatWasTakenOut() {
    assertThat(
            held(
                "The bridge cost four million.",
                List.of(
                    shown(1, "New: the bridge cost", "four million, they say."),
                    shown(2, "The bridge cost five million."))))
        .containsExactly(new Held(1, 1, null, at(15), new Window(at(15), at(20))));
  }

  @Test
  void aPassageThatCameBackAndStillStoodAtTheLastCheck() {
    assertThat(
            held(
                "four million",
                List.of(shown(1, "Four million."), shown(2, "Five."), shown(3, "four MILLION"))))
        .containsExactly(
            new Held(1, 1, null, at(15), new Window(at(15), at(20))),
            new Held(3, 3, new Window(at(25), at(30)), at(35), null));
  }

  @Test
  void noWordsStandNowhere() {
    assertThat(held(" … ", List.of(shown(1, "Five.")))).isEmpty();
  }
}
