package stet.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTest {
  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

  /** One letter a sighting, a minute apart: equal letters show one state, '-' no article. */
  static List<Sighting> sightings(String letters) {
    List<Sighting> sightings = new ArrayList<>();
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      CaptureRef ref = new CaptureRef(NOON.plusSeconds(60L * i), "file " + i, "sha256:0", "f", i);
      sightings.add(
          c == '-'
              ? new Sighting(i, ref, null, "not-found", "page not found")
              : new Sighting(i, ref, new Sighting.Shown(c, String.valueOf(c)), "", ""));
    }
    return sightings;
  }

  private static String runs(String letters) {
    StringBuilder out = new StringBuilder();
    Run.of(sightings(letters))
        .forEach(r -> out.append((char) r.state()).append(r.checks()).append(' '));
    return out.toString().trim();
  }

  @Test
  void aVersionLastsUntilAnotherStateIsSeen() {
    assertThat(runs("aaabbc")).isEqualTo("a3 b2 c1");
  }

  @Test
  void aReturnedTextIsANewVersion() {
    assertThat(runs("aba")).isEqualTo("a1 b1 a1");
  }

  @Test
  void checksThatFoundNoArticleDoNotEndAVersion() {
    assertThat(runs("-a--ab-")).isEqualTo("a2 b1");
    assertThat(runs("---")).isEmpty();
  }

  @Test
  void theWindowLiesBetweenLastSeenOldAndFirstSeenNew() {
    List<Run> runs = Run.of(sightings("aa-b"));
    assertThat(runs.get(1).since(runs.get(0)))
        .isEqualTo(new Window(NOON.plusSeconds(60), NOON.plusSeconds(180)));
  }
}
